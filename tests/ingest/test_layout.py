"""Reading order as pure geometry: nothing lost, nothing twice, and the same whatever the drawing order."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Box
from ingest.layout import flow, order, with_marks
from ingest.lines import Line, turned


def line(text: str, x: float, y: float, *, width: float | None = None, size: float = 10) -> Line:
    return Line(text, range(len(text)), (x, y, x + (width or 5 * len(text)), y + size), size)


def said(lines: list[Line]) -> list[str]:
    return [row.text for stretch in flow(lines) for row in stretch]


COLUMNS = [
    line(f"left {index} is as long as a line of text is", 50, 100 + 14 * index, width=220) for index in range(8)
] + [line(f"right {index} is as long as a line of text is", 300, 100 + 14 * index, width=220) for index in range(8)]


@given(st.permutations(COLUMNS))
def test_drawing_order_does_not_matter(shuffled: list[Line]) -> None:
    assert said(shuffled) == [one.text for one in COLUMNS]


boxes = st.tuples(st.integers(0, 500), st.integers(0, 700), st.integers(5, 300), st.integers(6, 30)).map(
    lambda b: (float(b[0]), float(b[1]), float(b[0] + b[2]), float(b[1] + b[3]))
)


@given(st.lists(boxes, max_size=40))
def test_every_box_comes_out_once(found: list[Box]) -> None:
    assert sorted(order(found)) == list(range(len(found)))


@given(boxes, st.integers(0, 3))
def test_turning_back_gives_the_same_box(box: Box, turn: int) -> None:
    assert turned(turned(box, turn), -turn % 4) == box


def test_a_title_above_two_columns_and_a_note_below_them_frame_them() -> None:
    title = line("A title that runs over both of the columns of this page", 50, 60, width=460, size=16)
    note = line("A note below that runs over both of the columns of this page", 50, 300, width=460)
    assert said([note, *COLUMNS, title]) == [title.text, *(one.text for one in COLUMNS), note.text]


def test_three_columns_are_read_from_left_to_right() -> None:
    columns = [
        [
            line(f"column {number} line {index} is long", 50 + 170 * number, 100 + 14 * index, width=150)
            for index in range(6)
        ]
        for number in range(3)
    ]
    by_rows = [columns[number][index] for index in range(6) for number in range(3)]
    assert said(by_rows) == [one.text for column in columns for one in column]


def test_a_sidebar_beside_text_of_other_leading_is_read_after_it() -> None:
    text = [line("running text fills the wide column of the page", 50, 100 + 14 * i, width=330) for i in range(12)]
    side = [line("a note at the side", 410, 120 + 19 * i, width=100) for i in range(5)]
    assert said([*side, *text]) == [*(one.text for one in text), *(one.text for one in side)]


def test_labels_and_values_in_rows_are_read_row_by_row() -> None:
    rows = [("Region", "Perm"), ("Status", "pilot"), ("Level of organization", "medium"), ("Members", "37")]
    lines = [line(text, x, 100 + 16 * i) for i, row in enumerate(rows) for text, x in zip(row, (50, 250), strict=True)]
    assert " ".join(said(lines[::-1])) == " ".join(" ".join(row) for row in rows)


def test_a_bullet_joins_the_text_beside_it() -> None:
    (item,) = with_marks([line("•", 50, 100), line("first item", 70, 100)])
    assert item.text == "• first item"
