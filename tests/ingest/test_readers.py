"""The way in: whatever the bytes are, a Document or a reason of ours comes out."""

import random
from contextlib import suppress

import pytest

from ingest import Document, read
from ingest.errors import Damaged, IngestError
from ingest.media import TEXT
from ingest.readers import READERS
from tests.ingest.conftest import Paper, lines

HTML = "<html><body><h1>Кластер</h1><dl><dt>Регион</dt><dd>Пермский край</dd></dl><table><tr><td>a<td>b</table>"


def test_what_breaks_a_reader_is_a_damaged_file_and_keeps_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, source: str) -> Document:
        raise KeyError("glyph 17")

    monkeypatch.setitem(READERS, TEXT, broken)
    with pytest.raises(Damaged, match=r"broke the reader .* KeyError: 'glyph 17'") as raised:
        read("обычный текст".encode(), "note.txt")
    assert isinstance(raised.value.__cause__, KeyError)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes_are_read_or_refused_with_a_reason(paper: Paper, seed: int) -> None:
    chance = random.Random(seed)
    whole = paper(lines("Первая строка страницы", "и вторая строка")) if seed % 2 else HTML.encode()
    data = bytearray(whole)
    for _ in range(1 + len(data) // 200):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(IngestError):
        assert read(bytes(data[: chance.randrange(1, len(data))]), "damaged.bin").text.strip()


@pytest.mark.parametrize(
    "text", ["Реестр кластеров Пермского края", "<html><body><p>Реестр кластеров края</p></body></html>"]
)
def test_the_charset_that_a_server_names_is_tried_first(text: str) -> None:
    data = text.encode("mac-cyrillic")
    assert "Реестр кластеров" not in read(data, "page").text
    assert "Реестр кластеров" in read(data, "page", charset="x-mac-cyrillic").text
    assert "Реестр кластеров" in read(text.encode(), "page", charset="no-such-letters").text
    assert "Реестр кластеров" in read(text.encode("cp1251"), "page", charset="koi8-r").text  # evidence says otherwise


def test_a_file_whose_name_speaks_of_another_kind_says_so(paper: Paper) -> None:
    document = read(b"<!DOCTYPE html><html><body><h1>404</h1><p>Not found</p></body></html>", "act.pdf")
    assert document.findings == ("This file is named .pdf but is an HTML page; it was read as such.",)
    assert read(paper(lines("Текст письма")), "act.pdf").findings == ()
    assert read(paper(lines("Текст письма")), "download.html").findings == ()
