"""Precision, recall and F1 of what is extracted, against gold answers; a crash counts as a miss of all its answers."""

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.facts import is_given, is_stated
from corpus.gold import GoldFile, Row, read_gold, read_text
from corpus.names import count_names, false_merges
from ingest import read
from nlp import Extract, annotate, state
from nlp.mention import Mention

LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Count:
    """True positives, false positives, false negatives of one type; traps taken count as false positives. Where the
    gold does not list all that is true (facts), what else is found is not judged: `is_recall_only`."""

    found: int = 0
    false: int = 0
    missed: int = 0
    is_recall_only: bool = False

    def add(self, other: "Count") -> None:
        """Count what `other` counted as well."""
        self.is_recall_only = self.is_recall_only or other.is_recall_only
        self.found, self.false, self.missed = (
            self.found + other.found,
            self.false + other.false,
            self.missed + other.missed,
        )

    def as_json(self) -> dict[str, float | int | None]:
        """`{"precision", "recall", "f1", "n"}`, each 1.0 where there was nothing to find and nothing was found;
        precision and F1 are None where only recall is measured."""
        precision = self.found / (self.found + self.false) if self.found + self.false else 1.0
        recall = self.found / (self.found + self.missed) if self.found + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "precision": None if self.is_recall_only else round(precision, 4),
            "recall": round(recall, 4),
            "f1": None if self.is_recall_only else round(f1, 4),
            "n": self.found + self.missed,
        }


Counts = dict[str, Count]
Matches = Callable[[Row, Mention], bool]


ByDocument = dict[str, dict[str, Counts]]
"""Gold file (its stem) → document → what was counted there."""


def evaluate(gold: str | Path, *, only: Callable[[str], bool] | None = None) -> dict[str, Any]:
    """Score this extractor against a gold file or folder.

    `only` chooses documents by name (to report halves apart). Returns
    `{"types": {type: {"precision", "recall", "f1", "n"}}, "failed": [{"document", "error"}]}`; precision and F1 of
    facts are None, since the gold does not list every true one.
    """
    counted, failed = by_document(gold, only=only)
    totals: Counts = defaultdict(Count)
    for documents in counted.values():
        for counts in documents.values():
            for name, count in counts.items():
                totals[name].add(count)
    merged = [pair for file in read_gold(Path(gold)) if file.kind.startswith("names") for pair in merges_of(file)]
    return {
        "types": {name: totals[name].as_json() for name in sorted(totals)},
        "failed": failed,
        **({"false_merges": merged} if merged else {}),
    }


def merges_of(file: GoldFile) -> list[str]:
    """The pairs of names that are different and were taken for one thing."""
    return [pair for rows in file.rows.values() for pair in false_merges(rows)]


def by_document(
    gold: str | Path, *, only: Callable[[str], bool] | None = None
) -> tuple[ByDocument, list[dict[str, str]]]:
    """What was found, wrongly found and missed in each document of each gold file, and the documents that failed."""
    failed: list[dict[str, str]] = []
    extracts: dict[Path, Extract | None] = {}
    counted: ByDocument = {}
    for file in read_gold(Path(gold)):
        of_file = counted.setdefault(file.kind, {})
        for doc in sorted(file.rows):
            if only is not None and not only(doc):
                continue
            if file.kind.startswith("names"):
                counted_names = count_names(file.kind, file.rows[doc])
                of_file[doc] = {name: Count(*found) for name, found in counted_names.items()}
                continue
            path = file.texts[doc]
            if path not in extracts:
                extracts[path] = _extract(path, failed)
            of_file[doc] = defaultdict(Count)
            _score(file, file.rows[doc], extracts[path], of_file[doc])
    return counted, failed


def _extract(path: Path, failed: list[dict[str, str]]) -> Extract | None:
    try:
        extract = state(annotate(read(path.read_bytes(), str(path))))
    except Exception as error:  # a crash of any kind is a miss, and is reported
        LOG.exception("%s failed", path)
        failed.append({"document": path.stem, "error": f"{type(error).__name__}: {error}"})
        return None
    if path.suffix == ".txt" and extract.document.text != read_text(path):
        failed.append({"document": path.stem, "error": "the document's text is not the file's own characters"})
    return extract


def _score(file: GoldFile, rows: Sequence[Row], extract: Extract | None, counts: Counts) -> None:
    mentions = extract.mentions if extract else ()
    for name, mention_type, matches in LAYERS.get(file.kind, ()):
        chosen = [mention for mention in mentions if mention.type == mention_type]
        if file.kind == "persons_nerel":
            chosen = _outermost(chosen)
        count_layer(rows, chosen, matches, counts[name])
    if file.kind == "citations":
        _count_kinds(rows, [mention for mention in mentions if mention.type == "LegalAct"], counts)
    if file.kind.endswith("_traps"):
        trapped = "LegalAct" if file.kind == "citation_traps" else "Region"
        count = counts[f"{trapped}:traps"]
        for row in rows:
            taken = any(m.type == trapped and m.start == row["start"] and m.end == row["end"] for m in mentions)
            count.false, count.found = count.false + taken, count.found + (not taken)
    if file.kind.endswith("facts"):
        is_found = is_given if file.kind == "facts" else is_stated
        for row in rows:
            stated = extract is not None and is_found(row, extract)
            counts[file.kind].is_recall_only = True
            counts[file.kind].found += stated
            counts[file.kind].missed += not stated


def count_layer(rows: Sequence[Row], mentions: Sequence[Mention], matches: Matches, count: Count) -> None:
    """Pair answers and mentions one to one (first by place) and add to `count`; optional answers count neither way."""
    free = list(mentions)
    required = [row for row in rows if not row.get("optional")]
    for row in required:
        match = next((m for m in free if overlaps(row, m) and matches(row, m)), None)
        count.found += match is not None
        count.missed += match is None
        if match is not None:
            free.remove(match)
    optional = [row for row in rows if row.get("optional")]
    count.false += sum(not any(overlaps(row, mention) for row in optional) for mention in free)


def _count_kinds(rows: Sequence[Row], mentions: Sequence[Mention], counts: Counts) -> None:
    for kind in {row["kind"] for row in rows} | {str(mention.attributes.get("kind")) for mention in mentions}:
        of_kind = [row for row in rows if row["kind"] == kind]
        others = [row for row in rows if row["kind"] != kind]
        chosen = [
            mention
            for mention in mentions
            if mention.attributes.get("kind") == kind
            and not any(
                overlaps(row, mention) and _is_act(row, mention) for row in others if kind == row.get("kind_alt")
            )
        ]
        count_layer(of_kind, chosen, _is_act_of_kind, counts[f"LegalAct:{kind}"])


def overlaps(row: Row, mention: Mention) -> bool:
    """Whether the answer's span and the mention's share a character."""
    return bool(row["start"] < mention.end and mention.start < row["end"])


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    return [
        m
        for m in mentions
        if not any(
            o is not m and o.start <= m.start and m.end <= o.end and (o.start, o.end) != (m.start, m.end)
            for o in mentions
        )
    ]


def _same_number(one: object, other: object) -> bool:
    return (one or "") == (other or "") or str(one).casefold() == str(other).casefold()


def _is_act(row: Row, mention: Mention) -> bool:
    attributes: Mapping[str, object] = mention.attributes
    number = attributes.get("number")
    numbers = (row["number"], *_listed(row.get("number_alt", ())))
    return row["date"] == attributes.get("date") and any(_same_number(one, number) for one in numbers)


def _listed(value: object) -> tuple[object, ...]:
    """An alternative answer of the gold, or several of them, as a tuple."""
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _is_act_of_kind(row: Row, mention: Mention) -> bool:
    return _is_act(row, mention) and mention.attributes.get("kind") in {row["kind"], row.get("kind_alt", row["kind"])}


def _is_act_with_articles(row: Row, mention: Mention) -> bool:
    articles = mention.attributes.get("articles")
    return _is_act_of_kind(row, mention) and sorted(row["articles"]) == sorted(
        str(article) for article in (articles if isinstance(articles, tuple) else ())
    )


def _is_region(row: Row, mention: Mention) -> bool:
    return mention.id == f"region/{row['iso']}"


def _name(value: object) -> str:
    return str(value or "").casefold().replace("ё", "е").replace(" ", "").replace(".", "")


def _is_official(row: Row, mention: Mention) -> bool:
    return _name(row["name"]) == _name(mention.attributes.get("name"))


def _is_official_with_role(row: Row, mention: Mention) -> bool:
    return _is_official(row, mention) and _name(row["role"]) == _name(mention.attributes.get("role"))


LAYERS: Mapping[str, tuple[tuple[str, str, Matches], ...]] = {
    "citations": (
        ("LegalAct", "LegalAct", _is_act),
        ("LegalAct+kind", "LegalAct", _is_act_of_kind),
        ("LegalAct+articles", "LegalAct", _is_act_with_articles),
    ),
    "regions": (("Region", "Region", _is_region),),
    "persons_official": (
        ("Person:official", "Person", _is_official),
        ("Person:official+role", "Person", _is_official_with_role),
    ),
    "persons_nerel": (("Person", "Person", lambda row, mention: True),),
    "persons_english": (
        ("Person:english", "Person", lambda row, mention: True),
        ("Person:english+name", "Person", _is_official),
        ("Person:english+role", "Person", _is_official_with_role),
    ),
}
"""Gold file → the layers it is scored on: (name, mention type, when an overlapping mention is right)."""
