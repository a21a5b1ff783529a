"""Plain text: unchanged, and with structure where its lines show one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import read
from ingest.errors import Empty, NoText
from ingest.text import read_text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1))
def test_every_character_is_kept(text: str) -> None:
    if not text.strip() or "\x00" in text:
        return
    document = read_text(text.encode(), "a.txt")
    assert document.text == text
    assert document.pages[0].end == len(text)
    ends = [block.end for block in document.blocks]
    assert all(block.start < block.end for block in document.blocks)
    assert ends == sorted(ends)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_russian_reads_the_same_in_every_encoding(charset: str) -> None:
    text = "Постановление Правительства Российской Федерации от 31.07.2015 N 779\r\nО промышленных кластерах\r\n"
    document = read(text.encode(charset), "act.txt")
    assert document.text == text
    assert document.language == "ru"


def test_blocks_follow_blank_lines_marks_and_line_ends() -> None:
    text = "# Реестр\n\nКластер создан\nв 2012 году.\n\n- Регион: Томская область\n- Статус: пилотный\n"
    document = read(text.encode(), "a.txt")
    found = [(block.kind, text[block.start : block.end]) for block in document.blocks]
    assert found[0] == ("heading", "# Реестр")
    assert found[-2:] == [("list_item", "- Регион: Томская область"), ("list_item", "- Статус: пилотный")]
    pairs = [(text[p.label.start : p.label.end], text[p.value.start : p.value.end]) for p in document.pairs]
    assert pairs == [("Регион", "Томская область"), ("Статус", "пилотный")]


def test_lines_of_tabs_are_a_table() -> None:
    text = "Итоги\n\n\t2013\t2014\nСубсидия\t94\t114\n\nКонец текста."
    (table,) = read(text.encode(), "a.txt").tables
    rows = [[text[c.start : c.end] for c in table.cells if c.row == row] for row in range(table.rows)]
    assert rows == [["", "2013", "2014"], ["Субсидия", "94", "114"]]
    assert all(cell.is_header for cell in table.cells if cell.row == 0)


def test_lines_of_bars_are_a_table() -> None:
    text = "| Регион | Число |\n|---|---|\n| Тула | 9 |\n| Москва | 6 |\n"
    (table,) = read(text.encode(), "a.txt").tables
    assert [text[c.start : c.end] for c in table.cells] == ["Регион", "Число", "Тула", "9", "Москва", "6"]


def test_nothing_to_read_is_refused() -> None:
    with pytest.raises(Empty):
        read(b"", "a.txt")
    with pytest.raises(NoText):
        read(b" \n\t\n", "a.txt")
