"""The one place that calls Tesseract: an image in, lines of words with boxes and confidence out.

It runs as a process of its own with one thread, reads the image from memory and answers in hOCR (T. Breuel, K.
Baierer: hOCR 1.2), which gives the font's reach of a line where its TSV gives only the ink. A process that runs past
its limit is killed, and one whose parent has gone too.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from html import unescape

from PIL.Image import Image

from ingest.document import Box
from ingest.errors import Unrecognized

PROGRAM = "tesseract"
PACKAGES = {"rus": "tesseract-ocr-rus", "eng": "tesseract-ocr-eng"}
INSTALL = "install Tesseract with its Russian data (Debian: apt install tesseract-ocr tesseract-ocr-rus)"
ASKING = 20.0  # seconds for its version and its languages, on the slowest machine

_TITLE = r"title=(?P<quote>[\"'])(?P<title>.*?)(?P=quote)"
_MARKS = re.compile(
    r"<p class='ocr_par'(?P<par>)|"
    r"<span class='ocr_(?:line|header|caption|textfloat)'(?P<line>)[^>]*?" + _TITLE + r"|"
    r"<span class='ocrx_word'[^>]*?title='bbox (?P<box>[\d ]+); x_wconf (?P<sure>\d+)'[^>]*>(?P<text>.*?)</span>"
)
_TAG = re.compile(r"<[^>]+>")
_VERSION = re.compile(r"tesseract v?(\d[\w.]*)")


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract: its program, version (`5.3.0`) and the languages it has data for (`eng`, `rus`)."""

    program: str
    version: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as recognised: its box in pixels of the image, how sure Tesseract is of it (0 to 1)."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words from left to right; `top` and `bottom` are the font's reach in pixels; `paragraph` counts from 0."""

    words: tuple[SeenWord, ...]
    top: float
    bottom: float
    paragraph: int


def engine() -> Engine | None:
    """The Tesseract on this machine's PATH, or None where there is none that answers; asked once a process."""
    program = shutil.which(PROGRAM)
    return _engine(program, os.environ.get("TESSDATA_PREFIX", "")) if program else None


@cache
def _engine(program: str, prefix: str) -> Engine | None:
    """`prefix` is where Tesseract looks for its data: another place is another engine."""
    try:
        version = _asked(program, "--version")
        listed = _asked(program, "--list-langs")
    except (OSError, subprocess.SubprocessError):
        return None
    found = _VERSION.search(version)
    languages = frozenset(line.strip() for line in listed.splitlines()[1:]) & PACKAGES.keys()
    return Engine(program, found.group(1), languages) if found else None


def _asked(program: str, option: str) -> str:
    answer = subprocess.run([program, option], capture_output=True, text=True, timeout=ASKING, check=True)
    return answer.stdout or answer.stderr


def recognized(image: Image, languages: str, *, dpi: float, seconds: float) -> list[SeenLine]:
    """The lines of a grey image, languages as Tesseract names them (`rus+eng`), within `seconds`.

    Raises Unrecognized when there is no Tesseract, when it fails, and when it runs too long: then it is killed.
    """
    found = engine()
    if found is None:
        raise Unrecognized(f"reading it needs OCR: {INSTALL}")
    options = ["-l", languages, "--dpi", str(round(dpi)), "-c", "tessedit_create_hocr=1"]
    try:
        # An unpacked TIFF by its name is what Tesseract reads soonest: 0.3 s a page sooner than from standard input.
        # It lies in memory, so that nothing is left of it when this process is killed.
        with os.fdopen(os.memfd_create("page"), "wb") as page:
            image.save(page, format="TIFF", compression="raw")
            page.flush()
            answer = subprocess.run(
                [*_bound(), found.program, f"/proc/self/fd/{page.fileno()}", "stdout", *options],
                capture_output=True,
                timeout=seconds,
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                pass_fds=[page.fileno()],
            )
    except subprocess.TimeoutExpired as error:
        raise Unrecognized(f"OCR was stopped after {seconds:.0f} seconds") from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", None) or str(error).encode()
        raise Unrecognized(f"OCR failed: {said.decode(errors='replace').strip()[-200:]}") from error
    return lines_of(answer.stdout.decode("utf-8", errors="replace"))


def _bound() -> list[str]:
    """What starts a program that dies with this process, however that ends (Linux, prctl(2), PR_SET_PDEATHSIG).

    Nothing where util-linux is not installed.
    """
    program = shutil.which("setpriv")
    return [program, "--pdeathsig", "KILL", "--"] if program else []


def lines_of(hocr: str) -> list[SeenLine]:
    """The lines that an hOCR page holds, blank words left out."""
    lines: list[SeenLine] = []
    paragraph = -1
    title = ""
    words: list[SeenWord] = []

    def close() -> None:
        if words:
            lines.append(_line(title, tuple(words), paragraph))
        words.clear()

    for mark in _MARKS.finditer(hocr):
        if mark.group("par") is not None:
            close()
            paragraph += 1
        elif mark.group("line") is not None:
            close()
            title = mark.group("title")
        else:
            text = unescape(_TAG.sub("", mark.group("text"))).strip()
            if text:
                words.append(SeenWord(text, _box(mark.group("box")), int(mark.group("sure")) / 100))
    close()
    return lines


def _line(title: str, words: tuple[SeenWord, ...], paragraph: int) -> SeenLine:
    """A line with the reach of its font, or of its ink where the two do not go together."""
    fields = {name: values.split() for name, _, values in (part.strip().partition(" ") for part in title.split(";"))}
    x0, top, x1, bottom = (float(value) for value in fields["bbox"])
    size = float(fields.get("x_size", ["0"])[0])
    below = float(fields.get("x_descenders", ["0"])[0])
    slope, offset = (float(value) for value in fields.get("baseline", ["0", "0"]))
    base = bottom + offset + slope * (x1 - x0) / 2
    if 0.6 * (bottom - top) <= size <= 2.2 * (bottom - top) and abs(offset) < bottom - top:
        top, bottom = base + below - size, base + below
    return SeenLine(words, top, bottom, paragraph)


def _box(text: str) -> Box:
    x0, y0, x1, y1 = (float(value) for value in text.split())
    return x0, y0, x1, y1
