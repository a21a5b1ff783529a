"""The model of names, on the words around a possible name only."""

import pytest

from ingest.document import Span
from nlp.ner import find_names

TEXT = (
    "Вчера премьер-министр Чувашии Иван Моторин встретился с представителями компании Microsoft в Москве. "
    "Переговоры прошли в доме правительства, после чего Михаил Игнатьев подписал соглашение."
)
SENTENCES = (Span(0, 100), Span(101, len(TEXT)))


def every(_word: str, _is_first: bool) -> bool:
    return True


def test_people_places_and_organizations_are_found_where_they_stand() -> None:
    found = {(name.kind, TEXT[name.start : name.end]) for name in find_names(TEXT, SENTENCES, every)}
    assert {("PER", "Иван Моторин"), ("LOC", "Москве"), ("ORG", "Microsoft"), ("PER", "Михаил Игнатьев")} <= found


def test_the_words_around_a_name_give_what_the_whole_sentence_gives() -> None:
    whole = (
        "Сообщил " + "и ещё раз повторил тихо " * 10 + "губернатор Виктор Басаргин " + "при всех стоящих рядом " * 10
    )
    asked = find_names(whole, [Span(0, len(whole))], lambda word, _first: word in {"Виктор", "Басаргин"})
    everything = find_names(whole, [Span(0, len(whole))], every)
    assert [whole[name.start : name.end] for name in asked] == ["Виктор Басаргин"]
    assert set(asked) <= set(everything)


@pytest.mark.parametrize("text", ["", "без имён и заглавных букв"])
def test_where_no_name_can_stand_nothing_is_computed(text: str) -> None:
    assert find_names(text, [Span(0, len(text))], every) == []
