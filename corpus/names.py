"""When two names of the gold are one thing: what resolution makes of each pair, beside what the gold says."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.gold import Row
from graph.keys import family, thing_key
from graph.resolution.blocks import blocks
from graph.resolution.decision import Outcome, decide
from graph.resolution.pair import authority_of
from graph.resolution.profile import Profile, contact, plain_names
from nlp.normal import normal_name, plain

OUTCOMES: tuple[Outcome, ...] = ("same", "different", "unsure")
CONTACTS = ("phone", "email", "url")
NUMBERS = ("inn", "ogrn")
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
    numbers = tuple(f"{name} {side[name]}" for name in NUMBERS if name in side)
    own = (
        f"{kind}|document/{document}/entity/1"
        if kind == "person"
        else thing_key(kind, side["name"], normal, regions, numbers)
    )
    body = authority_of(plain(side["name"]))
    return Profile(
        kind,
        keys or (own if regions or not body else body,),
        plain_names(kind, normal, [side["name"]]),
        regions,
        tuple(plain(side[name]) for name in ("role",) if name in side),
        tuple(sorted(contact(side[name]) for name in CONTACTS if name in side)),
        tuple(side[name] for name in ("founded",) if name in side),
        numbers,
    )


def _context(kind: str, name: str) -> str:
    return authority_of(plain(name)) or f"{kind}|{normal_name(name, f'svod:{kind.title()}')}"


def scripts(row: Row) -> str:
    """The alphabets of a pair: `ru-ru`, `ru-en` or `en-en`.

    >>> scripts({"left": {"name": "Протон"}, "right": {"name": "Proton"}})
    'ru-en'
    """
    return "-".join(sorted("ru" if CYRILLIC.search(row[side]["name"]) else "en" for side in ("left", "right"))[::-1])


def count_names(kind: str, rows: Iterable[Row]) -> dict[str, tuple[int, int, int]]:
    """What was found, wrongly found and missed: of each outcome, and of `same` by type and by alphabets. Of the pairs
    that are different, how many stay so, and how many were taken for one thing."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        said, gold = judge(row), row["label"]
        for outcome in OUTCOMES:
            names = [f"{kind}:{outcome}"]
            if outcome == "same":
                names += [f"{kind}:{outcome}:{row['type']}", f"{kind}:{outcome}:{scripts(row)}"]
            for name in names:
                counts[name][0] += said == gold == outcome
                counts[name][1] += said == outcome != gold
                counts[name][2] += gold == outcome != said
        if gold == "different":
            counts[f"{kind}:kept apart"][said == "same"] += 1
    return {name: (found, false, missed) for name, (found, false, missed) in counts.items()}


def false_merges(rows: Iterable[Row]) -> list[str]:
    """The pairs that are different and were taken for one thing."""
    wrong = (row for row in rows if row["label"] == "different" and judge(row) == "same")
    return [f"{row['left']['name']} = {row['right']['name']}" for row in wrong]
