"""Known names found among the words of a text."""

from nlp.gazetteers import Gazetteer
from nlp.steps import pipeline
from nlp.words import index_of, read_words, words_of_tokens

NAMES = Gazetteer(
    [
        ("space", "космическая промышленность"),
        ("space", "космическая"),
        ("mer", "МЭР"),
        ("it", "информационные технологии"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    words = list(read_words(text))
    hits = NAMES.find(text, words, index_of([word.text for word in words]))
    return [(hit.entries[0][0], text[words[hit.first].start : words[hit.last - 1].end]) for hit in hits]


def test_the_longest_name_in_any_case_wins() -> None:
    assert found("в космической промышленности") == [("space", "космической промышленности")]


def test_line_ends_and_hyphens_are_blanks() -> None:
    assert found("информационных\n технологий") == [("it", "информационных\n технологий")]


def test_an_abbreviation_is_found_in_capitals_only() -> None:
    assert found("мэр города и МЭР") == [("mer", "МЭР")]


def test_punctuation_ends_a_name() -> None:
    assert found("космическая, промышленность") == [("space", "космическая")]


def test_the_words_of_tokens_are_those_of_the_text() -> None:
    text = "Фонд_развития (ЦКР)_ст. 5_а\n____ В 2015г., «Кама»  № 77-ФЗ\u00a0e-mail: a_b@c.ru naïve"
    tokens = pipeline("ru").make_doc(text).user_data["tokens"]
    assert "".join(tokens) == text
    assert list(words_of_tokens(text, tokens)) == read_words(text)
