"""The slovnet model that natasha carries: what it takes each word of a stretch of Russian news for.

A three-layer convolution over navec word vectors and word shapes, and a CRF. Two things make it quick without changing
its answers. A convolution is linear in its words, so what the first layer, two thirds of the work, makes of a word form
is kept by form. And the affine after each rectifier goes into the weights of the next layer.
Kukushkin, "Slovnet", 2020, https://github.com/natasha/slovnet; the weights are read with slovnet and navec themselves.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.record import record

REACH = 3  # words: three convolutions of width three
FORMS_KEPT = 32_768  # word forms whose first layer is kept, 3 kB each; then all are forgotten
BATCH = 2_000  # words computed together: more would leave the processor's cache
NO_WORD = ""  # what stands before, between and after the windows

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@record
class Layer:
    """A convolution of width three: the matrices of the words before, at and after side by side (`taps`, inputs x
    3 filters), its bias, and `silence`: what its input holds where there is no word."""

    taps: Floats
    bias: Floats
    silence: Floats


@record
class Model:
    """The weights, ready to multiply. The vector of a word is put together of parts: `indexes` says which of the
    `codes` of each part, which begin at `firsts`."""

    words: dict[str, int]
    shapes: dict[str, int]
    unknown: int
    unknown_shape: int
    indexes: npt.NDArray[Any]
    firsts: Ints
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
    shape_vectors = net.emb.shape.weight.array.astype(np.float32)
    parts, size, width = navec.pq.codes.shape
    layers, scale, shift = _layers(net.encoder.layers, parts * width + shape_vectors.shape[1])
    projection = net.head.proj.weight.array
    return Model(
        words=encoder.words_vocab.item_ids,
        shapes=encoder.shapes_vocab.item_ids,
        unknown=encoder.words_vocab.unk_id,
        unknown_shape=encoder.shapes_vocab.unk_id or 0,
        indexes=navec.pq.indexes,
        firsts=np.arange(parts) * size,
        codes=np.ascontiguousarray(navec.pq.codes, dtype=np.float32).reshape(parts * size, -1),
        shape_vectors=shape_vectors,
        layers=layers,
        projection=(scale[:, None] * projection).astype(np.float32),
        bias=(net.head.proj.bias.array + shift @ projection).astype(np.float32),
        transitions=net.head.crf.transitions.array.astype(np.float32),
        tags=tuple(infer.decoder.tags_vocab.items),
    )


def _layers(layers: Any, inputs: int) -> tuple[tuple[Layer, ...], npt.NDArray[Any], npt.NDArray[Any]]:
    """The convolutions, each with the affine of the one before in its weights, and the affine after the last."""
    made = []
    scale, shift = np.ones(inputs), np.zeros(inputs)
    for layer in layers:
        weight = layer.conv.weight.array.astype(np.float64)  # filters x inputs x 3
        taps = np.concatenate([scale[:, None] * weight[:, :, tap].T for tap in range(3)], axis=1)
        bias = layer.conv.bias.array + sum(shift @ weight[:, :, tap].T for tap in range(3))
        made.append(Layer(*(np.ascontiguousarray(part, dtype=np.float32) for part in (taps, bias, -shift / scale))))
        norm = layer.norm
        scale = norm.weight.array / norm.std.array.astype(np.float64)
        shift = norm.bias.array - norm.mean.array * scale
    return tuple(made), scale, shift


class Forms:
    """What the first layer makes of word forms, for each of its three taps, with the bias at the middle one."""

    def __init__(self, net: Model) -> None:
        self._net = net
        self._lock = Lock()
        self._forget(0)

    def _forget(self, coming: int) -> None:
        size = max(FORMS_KEPT, coming + 1)
        self._taps = np.zeros((3, size, self._net.layers[0].bias.size), dtype=np.float32)
        self._places = {NO_WORD: 0}
        self._twins: dict[tuple[int, int], int] = {}  # forms that the model cannot tell apart share a place

    def first_layer(self, words: Sequence[str]) -> Floats:
        """The rectified first layer of the words but the first and the last."""
        with self._lock:
            places = self._placed(words)
            rows: Floats = self._taps[0].take(places[:-2], axis=0)
            rows += self._taps[1].take(places[1:-1], axis=0)
            rows += self._taps[2].take(places[2:], axis=0)
        np.maximum(rows, 0, out=rows)
        return rows

    def _placed(self, words: Sequence[str]) -> Ints:
        new = set(words).difference(self._places)
        if new:
            if len(self._twins) + len(new) >= self._taps.shape[1]:
                self._forget(len(set(words)))
                new = set(words) - {NO_WORD}
            self._add(sorted(new))
        return np.fromiter(map(self._places.__getitem__, words), dtype=np.int64, count=len(words))

    def _add(self, words: Sequence[str]) -> None:
        ids = [self._ids(word) for word in words]
        begin = len(self._twins) + 1
        new = list(dict.fromkeys(pair for pair in ids if pair not in self._twins))
        self._twins.update(zip(new, range(begin, begin + len(new)), strict=True))
        self._places.update(zip(words, map(self._twins.__getitem__, ids), strict=True))
        if new:
            made = _vectors(self._net, np.array(new)) @ self._net.layers[0].taps
            for tap, part in enumerate(np.split(made, 3, axis=1)):
                self._taps[tap, begin : begin + len(new)] = part
            self._taps[1, begin : begin + len(new)] += self._net.layers[0].bias

    def _ids(self, token: str) -> tuple[int, int]:
        from slovnet.shape import word_shape

        net = self._net
        shape = net.shapes.get(word_shape(token), net.unknown_shape)
        return net.words.get(token.lower(), net.unknown), shape


def _vectors(net: Model, ids: Ints) -> Floats:
    """The vectors of words and shapes side by side, a row a pair of their ids."""
    words, shapes = ids.T
    vectors = net.codes.take(net.indexes[words] + net.firsts, axis=0).reshape(len(ids), -1)
    return np.concatenate((vectors, net.shape_vectors[shapes]), axis=1)


@cache
def _forms() -> Forms:
    return Forms(model())


def tags_of(windows: Sequence[Sequence[str]]) -> list[str]:
    """The tags (`O`, `B-PER`, `I-PER`, ...) of all words of all windows, one after the other; each window is read as a
    sentence."""
    tags: list[str] = []
    names = np.array(model().tags, dtype=object)
    for batch in _batches(windows):
        tags += names[_decoded(*_emissions(batch))].tolist()
    return tags


def _batches(windows: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    batch: list[Sequence[str]] = []
    size = 0
    for window in windows:
        batch.append(window)
        size += len(window)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _emissions(windows: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
    """The scores of the tags for the words of all windows, one after the other, and where each window begins."""
    net = model()
    words = [NO_WORD] * REACH
    blanks = list(range(REACH))
    for window in windows:
        words += window
        blanks.append(len(words))
        words.append(NO_WORD)
    blanks += (len(words), len(words) + 1)
    words += [NO_WORD] * (REACH - 1)
    blank = np.array(blanks)
    rows = _forms().first_layer(words)
    for depth, layer in enumerate(net.layers[1:], 1):
        rows[blank[depth:-depth] - depth] = layer.silence
        made = rows @ layer.taps
        width = layer.bias.size
        rows = made[:-2, :width] + made[1:-1, width : 2 * width]
        rows += made[2:, 2 * width :]
        rows += layer.bias
        np.maximum(rows, 0, out=rows)
    rows = np.delete(rows, blank[REACH:-REACH] - REACH, axis=0)
    return rows @ net.projection + net.bias, blank[REACH - 1 : -REACH] - np.arange(REACH - 1, len(blank) - REACH)


def _decoded(emissions: Floats, firsts: Ints) -> Ints:
    """The likeliest tags of words in a row (Viterbi); at `firsts` a window begins, whatever stands before it.

    What is best from one tag to another is found for pairs of words, then for pairs of pairs and so on, all of a level
    at once: a few operations on large arrays where a walk from word to word takes many on small ones.
    """
    steps = model().transitions[:, :, None] + emissions.T  # tags before x tags x words
    steps[:, :, firsts] = emissions.T[:, firsts]
    levels: list[tuple[Floats, Floats]] = []
    while steps.shape[2] > 1:
        lefts, rights = np.ascontiguousarray(steps[:, :, ::2]), np.ascontiguousarray(steps[:, :, 1::2])
        levels.append((lefts, rights))
        pairs = rights.shape[2]
        steps = np.concatenate((_joined(lefts[:, :, :pairs], rights), lefts[:, :, pairs:]), axis=2)
    before: Ints = np.zeros(1, dtype=np.int64)
    tags: Ints = steps[0].argmax(0)
    for lefts, rights in reversed(levels):
        before, tags = _parted(lefts, rights, before, tags)
    return tags


def _joined(lefts: Floats, rights: Floats) -> Floats:
    """What is best over two stretches: from each tag before the first to each tag at the end of the second."""
    best: Floats = np.maximum.reduce(lefts[:, :, None] + rights[None], axis=1)
    best -= best[0, 0]  # what all share decides nothing, and sums of many words would lose the small differences
    return best


def _parted(lefts: Floats, rights: Floats, before: Ints, tags: Ints) -> tuple[Ints, Ints]:
    """The tags before and at the end of each half, where those of the whole stretches are known. A last stretch
    without a right half stays as it is."""
    pairs = np.arange(rights.shape[2])
    middle = (lefts[before[pairs], :, pairs] + rights[:, tags[pairs], pairs].T).argmax(1)
    size = lefts.shape[2] + len(pairs)
    parted = np.empty((2, size), dtype=np.int64)
    parted[0, ::2], parted[1, 1::2] = before, tags[pairs]
    parted[0, 1::2] = parted[1, : 2 * len(pairs) : 2] = middle
    parted[1, 2 * len(pairs) :] = tags[len(pairs) :]
    return parted[0], parted[1]
