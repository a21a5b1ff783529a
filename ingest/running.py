"""Running headers and footers: what stands at the same place of many pages, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ingest.blocks import Part
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


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with running headers and footers marked and moved behind each page's text."""
    texts: dict[tuple[Side, str], list[float]] = defaultdict(list)
    numbers: dict[tuple[Side, int], int] = defaultdict(int)
    for sheet in sheets:
        for part in sheet.parts:
            side = _side(part, sheet)
            if side:
                texts[side, _shape(part)].append(_height(part, side))
                number = _page_number(part)
                if number is not None:
                    numbers[side, number - sheet.number] += 1

    def is_running(part: Part, sheet: Sheet) -> Side | None:
        side = _side(part, sheet)
        if side is None:
            return None
        number = _page_number(part)
        if number is not None:
            return side if numbers[side, number - sheet.number] >= max(2, SHARE * len(sheets)) else None
        same = sum(abs(height - _height(part, side)) <= SAME_PLACE for height in texts[side, _shape(part)])
        return side if same >= max(PAGES, SHARE * len(sheets)) else None

    return [_parted(sheet, [is_running(part, sheet) for part in sheet.parts]) for sheet in sheets]


def _parted(sheet: Sheet, sides: Sequence[Side | None]) -> Sheet:
    """The sheet with the marked parts last."""
    kept = [part for part, side in zip(sheet.parts, sides, strict=True) if side is None]
    moved = [replace(part, kind=side, level=0) for part, side in zip(sheet.parts, sides, strict=True) if side]
    return replace(sheet, parts=(*kept, *moved)) if moved else sheet


def _side(part: Part, sheet: Sheet) -> Side | None:
    """Which margin the part stands in, if it can be a running text at all."""
    box = part.box
    if len(part.lines) > 3:
        return None
    if box[3] < MARGIN * sheet.height:
        return "header"
    return "footer" if box[1] > (1 - MARGIN) * sheet.height else None


def _height(part: Part, side: Side) -> float:
    return part.box[1] if side == "header" else part.box[3]


def _shape(part: Part) -> str:
    """The text without a number at either end, so that page numbers beside a title do not tell pages apart."""
    return EDGE_NUMBER.sub("#", part.text.strip())


def _page_number(part: Part) -> int | None:
    match = PAGE_NUMBER.match(part.text.strip())
    return int(match.group(1)) if match else None
