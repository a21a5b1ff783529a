"""What the model of names takes for an organization where no rule found one, and how far it can be trusted."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc

from nlp.head_words import INSTITUTIONS
from nlp.mention import Mention
from nlp.morphology import is_in_dictionary, nominative, parse
from nlp.organization_words import BLANK, QUOTE, VAGUE, Found
from nlp.overlaps import Overlaps
from nlp.persons import named
from nlp.quotes import stripped
from nlp.words import read_words, word_set
from ontology import vocabulary

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PLACES = word_set(
    """
    собор замок дворец стадион площадь храм мечеть вокзал аэропорт мост башня станция классификатор право
    город район область край округ поселение коллектив
    """
)
"""Heads of buildings and places, which the model takes for organizations."""

STOP_NAMES = word_set(
    """
    сми интернет facebook instagram twitter youtube евромайдан википедия сеть фейсбук инстаграм telegram skype
    reddit itunes ebay твиттер вконтакте вк ютуб телеграм викиновость мкс wechat whatsapp vk
    """
)


def by_model(doc: Doc) -> Iterator[Found]:
    """What the model takes for an organization where no rule found one, but for networks and the media in general."""
    text = doc._.document.text
    for item in named(doc):
        if item.kind != "ORG":
            continue
        written = text[item.start : item.end]
        heads = {reading.lemma for word in WORD.findall(written)[:4] for reading in parse(word)[:1]}
        if (
            heads & PLACES
            or written.lower() in STOP_NAMES
            or heads <= STOP_NAMES
            or "\n\n" in written
            or not any(char.isupper() for char in written)
        ):
            continue
        written = re.split(r"\s*\((?=[А-ЯЁA-Z]{2,8}\)?$)", written)[0]
        score = VAGUE if _is_doubtful(doc, written, item.start) else 0.8
        yield Found("Organization", item.start, item.start + len(written), _model_name(written), "model", score=score)


OTHERS = frozenset({"Region", "Place", "Settlement", "LegalAct", "ActReference", "Date"})


def _is_doubtful(doc: Doc, written: str, start: int) -> bool:
    """Whether what the model takes for an organization may as well be a word of the language, a shouted heading, half a
    quotation, a term of the vocabulary or another mention. (It learnt from news: of official texts half of these are
    none.)"""
    end = start + len(written)
    found = WORD.findall(written)
    if written.isupper() and not has_mark(written):
        return True  # a shouted heading, or an abbreviation that the text does not write out
    if any(other.start <= start and end <= other.end for other in _others(doc).at(start, end)):
        return True
    if "\n" in written or written.count("«") != written.count("»") or written.count('"') % 2 or written[-1] == "-":
        return True
    if not has_mark(written) and all(_is_common(word) for word in found):
        return True
    return concept_named(written)


def _others(doc: Doc) -> Overlaps[Mention]:
    """The mentions that an organization's name may hold, but is not."""
    if "others" not in doc.user_data:
        doc.user_data["others"] = Overlaps(mention for mention in doc._.mentions if mention.type in OTHERS)
    others: Overlaps[Mention] = doc.user_data["others"]
    return others


def has_mark(written: str) -> bool:
    return any(mark in written for mark in QUOTE)


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    """Whether a word is one of the language and no name: a noun or an adjective that the dictionary has."""
    best = parse(word)[0]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"}
    return is_in_dictionary(word.lower()) and not best.grammemes & names and best.lemma not in INSTITUTIONS


@lru_cache(maxsize=10_000)
def concept_named(written: str) -> bool:
    """Whether the words are a name of a specialization or a sector, in any case."""
    key = tuple(word.lemma for word in read_words(written))
    return key in _concept_names()


@cache
def _concept_names() -> frozenset[tuple[str, ...]]:
    known = vocabulary()
    concepts = (*known.specializations, *known.sectors, *known.statuses)
    return frozenset(tuple(word.lemma for word in read_words(name)) for one in concepts for name in one.names)


def _model_name(written: str) -> str:
    clean = BLANK.sub(" ", written)
    return stripped(clean) if clean[:1] in QUOTE else nominative(clean, "sing")
