"""Running headers and footers: what stands at the same place of many pages, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from ingest.blocks import Part
from ingest.layout import rows
from ingest.lines import Line
from ingest.sheets import Sheet

MARGIN = 0.12  # of the page's height: where headers and footers stand
SAME_PLACE = 4.0  # points
PAGES = 3  # a text at one place of fewer pages is no running one
SHARE = 0.3  # of the document's pages
EDGE_NUMBER = re.compile(r"^\d{1,4}\b|\b\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?$")
PAGE_NUMBER = re.compile(
    r"^(?:[-–—\s]*|(?:page|стр(?:аница|\.)?|с\.|лист)\s*)(\d{1,4})(?:[-–—\s]*|\s*(?:of|из|/)\s*\d{1,4})$", re.IGNORECASE
)

Side = Literal["header", "footer"]
SIDES: tuple[Side, ...] = ("header", "footer")


def parted(sheets: Sequence[Sheet]) -> list[tuple[list[Line], list[Part]]]:
    """For each sheet its own lines, and its running headers and footers as blocks."""
    texts: dict[tuple[Side, str], list[tuple[int, float]]] = defaultdict(list)
    numbers: dict[tuple[Side, int], set[int]] = defaultdict(set)
    known = [_sides(sheet) for sheet in sheets]
    for sheet, sides in zip(sheets, known, strict=True):
        for line, side in zip(sheet.lines, sides, strict=True):
            if side:
                texts[side, _shape(line)].append((sheet.number, line.middle))
                number = _page_number(line)
                if number is not None:
                    numbers[side, number - sheet.number].add(sheet.number)
    enough = max(2 if len(sheets) == 2 else PAGES, SHARE * len(sheets))

    def is_running(line: Line, sheet: Sheet, side: Side) -> Side | None:
        number = _page_number(line)
        if number is not None:
            return side if len(numbers[side, number - sheet.number]) >= max(2, SHARE * len(sheets)) else None
        places = texts[side, _shape(line)]
        same = {page for page, height in places if abs(height - line.middle) <= SAME_PLACE}
        return side if len(same) >= enough else None

    return [
        _parted(
            sheet,
            [is_running(line, sheet, side) if side else None for line, side in zip(sheet.lines, sides, strict=True)],
        )
        for sheet, sides in zip(sheets, known, strict=True)
    ]


def _parted(sheet: Sheet, sides: Sequence[Side | None]) -> tuple[list[Line], list[Part]]:
    """The lines without a side; the others as one block a row."""
    if not any(sides):
        return list(sheet.lines), []
    own = [line for line, side in zip(sheet.lines, sides, strict=True) if side is None]
    running: list[Part] = []
    for kind in SIDES:
        marked = [line for line, side in zip(sheet.lines, sides, strict=True) if side == kind]
        running.extend(Part((row,), kind) for row in rows(marked))
    return own, running


def _sides(sheet: Sheet) -> list[Side | None]:
    """Which margin each line stands in."""
    top, bottom = MARGIN * sheet.height, (1 - MARGIN) * sheet.height
    header, footer = SIDES
    return [
        None if line.turn else header if line.box[3] < top else footer if line.box[1] > bottom else None
        for line in sheet.lines
    ]


def _shape(line: Line) -> str:
    """The text without a number at either end, so that page numbers beside a title do not tell pages apart."""
    text = line.text
    return EDGE_NUMBER.sub("#", text) if text[:1].isdigit() or text[-1:].isdigit() else text


def _page_number(line: Line) -> int | None:
    match = PAGE_NUMBER.match(line.text)
    return int(match.group(1)) if match else None
