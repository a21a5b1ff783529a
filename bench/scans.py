"""Scanned pages a second and how much of their text is found, beside bare Tesseract on the same images, in one run.

    python -m bench.scans [--rounds 3] [PDF or folder …]

Each PDF is made a scan (300 dpi, grey, nothing but images); Svod reads that file, Tesseract the same images as PNG,
once with `rus+eng` and once with the languages that Svod chose for each page. The readers take turns file by file.
Pages a second are by processor time, which other work on the machine disturbs least; those by the clock stand beside
them. The last line sets Svod beside Tesseract with the same languages, each file at its quickest of all rounds.
Accuracy is the share of the letters and digits of the PDF's own text, word by word, that the reading holds too.
"""

import argparse
import re
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import Literal

import pypdfium2

from ingest import collect, read

DPI = 300
SVOD, SAME = "svod", "tesseract, same languages"
CORPUS = Path(__file__).parent.parent / "corpus" / "documents"
CHOSEN = re.compile(r"Pages? ([\d, -]+) (?:was|were) read by OCR \([^,]+, ([a-z+]+);")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Scanned:
    """A PDF as a scan: its own text, the image-only PDF, and its pages as PNG files with their languages."""

    truth: str
    data: bytes
    images: tuple[Path, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, and the text that was read."""

    wall: float
    processor: float
    text: str


Round = Sequence[dict[str, Taken]]
"""What each reader took, file by file."""


def scanned(path: Path, folder: Path) -> Scanned:
    """The PDF as a scan, its images kept in `folder`."""
    with pypdfium2.PdfDocument(path) as pdf:
        truth = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pdf]
    out = BytesIO()
    pages[0].save(out, format="PDF", resolution=DPI, quality=95, save_all=True, append_images=pages[1:])
    images = []
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        for number, page in enumerate(pdf, start=1):
            images.append(folder / f"{path.stem}-{number}.png")
            page.render(scale=DPI / 72, grayscale=True).to_pil().save(images[-1], dpi=(DPI, DPI))
    chosen = languages_of(read(out.getvalue(), path.name).findings, len(images))
    return Scanned(truth, out.getvalue(), tuple(images), chosen)


def languages_of(findings: Sequence[str], pages: int) -> tuple[str, ...]:
    """The languages that each page was read in, by what the document says of it.

    >>> languages_of(["Pages 1, 3-4 were read by OCR (Tesseract 5.3.0, rus; 95% sure or more): no text layer."], 4)
    ('rus', 'rus+eng', 'rus', 'rus')
    """
    chosen = ["rus+eng"] * pages
    for finding in findings:
        for numbers, languages in CHOSEN.findall(finding):
            for run in numbers.split(", "):
                first, _, last = run.partition("-")
                for number in range(int(first), int(last or first) + 1):
                    chosen[number - 1] = languages
    return tuple(chosen)


def svod(scan: Scanned) -> str:
    """What Svod reads."""
    return read(scan.data, "scan.pdf").text


def bare(scan: Scanned, languages: Sequence[str]) -> str:
    """What Tesseract alone reads, one process a page with one thread."""
    texts = []
    for image, language in zip(scan.images, languages, strict=True):
        command = ["tesseract", str(image), "stdout", "-l", language, "--dpi", str(DPI)]
        environment = {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin:/usr/local/bin"}
        texts.append(subprocess.run(command, capture_output=True, check=True, env=environment, text=True).stdout)
    return "\n".join(texts)


def timed(run: Callable[[Scanned], str], scan: Scanned) -> Taken:
    """One reading of one scan."""

    def processor() -> float:
        used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
        return sum(usage.ru_utime + usage.ru_stime for usage in used)

    begun, before = time.perf_counter(), processor()
    text = run(scan)
    return Taken(time.perf_counter() - begun, processor() - before, text)


def accuracy(text: str, truth: str) -> float:
    """The share of the truth's letters and digits that stand in words which the text holds as often.

    >>> accuracy("один три", "один два три")
    0.7
    """
    found, wanted = Counter(WORD.findall(text)), Counter(WORD.findall(truth))
    held = sum(len(word) * min(count, found[word]) for word, count in wanted.items())
    return round(held / sum(len(word) * count for word, count in wanted.items()), 4)


def main() -> None:
    """Print a line for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(CORPUS)])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    paths = [Path(source.path) for source in collect(arguments.paths).sources if source.path.lower().endswith(".pdf")]
    with TemporaryDirectory() as folder:
        scans = [scanned(path, Path(folder)) for path in paths]
        readers: dict[str, Callable[[Scanned], str]] = {
            SVOD: svod,
            SAME: lambda scan: bare(scan, scan.languages),
            "tesseract rus+eng": lambda scan: bare(scan, ["rus+eng"] * len(scan.images)),
        }
        rounds = [
            [{name: timed(run, scan) for name, run in readers.items()} for scan in scans]
            for _ in range(arguments.rounds)
        ]
    report(rounds, sum(len(scan.images) for scan in scans), "\n".join(scan.truth for scan in scans))
    by_processor, by_clock = ratio(rounds, "processor"), ratio(rounds, "wall")
    print(f"{SVOD} beside {SAME}: {by_processor:.3f} by processor time, {by_clock:.3f} by the clock")


def report(rounds: Sequence[Round], pages: int, truth: str) -> None:
    """The table: pages a second by processor time (best, median) and by the clock, and accuracy."""
    print(f"{pages} pages, {len(rounds)} rounds")
    print(f"{'':<28}{'pages/s best':>14}{'median':>9}{'by clock':>10}{'accuracy':>10}")
    for name in rounds[0][0]:
        rates = [pages / sum(taken[name].processor for taken in one) for one in rounds]
        clock = statistics.median(pages / sum(taken[name].wall for taken in one) for one in rounds)
        text = "\n\f".join(taken[name].text for taken in rounds[0])
        print(
            f"{name:<28}{max(rates):>14.2f}{statistics.median(rates):>9.2f}{clock:>10.2f}{accuracy(text, truth):>10.4f}"
        )


def ratio(rounds: Sequence[Round], measure: Literal["processor", "wall"]) -> float:
    """How many pages Svod reads while Tesseract reads one, each file at its quickest."""

    def quickest(name: str) -> float:
        taken = [[one[index][name] for one in rounds] for index in range(len(rounds[0]))]
        return sum(min(each.wall if measure == "wall" else each.processor for each in file) for file in taken)

    return quickest(SAME) / quickest(SVOD)


if __name__ == "__main__":
    main()
