"""A query before it is text: patterns over the resolved view with parameters, written as SPARQL (and by `cypher.py`).

What runs is the template with the parameters bound by the store; what is shown is the same query with the parameters
in a VALUES block, complete and runnable. Words of the question never enter a query.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.queries import load
from ontology.iri import PREFIXES

Kind = Literal["things", "figures", "count", "paths", "acts", "planned", "intended"]
Parameter = NamedNode | RdfLiteral

ROWS_SHOWN = 500  # rows of one answer; more than anyone reads, and a bound on the evidence fetched


@dataclass(frozen=True, slots=True)
class Pattern:
    """`subject predicate object`, the ends being names of variables. Several predicates mean any of them.

    `is_reference` marks what the vocabulary says and no document has to (a region's federal district).
    """

    subject: str
    predicates: tuple[str, ...]
    object: str
    is_optional: bool = False
    is_reference: bool = False

    @property
    def variable(self) -> str:
        """The variable that says which of several predicates it was."""
        return f"{self.subject}_{self.object}_predicate"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for: the variable `answer` in `patterns`, with `types` (variable to class CURIE) and `parameters`
    (variable to the values it may have)."""

    kind: Kind
    answer: str
    patterns: tuple[Pattern, ...]
    parameters: Mapping[str, tuple[Parameter, ...]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[str, ...]:
        """Every variable, the answer first."""
        found = [self.answer, *self.types]
        for pattern in self.patterns:
            found += [pattern.subject, pattern.object]
            found += [pattern.variable] if len(pattern.predicates) > 1 else []
        return tuple(dict.fromkeys(found))


def template(plan: Plan) -> str:
    """The query with its parameters left as variables: what the store runs, once for each combination of parameters."""
    return _query(plan, ())


def combinations(plan: Plan) -> Iterator[dict[str, Parameter]]:
    """The values of the parameters, one of each at a time."""
    names = tuple(plan.parameters)
    for values in product(*plan.parameters.values()):
        yield dict(zip(names, values, strict=True))


def sparql(plan: Plan) -> str:
    """The whole query, to be shown and run anywhere."""
    values = [f"  VALUES ?{name} {{ {' '.join(map(str, terms))} }}" for name, terms in plan.parameters.items()]
    if plan.kind in STORED:
        return _stored(STORED[plan.kind], values)
    return _query(plan, values)


STORED: Mapping[str, str] = {
    "acts": "standing",
    "planned": "planned",
    "intended": "intended",
}
"""The stored queries of acts on a day, of planned figures and of planned relations, by the kind of their plan."""


def _stored(name: str, values: Sequence[str]) -> str:
    """A stored query with its parameters."""
    lines = [line for line in load(name).splitlines() if not line.startswith(("#", "PREFIX"))]
    body = "\n".join([lines[0], *values, *lines[1:]])
    heads = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in PREFIXES if f" {prefix}:" in body]
    return "\n".join([*heads, body])


def _query(plan: Plan, values: Sequence[str]) -> str:
    lines = [*values, *(f"  ?{name} a {type_} ." for name, type_ in plan.types.items())]
    for pattern in plan.patterns:
        predicate = pattern.predicates[0]
        if len(pattern.predicates) > 1:
            lines.append(f"  VALUES ?{pattern.variable} {{ {' '.join(pattern.predicates)} }}")
            predicate = f"?{pattern.variable}"
        triple = f"?{pattern.subject} {predicate} ?{pattern.object} ."
        lines.append(f"  OPTIONAL {{ {triple} }}" if pattern.is_optional else f"  {triple}")
    body = "\n".join(lines)
    used = [prefix for prefix in PREFIXES if f" {prefix}:" in body]
    heads = [f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in used]
    columns = " ".join(f"?{name}" for name in plan.variables)
    if plan.kind == "count":
        columns = f"(COUNT(DISTINCT ?{plan.answer}) AS ?count)"
        return "\n".join([*heads, f"SELECT {columns} WHERE {{", body, "}"])
    return "\n".join([*heads, f"SELECT DISTINCT {columns} WHERE {{", body, "}"])
