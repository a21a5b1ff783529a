"""An Excel workbook as a Document: a page a sheet, its titles, tables and notes."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from ingest.document import Document
from ingest.office.areas import area_parts
from ingest.office.held import Held
from ingest.office.leaves import Binding, Leaf, Part, composed, flat
from ingest.office.number_formats import shown
from ingest.office.package import XLSX, check_package, unpacking

UNCOUNTED = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
SHEET_PART = re.compile(r"^xl/worksheets/[^/]+\.xml$")
DEFAULT_NAME = re.compile(r"^(?:лист|sheet|worksheet|table|таблица|лист microsoft excel)\s*\d*$", re.IGNORECASE)


def read_xlsx(data: bytes, source: str) -> Document:
    """The sheets as they are shown: values as formatted, formulas by their stored results; hidden sheets, rows and
    columns are left out and said.

    Raises Damaged, Encrypted, UnknownMedia or NoText.
    """
    check_package(data)
    with unpacking("an Excel workbook"):
        book = _opened(data)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        findings = list(_hidden_sheets(book))
        leaves = []
        for sheet in sheets:
            leaves.append(Leaf(tuple(_parts(sheet))))
            findings.extend(_hidden_lines(sheet))
            findings.extend(_comments(sheet))
        uncounted = _uncounted(data)
        if uncounted:
            findings.append(
                f"{uncounted} formulas have no stored result: open and save the workbook in a spreadsheet program"
            )
        return composed(data, source, Binding(XLSX, book.properties.title or "", tuple(findings)), leaves)


def _opened(data: bytes) -> Any:
    import openpyxl  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions that hold no text: validation, conditional colours
        return openpyxl.load_workbook(BytesIO(data), data_only=True)


def _parts(sheet: Any) -> Iterator[Part]:
    """The sheet's name, if a person gave it, then its areas."""
    cells = list(_cells(sheet))
    name = flat(sheet.title)
    if cells and not DEFAULT_NAME.match(name) and all(cell.text != name for cell in cells):
        yield Part("heading", name, 1)
    yield from area_parts(cells, _styled_rows(sheet))


def _cells(sheet: Any) -> Iterator[Held]:
    """The filled cells that are shown, each merged one once."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None or cell.data_type == "e" or cell.row in rows or cell.column in columns:
                continue
            text = flat(shown(cell.value, cell.number_format))
            if text:
                area = merged.get((cell.row, cell.column))
                tall, wide = (area.size["rows"], area.size["columns"]) if area else (1, 1)
                yield Held(cell.row - 1, cell.column - 1, text, tall, wide, bool(cell.font.b))


def _comments(sheet: Any) -> Iterator[str]:
    count = sum(cell.comment is not None for row in sheet.iter_rows() for cell in row)
    if count:
        yield f"comments of {count} cells of «{sheet.title}» were left out"


def _styled_rows(sheet: Any) -> int:
    """The row behind the header that a filter or a table of the sheet names; 0 where none does."""
    references = [sheet.auto_filter.ref] if sheet.auto_filter.ref else []
    references.extend(table.ref for table in sheet.tables.values() if table.headerRowCount)
    first = [int(found[1]) for reference in references if (found := re.match(r"\$?[A-Z]+\$?(\d+)", reference))]
    return min(first, default=0) if len(first) == 1 else 0


def _hidden_rows(sheet: Any) -> set[int]:
    return {number for number, line in sheet.row_dimensions.items() if line.hidden}


def _hidden_columns(sheet: Any) -> set[int]:
    """The numbers of hidden columns; openpyxl keeps one entry a group of them."""
    groups = (each for each in sheet.column_dimensions.values() if each.hidden and each.min and each.max)
    return {number for each in groups for number in range(each.min, each.max + 1)}


def _hidden_sheets(book: Any) -> Iterator[str]:
    hidden = [f"«{sheet.title}»" for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        yield f"hidden sheets were left out: {', '.join(hidden)}"


def _hidden_lines(sheet: Any) -> Iterator[str]:
    """What hidden rows and columns held, if anything."""
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    count = sum(
        cell.value is not None and (cell.row in rows or cell.column in columns)
        for row in (sheet.iter_rows() if rows or columns else ())
        for cell in row
    )
    if count:
        yield f"sheet «{sheet.title}»: {count} cells in hidden rows or columns were left out"


def _uncounted(data: bytes) -> int:
    """How many formulas were never calculated: written by a program that stores no results."""
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if SHEET_PART.match(name)]
        return sum(len(UNCOUNTED.findall(package.read(name))) for name in names)
