"""Questions for relations that are planned: they are no facts, and are asked of what documents state."""

from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from graph.intended import Found, Intended, answers, is_of
from graph.plain import DEFAULT, Term, matching
from graph.questions.context import Context
from graph.questions.plan import Plan
from graph.questions.planned import FUTURE, PLANNED
from graph.questions.reading import Reading, read
from graph.questions.relations import Thing, Understood, clear_things, fits_target
from graph.questions.schema import is_a
from graph.questions.words import Word, keys
from graph.terms import named
from nlp.morphology import parse
from ontology.iri import expand

Shape = Callable[[Reading, Context], Understood | None]

NEVER = frozenset(keys("целевой target targeted"))
"""Words of planned figures that say nothing of a relation ("целевая модель")."""

CREATED = frozenset(
    keys(
        "создать создание создаваться создаваемый создавать учредить открыть открыться появиться образовать "
        "сформировать запустить create creation establish set launch open"
    )
)
"""Verbs of what does not exist yet."""

HELPING = frozenset({"be", "to", "up", "being"})
BEGUN = ("schema:foundingDate", "schema:location", "svod:establishedIn")
"""The relations by which a document says that something is to be created."""


def planned_relations(reading: Reading, context: Context, shapes: Sequence[Shape]) -> Understood | None:
    """Who is planned to join X? Какие кластеры планируется создать в Томской области? Кто возглавит кластер?"""
    said = [at for at, word in enumerate(reading.words) if _is_of_plan(word) and not _is_taken(reading, at)]
    if not said or reading.asks in ("how_many", "why"):
        return None
    plain, is_created = _without(reading, said, context)
    known = context.snapshot.relations_intended
    asked = _understood(plain, context, shapes)
    if is_created and (wanted := _to_be_created(plain, context)) is not None:
        return _told(_new(wanted, known, context), wanted, context)
    if asked is None or not any(plan.kind == "things" for plan in asked.plans):
        thing = next(iter(clear_things(plain)), None)
        return _about(thing, known, context) if thing and not plain.unread and not plain.properties else None
    for plan in (plan for plan in asked.plans if plan.kind == "things"):
        found = list(answers(plan, known, context.snapshot))
        if found:
            return Understood(_said(asked.words, context), (_plan(found, known),))
    return Understood(_said(asked.words, context), (_plan([], known),))


def _is_of_plan(word: Word) -> bool:
    """Whether a word asks for what is not yet so: "планируется", "will", a verb in the future ("возглавит")."""
    if word.text.casefold() in FUTURE or (word.forms & PLANNED and not word.forms & NEVER):
        return True
    readings = parse(word.text)
    return readings[0].part == "VERB" and "futr" in readings[0].grammemes


def _is_taken(reading: Reading, at: int) -> bool:
    """Whether the word stands inside a name."""
    return any(named.start <= at < named.end for named in reading.named)


def _without(reading: Reading, said: Sequence[int], context: Context) -> tuple[Reading, bool]:
    """The question without the words of its plan, and whether it asks for what is to be created. A future verb that
    says the relation itself stays."""
    out: set[int] = set()
    is_created = False
    for at, word in enumerate(reading.words):
        helps = word.text.casefold() in HELPING and any(0 < at - other <= 2 for other in (*said, *out))
        if word.forms & CREATED and not _is_taken(reading, at):
            out.add(at)
            is_created = True
        elif helps or (at in said and (word.forms & PLANNED or word.text.casefold() in FUTURE)):
            out.add(at)
    text = reading.text
    for at in sorted(out, reverse=True):
        word = reading.words[at]
        text = f"{text[: word.start]} {text[word.end :]}"
    return read(text, context.index, context.snapshot.base), is_created


def _understood(plain: Reading, context: Context, shapes: Sequence[Shape]) -> Understood | None:
    for shape in shapes:
        found = shape(plain, context)
        if found is not None:
            return found
    return None


def _to_be_created(plain: Reading, context: Context) -> Plan | None:
    """What asks which things of a class are to be created, perhaps in a place."""
    target = plain.classes[0].curies[0] if plain.classes else None
    things = clear_things(plain)
    if target is None or plain.unread or any(not is_a(thing.type, ("svod:Place",)) for thing in things):
        return None
    begun = tuple(curie for curie in BEGUN if fits_target(target, curie))
    places = {"place": tuple(term for thing in things for term in thing.parameter)} if things else {}
    return Plan("things", "answer", (), places, {"answer": target}) if begun else None


def _new(plan: Plan, known: Sequence[Intended], context: Context) -> Iterator[Found]:
    """The things of the class that a document plans to create, of which no document says that they were."""
    begun = {expand(curie) for curie in BEGUN}
    places = plan.parameters.get("place", ())
    class_ = plan.types["answer"]
    planned = [one for one in known if one.predicate.value in begun]
    for thing in dict.fromkeys(one.subject for one in planned):
        own = [one for one in planned if one.subject == thing]
        there = [one for one in own if one.object in places] if places else own
        is_there = there or any(_has(thing, "schema:location", place, context) for place in places)
        is_new = not _has(thing, "schema:foundingDate", None, context)
        if is_there and is_new and is_of(thing, class_, context.snapshot):
            yield Found(thing, tuple(one.statement for one in there or own))


def _has(thing: NamedNode, curie: str, object_: Term | None, context: Context) -> bool:
    """Whether it is a fact that the thing has the property, with that object where one is given."""
    return any(True for _ in matching(context.snapshot.store, thing, named(curie), object_, DEFAULT))


def _told(found: Iterator[Found], plan: Plan, context: Context) -> Understood:
    places = "".join(f" · {context.label(str(place.value))}" for place in plan.parameters.get("place", ()))
    named_ = f"{context.term(plan.types['answer'])}{places}"
    statements = tuple(dict.fromkeys(statement for one in found for statement in one.statements))
    return Understood(_said(named_, context), (Plan("intended", "subject", (), {"statement": statements}),))


def _about(thing: Thing, known: Sequence[Intended], context: Context) -> Understood:
    """All that is planned of a thing: "Что планируется в кластере X?"."""
    own = {term.value for term in thing.parameter}
    found = [one for one in known if own & {end.value for end in (one.subject, one.object)}]
    told = [one for one in found if not isinstance(one.object, Literal) or one.predicate.value not in _OF_FIGURES]
    plan = Plan("intended", "statement", (), {"statement": tuple(one.statement for one in told)})
    return Understood(_said(context.label(thing.iri), context), (plan,))


_OF_FIGURES = frozenset(map(expand, ("svod:measure", "sdmx-measure:obsValue")))


def _plan(found: Sequence[Found], known: Sequence[Intended]) -> Plan:
    """The plan that shows what was found: the end of each statement that answers."""
    kept: list[NamedNode] = []
    ends = {one.statement: one for one in known}
    role = "object"
    for one in found:
        for statement in one.statements:
            if one.answer in (ends[statement].subject, ends[statement].object):
                role = "subject" if one.answer == ends[statement].subject else "object"
                kept.append(statement)
    return Plan("intended", role, (), {"statement": tuple(dict.fromkeys(kept))})


def _said(words: str, context: Context) -> str:
    planned = {"ru": "планируется", "en": "planned"}[context.language]
    return f"{planned}: {words}"
