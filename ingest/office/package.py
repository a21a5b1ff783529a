"""The ZIP that every office file is: which kind it holds by its own declaration, and whether it is safe to unpack."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from ingest.errors import Damaged, Encrypted, UnknownMedia

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ZIP = "application/zip"

MOST_BYTES = 512 * 1024 * 1024  # unpacked: fifty times the largest register seen
MOST_MEMBERS = 20_000
MOST_RATIO = 200  # unpacked to packed: XML of spreadsheets reaches 50
SMALL = 32 * 1024 * 1024  # bytes unpacked, below which the ratio does not matter

MAIN = re.compile(r'ContentType="application/vnd\.([^"]+)\.main(?:\+xml)?"', re.IGNORECASE)
FAMILIES = (
    (re.compile(r"wordprocessingml|ms-word", re.IGNORECASE), DOCX),
    (re.compile(r"presentationml|ms-powerpoint", re.IGNORECASE), PPTX),
    (re.compile(r"excel\.sheet\.binary", re.IGNORECASE), XLSB),
    (re.compile(r"spreadsheetml|ms-excel", re.IGNORECASE), XLSX),
)
STRICT = b"http://purl.oclc.org/ooxml/"
HEAD = 1024 * 1024  # bytes of a declaration that are looked at

# What the office libraries and zipfile raise on bytes that are not what they claim: a missing part is a KeyError, XML
# that does not end a SyntaxError (lxml), an attribute out of its range a ValueError or a TypeError.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def zipped_media(data: bytes) -> str:
    """The media type that a ZIP declares: by its `mimetype` member (OpenDocument 1.3, part 2, 3.3) or by the main part
    of its `[Content_Types].xml` (ECMA-376, part 2, 10.1.2.3). `application/zip` when it declares none or does not open.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names:
                return _head(package, "mimetype").decode("ascii", errors="replace").strip() or ZIP
            if "[Content_Types].xml" in names:
                declared = MAIN.search(_head(package, "[Content_Types].xml").decode("utf-8", errors="replace"))
                return next((kind for name, kind in FAMILIES if declared and name.search(declared[1])), ZIP)
    except UNREADABLE:  # what does not open is no package; its reader says so
        return ZIP
    return ZIP


def check_package(data: bytes) -> None:
    """Refuse a package that is unsafe or locked, before it is unpacked. Raises Damaged, Encrypted or UnknownMedia."""
    with unpacking("a ZIP package"), zipfile.ZipFile(BytesIO(data)) as package:
        members = package.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS:
            raise Damaged(f"it packs {len(members):,} parts, more than the {MOST_MEMBERS:,} that are opened here")
        if unpacked > MOST_BYTES or (unpacked > SMALL and unpacked > MOST_RATIO * len(data)):
            raise Damaged(
                f"its {len(data):,} bytes unpack to {unpacked:,}: more than an office file holds "
                f"(at most {MOST_BYTES:,}, or {MOST_RATIO} times its size)"
            )
        names = {member.filename for member in members}
        if any(member.flag_bits & 1 for member in members) or _is_locked(package, names):
            raise Encrypted("it opens only with a password: save a copy without one")
        if "_rels/.rels" in names and STRICT in _head(package, "_rels/.rels"):
            raise UnknownMedia(
                "it is saved as Strict Open XML; save it as an ordinary Word, PowerPoint or Excel file and add that"
            )


@contextmanager
def unpacking(name: str) -> Iterator[None]:
    """Turn what a library raises on broken bytes into Damaged; `name` is what the bytes claim to be."""
    try:
        yield
    except UNREADABLE as error:
        raise Damaged(f"it cannot be opened as {name}: {str(error) or type(error).__name__}") from error


def _is_locked(package: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether an OpenDocument manifest says that parts are encrypted (OpenDocument 1.3, part 2, 4.4)."""
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in _head(package, manifest)


def _head(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as member:
        return member.read(HEAD)
