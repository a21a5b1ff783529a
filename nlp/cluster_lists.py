"""Several clusters under one head: "Калужский фармацевтический и ядерный кластеры", "кластеры «А» и «Б»"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.cluster_words import GENERIC, QUOTE, Found, heads, is_adjective, is_plural, masculine, region_adjectives
from nlp.morphology import inflect
from nlp.quotes import quoted_end, stripped
from nlp.spacing import joined
from nlp.words import Word, words


def find_listed(text: str, start: int) -> Iterator[Found]:
    """Names in quotation marks one after the other behind a plural: кластеры «А», «Б» и «В»."""
    place = start
    link = re.compile(rf"\s*(?:,|;|\sи|,\s*а\s+также)\s*(?=[{QUOTE}])")
    while (end := quoted_end(text, place)) is not None:
        proper = joined(stripped(text[place:end]))
        yield Found(place, end, proper, "several quoted names", proper)
        following = link.match(text, end)
        if following is None:
            return
        place = following.end()


def find_several(doc: Doc) -> Iterator[Found]:
    """Several clusters that share their head: Калужский фармацевтический, автомобильный и ядерный кластеры."""
    text = doc._.document.text
    found = words(doc)
    for index, word in heads(doc):
        if not is_plural(word.text):
            continue
        groups = _groups(text, found, index)
        if len(groups) < 2:
            continue
        lead = found[groups[0][0]]
        if not lead.text[0].isupper() or masculine(lead.text) in GENERIC:
            continue
        shares = masculine(lead.text) in region_adjectives() and not found[groups[-1][0]].text[0].isupper()
        for first, last in groups:
            own = [_agreed(item.text) for item in found[first:last]]
            if shares and first != groups[0][0]:
                own = [_agreed(lead.text), *own]
            if all(masculine(part) in GENERIC for part in own):
                continue
            yield Found(
                found[first].start,
                found[last - 1].end,
                joined(" ".join([*own, word.lemma])),
                "several names",
                score=0.9,
            )


def _agreed(word: str) -> str:
    return inflect(word, "nomn", "sing", "masc", part="ADJF")


def _groups(text: str, found: Sequence[Word], index: int) -> list[tuple[int, int]]:
    """The runs of adjectives before a plural head that commas and "и" part, in order."""
    groups: list[tuple[int, int]] = []
    last = index
    place = index
    while place and index - place < 16:
        word = found[place - 1]
        gap = text[word.end : found[place].start]
        if word.text == "и" and last == place:
            break
        if gap.strip() not in {"", ",", "-", "‑"}:
            break
        if word.text == "и" or "," in gap:
            if place < last:
                groups.append((place, last))
            if "," in gap and is_adjective(word.text):
                last = place
                place -= 1
                continue
            place -= 1
            last = place
            continue
        if not is_adjective(word.text) or gap.strip(" \n\xa0-‑"):
            break
        place -= 1
    if place < last:
        groups.append((place, last))
    return groups[::-1]
