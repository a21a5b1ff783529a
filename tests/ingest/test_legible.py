"""Text layers that lie, and real ones that only look odd."""

import pytest

from ingest.legible import unreadable

RUSSIAN = "Правила распределения субсидий установлены постановлением Правительства Российской Федерации. " * 3
ENGLISH = "The case study on the Russian cluster initiative highlights the importance of regional profiles. " * 3


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        ENGLISH,
        RUSSIAN.upper(),
        RUSSIAN + ENGLISH,
        "94 114 120 152",
        "Тел.: +7 342 212-17-47, e-mail: a_b@c-d.ru " * 9,
        "АО «ГНЦ НИИАР», ФГУП «РФЯЦ-ВНИИЭФ», МГУ, НИУ ВШЭ, ОАО «РЖД», ГК «Росатом», iPhone, eBay, McKinsey " * 3,
    ],
)
def test_real_text_is_believed(text: str) -> None:
    assert unreadable(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN.encode("cp1251").decode("latin-1"),
        RUSSIAN.encode().decode("cp1251", errors="replace"),
        "".join(chr(ord(letter) + 3) if letter.isalpha() else letter for letter in RUSSIAN),
        "\x03\x10\x15" * 40 + "N_^_jZevguc",
        '"!$%&',
    ],
)
def test_mojibake_is_not(text: str) -> None:
    assert unreadable(text)
