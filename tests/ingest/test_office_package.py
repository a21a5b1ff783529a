"""Office files that are not read: each refused with its reason."""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
import openpyxl  # type: ignore[import-untyped]
import pptx
import pytest

from ingest import read
from ingest.errors import Damaged, Encrypted, IngestError, UnknownMedia
from ingest.media import media_type
from ingest.office.package import DOCX, ODT, PPTX, XLSX

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


EMPTY: dict[str, Callable[[], object]] = {
    "docx": docx.Document,
    "pptx": pptx.Presentation,
    "xlsx": openpyxl.Workbook,
    "odt": lambda: odfdo.Document("text"),
    "ods": lambda: odfdo.Document("spreadsheet"),
}


def packed(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def ole(*streams: str) -> bytes:
    return OLE + b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) for name in streams
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("docx", DOCX),
        ("pptx", PPTX),
        ("xlsx", XLSX),
        ("odt", ODT),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ],
)
def test_the_kind_is_what_the_package_declares(name: str, kind: str) -> None:
    assert media_type(saved(EMPTY[name]())) == kind


OPEN = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("docx", "application/vnd.ms-word.document.macroEnabled"),
        ("docx", OPEN + "wordprocessingml.template"),
        ("pptx", OPEN + "presentationml.slideshow"),
        ("pptx", OPEN + "presentationml.template"),
        ("pptx", "application/vnd.ms-powerpoint.presentation.macroEnabled"),
        ("pptx", "application/vnd.ms-powerpoint.slideshow.macroEnabled"),
        ("xlsx", "application/vnd.ms-excel.sheet.macroEnabled"),
        ("xlsx", OPEN + "spreadsheetml.template"),
    ],
)
def test_templates_shows_and_files_with_macros_are_read_too(name: str, kind: str) -> None:
    document: Any = EMPTY[name]()
    if name == "docx":
        document.add_paragraph("Текст.")
    elif name == "pptx":
        document.slides.add_slide(document.slide_layouts[5]).shapes.title.text = "Текст."
    else:
        document.active["A1"] = "Текст."
    out = BytesIO()
    own = {"docx": DOCX, "pptx": PPTX, "xlsx": XLSX}[name]
    with ZipFile(BytesIO(saved(document))) as old, ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each).replace(f"{own}.main+xml".encode(), f"{kind}.main+xml".encode()))
    read_back = read(out.getvalue(), "a")
    assert (read_back.text, read_back.media_type) == ("Текст.", own)


def test_the_name_of_a_file_tells_nothing() -> None:
    document = docx.Document()
    document.add_paragraph("Текст.")
    assert read(saved(document), "letter.pdf").media_type == DOCX


@pytest.mark.parametrize(
    ("streams", "error", "said"),
    [
        ("WordDocument 1Table", UnknownMedia, r"\(\.doc\).*save it as \.docx"),
        ("Workbook", UnknownMedia, r"\(\.xls\).*save it as \.xlsx"),
        ("PowerPoint Document", UnknownMedia, r"\(\.ppt\).*save it as \.pptx"),
        ("EncryptionInfo EncryptedPackage", Encrypted, "opens only with a password"),
        ("Catalog", UnknownMedia, "OLE2 container"),
    ],
)
def test_containers_of_the_old_kind_are_refused_by_name(streams: str, error: type[IngestError], said: str) -> None:
    names = [streams] if streams == "PowerPoint Document" else streams.split()
    with pytest.raises(error, match=said):
        read(ole(*names), "a.docx")


def test_a_locked_opendocument_text_needs_its_password() -> None:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    data = packed(mimetype=ODT.encode(), content_xml=b"\x00\x01", **{"META-INF__manifest_xml": manifest})
    with pytest.raises(Encrypted, match="password"):
        read(data, "a.odt")


def test_a_package_that_unpacks_to_far_more_is_not_unpacked() -> None:
    types = f'<Types><Override ContentType="{DOCX}.main+xml"/></Types>'.encode()
    data = packed(**{"[Content_Types]_xml": types}, word__document_xml=bytes(40_000_000))
    with pytest.raises(Damaged, match="unpack to 40,0"):
        read(data, "bomb.docx")


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx", "odt"])
def test_a_file_cut_short_is_damaged(name: str, keep: float) -> None:
    data = saved(EMPTY[name]())
    with pytest.raises(IngestError) as refused:
        read(data[: int(keep * len(data))], "a")
    assert not isinstance(refused.value, Encrypted)


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("docx", "word/document.xml"),
        ("pptx", "ppt/presentation.xml"),
        ("xlsx", "xl/workbook.xml"),
        ("odt", "content.xml"),
    ],
)
@pytest.mark.parametrize("content", [None, "", "<a><b></a>", "\0ÿ"])
def test_a_package_whose_main_part_is_broken_is_damaged(name: str, member: str, content: str | None) -> None:
    out = BytesIO()
    with ZipFile(BytesIO(saved(EMPTY[name]()))) as old, ZipFile(out, "w") as new:
        for each in old.namelist():
            if each != member:
                new.writestr(each, old.read(each))
            elif content is not None:
                new.writestr(each, content)
    with pytest.raises(Damaged, match="cannot be opened as"):
        read(out.getvalue(), "a")
