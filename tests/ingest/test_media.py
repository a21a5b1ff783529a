"""The kind of a file by its bytes."""

import pytest

from ingest import read
from ingest.errors import Damaged, UnknownMedia
from ingest.media import HTML, PDF, TEXT, is_text, media_name, media_type

KINDS = [
    (b"%PDF-1.7\n", PDF),
    (b"\xef\xbb\xbf%PDF-1.4", PDF),
    (b"junk" * 200 + b"%PDF-1.4", PDF),
    (b"<!DOCTYPE html><title>x</title>", HTML),
    (b"\n  <HTML lang=ru>", HTML),
    (b"<div><p>x</p></div>", HTML),
    ("\ufeff<html><body>".encode("utf-16"), HTML),
    ("Реестр кластеров".encode("cp1251"), TEXT),
    ("Реестр кластеров".encode("utf-16"), TEXT),
    (b"a < b", TEXT),
    (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
    (b"\xff\xd8\xff\xe0\0", "image/jpeg"),
    (b"PK\x03\x04....word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (bytes(range(256)) * 8, "application/octet-stream"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_the_bytes_tell_the_kind(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


def test_what_is_not_read_is_refused_by_name() -> None:
    with pytest.raises(UnknownMedia, match=r"a ZIP archive named \.zip; read here are PDF"):
        read(b"PK\x03\x04....", "acts.zip")
    with pytest.raises(Damaged, match="%PDF-"):
        read(b"This is not a PDF.", "note.pdf")


def test_binary_bytes_are_no_text() -> None:
    assert not is_text(b"\x00\x01\x02\x03" * 50)
    assert media_name("application/x-unheard-of") == "application/x-unheard-of"
