"""Ruled grids from line segments, with pdfplumber as the oracle."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pdfplumber

from ingest import read
from ingest.document import Box
from ingest.rulings import lattices
from tests.ingest.conftest import Paper


def level(y: float, x0: float, x1: float) -> Box:
    return (x0, y, x1, y)


def upright(x: float, y0: float, y1: float) -> Box:
    return (x, y0, x, y1)


def test_a_missing_wall_merges_cells() -> None:
    walls = [level(y, 0, 90) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 30, 90)] + [upright(60, 20, 40)]
    (grid,) = lattices(walls)
    assert (grid.rows, grid.columns) == (2, 3)
    assert [(f.row, f.column, f.row_span, f.column_span) for f in grid.frames] == [
        (0, 0, 1, 1),
        (0, 1, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_thin_filled_boxes_and_doubled_borders_are_lines() -> None:
    walls = [(0.0, y - 0.4, 60.0, y + 0.4) for y in (0, 20, 40)]
    walls += [(x + shift, 0.0, x + shift, 40.0) for x in (0, 30, 60) for shift in (0, 0.9)]
    (grid,) = lattices(walls)
    assert (grid.rows, grid.columns, len(grid.frames)) == (2, 2, 4)


def test_open_sides_are_closed_where_the_rules_end() -> None:
    (grid,) = lattices([level(y, 0, 90) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (30, 60)])
    assert (grid.rows, grid.columns) == (2, 3)


def test_a_frame_or_an_underline_is_no_table() -> None:
    assert lattices([level(0, 0, 90), level(50, 0, 90), upright(0, 0, 50), upright(90, 0, 50), level(200, 0, 90)]) == []


def test_lines_of_a_drawing_that_happen_to_meet_are_no_table() -> None:
    walls = [level(0, 0, 500), level(300, 0, 60), level(310, 400, 500), upright(50, 0, 700), upright(450, 0, 320)]
    assert lattices(walls) == []


def test_two_tables_on_a_page_stay_apart() -> None:
    one = [level(y, 0, 60) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 30, 60)]
    two = [(x0, y0 + 100, x1, y1 + 100) for x0, y0, x1, y1 in one]
    assert len(lattices([*one, *two])) == 2


def test_cells_are_those_that_pdfplumber_finds(paper: Paper) -> None:
    xs, ys = (60, 150, 260, 400, 520), (760, 730, 690, 660, 640)

    def draw(canvas: Any) -> None:
        for x in xs:
            canvas.line(x, ys[0], x, ys[-1])
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        for row, y in enumerate(ys[1:]):
            for column, x in enumerate(xs[:-1]):
                canvas.drawString(x + 4, y + 5, f"cell {row} {column}")

    data = paper(draw)
    document = read(data, "grid.pdf")
    (table,) = document.tables
    found = [[document.text[c.start : c.end] for c in table.cells if c.row == row] for row in range(table.rows)]
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert found == pdf.pages[0].extract_tables()[0]


def test_a_page_with_many_curves_costs_no_table(paper: Callable[..., bytes]) -> None:
    def chart(canvas: Any) -> None:
        for index in range(500):
            canvas.line(60 + index, 100, 60 + index, 100 + index % 90)
            canvas.line(60, 300 + index, 500, 300 + index)
        canvas.drawString(60, 60, "A chart of many lines")

    assert read(paper(chart), "chart.pdf").tables == ()
