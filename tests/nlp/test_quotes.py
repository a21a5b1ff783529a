"""Quotation marks as official texts have them."""

import pytest

from nlp.quotes import opening_after, quoted_end, stripped


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("«Технополис «Новый Звездный» получит", "«Технополис «Новый Звездный»"),
        ('"Технополис "Новый Звездный"" дал', '"Технополис "Новый Звездный""'),
        ("«Сибэнергомаш», «Луч»", "«Сибэнергомаш»"),
        ('"A" и "B"', '"A"'),
        ("„Рога и Копыта“ x", "„Рога и Копыта“"),
        ("“Novy Zvezdny” x", "“Novy Zvezdny”"),
        ("«НПО «Луч» – завод «Икс»» да", "«НПО «Луч» – завод «Икс»»"),
    ],
)
def test_a_quotation_ends_where_its_name_ends(text: str, quotation: str) -> None:
    end = quoted_end(text, 0)
    assert end is not None
    assert text[:end] == quotation


def test_what_nothing_closes_is_no_quotation() -> None:
    assert quoted_end("«Новый и так далее", 0) is None


def test_a_blank_line_ends_it() -> None:
    assert quoted_end("«Новый\n\nЗвездный»", 0) is None


def test_inner_marks_come_in_pairs() -> None:
    assert stripped('"Технополис "Новый Звездный"') == "Технополис «Новый Звездный»"


def test_a_closing_mark_opens_nothing() -> None:
    assert opening_after('завод" и', 5) is None
