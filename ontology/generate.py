"""Writes `terms.py` from `svod.ttl`: `python -m ontology.generate`, or `--check` to compare only (exit 1 if stale)."""

import re
import sys
from collections.abc import Iterable, Sequence

from ontology.triples import FOLDER
from ontology.vocabulary import Term, vocabulary

TERMS = FOLDER / "terms.py"

_HEAD = '''"""CURIEs of the vocabulary. Generated from `svod.ttl` by `python -m ontology.generate`: edit the former."""

from typing import Final
'''


def source() -> str:
    """The text of `terms.py` as the vocabulary has it now: a constant a class (`CLASS_…`) and a constant a property."""
    words = vocabulary()
    parts = (_HEAD, *_section("Classes", words.classes.values()), *_section("Properties", words.properties.values()))
    return "\n".join(parts).rstrip("\n") + "\n"


def constant(term: Term) -> str:
    """The name of a term's constant; a prefix other than ours stands in it.

    >>> constant(vocabulary().properties["svod:memberCount"]), constant(vocabulary().properties["eli:amends"])
    ('MEMBER_COUNT', 'ELI_AMENDS')
    >>> constant(vocabulary().classes["svod:LegalAct"])
    'CLASS_LEGAL_ACT'
    """
    prefix, _, local = term.curie.partition(":")
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local)
    name = words if prefix == "svod" else f"{prefix}_{words}"
    return ("CLASS_" if term.kind == "class" else "") + name.replace("-", "_").upper()


def _section(title: str, terms: Iterable[Term]) -> list[str]:
    lines = sorted(((constant(term), term) for term in terms), key=lambda pair: pair[0])
    return [f"# {title}", *(f'{name}: Final = "{term.curie}"  # {term.en}' for name, term in lines), ""]


def main(arguments: Sequence[str]) -> int:
    """Writes or checks; the exit status: 0 written or fresh, 1 stale."""
    if "--check" not in arguments:
        TERMS.write_text(source(), encoding="utf-8")
        return 0
    is_fresh = TERMS.exists() and TERMS.read_text(encoding="utf-8") == source()
    if not is_fresh:
        sys.stderr.write("ontology/terms.py is stale: run `python -m ontology.generate`\n")
    return 0 if is_fresh else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
