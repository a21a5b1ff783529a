"""The gate: what is understood must not fall below the pinned floors. `python -m corpus.gate` prints and exits 1 below.

Floors stand in `floors.json` by gold file, with the digest of the gold that they were measured on: changed gold needs
floors set anew (`--pin`), which a review sees. `--save FILE` keeps what each document gave, `--compare FILE` prints the
documents that gained or lost since.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.gold import KINDS
from corpus.score import ByDocument, Count, by_document

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
GOLD: Mapping[str, Path] = {"corpus": HERE / "gold", "open": HERE.parent.parent / "shared" / "data" / "gold"}
"""Our own gold, and the open one where it stands beside the checkout."""

MEASURED = ("precision", "recall")
Floors = Mapping[str, Mapping[str, Any]]
"""Gold file → `{"digest", "types": {type: {"precision", "recall"}}}`."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A floor that does not hold: of which gold file and type, and how it stands."""

    file: str
    type: str
    reason: str

    def __str__(self) -> str:
        return f"{f'{self.file} {self.type}'.strip()}: {self.reason}"


def there() -> tuple[str, ...]:
    """The names of the gold that exists here."""
    return tuple(name for name, folder in GOLD.items() if folder.is_dir())


def digest(path: Path) -> str:
    """The SHA-256 of a gold file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def totals(counted: ByDocument) -> dict[str, dict[str, Count]]:
    """What was counted in each gold file over all its documents."""
    summed: dict[str, dict[str, Count]] = {}
    for file, documents in counted.items():
        of_file = summed.setdefault(file, {})
        for counts in documents.values():
            for name, count in counts.items():
                of_file.setdefault(name, Count()).add(count)
    return summed


def check(
    folder: Path, floors: Floors, counted: ByDocument, failed: Sequence[Mapping[str, str]] = ()
) -> Iterator[Breach]:
    """The floors that do not hold: values below, types and files that are gone, gold that is not the pinned one."""
    for failure in failed:
        yield Breach(failure["document"], "", f"failed: {failure['error']}")
    found = totals(counted)
    for file in sorted(found.keys() - floors.keys()):
        yield Breach(file, "", "has no floors: pin them")
    for file, pinned in sorted(floors.items()):
        path = folder / f"{file}.jsonl"
        if not path.exists():
            yield Breach(file, "", "the gold is gone")
            continue
        if digest(path) != pinned["digest"]:
            yield Breach(file, "", "the gold is not the one that its floors were measured on: pin them anew")
        for name, floor in pinned["types"].items():
            now = found.get(file, {}).get(name, Count()).as_json()
            for measure in MEASURED:
                value, least = now[measure], floor.get(measure)
                if value is not None and least is not None and value < least:
                    yield Breach(file, name, f"{measure} {value} is below its floor {least}")


def pinned(folder: Path, counted: ByDocument) -> dict[str, dict[str, Any]]:
    """The floors that hold exactly now."""
    return {
        file: {
            "digest": digest(folder / f"{file}.jsonl"),
            "types": {
                name: {measure: value for measure in MEASURED if (value := count.as_json()[measure]) is not None}
                for name, count in sorted(counts.items())
            },
        }
        for file, counts in sorted(totals(counted).items(), key=lambda item: KINDS.index(item[0]))
    }


def changes(before: Mapping[str, Any], counted: ByDocument) -> Iterator[str]:
    """One line a document and type that gained or lost since `before` (as `--save` writes it)."""
    for file, documents in saved(counted).items():
        for document, counts in documents.items():
            earlier = before.get(file, {}).get(document, {})
            for name in sorted(counts.keys() | earlier.keys()):
                found, false, missed = counts.get(name, [0, 0, 0])
                was_found, was_false, was_missed = earlier.get(name, [0, 0, 0])
                if (found, false, missed) != (was_found, was_false, was_missed):
                    sign = "+" if (found, -false) > (was_found, -was_false) else "-"
                    yield (
                        f"{sign} {file} {document} {name}: found {was_found} -> {found}, false {was_false} -> {false}, "
                        f"missed {was_missed} -> {missed}"
                    )


def saved(counted: ByDocument) -> dict[str, dict[str, dict[str, list[int]]]]:
    """What each document gave, as JSON: file → document → type → [found, false, missed]."""
    return {
        file: {
            document: {name: [count.found, count.false, count.missed] for name, count in sorted(counts.items())}
            for document, counts in sorted(documents.items())
        }
        for file, documents in counted.items()
    }


def read_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """The pinned floors by name of the gold."""
    floors: dict[str, Floors] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate over all gold that is here; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(prog="python -m corpus.gate", description=__doc__.partition("\n")[0])
    parser.add_argument("--pin", action="store_true", help="set the floors to what holds now")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep what each document gave")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="print the documents that gained or lost since")
    options = parser.parse_args(arguments)
    floors = read_floors()
    before = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else {}
    kept: dict[str, Any] = {}
    breaches: list[Breach] = []
    for name in there():
        counted, failed = by_document(GOLD[name])
        kept[name] = saved(counted)
        _show(name, counted)
        if options.compare:
            print(*changes(before.get(name, {}), counted), sep="\n")
        if options.pin:
            floors[name] = pinned(GOLD[name], counted)
        breaches += check(GOLD[name], floors.get(name, {}), counted, failed)
    if options.pin:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if options.save:
        options.save.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(*breaches, sep="\n", file=sys.stderr)
    return 1 if breaches else 0


def _show(name: str, counted: ByDocument) -> None:
    for file, counts in totals(counted).items():
        for type_, count in sorted(counts.items()):
            row = count.as_json()
            precision = "—     " if row["precision"] is None else f"{row['precision']:.4f}"
            print(f"{name:7} {file:18} {type_:32} P {precision}  R {row['recall']:.4f}  n {row['n']}")


if __name__ == "__main__":
    sys.exit(main())
