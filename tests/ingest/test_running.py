"""Page numbers are told from what a page counts."""

from ingest import read
from tests.ingest.conftest import Paper, both, lines


def test_two_equal_numbers_at_the_head_of_one_page_are_no_page_numbers(paper: Paper) -> None:
    rows = [("1", "Introduction", "1"), ("2", "Regional setting", "4"), ("3", "Findings", "9")]
    columns = zip((60, 100, 400), zip(*rows, strict=True), strict=True)
    document = read(paper(both(*(lines(*column, x=x, top=800) for x, column in columns))), "contents.pdf")
    assert not [block for block in document.blocks if block.kind in ("header", "footer")]
    (table,) = document.tables
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    assert [document.text[cell.start : cell.end] for cell in cells] == [text for row in rows for text in row]
