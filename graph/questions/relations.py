"""Plans that go from the things a question names to what they are joined with."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.questions.context import Context
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.schema import chains, is_a, is_literal, label, links, takes_object
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that the question names clearly: absolute IRI, class CURIE, and the words from `start` to before `end`."""

    iri: str
    type: str
    start: int
    end: int

    @property
    def parameter(self) -> tuple[Parameter, ...]:
        """The thing as the value of a parameter."""
        return (NamedNode(self.iri),)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question asks for, in words, and the plans that may answer it: the first that finds something does."""

    words: str
    plans: tuple[Plan, ...]


def clear_things(reading: Reading) -> tuple[Thing, ...]:
    """The things named, those with several candidates left out, each once."""
    found: dict[str, Thing] = {}
    for named in reading.named:
        if named.is_clear:
            candidate = named.candidates[0]
            found.setdefault(candidate.iri, Thing(candidate.iri, candidate.type, named.start, named.end))
    return tuple(found.values())


def of_thing(thing: Thing, curies: Sequence[str], context: Context) -> Understood:
    """What the thing has under the properties: `thing property ?answer`."""
    pattern = Pattern("thing", tuple(curies), "answer", is_literal=all(map(is_literal, curies)))
    plan = Plan("things", "answer", (pattern,), {"thing": thing.parameter})
    return Understood(f"{terms(curies, context.language)} · {context.label(thing.iri)}", (plan,))


def of_which(
    thing: Thing, curies: Sequence[str], target: str | None, others: Sequence[Thing], context: Context
) -> Understood | None:
    """What has the thing under the properties: `?answer property thing`, of the target class, joined to the others too."""
    class_ = target or next(iter(vocabulary().properties[curies[0]].domain), "")
    patterns, parameters = [Pattern("answer", tuple(curies), "thing")], {"thing": thing.parameter}
    for place, other in enumerate(others, start=1):
        joined = _joined(class_, other, f"other{place}", ())
        if joined is None:
            return None
        patterns += joined
        parameters[f"other{place}"] = other.parameter
    types = {"answer": target} if target else {}
    plan = Plan("things", "answer", tuple(patterns), parameters, types)
    asked = label(target, context.language) if target else label(class_, context.language)
    named = [context.label(one.iri) for one in (thing, *others)]
    return Understood(f"{asked}: {terms(curies, context.language)} · {' · '.join(named)}", (plan,))


def of_class(
    target: str, things: Sequence[Thing], hints: Sequence[str], context: Context, *, counts: bool
) -> Understood | None:
    """Things of the class joined to every thing named, by the properties hinted at where they fit; or their number."""
    patterns: list[Pattern] = []
    parameters: dict[str, tuple[Parameter, ...]] = {}
    for place, thing in enumerate(things, start=1):
        name = "thing" if len(things) == 1 else f"thing{place}"
        joined = _joined(target, thing, name, hints)
        if joined is None:
            return None
        patterns += joined
        parameters[name] = thing.parameter
    plan = Plan("count" if counts else "things", "answer", tuple(patterns), parameters, {"answer": target})
    named = "".join(f" · {context.label(thing.iri)}" for thing in things)
    count = {"ru": "сколько: ", "en": "how many: "}[context.language] if counts else ""
    return Understood(f"{count}{label(target, context.language)}{named}", (plan,))


def of_members(target: str, things: Sequence[Thing], curies: Sequence[str], context: Context) -> Understood | None:
    """What the things of a class have under the properties: managers of the clusters in a region."""
    chosen = of_class(target, things, (), context, counts=False)
    if chosen is None:
        return None
    base = chosen.plans[0]
    patterns = tuple(
        Pattern("member" if p.subject == "answer" else p.subject, p.predicates, p.object, p.is_literal)
        for p in base.patterns
    )
    last = Pattern("member", tuple(curies), "answer", is_literal=all(map(is_literal, curies)))
    plan = Plan("things", "answer", (*patterns, last), base.parameters, {"member": target})
    return Understood(f"{terms(curies, context.language)} · {chosen.words}", (plan,))


def to_class(thing: Thing, target: str, context: Context) -> Understood | None:
    """Things of a class that the thing is joined to, whichever way."""
    forward, backward = links(thing.type, target), links(target, thing.type)
    plans = []
    if forward:
        plans.append(Plan("things", "answer", (Pattern("thing", forward, "answer"),), {"thing": thing.parameter}))
    if backward:
        pattern = Pattern("answer", backward, "thing")
        plans.append(Plan("things", "answer", (pattern,), {"thing": thing.parameter}, {"answer": target}))
    words = f"{label(target, context.language)} · {context.label(thing.iri)}"
    return Understood(words, tuple(plans)) if plans else None


def everything(thing: Thing, curies: Sequence[str], context: Context) -> Understood:
    """All that is said of the thing, and what names it as its own."""
    back = tuple(
        curie for curie in vocabulary().properties if takes_object(curie, thing.type) and curie not in _NO_RELATION
    )
    plans = list(of_thing(thing, curies, context).plans) if curies else []
    if back:
        plans.append(Plan("things", "answer", (Pattern("answer", back, "thing"),), {"thing": thing.parameter}))
    return Understood(context.label(thing.iri), tuple(plans))


_NO_RELATION = frozenset(
    {"schema:mentions", "dcterms:references", "svod:memberOf", "svod:area", "sdmx-dimension:refArea"}
)


def _joined(class_: str, thing: Thing, name: str, hints: Sequence[str]) -> list[Pattern] | None:
    """The patterns that join things of the class to one thing, by one property or two; None where nothing can."""
    direct = links(class_, thing.type)
    hinted = tuple(curie for curie in direct if curie in hints)
    if direct:
        return [Pattern("answer", hinted or direct, name)]
    backward = links(thing.type, class_)
    if backward:
        return [Pattern(name, tuple(curie for curie in backward if curie in hints) or backward, "answer")]
    found = chains(class_, thing.type)
    if not found:
        return None
    seconds = tuple(dict.fromkeys(second for _, second in found))
    firsts = tuple(dict.fromkeys(first for first, _ in found))
    return [Pattern(f"{name}_part", seconds, name), Pattern("answer", firsts, f"{name}_part")]


def terms(curies: Sequence[str], language: str) -> str:
    """Properties in words."""
    return ", ".join(dict.fromkeys(label(curie, language) for curie in curies))


def fits_target(target: str | None, curie: str) -> bool:
    """Whether things of the class asked for may be subjects of the property."""
    return target is not None and is_a(target, vocabulary().properties[curie].domain)
