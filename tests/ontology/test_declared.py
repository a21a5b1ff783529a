"""Every term of our own namespace that the code writes or asks for is declared in the vocabulary."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DECLARED = set(
    re.findall(r"^svod:([A-Za-z]+)\s", (CHECKOUT / "ontology" / "svod.ttl").read_text(encoding="utf-8"), re.M)
)


@pytest.mark.parametrize("room", ["nlp", "graph", "ui"])
def test_every_term_of_ours_is_declared(room: str) -> None:
    files = [path for suffix in ("*.py", "*.rq") for path in (CHECKOUT / room).rglob(suffix)]
    used = {(term, path.name) for path in files for term in re.findall(r"\bsvod:([A-Za-z]+)", path.read_text("utf-8"))}
    assert used
    assert {(term, name) for term, name in used if term not in DECLARED} == set()
