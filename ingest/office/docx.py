"""A Word document as a Document: headings, paragraphs, list items with their drawn numbers, tables, notes."""

from io import BytesIO
from typing import Any

from ingest.document import Document
from ingest.office.leaves import Binding, composed
from ingest.office.package import DOCX, check_package, unpacking

KINDS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Content types of main parts that are documents with macros, or templates."""


def read_docx(data: bytes, source: str) -> Document:
    """The text of a .docx in the order of its body; a new page at each page break that the author set.

    Raises Damaged, Encrypted, UnknownMedia or NoText.
    """
    check_package(data)
    with unpacking("a Word document"):
        from ingest.office.word_flow import Flow

        document = _opened(data)
        flow = Flow(document)
        flow.run()
        return composed(data, source, Binding(DOCX, document.core_properties.title, flow.findings()), flow.leaves())


def _opened(data: bytes) -> Any:
    """The package's main document."""
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    for kind in KINDS:
        PartFactory.part_type_for.setdefault(kind, DocumentPart)
    part = Package.open(BytesIO(data)).main_document_part
    if not isinstance(part, DocumentPart):
        raise TypeError(f"its main part is a {part.content_type}")
    return part.document
