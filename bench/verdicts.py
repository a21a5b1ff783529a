"""Whether each file of a folder of PDFs gets the right verdict, by its category and what is known of it.

    python -m bench.verdicts --data ../shared/data/pdf [--facts ../shared/data/gold/pdf_facts.jsonl]

`manifest.jsonl` in the folder has one line a file: `file`, `category`, `pages`, `text_chars_first_10_pages`,
`cyrillic_chars` (poppler's counts), `needs_password`, `poppler_opens`. The verdicts are

- `encrypted`: refused, a password is asked for;
- `refused`: refused as damaged or as no PDF;
- `no text`: refused, it opens and shows nothing;
- `by OCR`: read, and a finding says that OCR read it, and why;
- `read`: read, with every page, nine tenths of the characters of pdfium's bare text, and of poppler's Cyrillic ones.

A file in a category of damage that is read must have a finding that says so. Facts are citations that must be found.
Exit code 1 when a verdict is wrong or a citation is missing.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from ingest import Document, read
from ingest.errors import Damaged, Encrypted, IngestError, NoText, UnknownMedia
from nlp import annotate

Entry = Mapping[str, Any]
ENOUGH = 0.9  # of the characters without blanks: the bare text also holds what a page does not show
COUNTED = 10  # pages whose characters the manifest counts
SCANNED = re.compile(r"scan|mojibake|no_tounicode")
BROKEN = re.compile(r"^damaged|^no_header")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said of a file; `document` where it was read, `reason` where it was refused."""

    kind: str
    document: Document | None = None
    reason: str = ""


def expected(entry: Entry) -> frozenset[str]:
    """The verdicts that are right for a file of the manifest.

    >>> sorted(expected({"category": "damaged", "needs_password": False, "poppler_opens": False}))
    ['refused']
    >>> sorted(expected({"category": "damaged", "poppler_opens": True, "text_chars_first_10_pages": 0}))
    ['no text', 'refused']
    """
    if entry.get("needs_password"):
        return frozenset({"encrypted"})
    if entry["category"] == "not_a_pdf" or not entry["poppler_opens"]:
        return frozenset({"refused"})
    if SCANNED.search(entry["category"]):
        return frozenset({"by OCR"})
    if not entry["text_chars_first_10_pages"]:
        return frozenset({"no text", "refused"}) if BROKEN.search(entry["category"]) else frozenset({"no text"})
    return frozenset({"read"})


def verdict(data: bytes, name: str) -> Verdict:
    """What reading says of the bytes."""
    try:
        document = read(data, name)
    except Encrypted as error:
        return Verdict("encrypted", reason=str(error))
    except NoText as error:
        return Verdict("no text", reason=str(error))
    except (Damaged, UnknownMedia) as error:
        return Verdict("refused", reason=str(error))
    except IngestError as error:
        return Verdict(type(error).__name__, reason=str(error))
    by_ocr = any(" read by OCR" in finding for finding in document.findings)
    return Verdict("by OCR" if by_ocr else "read", document)


def faults(entry: Entry, said: Verdict, data: bytes) -> list[str]:
    """What is wrong with a verdict on the bytes, one sentence each."""
    right = expected(entry)
    found = [] if said.kind in right else [f"should be: {' or '.join(sorted(right))}"]
    document = said.document
    if document is None:
        return found if said.reason else [*found, "no reason is given"]
    if len(document.pages) != entry["pages"]:
        found.append(f"{len(document.pages)} pages of {entry['pages']}")
    if BROKEN.search(entry["category"]) and not any("damaged" in finding for finding in document.findings):
        found.append("nothing says that the file is damaged")
    if said.kind == "read":
        found += _missing_text(entry, document, data)
    return found


def _missing_text(entry: Entry, document: Document, data: bytes) -> list[str]:
    """Whether characters are missing: of all, and of the Cyrillic ones."""
    text = "".join(document.page_text(page) for page in document.pages[:COUNTED])
    with pypdfium2.PdfDocument(data) as pdf:
        bare = "".join(pdf[number].get_textpage().get_text_range() for number in range(min(COUNTED, len(pdf))))
    shown, whole = (sum(not letter.isspace() for letter in each) for each in (text, bare))
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text)
    found = []
    if shown < ENOUGH * whole:
        found.append(f"{shown} characters of {whole}")
    if cyrillic < ENOUGH * entry["cyrillic_chars"]:
        found.append(f"{cyrillic} Cyrillic letters of {entry['cyrillic_chars']}")
    return found


def missing_citations(document: Document, wanted: Iterable[Entry]) -> list[str]:
    """The citations of `wanted` that no mention gives with kind, number, date and articles."""
    acts = [mention.attributes for mention in annotate(document)._.mentions if mention.type == "LegalAct"]
    return [
        f"no citation {entry['kind']} {entry['number']} {entry.get('articles') or ''}".rstrip()
        for entry in wanted
        if not any(_is_cited(entry, act) for act in acts)
    ]


def _is_cited(entry: Entry, act: Mapping[str, Any]) -> bool:
    same = all((entry.get(key) or None) == (act.get(key) or None) for key in ("kind", "number", "date"))
    return same and set(entry.get("articles") or ()) <= set(act.get("articles") or ())


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pdf"))
    parser.add_argument("--facts", type=Path, default=None, help="default: gold/pdf_facts.jsonl beside the folder")
    arguments = parser.parse_args()
    entries = _lines(arguments.data / "manifest.jsonl")
    facts_file = arguments.facts or arguments.data.parent / "gold" / "pdf_facts.jsonl"
    facts = {row["file"]: row["citations"] for row in (_lines(facts_file) if facts_file.exists() else [])}
    wrong = 0
    for entry in sorted(entries, key=lambda row: (row["category"], row["file"])):
        data = (arguments.data / entry["file"]).read_bytes()
        said = verdict(data, entry["file"])
        found = faults(entry, said, data)
        if said.document is not None and entry["file"] in facts:
            found += missing_citations(said.document, facts[entry["file"]])
        wrong += bool(found)
        print(f"{entry['category']:<26}{Path(entry['file']).name[:48]:<50}{said.kind:<11}{'; '.join(found) or 'right'}")
        for line in said.document.findings if said.document else (said.reason,):
            print(f"{'':<26}{line}")
    print(f"{len(entries) - wrong} of {len(entries)} right")
    return 1 if wrong else 0


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
