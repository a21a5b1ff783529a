"""The pairs of names that resolution gets wrong: `python -m corpus.pairs [GOLD]` (default `gold/names.jsonl`)."""

import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.gold import read_rows
from corpus.names import judge, sides
from graph.resolution.blocks import blocks
from graph.resolution.decision import decide


def main(arguments: Sequence[str]) -> int:
    """Print each with what the gold says, what was decided, and why."""
    path = Path(arguments[0]) if arguments else Path(__file__).parent / "gold" / "names.jsonl"
    for row in read_rows(path):
        said = judge(row)
        if said != row["label"]:
            left, right = sides(row)
            is_met = set(blocks(left)) & set(blocks(right))
            decision = decide(left, right)
            why = ", ".join(f"{reason.feature} {reason.weight:+}" for reason in decision.reasons)
            print(row["type"], f"{row['label']} -> {said}", row["left"], row["right"], sep=" | ", end=" | ")
            print(f"{decision.score}: {why}" if is_met else "no common blocking key")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
