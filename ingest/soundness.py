"""What of a PDF's frame is broken: where a reader had to search for what the file says it has (ISO 32000-1, 7.5)."""

import re

HEADER = re.compile(rb"%PDF-\d\.\d")
REACH = 1024  # bytes from either end within which readers look for the header and the end mark
START = re.compile(rb"startxref\s+(\d{1,12})")
SECTION = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
SECTION_REACH = 40  # bytes


def damage(data: bytes) -> str:
    """What is wrong with the file's header, its end, or its cross-reference table's place; empty when all is right.

    >>> damage(b"junk%PDF-1.4 startxref 4 %%EOF")
    '4 bytes stand before its header; its cross-reference table is not where it says'
    """
    found = []
    header = HEADER.search(data[: REACH + 8])
    starts = START.findall(data)
    if header is None:
        found.append("its header is malformed")
    elif header.start() and not data.startswith(b"\xef\xbb\xbf%PDF"):
        found.append(f"{header.start()} bytes stand before its header")
    if not starts:
        found.append("it does not say where its cross-reference table is")
    elif not _is_there(data, int(starts[-1]), header.start() if header else 0):
        found.append("its cross-reference table is not where it says")
    if b"%%EOF" not in data[-REACH:]:
        found.append("its end is missing")
    return "; ".join(found)


def _is_there(data: bytes, offset: int, shift: int) -> bool:
    """Whether a cross-reference section begins at the offset, counted from the file's beginning or its header's."""
    return any(SECTION.match(data, start, start + SECTION_REACH) for start in (offset, offset + shift))
