"""Words that steps look for by dictionary form are found in every form, and whatever is looked for is declared."""

from collections.abc import Iterable, Mapping, Sequence

import pytest

from nlp import annotate, cluster_words, gazetteers, organizations
from nlp.dictionary import forms_of
from nlp.sought import places, sought
from nlp.words import indexes, lemma_of
from tests.nlp.conftest import document


def test_every_form_of_what_is_looked_for_is_found() -> None:
    forms = {form for lemma in sought() for form in forms_of(lemma) if "-" not in form and lemma_of(form) in sought()}
    found = places(annotate(document(" ".join(forms))))
    assert sorted(index for ones in found.values() for index in ones) == list(range(len(forms)))


@pytest.mark.parametrize("written", ["минпромторгом", "Облдуме", "НАНОКЛАСТЕРА", "мчс", "вертолётостроения", "Rosstat"])
def test_a_form_that_the_dictionary_lacks_is_found(written: str) -> None:
    assert list(places(annotate(document(written)))) == [lemma_of(written)]


def test_what_steps_look_for_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def seen(places: Mapping[str, Sequence[int]], lemmas: Iterable[str]) -> list[int]:
        asked.update(lemmas)
        return indexes(places, lemmas)

    for module in (cluster_words, gazetteers, organizations):
        monkeypatch.setattr(module, "indexes", seen)
    annotate(document("Фонд и Правительство России учредили кластер «Луч» в области медицины: нефть, 2 программы."))
    assert "фонд" in asked
    assert asked <= sought()
