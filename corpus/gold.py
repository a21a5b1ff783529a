"""Gold answers as they stand on disk: one JSON object a line, offsets into `docs/<doc>.txt`."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

KINDS = (
    "citations",
    "citation_traps",
    "regions",
    "region_traps",
    "persons_official",
    "persons_nerel",
    "persons_english",
    "seed_facts",
    "cluster_facts",
    "facts",
    "names",
    "names_held",
    "names_fresh",
    "names_fresh_held",
    "names_third",
    "names_third_held",
    "names_fourth",
    "names_fourth_held",
    "names_fifth",
    "names_fifth_held",
)
"""The gold files that are scored, by the stem of their name."""


class GoldError(Exception):
    """A gold file or one of its texts is not where it must be, or does not read."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The rows of one gold file by document; a document without rows is a negative. Pairs of names stand by their type,
    and have no texts."""

    kind: str
    rows: Mapping[str, tuple[Row, ...]]
    texts: Mapping[str, Path]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises GoldError with file and line."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise GoldError(f"{path}, line {number}: not JSON ({error.msg})") from error
    return rows


def read_gold(path: Path) -> tuple[GoldFile, ...]:
    """The gold of one file, or of every file of a folder that is scored here."""
    if not path.exists():
        raise GoldError(f"{path}: no such gold file or folder")
    paths = (
        [path] if path.is_file() else [path / f"{kind}.jsonl" for kind in KINDS if (path / f"{kind}.jsonl").exists()]
    )
    if not paths or any(one.stem not in KINDS for one in paths):
        raise GoldError(
            f"{path}: no gold that can be scored; known files: {', '.join(kind + '.jsonl' for kind in KINDS)}"
        )
    return tuple(_read_file(one) for one in paths)


def _read_file(path: Path) -> GoldFile:
    rows: dict[str, list[Row]] = defaultdict(list)
    if path.stem.startswith("names"):
        for row in read_rows(path):
            rows[row["type"]].append(row)
        return GoldFile(path.stem, {type_: tuple(found) for type_, found in rows.items()}, {})
    index = path.parent / "docs.jsonl"
    if index.exists():
        covering = path.stem.replace("region_traps", "regions").replace("citation_traps", "citations")
        for row in read_rows(index):
            if covering in row["gold"]:
                rows[row["doc"]] = []
    for row in read_rows(path):
        rows[row["doc"] if "doc" in row else row["document"]].append(row)
    texts = {doc: _text_of(path, doc, tuple(answers)) for doc, answers in rows.items()}
    return GoldFile(path.stem, {doc: tuple(answers) for doc, answers in rows.items()}, texts)


def _text_of(path: Path, doc: str, answers: tuple[Row, ...]) -> Path:
    """Where the text of `doc` stands: beside the gold, or among the seeds the one that the answers' offsets fit."""
    root = path.parent.parent
    beside = path.parent / "texts" / f"{doc}.txt"
    for candidate in (beside, root / "docs" / f"{doc}.txt", root / "docs" / doc, root / "documents" / doc):
        if candidate.is_file():
            return candidate
    for seed in sorted((path.parent.parent.parent / "seeds").glob("*.txt")):
        text = read_text(seed)
        if answers and all(text[row["start"] : row["end"]] == row["evidence"] for row in answers):
            return seed
    raise GoldError(
        f"{path}: the text of document '{doc}' is neither in texts/ nor in docs/ nor in documents/ nor among the seeds"
    )


def read_text(path: Path) -> str:
    """A gold text with its line ends untouched, as the offsets count it."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()
