"""Latin letters in Russian words: read in Cyrillic where a page is full of them, left alone where they are few."""

import pytest

from ingest import Span, locate, read
from tests.ingest.conftest import Paper, both, lines
from tests.ingest.scanning import ENGLISH, RUSSIAN

LATIN = str.maketrans("АВЕКМНОРСТУХаеорсух", "ABEKMHOPCTYXaeopcyx")


def test_russian_written_with_latin_letters_is_read_as_russian(paper: Paper) -> None:
    data = paper(lines(*(text.translate(LATIN) for text in RUSSIAN)))
    document = read(data, "act.pdf")
    assert document.text == "\n".join(RUSSIAN)
    (finding,) = document.findings
    assert "Russian words with Latin letters that look alike" in finding
    span = Span(document.text.index("Галицкий"), document.text.index("Галицкий") + len("Галицкий"))
    (passage,) = locate(data, document, [span])[span]
    assert passage.quote == "Галицкий"
    (plain,) = locate(paper(lines(*RUSSIAN)), read(paper(lines(*RUSSIAN)), "a.pdf"), [span])[span]
    assert passage.boxes[0] == pytest.approx(plain.boxes[0], abs=1)


def test_a_slip_of_the_hand_and_words_of_two_scripts_stay(paper: Paper) -> None:
    texts = (*RUSSIAN, "Cайт ИT-отрасли: www.cluster.ru, центр Smart", *ENGLISH)
    document = read(paper(lines(*texts)), "act.pdf")
    assert "Cайт ИT-отрасли: www.cluster.ru, центр Smart" in document.text
    assert document.findings == ()


def test_english_words_on_such_a_page_stay_english(paper: Paper) -> None:
    texts = (*(text.translate(LATIN) for text in RUSSIAN), "The cluster keeps a page: www.cope.example")
    assert "The cluster keeps a page: www.cope.example" in read(paper(lines(*texts)), "act.pdf").text


def test_mixed_words_that_nobody_sees_are_not_said_to_be_read(paper: Paper) -> None:
    """Those of a text that lies outside the page."""
    texts = [text.translate(LATIN) for text in RUSSIAN]
    document = read(paper(both(lines(*texts, x=900), lines(*RUSSIAN, top=500))), "act.pdf")
    assert document.text == "\n".join(RUSSIAN)
    assert not any("look alike" in finding for finding in document.findings)
