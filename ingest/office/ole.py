"""OLE2 containers: office files locked with a password, and those of before 2007, each refused by name."""

from typing import NoReturn

from ingest.errors import Encrypted, UnknownMedia

OLE = "application/x-ole-storage"

STREAMS = (
    ("WordDocument", "a Word document of the old format (.doc)", ".docx"),
    ("Workbook", "an Excel workbook of the old format (.xls)", ".xlsx"),
    ("Book", "an Excel workbook of the old format (.xls)", ".xlsx"),
    ("PowerPoint Document", "a PowerPoint presentation of the old format (.ppt)", ".pptx"),
    ("__properties_version1.0", "an Outlook message (.msg)", ".pdf"),
)
"""Names in the container's directory, written in UTF-16LE (MS-CFB, 2.6.1), what they tell, and what to save as."""


def read_ole(data: bytes, source: str) -> NoReturn:
    """Never a Document. Raises Encrypted for a locked file (MS-OFFCRYPTO, 2.3.4), else UnknownMedia with advice."""
    if _has(data, "EncryptedPackage"):
        raise Encrypted("it opens only with a password: save a copy without one")
    for stream, name, suffix in STREAMS:
        if _has(data, stream):
            raise UnknownMedia(f"{name}, which is not read here: open it and save it as {suffix}")
    raise UnknownMedia(
        "an OLE2 container of no kind that is known here: save the document as .docx, .xlsx, .pptx or .pdf"
    )


def _has(data: bytes, stream: str) -> bool:
    """Whether the directory names a stream: the name, ended by a zero character."""
    return (stream + "\0").encode("utf-16-le") in data
