"""A plan as Cypher, for the projection in Neo4j (`graph/projection.py`): complete, with its parameters written out."""

import json
from collections.abc import Iterator, Sequence

from graph.projection import local_name, property_name, relationship_type
from graph.questions.plan import Pattern, Plan
from graph.questions.schema import is_literal
from ontology.vocabulary import vocabulary

LANGUAGES = ("ru", "en")


def cypher(plan: Plan) -> str:
    """The same question to Neo4j: one row an answer, with the facts it rests on."""
    if plan.kind == "acts":
        return _standing(plan)
    if plan.kind in ("planned", "intended"):
        return "UNWIND [] AS value RETURN value  // what is planned is no fact: the projection does not hold it"
    last = next((p for p in plan.patterns if p.object == plan.answer and p.subject != plan.answer), None)
    if plan.kind == "figures":
        return _figures(plan)
    if last is None or not any(map(is_literal, last.predicates)):
        return _things(plan, plan.patterns)
    before = tuple(pattern for pattern in plan.patterns if pattern is not last)
    values = tuple(curie for curie in last.predicates if is_literal(curie))
    things = tuple(curie for curie in last.predicates if not is_literal(curie))
    parts = [_things(plan, (*before, Pattern(last.subject, things, last.object)))] if things else []
    return "\nUNION ALL\n".join([*parts, _values(plan, before, last.subject, values)])


def _things(plan: Plan, patterns: Sequence[Pattern]) -> str:
    facts = [_fact(pattern) for pattern in patterns if not pattern.is_reference]
    listed = " + ".join(f"collect(DISTINCT {fact}.fact)" for fact in facts) or "[]"
    name = f"coalesce({', '.join(f'{plan.answer}.label_{language}' for language in LANGUAGES)})"
    columns = f"{plan.answer}.iri AS iri, {name} AS label, null AS value, {listed} AS facts"
    if plan.kind == "count":
        columns = f"count(DISTINCT {plan.answer}) AS count"
    return "\n".join([*_starts(plan), *_matches(patterns), f"RETURN {columns}"])


def _values(plan: Plan, before: Sequence[Pattern], subject: str, curies: Sequence[str]) -> str:
    names = ", ".join(json.dumps(name) for curie in curies for name in _properties(curie))
    columns = "null AS iri, property AS label, value, [] AS facts"
    lines = [*_starts(plan), *_matches(before), f"UNWIND [{names}] AS property"]
    return "\n".join([*lines, f"UNWIND [] + {subject}[property] AS value", f"RETURN DISTINCT {columns}"])


def _figures(plan: Plan) -> str:
    lines, columns = [*_starts(plan)], ["observation.iri AS iri"]
    for pattern in plan.patterns:
        curie = pattern.predicates[0]
        if is_literal(curie):
            named = ", ".join(f"{pattern.subject}.{name}" for name in _properties(curie))
            columns.append(f"coalesce({named}) AS {pattern.object}")
        else:
            lines.append(f"OPTIONAL MATCH ({pattern.subject})-[:{relationship_type(curie)}]->({pattern.object})")
            columns.append(f"{pattern.object}.iri AS {pattern.object}")
    return "\n".join([*lines, "RETURN DISTINCT " + ", ".join(columns)])


def _standing(plan: Plan) -> str:
    """The acts that stood on a day, as `graph/queries/standing.rq` has them."""
    dated, repeals = property_name("eli:date_document"), relationship_type("eli:repeals")
    values = {name: json.dumps(plan.parameters[name][0].value) for name in ("day", "month", "year")}
    named = ", ".join(json.dumps(term.value, ensure_ascii=False) for term in plan.parameters.get("act", ()))
    limit = f"CASE size(d) WHEN 4 THEN {values['year']} WHEN 7 THEN {values['month']} ELSE {values['day']} END"
    return "\n".join(
        [
            f"MATCH (act:Thing:{local_name('svod:LegalAct')})",
            f"WHERE any(d IN [] + act.{dated} WHERE d <= left({values['day']}, size(d)))",
            *([f"AND act.iri IN [{named}]"] if named else []),
            f"AND NOT EXISTS {{ MATCH (later:Thing)-[:{repeals}]->(act)",
            f"  WHERE later <> act AND size([] + later.{dated}) = 1",
            f"  AND all(d IN [] + later.{dated} WHERE d <= {limit}) }}",
            f"RETURN act.iri AS iri, coalesce({', '.join(f'act.label_{name}' for name in LANGUAGES)}) AS label, "
            "null AS value, [] AS facts",
        ]
    )


def _starts(plan: Plan) -> Iterator[str]:
    for name in dict.fromkeys([*plan.parameters, *plan.types]):
        label = f":{local_name(plan.types[name])}" if name in plan.types else ""
        yield f"MATCH ({name}:Thing{label})"
        if name in plan.parameters:
            listed = ", ".join(json.dumps(term.value, ensure_ascii=False) for term in plan.parameters[name])
            yield f"WHERE {name}.iri IN [{listed}]"


def _matches(patterns: Sequence[Pattern]) -> Iterator[str]:
    for pattern in sorted(patterns, key=lambda pattern: pattern.is_reference):
        if pattern.is_reference:
            held = " + ".join(f"coalesce({pattern.subject}.{property_name(curie)}, [])" for curie in pattern.predicates)
            yield f"WITH * WHERE {pattern.object}.iri IN [] + {held}"
        else:
            types = "|".join(relationship_type(curie) for curie in pattern.predicates)
            yield f"MATCH ({pattern.subject})-[{_fact(pattern)}:{types}]->({pattern.object})"


def _fact(pattern: Pattern) -> str:
    return f"fact_{pattern.subject}_{pattern.object}"


def _properties(curie: str) -> tuple[str, ...]:
    """The names that a property's values may have: with the language where they are text in one."""
    plain, range_ = property_name(curie), vocabulary().properties[curie].range
    if range_ and "rdf:langString" not in range_:
        return (plain,)
    with_language = tuple(property_name(curie, language) for language in LANGUAGES)
    return with_language if range_ else (plain, *with_language)
