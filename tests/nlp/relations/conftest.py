"""What the tests of relations share: a text or a page in, its statements out."""

from collections.abc import Callable

import pytest

from ingest import read
from nlp import Extract, annotate, state
from nlp.statement import Statement, Value

Fact = tuple[str, str, str]
"""The subject's name, the predicate, and the object's id in the vocabulary, name or value."""

Stated = Callable[..., list[tuple[Fact, Statement]]]


def extract_of(text: str, source: str = "text.txt") -> Extract:
    """Everything that is understood of a text (or of HTML, when the text is)."""
    return state(annotate(read(text.encode(), source)))


@pytest.fixture(scope="session")
def stated() -> Stated:
    """`stated(text, *predicates)`: the facts of these predicates (all without any), each with its statement."""

    def run(text: str, *predicates: str) -> list[tuple[Fact, Statement]]:
        extract = extract_of(text)
        names = {entity.id: entity.name for entity in extract.entities if entity.is_local}
        found = []
        for statement in extract.statements:
            if predicates and statement.predicate not in predicates:
                continue
            thing = statement.object.value if isinstance(statement.object, Value) else statement.object
            subject = names.get(statement.subject, statement.subject)
            found.append(((subject, statement.predicate, names.get(thing, thing)), statement))
        return found

    return run
