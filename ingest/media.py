"""What kind of file the bytes are, told by the bytes alone."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from ingest.office.package import DOCX, ODT, PPTX, XLSB, XLSX, zipped_media

PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"

HEADER_REACH = 1024  # bytes before "%PDF-" that readers tolerate (ISO 32000-1, Annex H, implementation note 13)

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
)
"""First bytes of the kinds that are refused by name."""

_SIGNS = tuple(signature for signature, _ in SIGNATURES)

NAMES = {
    "image/png": "a PNG image",
    "image/jpeg": "a JPEG image",
    "image/gif": "a GIF image",
    "image/tiff": "a TIFF image",
    "application/x-ole-storage": "an older Microsoft Office file (.doc, .xls, .ppt)",
    "application/x-7z-compressed": "a 7z archive",
    "application/vnd.rar": "a RAR archive",
    "application/gzip": "a gzip archive",
    "application/rtf": "an RTF document",
    "application/postscript": "a PostScript file",
    "image/vnd.djvu": "a DjVu book",
    "application/vnd.sqlite3": "an SQLite database",
    "application/x-executable": "a program",
    "application/zip": "a ZIP archive",
    XLSB: "a binary Excel workbook (.xlsb)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/epub+zip": "an EPUB book",
    DOCX: "a Word document (.docx)",
    PPTX: "a PowerPoint presentation (.pptx)",
    XLSX: "an Excel workbook (.xlsx)",
    ODT: "an OpenDocument text (.odt)",
    "application/octet-stream": "bytes of no kind that is known here",
    PDF: "a PDF",
    HTML: "an HTML page",
    TEXT: "plain text",
}

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<title[\s>]", re.IGNORECASE)
_HTML_PARTS = re.compile(rb"</(?:div|p|span|table|dl|ul|ol|h[1-6]|a)\s*>", re.IGNORECASE)


def media_type(data: bytes) -> str:
    """The media type of the bytes; `application/octet-stream` when they are no text either.

    >>> media_type(b"\\xef\\xbb\\xbf%PDF-1.4 ...")
    'application/pdf'
    >>> media_type(b"<!DOCTYPE html><p>x</p>"), media_type("Реестр".encode("cp1251"))
    ('text/html', 'text/plain')
    """
    if data.startswith(_SIGNS):
        return next(kind for signature, kind in SIGNATURES if data.startswith(signature))
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if b"%PDF-" in data[: HEADER_REACH + 5] or data.startswith(b"%PDF"):
        return PDF
    head = data[:4096]
    if 0 in head:
        head = head.replace(b"\x00", b"")
    if _HTML.search(head) or (head.lstrip().startswith(b"<") and _HTML_PARTS.search(data[:65536])):
        return HTML
    return TEXT if is_text(data) else "application/octet-stream"


def media_name(kind: str) -> str:
    """The kind in words: "a PNG image"."""
    return NAMES.get(kind, kind)


def is_text(data: bytes) -> bool:
    """Whether the bytes can be text: a byte order mark, or at most one control character in a hundred (of 64 KiB)."""
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    sample = data[:65536]
    if sample.count(0) > len(sample) / 20:
        # UTF-16 without a mark: every second byte of Latin text is 0, of Cyrillic text 4.
        odd, even = sample[1::2], sample[::2]
        high = max(odd.count(0) + odd.count(4), even.count(0) + even.count(4))
        return high > 0.9 * len(even)
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 27))
    return controls <= max(1, len(sample) // 100)


def _zipped(data: bytes) -> str:
    """Which office format a ZIP holds: by its own declaration, or, where it does not open, its first members' names."""
    declared = zipped_media(data)
    if declared != "application/zip":
        return declared
    head = data[:65536]
    if b"word/" in head:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if b"ppt/" in head:
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    if b"xl/" in head:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if b"opendocument.text" in head:
        return "application/vnd.oasis.opendocument.text"
    return "application/zip"
