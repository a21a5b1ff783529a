"""Names in Russian prose by the slovnet model that natasha carries, asked only where a name can stand.

The model (a three-layer convolution over navec word vectors and word shapes, and a CRF) sees three words to each side,
so the words near a possible name are all that has to be computed: the answer there is that of the whole sentence.
Kukushkin, "Slovnet", 2020, https://github.com/natasha/slovnet; the weights are read with slovnet and navec themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from ingest.document import Span

REACH = 3  # words: three convolutions of width three
MARGIN = 3  # words kept on each side of a possible name, so that the CRF sees where the name ends
TOKEN = re.compile(r"[^\W\d_]+(?:[-’'‑][^\W_]+)*|\d+(?:[.,]\d+)*|[.…?!]+|[^\w\s]|_")
CAPITAL = re.compile(r"[A-ZА-ЯЁ](?<![\w’'-].)\w*(?:-\w+)*")  # a first letter first: twice as quick
ADJECTIVE = re.compile(r".*[сц]к(?:ого|ому|ой|ом|ий|им|ая|ую)")
TERRITORY = re.compile(
    r"\s+(?:муниципальн|городск|сельск|район|област|кра[йяею]|округ|поселени|сельсовет|[Фф]едераци|[Рр]еспублик)"
)
"""What follows the adjective of a territory, which is no name of a person or an organization."""

LINE_STARTS = "\n•●–—-.:;!?…)0123456789\t"
IsPossible = Callable[[str, bool], bool]
Kind = Literal["PER", "LOC", "ORG"]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that the model takes for a person, a place or an organization (offsets of the text it was given)."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution: three matrices (words before, at, after), a bias, and the affine that follows the rectifier."""

    taps: tuple[Floats, Floats, Floats]
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """The weights, ready to multiply."""

    words: dict[str, int]
    shapes: dict[str, int]
    unknown: int
    unknown_shape: int
    indexes: npt.NDArray[Any]
    codes: Floats
    shape_vectors: Floats
    layers: tuple[Layer, ...]
    projection: Floats
    bias: Floats
    transitions: Floats
    tags: tuple[str, ...]


@cache
def model() -> Model:
    """The model, read once from the files of the natasha package. Raises `ModuleNotFoundError` without it."""
    from navec import Navec
    from slovnet.api import NER

    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha: its data folder holds the model of Russian names", name="natasha")
    data = Path(next(iter(spec.submodule_search_locations))) / "data"
    navec = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    infer = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar")).infer
    net, encoder = infer.model, infer.encoder
    return Model(
        words=encoder.words_vocab.item_ids,
        shapes=encoder.shapes_vocab.item_ids,
        unknown=encoder.words_vocab.unk_id,
        unknown_shape=encoder.shapes_vocab.unk_id or 0,
        indexes=navec.pq.indexes,
        codes=np.ascontiguousarray(navec.pq.codes, dtype=np.float32),
        shape_vectors=net.emb.shape.weight.array.astype(np.float32),
        layers=tuple(_layer(layer) for layer in net.encoder.layers),
        projection=net.head.proj.weight.array.astype(np.float32),
        bias=net.head.proj.bias.array.astype(np.float32),
        transitions=net.head.crf.transitions.array.astype(np.float32),
        tags=tuple(infer.decoder.tags_vocab.items),
    )


def _layer(layer: Any) -> Layer:
    weight = layer.conv.weight.array.astype(np.float32)  # filters x in x 3
    norm = layer.norm
    scale = (norm.weight.array / norm.std.array).astype(np.float32)
    taps = tuple(np.ascontiguousarray(weight[:, :, tap].T) for tap in range(3))
    shift = (norm.bias.array - norm.mean.array * scale).astype(np.float32)
    return Layer((taps[0], taps[1], taps[2]), layer.conv.bias.array.astype(np.float32), scale, shift)


def find_names(text: str, sentences: Iterable[Span], is_possible: IsPossible) -> list[Named]:
    """The names of a text, sentence by sentence. `is_possible(word, is_first)` says whether a word with a capital may
    belong to a name (`is_first`: it stands where any word has one); only the words around such ones are computed."""
    windows: list[list[re.Match[str]]] = []
    for sentence in sentences:
        places = _places(text, sentence, is_possible)
        if places:
            windows += _windows(list(TOKEN.finditer(text, sentence.start, sentence.end)), places)
    if not windows:
        return []
    found = []
    for window, tags in zip(windows, _tags([[token.group() for token in window] for window in windows]), strict=True):
        found += _spans(window, tags)
    return found


def _places(text: str, sentence: Span, is_possible: IsPossible) -> set[int]:
    """Where the words begin that may belong to a name."""
    places = set()
    for word in CAPITAL.finditer(text, sentence.start, sentence.end):
        start = word.start()
        before = text[max(sentence.start, start - 2) : start].rstrip(" \xa0")
        is_first = start == sentence.start or (before != "" and before[-1] in LINE_STARTS)
        if not is_possible(word.group(), is_first):
            continue
        if not (TERRITORY.match(text, word.end()) and ADJECTIVE.fullmatch(word.group())):
            places.add(start)
    return places


def _windows(tokens: Sequence[re.Match[str]], places: set[int]) -> list[list[re.Match[str]]]:
    """The stretches of a sentence that have to be computed: every possible name with what the model sees around it."""
    windows: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if token.start() not in places:
            continue
        start, end = max(0, place - REACH - MARGIN), min(len(tokens), place + REACH + MARGIN + 1)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return [list(tokens[start:end]) for start, end in windows]


def _tags(items: Sequence[Sequence[str]]) -> list[list[str]]:
    """The tags of each window."""
    net = model()
    emissions, starts = _emissions(net, items)
    return _decode(net, emissions, starts, [len(item) for item in items])


def _emissions(net: Model, items: Sequence[Sequence[str]]) -> tuple[Floats, list[int]]:
    """Scores of the tags for all words of all windows, one after the other with an empty row between, and where each
    starts."""
    words: list[int] = []
    shapes: list[int] = []
    starts = []
    blanks = [0]
    for item in items:
        starts.append(len(words) + 1)
        words.append(0)
        shapes.append(0)
        for token in item:
            word, shape = _ids(token)
            words.append(word)
            shapes.append(shape)
        blanks.append(len(words))
    words.append(0)
    shapes.append(0)
    rows = _vectors(net, np.array(words), np.array(shapes))
    blank = np.array(blanks)
    rows[blank] = 0
    for layer in net.layers:
        padded = np.zeros((len(rows) + 2, rows.shape[1]), dtype=np.float32)
        padded[1:-1] = rows
        before, here, after = layer.taps
        rows = padded[:-2] @ before
        rows += padded[1:-1] @ here
        rows += padded[2:] @ after
        rows += layer.bias
        np.maximum(rows, 0, out=rows)
        rows *= layer.scale
        rows += layer.shift
        rows[blank] = 0
    return rows @ net.projection + net.bias, starts


def _vectors(net: Model, words: Ints, shapes: Ints) -> Floats:
    unique, places = np.unique(words, return_inverse=True)
    vectors = net.codes[np.arange(net.codes.shape[0]), net.indexes[unique]].reshape(len(unique), -1)
    return np.concatenate((vectors[places], net.shape_vectors[shapes]), axis=1)


@lru_cache(maxsize=200_000)
def _ids(token: str) -> tuple[int, int]:
    from slovnet.shape import word_shape

    net = model()
    shape = net.shapes.get(word_shape(token), net.unknown_shape)
    return net.words.get(token.lower(), net.unknown), shape


def _decode(net: Model, emissions: Floats, starts: Sequence[int], lengths: Sequence[int]) -> list[list[str]]:
    """The likeliest tags (Viterbi), all windows at once, the long ones first."""
    order = sorted(range(len(lengths)), key=lambda index: -lengths[index])
    begin = np.array([starts[index] for index in order])
    length = np.array([lengths[index] for index in order])
    score = emissions[begin]
    history: list[npt.NDArray[Any]] = []
    for step in range(1, int(length[0])):
        active = bisect_left([-item for item in length.tolist()], -step) if step else len(order)
        paths = score[:active, :, None] + net.transitions[None]
        best = paths.argmax(1)
        score[:active] = np.take_along_axis(paths, best[:, None, :], 1)[:, 0] + emissions[begin[:active] + step]
        history.append(best)
    last = score.argmax(1)
    decoded: list[list[str]] = [[] for _ in order]
    for rank, index in enumerate(order):
        tag = int(last[rank])
        path = [tag]
        for step in range(int(length[rank]) - 1, 0, -1):
            tag = int(history[step - 1][rank][tag])
            path.append(tag)
        decoded[index] = [net.tags[tag] for tag in reversed(path)]
    return decoded


def _spans(tokens: Sequence[re.Match[str]], tags: Sequence[str]) -> list[Named]:
    """B-PER I-PER O to spans. A window's own edges need no care: names stand at least `MARGIN` words inside, or at
    the edge of the sentence."""
    found: list[Named] = []
    kind, start, end = "", 0, 0
    for token, tag in zip(tokens, tags, strict=True):
        part, _, type_ = tag.partition("-")
        if part == "I" and type_ == kind:
            end = token.end()
            continue
        if kind:
            found.append(Named(kind, start, end))  # type: ignore[arg-type]
        kind = type_ if part in {"B", "I"} else ""
        start, end = token.start(), token.end()
    if kind:
        found.append(Named(kind, start, end))  # type: ignore[arg-type]
    return found
