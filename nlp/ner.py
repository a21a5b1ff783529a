"""Names in Russian prose by the slovnet model that natasha carries, asked only where a name can stand.

The model sees three words to each side, so the words near a possible name are all that has to be computed: the answer
there is that of the whole sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, cast

from ingest.document import Span
from ingest.record import record
from nlp.ner_model import REACH, tags_of

MARGIN = 3  # words kept on each side of a possible name, so that the CRF sees where the name ends
TOKEN = re.compile(r"[^\W\d_]+(?:[-’'‑][^\W_]+)*|\d+(?:[.,]\d+)*|[.…?!]+|[^\w\s]|_")
CAPITAL = re.compile(r"[A-ZА-ЯЁ](?<![\w’'‑-].)\w*(?:-\w+)*")  # a first letter first: twice as quick
ADJECTIVES = tuple(f"{stem}к{ending}" for stem in "сц" for ending in ("ого", "ому", "ой", "ом", "ий", "им", "ая", "ую"))
TERRITORY = re.compile(
    r"\s+(?:муниципальн|городск|сельск|район|област|кра[йяею]|округ|поселени|сельсовет|[Фф]едераци|[Рр]еспублик)"
)
"""What follows the adjective of a territory, which is no name of a person or an organization."""

QUOTES = ("«", '"', "“", "„")
ACTIONS = ("ение", "ание", "итие", "ация", "ствие")
SMALL_WORD = re.compile(r"\s+[а-яё]")
"""What begins a title in quotation marks, which is no name: «Развитие образования»."""

LINE_STARTS = "\n•●–—-.:;!?…)0123456789\t"
IsPossible = Callable[[str, bool], bool]
Kind = Literal["PER", "LOC", "ORG"]


@record
class Named:
    """A stretch that the model takes for a person, a place or an organization (offsets of the text it was given)."""

    kind: Kind
    start: int
    end: int


@record
class Window:
    """A stretch of a sentence that has to be computed: its words, and where some of them begin: pairs of an index into
    the words (before the first of them, below zero) and an offset of the text."""

    words: Sequence[str]
    anchors: Sequence[tuple[int, int]]


def find_names(text: str, sentences: Iterable[Span], is_possible: IsPossible) -> list[Named]:
    """The names of a text, sentence by sentence. `is_possible(word, is_first)` says whether a word with a capital may
    belong to a name (`is_first`: it stands where any word has one); only the words around such ones are computed."""
    windows: list[Window] = []
    for sentence in sentences:
        if places := _places(text, sentence, is_possible):
            windows += _windows(text, sentence, places)
    if not windows:
        return []
    tags = tags_of([window.words for window in windows])
    found: list[Named] = []
    first = 0
    for window in windows:
        last = first + len(window.words)
        found += (_placed(text, window, kind, start, end) for kind, start, end in _spans(tags[first:last]))
        first = last
    return found


def _places(text: str, sentence: Span, is_possible: IsPossible) -> list[int]:
    """Where the words begin that may belong to a name, in order."""
    places = []
    for word in CAPITAL.finditer(text, sentence.start, sentence.end):
        start, end = word.span()
        before = text[max(sentence.start, start - 2) : start].rstrip(" \xa0")
        is_first = start == sentence.start or (before != "" and before[-1] in LINE_STARTS)
        written = word.group()
        if not is_possible(written, is_first) or (written.endswith(ADJECTIVES) and TERRITORY.match(text, end)):
            continue
        if not (before[-1:] in QUOTES and written.endswith(ACTIONS) and SMALL_WORD.match(text, end)):
            places.append(start)
    return places


def _windows(text: str, sentence: Span, places: Sequence[int]) -> Iterator[Window]:
    """The stretches of a sentence that have to be computed: every possible name with what the model sees around it."""
    words: list[str] = []
    anchors = [(0, sentence.start)]
    for place in places:
        words += TOKEN.findall(text, anchors[-1][1], place)
        anchors.append((len(words), place))
    words += TOKEN.findall(text, anchors[-1][1], sentence.end)
    begin, done, held = 0, 0, anchors[:1]
    for anchor in anchors[1:]:
        if anchor[0] - REACH - MARGIN > done:
            if done:
                yield _window(words, begin, done, held)
            begin, held = anchor[0] - REACH - MARGIN, held[-1:]
        done = min(len(words), anchor[0] + REACH + MARGIN + 1)
        held.append(anchor)
    yield _window(words, begin, done, held)


def _window(words: Sequence[str], begin: int, end: int, anchors: Sequence[tuple[int, int]]) -> Window:
    return Window(words[begin:end], [(index - begin, place) for index, place in anchors])


def _spans(tags: Sequence[str]) -> Iterator[tuple[Kind, int, int]]:
    """B-PER I-PER O to spans of words, the last one excluded. A window's own edges need no care: names stand at least
    `MARGIN` words inside, or at the edge of the sentence."""
    kind, start, end = "", 0, 0
    for place, tag in enumerate(tags):
        if tag == "O" and not kind:
            continue
        part, _, type_ = tag.partition("-")
        if part != "I" or type_ != kind:
            if kind:
                yield cast("Kind", kind), start, end
            kind, start = (type_ if part in {"B", "I"} else ""), place
        end = place + 1
    if kind:
        yield cast("Kind", kind), start, end


def _placed(text: str, window: Window, kind: Kind, start: int, end: int) -> Named:
    """The words `start:end` of a window where they stand in the text, read on from the last known place before them."""
    index, place = window.anchors[bisect_right(window.anchors, start, key=lambda anchor: anchor[0]) - 1]
    tokens = TOKEN.finditer(text, place)
    first = next(islice(tokens, start - index, None))
    last = first if end == start + 1 else next(islice(tokens, end - start - 2, None))
    return Named(kind, first.start(), last.end())
