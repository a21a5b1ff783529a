"""The model beside slovnet itself, and its Viterbi beside every path."""

import importlib.util
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from navec import Navec
from slovnet.api import NER

from nlp import ner_model
from nlp.ner_model import Forms, _decoded, _forms, model, tags_of

SENTENCE = "Вчера министр Денис Мантуров встретился в Перми с главой компании « Протон » Иваном Арбузовым ."
WORDS = SENTENCE.split()


@cache
def slovnet() -> Any:
    spec = importlib.util.find_spec("natasha")
    assert spec is not None
    assert spec.submodule_search_locations
    data = Path(next(iter(spec.submodule_search_locations))) / "data"
    ner = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    ner.navec(Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return ner.infer


def tagged(words: list[str]) -> list[str]:
    """What slovnet itself says of the words of one sentence."""
    infer = slovnet()
    (tags,) = infer.decoder(infer.process(infer.encoder([words])))
    return list(tags)


@pytest.mark.parametrize("windows", [[WORDS], [WORDS, WORDS[2:5], WORDS[6:7]], [WORDS[:1]]])
def test_every_window_is_tagged_as_slovnet_tags_the_sentence(windows: list[list[str]]) -> None:
    assert tags_of(windows) == [tag for window in windows for tag in tagged(window)]


def test_many_windows_go_through_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner_model, "BATCH", 20)
    assert tags_of([WORDS] * 5) == tagged(WORDS) * 5


def test_forms_that_are_forgotten_are_computed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner_model, "FORMS_KEPT", 4)
    small = Forms(model())
    for _ in range(2):
        for window in (WORDS[:3], WORDS[3:], WORDS):
            assert np.allclose(small.first_layer(window), _forms().first_layer(window), atol=1e-5)


@pytest.mark.parametrize("lengths", [(1,), (5,), (3, 1, 2), (1, 1), (2, 4, 1)])
def test_the_likeliest_tags_are_those_of_the_best_path(lengths: tuple[int, ...]) -> None:
    transitions = model().transitions
    firsts = np.cumsum((0, *lengths[:-1]))
    emissions = np.random.default_rng(sum(lengths)).normal(0, 3, (sum(lengths), len(transitions))).astype(np.float32)
    found = _decoded(emissions, firsts).tolist()
    for first, length in zip(firsts.tolist(), lengths, strict=True):
        own = emissions[first : first + length]

        def worth(path: tuple[int, ...], own: "ner_model.Floats" = own) -> float:
            steps = sum(float(transitions[left, right]) for left, right in pairwise(path))
            return steps + sum(float(own[place, tag]) for place, tag in enumerate(path))

        paths = product(range(len(transitions)), repeat=length)
        assert tuple(found[first : first + length]) == max(paths, key=worth)
