"""Questions answered: rows of the resolved view, each with the passages that state it, and what was searched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode, QuerySolution

from graph.acts import acts_on
from graph.approximation import approximation_of
from graph.intended import Intended
from graph.path import Path, paths
from graph.queries import run, select
from graph.question import Question, Verdict, understand
from graph.questions.cypher import cypher
from graph.questions.plan import ROWS_SHOWN, Pattern, Plan, combinations, sparql, template
from graph.questions.schema import label
from graph.search import Index, reached_index
from ontology.iri import PREFIXES, compress, expand

if TYPE_CHECKING:
    from graph.evidence import Evidence
    from graph.snapshot import Snapshot

Term = NamedNode | Literal
Scalar = str | int | float


@dataclass(frozen=True, slots=True)
class Row:
    """One thing or value of an answer. `iri` names a thing or a figure; `value` and `unit` keep the document's scale;
    `is_counted` marks a number that the library counted itself."""

    label: str
    iri: str | None
    value: Scalar | None
    unit: str | None
    evidence: "tuple[Evidence, ...]"
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched: documents, their pages, and the pages that could not be read."""

    documents: int
    pages: int
    unreadable_pages: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer. `sparql` and `cypher` are complete queries that give the same rows."""

    question: Question
    rows: tuple[Row, ...]
    verdict: Verdict
    coverage: Coverage
    sparql: str
    cypher: str


def ask(text: str, snapshot: "Snapshot", index: Index | None = None) -> Answer:
    """The answer to a question in Russian or English. Without an `index`, names are indexed once a snapshot."""
    question = understand(text, snapshot, index or _index_of(snapshot))
    rows: tuple[Row, ...] = ()
    used = question.plans[0] if question.plans else None
    for plan in question.plans:
        rows, used = _answered(plan, snapshot, question.language)
        if rows:
            break
    verdict: Verdict = question.verdict if not question.plans else "answered" if rows else "not_stated"
    return Answer(
        question=question,
        rows=rows,
        verdict=verdict,
        coverage=coverage(snapshot),
        sparql=sparql(used) if used else "",
        cypher=cypher(used) if used else "",
    )


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as `svod ask --json` gives it."""
    rows = [
        {
            "label": row.label,
            "iri": row.iri,
            "value": row.value,
            "unit": row.unit,
            "counted": row.is_counted,
            "evidence": [evidence_json(evidence) for evidence in row.evidence],
        }
        for row in answer.rows
    ]
    return {
        "question": answer.question.text,
        "understood": answer.question.understood,
        "language": answer.question.language,
        "answers": rows,
        "verdict": answer.verdict,
        "coverage": {
            "documents": answer.coverage.documents,
            "pages": answer.coverage.pages,
            "unreadable_pages": answer.coverage.unreadable_pages,
        },
        "sparql": answer.sparql,
        "cypher": answer.cypher,
    }


def evidence_json(evidence: "Evidence") -> dict[str, Any]:
    """One passage of an answer or of a hop."""
    return {
        "document": evidence.document,
        "title": evidence.title,
        "role": evidence.role,
        "page": evidence.page,
        "quote": evidence.quote,
        "boxes": [list(box) for box in evidence.boxes],
    }


def coverage(snapshot: "Snapshot") -> Coverage:
    """What the snapshot holds to be searched."""
    documents = pages = unreadable = 0
    for row in select(snapshot, "coverage"):
        documents += 1
        pages += int(row["pages"].value)
        unreadable += int(row["unreadable"].value)
    return Coverage(documents, pages, unreadable)


_INDEXES: "WeakKeyDictionary[Snapshot, Index]" = WeakKeyDictionary()
_INDEXING = Lock()


def _index_of(snapshot: "Snapshot") -> Index:
    """The library's index where it has reached the snapshot, else one of its names; kept with the snapshot."""
    with _INDEXING:
        index = _INDEXES.get(snapshot)
        if index is None:
            index = _INDEXES[snapshot] = reached_index(snapshot.library.search, snapshot)
        return index


def _answered(plan: Plan, snapshot: "Snapshot", language: str) -> tuple[tuple[Row, ...], Plan]:
    """The rows, and the plan to be shown with them: that of a connection follows the first path found."""
    if plan.kind == "acts":
        return tuple(_standing_rows(plan, snapshot, language)), plan
    if plan.kind == "planned":
        return tuple(_planned_rows(plan, snapshot, language)), plan
    if plan.kind == "intended":
        return tuple(_intended_rows(plan, snapshot, language)), plan
    if plan.kind != "paths":
        return tuple(_rows(plan, snapshot, language)), plan
    start, end = (plan.parameters[name][0].value for name in ("start", "end"))
    found = paths(start, end, snapshot)
    rows = tuple(_path_row(path, start, end, snapshot, language) for path in found)
    return rows, _along(found[0], plan) if found else plan


def _rows(plan: Plan, snapshot: "Snapshot", language: str) -> Iterator[Row]:
    solutions = _solutions(plan, snapshot)
    if plan.kind == "figures":
        yield from (_figure(solution, snapshot, language) for solution in sorted(solutions, key=_figure_order))
        return
    found = _grouped(plan, solutions)
    if plan.kind == "count":
        if found:
            evidence = [piece for facts in found.values() for piece in _evidence(facts, snapshot)]
            yield Row(str(len(found)), None, len(found), None, _once(evidence), is_counted=True)
        return
    for term, facts in found.items():
        yield _row(term, facts, snapshot, language)


Solution = Mapping[str, Term]
Fact = tuple[NamedNode, NamedNode, Term]


def _solutions(plan: Plan, snapshot: "Snapshot") -> list[Solution]:
    """The rows of the template for every combination of parameters, each as variable to term."""
    text = template(replace(plan, kind="things"))
    found: list[Solution] = []
    for bound in combinations(plan):
        for solution in run(snapshot, text, bound):
            found.append({**bound, **_terms(solution, plan)})
    return found


def _terms(solution: QuerySolution, plan: Plan) -> Solution:
    return {
        name: solution[name] for name in plan.variables if name not in plan.parameters and solution[name] is not None
    }


def _grouped(plan: Plan, solutions: Sequence[Solution]) -> dict[Term, list[Fact]]:
    """Each answer once with the facts it rests on: in the order of the predicates asked for, then by value."""
    found: dict[Term, dict[Fact, None]] = {}
    for solution in sorted(solutions, key=lambda solution: _order(plan, solution)):
        facts = found.setdefault(solution[plan.answer], {})
        for pattern in plan.patterns:
            facts.update(dict.fromkeys(_facts(pattern, solution)))
    return {term: list(facts) for term, facts in list(found.items())[:ROWS_SHOWN]}


def _order(plan: Plan, solution: Solution) -> tuple[int, str]:
    for pattern in plan.patterns:
        if len(pattern.predicates) > 1 and plan.answer in (pattern.subject, pattern.object):
            asked = [expand(curie) for curie in pattern.predicates]
            return asked.index(solution[pattern.variable].value), solution[plan.answer].value
    return 0, solution[plan.answer].value


def _facts(pattern: Pattern, solution: Solution) -> Iterator[Fact]:
    subject, object_ = solution.get(pattern.subject), solution.get(pattern.object)
    if not isinstance(subject, NamedNode) or object_ is None:
        return
    if len(pattern.predicates) == 1:
        yield subject, NamedNode(expand(pattern.predicates[0])), object_
    else:
        yield subject, NamedNode(solution[pattern.variable].value), object_


def _row(term: Term, facts: Sequence[Fact], snapshot: "Snapshot", language: str) -> Row:
    evidence = _once(_evidence(facts, snapshot))
    if isinstance(term, NamedNode):
        post = next(select(snapshot, "membership", membership=term), None)
        if post is not None:
            ends = [
                post["role"].value,
                *(snapshot.label(post[end], language) for end in ("member", "organization") if post[end]),
            ]
            facts = [*facts, (term, NamedNode(expand("svod:roleName")), post["role"])]
            return Row(" · ".join(ends), term.value, None, None, _once(_evidence(facts, snapshot)))
        figure = _value_of(term, snapshot)
        value, unit = figure or (None, None)
        return Row(snapshot.label(term.value, language), term.value, value, unit, evidence)
    return Row(term.value, None, number(term), None, evidence)


def _value_of(thing: NamedNode, snapshot: "Snapshot") -> tuple[Scalar, str | None] | None:
    """The value and unit of a thing that is a figure."""
    for row in select(snapshot, "value", observation=thing):
        return number(row["value"]), row["unit"].value if row["unit"] is not None else None
    return None


def _figure(solution: Solution, snapshot: "Snapshot", language: str) -> Row:
    """One figure: what it measures, where and when; its passages are those of its value."""
    observation, value = solution["observation"], solution["value"]
    if not isinstance(observation, NamedNode) or not isinstance(value, Literal):
        raise TypeError(f"{observation} is no figure: its value is {value}")
    limits = [snapshot.label(solution["area"].value, language)] if "area" in solution else []
    limits += [solution["period"].value.replace("/", "–")] if "period" in solution else []
    evidence = _once(_evidence([(observation, NamedNode(expand("sdmx-measure:obsValue")), value)], snapshot))
    unit = solution["unit"].value if "unit" in solution else None
    nearly = approximation_of(evidence, snapshot, language)
    measure = " ".join(solution["measure"].value.split())
    label = ", ".join([measure, *limits]) + (f" ({nearly})" if nearly else "")
    return Row(label, observation.value, number(value), unit, evidence)


def _figure_order(solution: Solution) -> tuple[str, str, str, str]:
    parts = ("measure", "period", "area", "value")
    measure, period, area, value = (solution[part].value if part in solution else "" for part in parts)
    return measure, period, area, value


def _standing_rows(plan: Plan, snapshot: "Snapshot", language: str) -> Iterator[Row]:
    """The acts that stood on the plan's day, each with what dates and last amends it; those that may have last."""
    day = date.fromisoformat(plan.parameters["day"][0].value)
    wanted = {term.value for term in plan.parameters.get("act", ())}
    stood = [act for act in acts_on(snapshot, day, language) if act.standing != "repealed"]
    acts = [act for act in stood if not wanted or expand(act.id, snapshot.base) in wanted]
    edition = {"ru": "в редакции", "en": "in the edition of"}[language]
    for act in sorted(acts, key=lambda act: act.standing == "unsure")[:ROWS_SHOWN]:
        last = act.amended_by[-1:]
        label = act.label + "".join(f", {edition}: {later.label}" for later in last)
        evidence = [*act.evidence, *(piece for later in last for piece in later.evidence)]
        shown = label + (f" ({act.reason})" if act.reason else "")
        yield Row(shown, expand(act.id, snapshot.base), None, None, _once(evidence))


def _planned_rows(plan: Plan, snapshot: "Snapshot", language: str) -> Iterator[Row]:
    """The planned figures of the plan, each said to be planned, with the passages of its statement."""
    known = {figure.statement.value: figure for figure in snapshot.figures_planned}
    for figure in (known[node.value] for node in plan.parameters["statement"] if node.value in known):
        limits = [snapshot.label(figure.area, language)] if figure.area else []
        limits += [figure.period.replace("/", "–")] if figure.period else []
        evidence = _once(snapshot.evidence(figure.statement))
        nearly = approximation_of(evidence, snapshot, language)
        label = ", ".join([figure.measure, *limits]) + (f" ({nearly})" if nearly else "")
        planned = {"ru": "планируется", "en": "planned"}[language]
        yield Row(f"{label} ({planned})", None, number(figure.value), figure.unit or None, evidence)


def _intended_rows(plan: Plan, snapshot: "Snapshot", language: str) -> Iterator[Row]:
    """The planned relations of the plan by the end that answers, or as a whole, each said to be planned."""
    wanted = set(plan.parameters["statement"])
    told: dict[Term | str, list[NamedNode]] = {}
    for one in snapshot.relations_intended:
        if one.statement in wanted:
            ends = {"subject": one.subject, "object": one.object, "statement": _told(one, snapshot, language)}
            told.setdefault(ends[plan.answer], []).append(one.statement)
    planned = {"ru": "планируется", "en": "planned"}[language]
    rested = [
        (answer, _once(piece for statement in statements for piece in snapshot.evidence(statement)))
        for answer, statements in told.items()
    ]
    rested.sort(key=lambda one: [(piece.document, piece.page, piece.start) for piece in one[1][:1]])
    for answer, evidence in rested[:ROWS_SHOWN]:
        if isinstance(answer, NamedNode):
            yield Row(f"{snapshot.label(answer, language)} ({planned})", answer.value, None, None, evidence)
        elif isinstance(answer, str):
            yield Row(f"{answer} ({planned})", None, None, None, evidence)
        else:
            yield Row(f"{answer.value} ({planned})", None, number(answer), None, evidence)


def _told(one: Intended, snapshot: "Snapshot", language: str) -> str:
    """A relation in words: «subject — property: object»."""
    object_ = snapshot.label(one.object, language) if isinstance(one.object, NamedNode) else one.object.value
    property_ = label(compress(one.predicate.value), language)
    return f"{snapshot.label(one.subject, language)} — {property_}: {object_}"


def _path_row(path: Path, start: str, end: str, snapshot: "Snapshot", language: str) -> Row:
    """A path as the names of the things on it; its passages are those of all hops."""
    things = _things_along(path, start)
    label = " → ".join(snapshot.label(thing, language) for thing in things)
    return Row(label, end, None, None, _once(piece for hop in path for piece in hop.evidence))


def _things_along(path: Path, start: str) -> list[str]:
    things = [start]
    for hop in path:
        things.append(hop.object if hop.subject == things[-1] else hop.subject)
    return things


def _along(path: Path, plan: Plan) -> Plan:
    """The plan of everything joined in the way of a path."""
    things = _things_along(path, plan.parameters["start"][0].value)
    names = {things[0]: "start", things[-1]: "end"} | {
        thing: f"by{at}" for at, thing in enumerate(things[1:-1], start=1)
    }
    patterns = tuple(Pattern(names[hop.subject], (hop.predicate,), names[hop.object]) for hop in path)
    return Plan("things", "end", patterns, plan.parameters)


def _evidence(facts: Sequence[Fact], snapshot: "Snapshot") -> "Iterator[Evidence]":
    for fact in facts:
        yield from snapshot.evidence(fact)


def _once(evidence: "Iterator[Evidence] | Sequence[Evidence]") -> "tuple[Evidence, ...]":
    """Each passage in each role once, values first."""
    found = {(piece.document, piece.role, piece.page, piece.start, piece.end): piece for piece in evidence}
    return tuple(sorted(found.values(), key=lambda piece: piece.role != "value"))


def number(literal: Literal) -> Scalar:
    """A literal as a number where it is one: whole where it can be; else as it stands.

    >>> number(Literal("402.7", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")))
    402.7
    """
    if literal.datatype.value not in _NUMERIC:
        return literal.value
    try:
        value = Decimal(literal.value)
    except InvalidOperation:
        return literal.value
    return int(value) if value == value.to_integral_value() else float(value)


_NUMERIC = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "nonNegativeInteger"))
