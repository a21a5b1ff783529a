"""Who holds a post: the question's own words, found in the names of posts and of the organizations they are in."""

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from graph.queries import select
from graph.questions.context import Context
from graph.questions.lexicon import lexicon
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.relations import Understood, clear_things
from graph.questions.schema import is_a
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import Word, keys, words
from nlp.morphology import parse

SEPARATED = (" — ", " – ", ",", ";")
"""What stands between two posts of one name ("статс-секретарь — заместитель Министра")."""

AFTER_HEAD = frozenset({"of", "for", "at", "in", "and"})
QUALIFYING = frozenset(keys("deputy vice assistant acting former first"))
"""Words before the head of an English post that make it another post."""


def post(reading: Reading, context: Context) -> Understood | None:
    """Who is the director of the Department of X? Кто глава администрации района? (a post, by its own words)"""
    things = clear_things(reading)
    if reading.asks not in ("who", "") or any(is_a(thing.type, ("svod:Person",)) for thing in things):
        return None
    content = [word for word in reading.content if not _is_person(word)]
    if len(content) < 2:
        return None  # "менеджеры" of whom?
    found = sorted(set(_held(content, reading, context)))
    if not found:
        return None
    posts: tuple[Parameter, ...] = tuple(NamedNode(iri) for iri, _ in found)
    plan = Plan("things", "answer", (Pattern("post", ("org:member",), "answer"),), {"post": posts})
    named = "; ".join(dict.fromkeys(name for _, name in found))
    return Understood(f"{context.term('svod:roleName')}: {named}", (plan,))


def _held(content: Sequence[Word], reading: Reading, context: Context) -> Iterator[tuple[str, str]]:
    """The posts that say every word of the question in their own name or that of their organization, with that name."""
    heads = {form for word in content for form in _said_as(word, reading)}
    for name in context.index.names(heads):
        if name.kind != "role":
            continue
        row = next(select(context.snapshot, "membership", membership=NamedNode(name.iri)), None)
        place = row["organization"] if row is not None else None
        around = [other.text for other in context.index.names_of(place.value)] if place is not None else []
        known = {key for text in (name.text, *around) for key in keys(text)}
        known |= {
            word.key
            for named in reading.named
            for candidate in named.candidates
            if place is not None and candidate.iri == place.value
            for word in reading.words[named.start : named.end]
        }
        if all(known & _said_as(word, reading) for word in content) and _is_headed(name.text, heads):
            yield name.iri, name.text


def _said_as(word: Word, reading: Reading) -> frozenset[str]:
    """The forms of a word, and the single words that mean the same property ("руководит", "руководитель", "head")."""
    said = set(word.forms)
    for use in reading.properties:
        if [word] == [other for other in reading.words[use.start : use.end] if other.key not in STOPWORDS]:
            said |= {phrase[0] for curie in use.curies for phrase in lexicon().spoken[curie] if len(phrase) == 1}
    return frozenset(said) - STOPWORDS - NEUTRAL


def _is_headed(name: str, asked: set[str]) -> bool:
    """Whether one of the posts that a name holds is the one asked for: its head is, and what makes it another post."""
    return any(
        head.forms & asked and not any(word.key in QUALIFYING - asked for word in before)
        for part in _parts(name)
        for head, before in _head(words(part))
    )


def _parts(name: str) -> list[str]:
    for separator in SEPARATED[1:]:
        name = name.replace(separator, SEPARATED[0])
    return name.split(SEPARATED[0])


def _head(part: Sequence[Word]) -> Iterator[tuple[Word, Sequence[Word]]]:
    """The head of a post with the words before it: a Russian one is its first noun, an English one its last word before
    a preposition."""
    end = next((at for at, word in enumerate(part) if word.key in AFTER_HEAD), len(part))
    nouns = (at for at, word in enumerate(part) if any(reading.part == "NOUN" for reading in parse(word.text)[:1]))
    at = end - 1 if part and part[0].text.isascii() else next(nouns, -1)
    if at >= 0:
        yield part[at], part[:at]


def _is_person(word: Word) -> bool:
    senses = lexicon().phrases.get((word.key,), ())
    return any(sense.id == "svod:Person" for sense in senses)
