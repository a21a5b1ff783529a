"""What is read from the compiled tables beside what pymorphy3 itself says."""

import pytest

from nlp.dictionary import analyzer, inflected, is_known, likeliest_lemma, readings

WORDS = [
    "стали",
    "кластером",
    "елка",
    "ёлки",
    "воробьев",
    "вооруженных",
    "лучших",
    "наибольшее",
    "петрова",
    "министерств",
    "рф",
    "зам.",
    "бутявкать",
    "байткода",
    "хисамутдиновой",
    "мишустиным",
    "псевдокластера",
    "абарниковой",
    "инженер-технолог",
    "25",
    "xyz",
    "хорошо",
    "чтобы",
    "двумя",
    "пошёл",
    "делами",
]
WANTED = [{"nomn"}, {"gent", "plur"}, {"ablt", "sing"}, {"loct", "sing", "femn"}, {"voct"}, {"INFN"}]


@pytest.mark.parametrize("word", WORDS)
def test_every_way_is_that_of_the_analyzer(word: str) -> None:
    own = [(way.form, way.lemma, way.grammemes, pytest.approx(way.score)) for way in readings(word)]
    assert own == [(p.word, p.normal_form, p.tag.grammemes, p.score) for p in analyzer().parse(word)[: len(own)]]
    assert likeliest_lemma(word) == own[0][1]
    assert is_known(word) == analyzer().word_is_known(word)


@pytest.mark.parametrize("word", WORDS)
def test_every_form_is_that_of_the_analyzer(word: str) -> None:
    for way, parse in zip(readings(word), analyzer().parse(word), strict=False):
        for wanted in WANTED:
            form = parse.inflect(wanted)
            assert inflected(way, frozenset(wanted)) == (form.word if form else None)
