"""The pipeline: a document in, a spaCy Doc with its mentions out. The steps stand in one table, in their order."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ingest.document import Document
from ingest.record import record
from nlp.acts import find_acts
from nlp.classes import TERM_TYPES, find_terms
from nlp.clusters import find_clusters
from nlp.contacts import find_contacts
from nlp.dates import find_dates
from nlp.figures import find_figures
from nlp.listed import LISTED_TYPES, find_listed
from nlp.memory import settle, uncollected
from nlp.mention import Mention
from nlp.organizations import find_organizations
from nlp.people import find_people
from nlp.places import find_places
from nlp.regions import find_regions
from nlp.sentences import find_sentences
from nlp.tokens import Tokenizer

Finder = Callable[[Doc], list[Mention]]
"""What a step is: a function from the text, the document and the mentions of earlier steps to new mentions."""


@record
class Step:
    """One step of the pipeline, named as its module. `types` are the types of mention it may give."""

    name: str
    find: Finder
    types: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step("dates", find_dates, ("Date",)),
    Step("acts", find_acts, ("LegalAct", "ActReference")),
    Step("regions", find_regions, ("Region",)),
    Step("places", find_places, ("Settlement", "Place")),
    Step("organizations", find_organizations, ("Organization", "Authority")),
    Step("people", find_people, ("Person", "Role")),
    Step("clusters", find_clusters, ("Cluster",)),
    Step("terms", find_terms, TERM_TYPES),
    Step("listed", find_listed, LISTED_TYPES),
    Step("contacts", find_contacts, ("Contact",)),
    Step("figures", find_figures, ("Observation",)),
)
"""Every step after `sentences`, in their order: a later one may build on the mentions of an earlier one."""


LABELS = {type_: get_string_id(type_) for step in STEPS for type_ in step.types}
"""spaCy's keys of the types: given a name, a span digests it anew."""


@uncollected()
def annotate(document: Document) -> Doc:
    """The document as a spaCy Doc: `doc._.document`, `doc._.sentences` and `doc._.mentions` (in order of place), all in
    offsets of `document.text`, and one span group a step, whose spans are widened to whole tokens."""
    language = pipeline(document.language)
    doc = language.make_doc(document.text)
    doc._.document = document
    doc = language(doc)
    doc._.mentions = sorted(doc._.mentions, key=lambda mention: (mention.start, -mention.end, mention.type))
    return doc


@lru_cache(maxsize=2)
def pipeline(language: str) -> Language:
    """The spaCy pipeline of a language (`ru` or `en`): `sentences`, then every step in its order."""
    made = spacy.blank(language, vocab=Vocab())  # without lexical attributes: 6 µs a word, and nothing reads them
    made.tokenizer = Tokenizer(made.vocab)
    for type_ in LABELS:
        made.vocab.strings.add(type_)
    made.max_length = 2**31 - 1  # the limit guards parsers that need memory by length: there is none here
    for name in ("sentences", *(step.name for step in STEPS)):
        made.add_pipe(name)
    settle()
    return made


def _declare() -> None:
    """Tell spaCy our extensions and components, once a process."""
    Doc.set_extension("document", default=None, force=True)
    Doc.set_extension("mentions", default=[], force=True)
    Doc.set_extension("sentences", default=[], force=True)
    Language.component("sentences", func=_split, assigns=["doc._.sentences"])
    for step in STEPS:
        Language.component(step.name, func=_component(step), requires=["doc._.sentences"], assigns=["doc._.mentions"])


def _split(doc: Doc) -> Doc:
    doc._.sentences = find_sentences(doc._.document)
    return doc


def _component(step: Step) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        mentions = step.find(doc)
        if mentions:
            fields = doc._  # made anew every time it is asked for
            fields.mentions = [*fields.mentions, *mentions]
        doc.spans[step.name] = _spans(doc, mentions)
        return doc

    return component


def _spans(doc: Doc, mentions: list[Mention]) -> list[Span]:
    """The mentions as spans of whole tokens. (`Doc.char_span` looks at every token for every mention.)"""
    if not mentions:
        return []
    starts: list[int] = doc.user_data["starts"]
    return [
        Span(doc, bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end), label=LABELS[mention.type])
        for mention in mentions
    ]


_declare()
