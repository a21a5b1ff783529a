"""The shapes of `ontology/shapes.ttl` as SPARQL: what pySHACL says of a library, in a hundredth of its time.

Every constraint of SHACL Core (https://www.w3.org/TR/shacl/) that the shapes use is one pattern here; a shape that uses
another is refused when it is compiled, so that none is passed over.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from graph.plain import PlainQuad
from graph.terms import TYPE
from ontology.iri import expand
from ontology.triples import SHAPES, triples

Term = NamedNode | BlankNode | Literal
SH = expand("sh:")
RDF = expand("rdf:")
SUBCLASS = NamedNode(expand("rdfs:subClassOf"))
NOT_CONSTRAINTS = frozenset({"path", "message", "severity", "name", "description"})


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that does not keep to a shape, and the shape's message."""

    focus: str
    message: str


def violations(quads: Iterable[PlainQuad]) -> tuple[Violation, ...]:
    """What does not conform among these quads, their graphs taken together; sorted, each once."""
    quads = list(quads)
    there = {quad.predicate for quad in quads} | {quad.object for quad in quads if quad.predicate == TYPE}
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    found = set()
    for query in compiled():
        if there.isdisjoint(query.targets):
            continue  # a query that finds nothing takes longer to plan than this
        rows = store.query(query.sparql)
        assert isinstance(rows, QuerySolutions)
        found |= {Violation(str(row["this"].value), query.messages[int(row["n"].value)]) for row in rows}
    return tuple(sorted(found, key=lambda violation: (violation.focus, violation.message)))


@dataclass(frozen=True, slots=True)
class Query:
    """One shape: a SELECT of ?this and ?n, the message of each ?n, and the classes or the predicates of which there
    must be one for a node to be looked at."""

    sparql: str
    messages: tuple[str, ...]
    targets: frozenset[NamedNode]


@cache
def compiled() -> tuple[Query, ...]:
    """A query for each shape and target."""
    return tuple(_Compiler(SHAPES.read_bytes()).queries())


def compile_shapes(turtle: bytes) -> tuple[Query, ...]:
    """The queries of other shapes. Raises NotImplementedError where they use what is not compiled here."""
    return tuple(_Compiler(turtle).queries())


class _Compiler:
    def __init__(self, turtle: bytes) -> None:
        self._store = Store(None)
        self._store.extend(parse(turtle, format=RdfFormat.TURTLE, base_iri=expand("")))
        self._below: dict[str, set[str]] = {}
        for triple in triples():
            if triple.predicate == SUBCLASS and isinstance(triple.object, NamedNode):
                assert isinstance(triple.subject, NamedNode)
                self._below.setdefault(triple.object.value, set()).add(triple.subject.value)

    def queries(self) -> Iterator[Query]:
        """A query for each constraint of each shape."""
        for quad in self._store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(SH + "NodeShape")):
            shape = quad.subject
            assert isinstance(shape, NamedNode)
            branches = list(self._branches(shape))
            for target, names in self._targets(shape):
                parts = [f"{{ {target} {body} BIND({n} AS ?n) }}" for n, (body, _) in enumerate(branches)]
                sparql = f"SELECT DISTINCT ?this ?n WHERE {{ {' UNION '.join(parts)} }}"
                yield Query(sparql, tuple(message for _, message in branches), frozenset(map(NamedNode, names)))

    def _targets(self, shape: NamedNode) -> Iterator[tuple[str, list[str]]]:
        """The pattern of each target, and the classes or the predicate that it asks for."""
        classes = [self._iri(term) for term in self._values(shape, "targetClass")]
        if classes:
            names = sorted({below for name in classes for below in self._at_or_below(name)})
            one_of = f"VALUES ?class {{ {' '.join(f'<{name}>' for name in names)} }} ?this a ?class ."
            yield (f"?this a <{names[0]}> ." if len(names) == 1 else one_of), names
        for term in self._values(shape, "targetObjectsOf"):
            yield f"?any <{self._iri(term)}> ?this .", [self._iri(term)]
        for term in self._values(shape, "targetSubjectsOf"):
            yield f"?this <{self._iri(term)}> ?any .", [self._iri(term)]

    def _at_or_below(self, name: str) -> set[str]:
        found, waiting = {name}, [name]
        while waiting:
            for below in self._below.get(waiting.pop(), ()):
                if below not in found:
                    found.add(below)
                    waiting.append(below)
        return found

    def _branches(self, shape: NamedNode) -> Iterator[tuple[str, str]]:
        """The pattern of each constraint, and the message of what matches it."""
        for node in self._values(shape, "property"):
            path = self._iri(next(self._values(node, "path")))
            message = self._message(node, f"{path} is not as {shape.value} has it")
            for name, value in self._constraints(node):
                yield PATTERNS[name](f"<{path}>", self, value), message
        for value in self._values(shape, "or"):
            either = [self._absent(node) for node in self._members(value)]
            yield " ".join(either), self._message(shape, f"none of what {shape.value} asks for is there")

    def _absent(self, node: Term) -> str:
        """That a property of an alternative of `sh:or` is missing: the only alternative that the shapes use there."""
        (inner,) = self._values(node, "property")
        asked = dict(self._constraints(inner))
        if set(asked) != {"minCount"} or asked["minCount"].value != "1":
            raise NotImplementedError(f"sh:or of {sorted(asked)} on a node is not compiled")
        return PATTERNS["minCount"](f"<{self._iri(next(self._values(inner, 'path')))}>", self, asked["minCount"])

    def _constraints(self, node: Term) -> Iterator[tuple[str, Term]]:
        for quad in self._store.quads_for_pattern(node, None, None):  # type: ignore[arg-type]
            name = quad.predicate.value.removeprefix(SH)
            if name in NOT_CONSTRAINTS:
                continue
            if name not in PATTERNS:
                raise NotImplementedError(f"sh:{name} is not compiled: add its pattern to graph/shapes.py")
            yield name, quad.object  # type: ignore[misc]

    def _values(self, node: Term, name: str) -> Iterator[Term]:
        for quad in self._store.quads_for_pattern(node, NamedNode(SH + name), None):  # type: ignore[arg-type]
            yield quad.object  # type: ignore[misc]

    def _message(self, node: Term, otherwise: str) -> str:
        return next((str(term.value) for term in self._values(node, "message")), otherwise)

    def _members(self, head: Term) -> Iterator[Term]:
        """The members of an RDF list."""
        while not (isinstance(head, NamedNode) and head.value == RDF + "nil"):
            (first,) = self._store.quads_for_pattern(head, NamedNode(RDF + "first"), None)  # type: ignore[arg-type]
            (rest,) = self._store.quads_for_pattern(head, NamedNode(RDF + "rest"), None)  # type: ignore[arg-type]
            yield first.object  # type: ignore[misc]
            head = rest.object  # type: ignore[assignment]

    def _iri(self, term: Term) -> str:
        if not isinstance(term, NamedNode):
            raise NotImplementedError(f"{term} is no IRI: paths and targets of other kinds are not compiled")
        return term.value

    def alternatives(self, value: Term) -> str:
        """An expression that holds where one of the datatypes of a list does."""
        datatypes = []
        for node in self._members(value):
            asked = dict(self._constraints(node))
            if set(asked) != {"datatype"}:
                raise NotImplementedError(f"sh:or of {sorted(asked)} on a property is not compiled")
            datatypes.append(f"COALESCE(DATATYPE(?v) = <{self._iri(asked['datatype'])}>, false)")
        return " || ".join(datatypes)

    def listed(self, value: Term) -> str:
        """The members of a list, as SPARQL writes them."""
        return ", ".join(str(term) for term in self._members(value))


def _min_count(path: str, compiler: _Compiler, value: Term) -> str:
    if value.value != "1":
        raise NotImplementedError(f"sh:minCount {value.value} is not compiled")
    return f"FILTER NOT EXISTS {{ ?this {path} ?none }}"


def _max_count(path: str, compiler: _Compiler, value: Term) -> str:
    if value.value != "1":
        raise NotImplementedError(f"sh:maxCount {value.value} is not compiled")
    return f"?this {path} ?v . ?this {path} ?w . FILTER(!sameTerm(?v, ?w))"


def _filter(condition: Callable[[_Compiler, Term], str]) -> Callable[[str, _Compiler, Term], str]:
    """The pattern of a value for which a condition does not hold (an error in it counts as not holding)."""
    return lambda path, compiler, value: f"?this {path} ?v . FILTER(!COALESCE({condition(compiler, value)}, false))"


def _node_kind(compiler: _Compiler, value: Term) -> str:
    kinds = {"IRI": "isIRI(?v)", "IRIOrLiteral": "!isBlank(?v)", "Literal": "isLiteral(?v)"}
    return kinds[str(value.value).removeprefix(SH)]


PATTERNS: Mapping[str, Callable[[str, _Compiler, Term], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "nodeKind": _filter(_node_kind),
    "class": lambda path, _, value: f"?this {path} ?v . FILTER NOT EXISTS {{ ?v a {value} }}",
    "datatype": _filter(lambda _, value: f"DATATYPE(?v) = {value}"),
    "in": _filter(lambda compiler, value: f"?v IN ({compiler.listed(value)})"),
    "minInclusive": _filter(lambda _, value: f"?v >= {value}"),
    "maxExclusive": _filter(lambda _, value: f"?v < {value}"),
    "minLength": _filter(lambda _, value: f"STRLEN(STR(?v)) >= {value}"),
    "pattern": _filter(lambda _, value: f"REGEX(STR(?v), {value})"),
    "lessThan": lambda path, _, value: f"?this {path} ?v ; {value} ?w . FILTER(!COALESCE(?v < ?w, false))",
    "or": _filter(lambda compiler, value: compiler.alternatives(value)),
}
"""The pattern that a violation of each constraint matches, by the constraint's name in SHACL."""
