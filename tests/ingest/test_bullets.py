"""Bullets that are drawn: items of a list get their mark back, and dots of a drawing stay dots."""

from typing import Any

from ingest import read
from tests.ingest.conftest import Draw, Paper, both, lines

ITEMS = ("поддержать три кластера", "открыть центр испытаний", "обучить сорок технологов")


def dots(*heights: float, x: float = 64, radius: float = 2) -> Draw:
    """Filled discs, their middles at these heights."""

    def draw(canvas: Any) -> None:
        for height in heights:
            canvas.circle(x, height, radius, stroke=0, fill=1)

    return draw


def blocks(data: bytes) -> list[tuple[str, str]]:
    document = read(data, "list.pdf")
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_drawn_bullet_makes_an_item(paper: Paper) -> None:
    data = paper(both(lines("Что сделано за год:", top=795), lines(*ITEMS, x=76), dots(784, 769, 754)))
    assert blocks(data)[-3:] == [("list_item", f"• {item}") for item in ITEMS]


def test_the_bullet_itself_has_no_place_on_the_page(paper: Paper) -> None:
    document = read(paper(both(lines(*ITEMS, x=76), dots(784, 769, 754))), "list.pdf")
    first = document.pages[0].runs[0]
    assert document.text[: first.start] == "• "
    assert document.text[first.start :].startswith(ITEMS[0])


def test_a_dot_alone_and_a_row_of_dots_are_no_bullets(paper: Paper) -> None:
    for drawn in (dots(784), dots(*range(750, 790, 5))):
        assert all(kind != "list_item" for kind, _ in blocks(paper(both(lines(*ITEMS, x=76), drawn))))
