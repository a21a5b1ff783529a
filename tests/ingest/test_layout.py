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


def test_callouts_one_below_the_other_beside_a_list_are_read_after_it() -> None:
    items = [line("• an item of the list that has", 50, 100, width=300), line("a second line", 50, 113)]
    items += [line("• another item of the list that", 50, 140, width=300), line("has a second line", 50, 153)]
    items += [line("• a last item", 50, 180)]
    callouts = [line("883", 430, 95, size=34), line("applications came", 430, 139), line("170", 430, 170, size=34)]
    callouts += [line("were granted", 430, 214)]
    assert said([*callouts, *items]) == [one.text for one in (*items, *callouts)]


def test_a_line_over_two_of_three_columns_ends_them() -> None:
    columns = [
        [line(f"label {column} {row}", 50 + 180 * column, 100 + 14 * row) for row in range(3)] for column in range(3)
    ]
    for column in columns:
        column.insert(0, line("94", column[0].box[0], 60, size=34))
    note = line("A note on the first two of the three figures above it", 50, 146, width=350)
    assert said([note, *columns[2], *columns[1], *columns[0]]) == [
        *(one.text for column in columns for one in column), note.text,
    ]  # fmt: skip


def test_bare_boxes_of_one_size_beside_others_have_an_order() -> None:
    """Boxes without text are no running text that makes room for a box."""
    found = [(0, 0, 5, 6), (0, 122, 5, 128), (0, 151, 5, 168), (10, 0, 15, 6), (10, 122, 15, 140)]
    assert sorted(order(found)) == list(range(len(found)))


def test_a_centred_subtitle_stands_above_all_three_columns() -> None:
    title = line("Yearly report of the board", 150, 40, width=300, size=18)
    subtitle = line("for its members", 262, 66, width=76, size=11)
    columns = [
        [line(f"column {place} line {row} is long", 50 + 170 * place, 88 + 14 * row, width=150) for row in range(6)]
        for place in range(3)
    ]
    assert said([*columns[1], subtitle, *columns[0], title, *columns[2]]) == [
        title.text, subtitle.text, *(one.text for column in columns for one in column),
    ]  # fmt: skip


def test_narrow_columns_are_read_downwards_where_sentences_run_on_in_them() -> None:
    left = "The centre opened|last spring and is|used by nine of its|members to test|parts of engines|for aircraft"
    right = "A second hall will|be built when the|city has found|land near the|river port and|the railway"
    columns = [left.split("|"), right.split("|")]
    lines = [line(columns[place][row], 50 + 200 * place, 100 + 14 * row) for row in range(6) for place in range(2)]
    assert said(lines) == [*columns[0], *columns[1]]
