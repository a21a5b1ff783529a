"""Whoever is asked about a pair reads the reasons in the language of the page."""

import re

from graph.resolution.decision import FEATURES, Reason
from graph.resolution.russian import OPPOSITE, SENTENCES


def test_every_feature_says_its_reason_in_russian() -> None:
    assert set(SENTENCES) == set(FEATURES)
    assert set(OPPOSITE) <= set(FEATURES)
    assert all(re.fullmatch(r"[А-ЯЁ][А-Яа-яЁё ,:—-]+\.", sentence) for sentence in SENTENCES.values())


def test_a_surname_that_differs_is_not_said_to_be_the_same() -> None:
    assert Reason("same_surname", 0.3).sentence_in("ru").startswith("Фамилия одна")
    assert (Reason("same_surname", -2.0).sentence, Reason("same_surname", -2.0).sentence_in("ru")) == (
        "The surnames differ.",
        "Фамилии различаются.",
    )
