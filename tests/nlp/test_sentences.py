"""Where sentences end."""

import pytest

from ingest.document import Block, Document, Page
from nlp.sentences import find_sentences, split


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Закон принят 31.12. 2014 г. № 488-ФЗ.",
        "Согласно ст. 5 Закона г. Пермь является столицей.",
        "Подписал А.Б. Иванов.",
        "1. Общие положения",
        "The Ministry (approx. 40 staff) moved to St. Petersburg.",
    ],
)
def test_abbreviations_initials_and_numbers_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_full_stop_before_a_capital_and_the_end_of_a_list_item_do() -> None:
    text = "Кластер создан. Он растёт!\nЦели:\n1) рост;\n2) экспорт."
    assert sentences(text) == ["Кластер создан.", "Он растёт!", "Цели:\n1) рост;", "2) экспорт."]


def test_blocks_are_the_limit_of_a_sentence() -> None:
    text = "Заголовок без точки\nТекст под ним."
    blocks = (Block("heading", 0, 19, 1), Block("paragraph", 20, len(text)))
    page = Page(1, 0, 0, 0, len(text))
    document = Document("a.txt", "0" * 64, "text/plain", "", "ru", text, (page,), blocks)
    assert [text[span.start : span.end] for span in find_sentences(document)] == [
        "Заголовок без точки",
        "Текст под ним.",
    ]


def test_blank_lines_and_page_breaks_are_where_there_are_no_blocks() -> None:
    text = "Первый\n\nВторой\fТретий"
    document = Document("a.txt", "0" * 64, "text/plain", "", "ru", text, (Page(1, 0, 0, 0, len(text)),))
    assert [text[span.start : span.end] for span in find_sentences(document)] == ["Первый", "Второй", "Третий"]
