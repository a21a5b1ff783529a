"""The readers by media type, and the one way in: bytes and their source to a Document, or a reason."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath

from ingest.delimited import CSV, is_delimited, read_csv
from ingest.document import Document
from ingest.errors import Damaged, Empty, IngestError, UnknownMedia
from ingest.html import read_html
from ingest.images import IMAGES, read_image
from ingest.media import HTML, PDF, TEXT, media_name, media_type
from ingest.office.docx import read_docx
from ingest.office.odt import read_odt
from ingest.office.ole import OLE, read_ole
from ingest.office.package import DOCX, ODT, PPTX, XLSX
from ingest.office.pptx import read_pptx
from ingest.office.xlsx import read_xlsx
from ingest.pdf import read_pdf
from ingest.text import read_text

Reader = Callable[[bytes, str], Document]

READERS: Mapping[str, Reader] = {
    PDF: read_pdf,
    HTML: read_html,
    TEXT: read_text,
    CSV: read_csv,
    DOCX: read_docx,
    PPTX: read_pptx,
    XLSX: read_xlsx,
    ODT: read_odt,
    OLE: read_ole,
    **dict.fromkeys(IMAGES, read_image),
}
"""A new format is one module and one line here."""

WRITTEN: Mapping[str, Callable[[bytes, str, str], Document]] = {HTML: read_html, TEXT: read_text, CSV: read_csv}
"""Those whose letters a server may name."""


SUFFIXES: Mapping[str, str] = {".pdf": PDF, ".docx": DOCX, ".pptx": PPTX, ".xlsx": XLSX, ".odt": ODT}
"""Names that speak of one kind; what is called .html or .txt may be anything."""


def read(data: bytes, source: str, password: str | None = None, *, charset: str | None = None) -> Document:
    """The document that the bytes hold; `source` names it in the Document and in messages.

    `password` opens a PDF that is encrypted, `charset` is what a server says of a page or a text; other files make
    nothing of them.

    Raises Empty, UnknownMedia, Encrypted, Damaged or NoText (`ingest.errors`), MemoryError and nothing else: what a
    foreign library or a reader throws on a file that nobody foresaw is the file's own refusal, and the batch goes on.
    """
    if not data:
        raise Empty("the file is empty (0 bytes)")
    kind = media_type(data)
    if kind == TEXT:
        suffix = _suffix(source)
        if suffix == ".pdf":
            raise Damaged("named .pdf, but it does not begin as a PDF does: no %PDF- header in its first 1024 bytes")
        kind = CSV if suffix in (".csv", ".tsv") and is_delimited(data) else kind
    reader = READERS.get(kind)
    if reader is None:
        suffix = _suffix(source)
        named = f" named {suffix}" if suffix else ""
        known = "PDF, HTML, DOCX, PPTX, XLSX, ODT, CSV, plain text and PNG, JPEG and TIFF images"
        raise UnknownMedia(f"{media_name(kind)}{named}; read here are {known}")
    try:
        if kind == PDF:
            return _named(read_pdf(data, source, password), kind)
        if charset and kind in WRITTEN:
            return _named(WRITTEN[kind](data, source, charset), kind)
        return _named(reader(data, source), kind)
    except (IngestError, MemoryError):
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}".rstrip(": ")
        raise Damaged(f"this file broke the reader of {media_name(kind).split(' ', 1)[-1]} files: {said}") from error


def _named(document: Document, kind: str) -> Document:
    """The document, with a finding where its name speaks of another kind: an error page saved as .pdf, say."""
    suffix = _suffix(document.source)
    if SUFFIXES.get(suffix, kind) == kind:
        return document
    said = f"This file is named {suffix} but is {media_name(kind)}; it was read as such."
    return replace(document, findings=(said, *document.findings))


def _suffix(source: str) -> str:
    return PurePath(source).suffix.lower()
