"""When two names of the gold are one thing: what resolution makes of each pair, beside what the gold says.

`python -m corpus.names [GOLD] [--wrong]` prints precision, recall and F1 by type and by alphabets, and
the pairs that are wrong.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.gold import Row, read_rows
from graph.keys import family, thing_key
from graph.resolution.blocks import blocks
from graph.resolution.decision import Outcome, decide
from graph.resolution.pair import authority_of
from graph.resolution.profile import Profile, contact, plain_names
from nlp.normal import normal_name, plain

OUTCOMES: tuple[Outcome, ...] = ("same", "different", "unsure")
CONTACTS = ("phone", "email", "url")
CYRILLIC = re.compile("[А-Яа-яЁё]")
Judged = tuple[Row, Outcome]


def judge(row: Row) -> Outcome:
    """What the ledger would make of the pair: one key, else what is decided where they share a blocking key."""
    left, right = sides(row)
    if set(left.keys) & set(right.keys):
        return "same"
    if not set(blocks(left)) & set(blocks(right)):
        return "different"
    return decide(left, right).outcome


def sides(row: Row) -> tuple[Profile, Profile]:
    """Both profiles of a pair."""
    return profile(row["type"], row["left"], "1"), profile(row["type"], row["right"], "2")


def profile(type_: str, side: Mapping[str, Any], document: str) -> Profile:
    """The profile of one side of a pair, as a document that says this much of it would give."""
    normal = normal_name(side["name"], f"svod:{type_}")
    kind = family(f"svod:{type_}")
    regions = tuple(side[name] for name in ("region",) if name in side)
    contexts = [_context(name, side[name]) for name in ("cluster", "organization") if name in side]
    keys = tuple(sorted(f"{kind}|{normal}|{context}" for context in contexts)) if kind == "person" else ()
    own = f"{kind}|document/{document}/entity/1" if kind == "person" else thing_key(kind, side["name"], normal, regions)
    body = authority_of(plain(side["name"]))
    return Profile(
        kind,
        keys or (own if regions or not body else body,),
        plain_names(kind, normal, [side["name"]]),
        regions,
        tuple(plain(side[name]) for name in ("role",) if name in side),
        tuple(sorted(contact(side[name]) for name in CONTACTS if name in side)),
        tuple(side[name] for name in ("founded",) if name in side),
    )


def _context(kind: str, name: str) -> str:
    return authority_of(plain(name)) or f"{kind}|{normal_name(name, f'svod:{kind.title()}')}"


def scripts(row: Row) -> str:
    """The alphabets of a pair: `ru-ru`, `ru-en` or `en-en`.

    >>> scripts({"left": {"name": "Протон"}, "right": {"name": "Proton"}})
    'ru-en'
    """
    return "-".join(sorted("ru" if CYRILLIC.search(row[side]["name"]) else "en" for side in ("left", "right"))[::-1])


def count_names(rows: Iterable[Row]) -> dict[str, list[int]]:
    """`[found, false, missed]` of each outcome, and of `same` by type and by alphabets."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        said, gold = judge(row), row["label"]
        for outcome in OUTCOMES:
            names = [f"names:{outcome}"]
            if outcome == "same":
                names += [f"names:{row['type']}", f"names:{scripts(row)}"]
            for name in names:
                counts[name][0] += said == gold == outcome
                counts[name][1] += said == outcome != gold
                counts[name][2] += gold == outcome != said
    counts["names:false merges"] = [0, 0, 0]
    for row in rows:
        if row["label"] == "different":
            counts["names:false merges"][1 if judge(row) == "same" else 0] += 1
    return counts


def main(arguments: Sequence[str]) -> int:
    """Print the table and the pairs that are wrong."""
    path = Path(arguments[0]) if arguments else Path(__file__).parent / "gold" / "names.jsonl"
    rows = read_rows(path)
    for name, (found, false, missed) in sorted(count_names(rows).items()):
        precision, recall = found / ((found + false) or 1), found / ((found + missed) or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(f"{name:24} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  n {found + missed}")
    if "--wrong" in arguments:
        for row in rows:
            said = judge(row)
            if said != row["label"]:
                left, right = sides(row)
                shared = set(blocks(left)) & set(blocks(right))
                why = decide(left, right) if shared else "no common blocking key"
                print(row["type"], row["label"] + " " + said, "", row["left"], row["right"], why, sep="\n   ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
