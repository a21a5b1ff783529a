"""A damaged PDF that opens is read, and the librarian is told what is wrong with it."""

from collections.abc import Callable

import pytest

from ingest import read
from ingest.soundness import damage
from tests.ingest.conftest import Paper, lines


def test_a_sound_file_has_nothing_said_of_it(paper: Paper) -> None:
    data = paper(lines("Текст"))
    assert damage(data) == ""
    assert damage(b"\xef\xbb\xbf" + data) == ""
    assert read(data, "sound.pdf").findings == ()


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda data: data.replace(b"%PDF-1.", b"%PDF.1."), "its header is malformed"),
        (lambda data: b"GPL Ghostscript says hello\n" + data, "27 bytes stand before its header"),
        (lambda data: data.replace(b"startxref\n", b"startxref\n1"), "its cross-reference table is not where it says"),
        (lambda data: data.replace(b"startxref", b"starxtref"), "it does not say where its cross-reference table is"),
        (lambda data: data.replace(b"%%EOF", b""), "its end is missing"),
    ],
)
def test_what_is_broken_is_said_and_the_text_is_read(
    paper: Paper, break_it: Callable[[bytes], bytes], said: str
) -> None:
    document = read(break_it(paper(lines("Текст повреждённого файла"))), "broken.pdf")
    assert document.text == "Текст повреждённого файла"
    assert document.findings == (f"This PDF is damaged ({said}): what could be found in it was read.",)
