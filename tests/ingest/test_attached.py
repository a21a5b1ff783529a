"""Files inside a PDF are listed and never read, and a PDF with nothing else says what it holds."""

from io import BytesIO

import pypdfium2
import pytest

from ingest import read
from ingest.document import Attachment
from ingest.errors import NoText
from tests.ingest.conftest import Paper, lines


def with_files(letter: bytes, **files: bytes) -> bytes:
    with pypdfium2.PdfDocument(letter) as pdf:
        for name, content in files.items():
            pdf.new_attachment(name).set_data(content)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_attachments_are_listed_and_not_read(paper: Paper) -> None:
    data = with_files(paper(lines("Текст письма")), смета=b"a;b\n1;2\n", plan=paper(lines("Приложенный план")))
    document = read(data, "letter.pdf")
    assert document.text == "Текст письма"
    plan, estimate = document.attachments
    assert (plan.name, plan.media_type) == ("plan", "application/pdf")
    assert estimate == Attachment("смета", 8, "text/plain")
    assert document.findings == (
        f"2 files are attached and were not read: plan (application/pdf, {plan.size} bytes), "
        "смета (text/plain, 8 bytes).",
    )


def test_an_attachment_that_is_broken_is_said(paper: Paper) -> None:
    data = with_files(paper(lines("Текст письма")), plan=b"a;b;c\n" * 50)
    packed = data.index(b"stream\r\nx\x9cK") + len(b"stream\r\n")
    (broken,) = read(data[: packed + 6] + b"\xff\xff\xff" + data[packed + 9 :], "letter.pdf").attachments
    assert broken.is_damaged
    assert broken.size < 300
    gone = read(data.replace(b"/EF<</F 15 0 R >>", b"/EF<</F 99 0 R >>"), "letter.pdf")
    assert gone.attachments == (Attachment("plan", 0, "application/octet-stream", is_damaged=True),)
    assert gone.findings == ("One file is attached and was not read: plan (damaged: it cannot be unpacked).",)
    assert not read(data, "letter.pdf").attachments[0].is_damaged


def test_a_pdf_without_text_says_what_is_attached(paper: Paper) -> None:
    with pytest.raises(NoText, match=r"One file is attached and was not read: data \(text/plain, 3 bytes\)\."):
        read(with_files(paper(lambda canvas: None), data=b"a;b"), "cover.pdf")
