"""Office files in, Documents out: Word, PowerPoint and Excel (Office Open XML, ECMA-376), and OpenDocument text.

Each reader takes the bytes and their source, as every reader of `ingest.readers` does. Office files have no pages of fixed
layout: their pages are 0 × 0 points, and nothing on them has a box.
"""

from ingest.office.docx import read_docx
from ingest.office.odt import read_odt
from ingest.office.ole import read_ole
from ingest.office.pptx import read_pptx
from ingest.office.xlsx import read_xlsx

__all__ = ["read_docx", "read_odt", "read_ole", "read_pptx", "read_xlsx"]
