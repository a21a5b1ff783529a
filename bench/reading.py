"""The numbers of reading, beside pdfium, pdfplumber and pdfminer in the same run, on files made by a script.

    python -m bench.reading [--count 12] [--rounds 15] [--only order tables speed memory] [--data ../shared/data/pdf]

- Order similarity of a page: 1 - the edit distance (Levenshtein, over words; a number is a word) between what was read
  and the true text, divided by the length of the longer. Where a page may be read in two orders (a box on the left
  before or after the text), the nearer counts. 1 is every word once and in its place.
- Exact cells of a kind of table: F1 over cells. A cell is right when its row, column, rows and columns taken, and text
  are those of the file (for pdfplumber, which knows no spans: row, column and text). Tables that nobody drew count
  against whoever finds them.
- Pages a second: of processor time on one core, the best round. What ours is of another's: the median over rounds, in
  each of which one is read right after the other, now this first, now that, so that what else runs slows both.
- `--data` holds further PDFs: those that have a text layer on each page, and need no OCR, are timed beside pdfium.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text
from rapidfuzz.distance import Levenshtein
from selectolax.lexbor import LexborHTMLParser

from bench.reading_files import ORDERS, footnotes, pdf, samples, single_column, slide, two_columns
from bench.reading_tables import TABLES, Cell, table_samples
from bench.reading_words import Words
from ingest import Document, read

WORD = re.compile(r"[^\W\d_]+|\d+")
FEWER = 5  # times fewer rounds beside pdfplumber, which is a hundred times as slow
LEAST_TEXT = 120  # characters of a page that has a text layer
Text = Callable[[bytes], str]
Run = Callable[[], int]
"""Reads some pages and says how many."""


def svod_text(data: bytes) -> str:
    """Ours: the blocks in their order."""
    return read(data, "bench.pdf").text


def pdfium_text(data: bytes) -> str:
    """pdfium's text, in drawing order."""
    with pypdfium2.PdfDocument(data) as opened:
        return "\f".join(page.get_textpage().get_text_range() for page in opened)


def pdfplumber_text(data: bytes) -> str:
    """pdfplumber's text, sorted by position."""
    with pdfplumber.open(BytesIO(data)) as opened:
        return "\f".join(page.extract_text() for page in opened.pages)


def pdfminer_text(data: bytes) -> str:
    """pdfminer's text, by its layout analysis."""
    return extract_text(BytesIO(data))


READERS: Mapping[str, Text] = {
    "svod": svod_text, "pdfium": pdfium_text, "pdfplumber": pdfplumber_text, "pdfminer": pdfminer_text
}  # fmt: skip


def similarity(read_text: str, orders: Iterable[str]) -> float:
    """How near a text comes to the nearest of the true ones, 0 to 1.

    >>> similarity("a b c d", ["a b d c"]), similarity("a b", ["b a", "a b"])
    (0.5, 1.0)
    """
    found = WORD.findall(read_text)
    return max(Levenshtein.normalized_similarity(found, WORD.findall(order)) for order in orders)


def measure_order(count: int) -> None:
    """Print the similarity of each reader on each kind of page: mean, and the worst page of ours."""
    print(f"reading order similarity, {count} pages a kind (goal 0.99 each)")
    print(f"{'':<32}" + "".join(f"{name:>12}" for name in READERS) + f"{'svod worst':>12}")
    for kind in ORDERS:
        made = samples(kind, count)
        scores = {name: [similarity(text(one.data), one.orders) for one in made] for name, text in READERS.items()}
        means = "".join(f"{sum(found) / count:>12.3f}" for found in scores.values())
        print(f"{kind:<32}{means}{min(scores['svod']):>12.3f}")


Tables = list[frozenset[Cell]]


def svod_tables(data: bytes) -> Tables:
    """Our tables as cells."""
    document = read(data, "bench.pdf")
    return [
        frozenset((c.row, c.column, c.row_span, c.column_span, _words(document, c.start, c.end)) for c in table.cells)
        for table in document.tables
    ]


def _words(document: Document, start: int, end: int) -> str:
    return " ".join(document.text[start:end].split())


def pdfplumber_tables(data: bytes) -> Tables:
    """pdfplumber's tables as cells, spans unknown."""
    with pdfplumber.open(BytesIO(data)) as opened:
        tables = [table for page in opened.pages for table in page.extract_tables()]
    return [
        frozenset((r, c, 1, 1, " ".join(text.split())) for r, row in enumerate(t) for c, text in enumerate(row)
                  if text is not None)
        for t in tables
    ]  # fmt: skip


def exact_cells(found: Tables, gold: Sequence[frozenset[Cell]]) -> tuple[int, int]:
    """Twice the right cells, and the cells of both sides together; each gold table takes the nearest found one."""
    left, right = list(found), 0
    for cells in gold:
        best = max(left, key=lambda table: len(table & cells), default=None)
        if best is not None and best & cells:
            right += len(best & cells)
            left.remove(best)
    return 2 * right, sum(map(len, found)) + sum(map(len, gold))


def without_spans(tables: Iterable[frozenset[Cell]]) -> Tables:
    """The same cells, each taking one row and one column."""
    return [frozenset((row, column, 1, 1, text) for row, column, _, _, text in cells) for cells in tables]


def measure_tables(count: int) -> None:
    """Print F1 over exact cells."""
    print(f"\nexact cells, {count} files a kind (goal: ruled 0.99, borderless 0.90)")
    print(f"{'':<32}{'svod':>12}{'pdfplumber':>12}")
    for kind in TABLES:
        made = table_samples(kind, count)
        ours = [exact_cells(svod_tables(one.data), one.tables) for one in made]
        theirs = [exact_cells(pdfplumber_tables(one.data), without_spans(one.tables)) for one in made]
        rates = [sum(right for right, _ in each) / sum(cells for _, cells in each) for each in (ours, theirs)]
        print(f"{kind:<32}{rates[0]:>12.3f}{rates[1]:>12.3f}")


def pdfplumber_all(data: bytes) -> int:
    """Text, words and tables of each page by pdfplumber; returns the pages."""
    with pdfplumber.open(BytesIO(data)) as opened:
        for page in opened.pages:
            page.extract_text()
            page.extract_words()
            page.extract_tables()
        return len(opened.pages)


def svod_read(data: bytes) -> int:
    """All that reading gives; returns the pages."""
    return len(read(data, "bench.pdf").pages)


def pdfium_read(data: bytes) -> int:
    """pdfium's text alone; returns the pages."""
    return pdfium_text(data).count("\f") + 1


def speed_files() -> dict[str, bytes]:
    """PDFs of one kind of page, a mix without rules, and a mix in which one page in five is ruled."""
    words = Words(1)
    plain = [single_column] * 5 + [two_columns] * 2 + [slide] * 2 + [footnotes]
    kinds = {"single column": single_column, "two columns": two_columns, "slides": slide, "footnotes": footnotes}
    made = {name: pdf([make(words) for _ in range(20)], words) for name, make in kinds.items()}
    made["no page ruled (mix)"] = pdf([plain[index % 10](words) for index in range(40)], words)
    return made | {"one page in five ruled": mixed(words)}


def mixed(words: Words) -> bytes:
    """Twenty-five pages, every fifth a page of tables."""
    pages = pypdfium2.PdfDocument.new()
    text = pypdfium2.PdfDocument(pdf([single_column(words) for _ in range(20)], words))
    for index, one in enumerate(table_samples("ruled", 5)):
        pages.import_pages(text, list(range(4 * index, 4 * index + 4)))
        pages.import_pages(pypdfium2.PdfDocument(one.data))
    out = BytesIO()
    pages.save(out)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Pace:
    """Two readers of the same pages: the best pages a second of each, and the median of what ours is of theirs."""

    ours: float
    theirs: float
    ratio: float


def paced(ours: Run, theirs: Run, rounds: int) -> Pace:
    """How fast both are, by turns, after a round that is thrown away."""
    found: list[dict[Run, float]] = []
    for number in range(rounds + 1):
        rates: dict[Run, float] = {}
        for run in (ours, theirs) if number % 2 else (theirs, ours):
            begun = time.process_time()
            pages = run()
            rates[run] = pages / (time.process_time() - begun)
        found.append(rates)
    kept = found[1:]
    best = [max(rates[run] for rates in kept) for run in (ours, theirs)]
    return Pace(best[0], best[1], median(rates[ours] / rates[theirs] for rates in kept))


def measure_speed(rounds: int, data: Path) -> None:
    """Print pages a second, and what ours is of pdfium's and pdfplumber's."""
    few = max(2, rounds // FEWER)
    print(f"\npages/s on one core, best of {rounds}; ratios are medians of {rounds}, beside pdfplumber of {few}")
    print("(goal: half of pdfium where no page is ruled, 10 x pdfplumber where one in five is)")
    print(f"{'':<32}{'svod':>12}{'pdfium':>12}{'pdfplumber':>12}{'of pdfium':>12}{'x plumber':>12}")
    for name, file in speed_files().items():
        ours = partial(svod_read, file)
        text, plumber = paced(ours, partial(pdfium_read, file), rounds), paced(ours, partial(pdfplumber_all, file), few)
        rates = f"{max(text.ours, plumber.ours):>12.1f}{text.theirs:>12.1f}{plumber.theirs:>12.1f}"
        print(f"{name:<32}{rates}{text.ratio:>12.2f}{plumber.ratio:>12.1f}")
    found = [(path, file) for path in sorted(data.rglob("*.pdf")) if has_text(file := path.read_bytes())]
    print(f"\n{len(found)} PDFs with text below {data}")
    ratios = []
    for path, file in found:
        pace = paced(partial(svod_read, file), partial(pdfium_read, file), rounds)
        ratios.append(pace.ratio)
        print(f"{path.stem[:43]:<44}{pace.ours:>12.1f}{pace.theirs:>12.1f}{'':>12}{pace.ratio:>12.2f}")
    if ratios:
        print(f"{'the median file':<80}{median(ratios):>12.2f}")
    measure_registry(rounds)


def has_text(data: bytes) -> bool:
    """Whether pdfium opens the file and finds text on each page, and none of them has to be read by OCR."""
    try:
        pages = pdfium_text(data).split("\f")
    except pypdfium2.PdfiumError:
        return False
    if min(len(page.strip()) for page in pages) < LEAST_TEXT:
        return False
    document = read(data, "bench.pdf")
    return not document.unreadable_pages and not any(page.words for page in document.pages)


def measure_registry(rounds: int) -> None:
    """Print registry pages a second, beside the bare text by selectolax."""
    pages = [path.read_bytes() for path in sorted(Path("corpus/documents").rglob("*.html"))]
    pace = paced(
        lambda: sum(len(read(page, "page.html").pages) for page in pages),
        lambda: sum(bool(LexborHTMLParser(page).text()) for page in pages),
        rounds * 2,
    )
    size = sum(map(len, pages)) / len(pages) / 1024
    print(
        f"\n{f'registry pages ({len(pages)} of the corpus, {size:.1f} KB)':<44}{pace.ours:.0f}/s (goal 1500), ", end=""
    )
    print(f"{pace.ratio:.3f} of selectolax's bare text ({pace.theirs:.0f}/s)")


def measure_memory() -> None:
    """Print the peak memory of a process of its own that reads 1,000 pages."""
    code = (
        "import resource; from bench.reading import *; from ingest import read; words = Words(1)\n"
        "data = pdf([single_column(words) for _ in range(50)], words)\n"
        "out = pypdfium2.PdfDocument.new(); one = pypdfium2.PdfDocument(data)\n"
        "[out.import_pages(one) for _ in range(20)]; buffer = BytesIO(); out.save(buffer)\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "pages = len(read(buffer.getvalue(), 'long.pdf').pages)\n"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(pages, after // 1024, (after - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    pages, peak, more = done.stdout.split()
    print(f"\n{pages} pages in one PDF: peak {peak} MiB, {more} MiB of it while reading (goal 400)")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pdf"))
    parser.add_argument("--only", nargs="*", default=["order", "tables", "speed", "memory"])
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    parts = {
        "order": lambda: measure_order(arguments.count),
        "tables": lambda: measure_tables(arguments.count),
        "speed": lambda: measure_speed(arguments.rounds, arguments.data),
        "memory": measure_memory,
    }
    for part in arguments.only:
        parts[part]()


if __name__ == "__main__":
    main()
