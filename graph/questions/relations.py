"""Plans that go from the things a question names to what they are joined with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pyoxigraph import NamedNode

from graph.questions.context import Context
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading
from graph.questions.schema import chains, is_a, label, links, takes_object
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that the question names clearly: absolute IRI, class CURIE, the words from `start` to before `end`.
    `others` are things that another language writes so."""

    iri: str
    type: str
    start: int
    end: int
    others: tuple[str, ...] = ()

    @property
    def parameter(self) -> tuple[Parameter, ...]:
        """The thing as the value of a parameter."""
        return tuple(NamedNode(iri) for iri in (self.iri, *self.others))


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
            candidate, *others = sorted(named.candidates, key=lambda one: (one.language != reading.language, one.iri))
            also = tuple(other.iri for other in others)
            found.setdefault(candidate.iri, Thing(candidate.iri, candidate.type, named.start, named.end, also))
    acts = [thing for thing in found.values() if is_a(thing.type, ("svod:LegalAct",))]
    return tuple(thing for thing in found.values() if not (acts and thing.type == "svod:ActKind"))


def of_thing(thing: Thing, curies: Sequence[str], context: Context) -> Understood:
    """What the thing has under the properties: `thing property ?answer`."""
    pattern = Pattern("thing", tuple(curies), "answer")
    plan = Plan("things", "answer", (pattern,), {"thing": thing.parameter})
    return Understood(f"{terms(curies, context.language)} · {context.label(thing.iri)}", (plan,))


def of_which(
    thing: Thing, curies: Sequence[str], target: str | None, others: Sequence[Thing], context: Context
) -> Understood | None:
    """What has the thing under the properties: `?answer property thing`, of the target class, joined to the others."""
    class_ = target or next(iter(vocabulary().properties[curies[0]].domain), "")
    patterns, parameters = [Pattern("answer", tuple(curies), "thing")], {"thing": thing.parameter}
    for place, other in enumerate(others, start=1):
        joined = _joined(class_, other, f"other{place}", (), within=False)
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
    """Things of the class joined to every thing named, of places to any, by the properties hinted at where they fit; or
    their number."""
    groups = _alternatives(target, things)
    names = ["thing"] if len(groups) == 1 else [f"thing{place}" for place in range(1, len(groups) + 1)]
    parameters = {
        name: tuple(chain.from_iterable(thing.parameter for thing in group))
        for name, group in zip(names, groups, strict=True)
    }
    plans = []
    for within in (False, True):
        joined = [
            _joined(target, group[0], name, hints, within=within) for group, name in zip(groups, names, strict=True)
        ]
        if None in joined:
            return None
        patterns = tuple(pattern for part in joined for pattern in part or ())
        plans.append(Plan("count" if counts else "things", "answer", patterns, parameters, {"answer": target}))
    either = {"ru": " или ", "en": " or "}[context.language]
    named = "".join(f" · {either.join(context.label(thing.iri) for thing in group)}" for group in groups)
    count = {"ru": "сколько: ", "en": "how many: "}[context.language] if counts else ""
    distinct = plans if plans[0].patterns != plans[1].patterns else plans[:1]
    return Understood(f"{count}{label(target, context.language)}{named}", tuple(distinct))


def _alternatives(target: str, things: Sequence[Thing]) -> list[list[Thing]]:
    """The things in groups of which one member is enough: places that things of the class are joined to alike, for few
    lie in two of them ("кластеры Пермского края и Воронежской области"); else each thing for itself."""
    groups: dict[object, list[Thing]] = {}
    for thing in things:
        is_place = is_a(thing.type, ("svod:Place",))
        joined = tuple(tuple(_joined(target, thing, "", (), within=within) or ()) for within in (False, True))
        groups.setdefault(joined if is_place else thing.iri, []).append(thing)
    return list(groups.values())


def of_members(target: str, things: Sequence[Thing], curies: Sequence[str], context: Context) -> Understood | None:
    """What the things of a class have under the properties: managers of the clusters in a region."""
    chosen = of_class(target, things, (), context, counts=False)
    if chosen is None:
        return None
    base = chosen.plans[0]
    patterns = tuple(replace(p, subject="member") if p.subject == "answer" else p for p in base.patterns)
    last = Pattern("member", tuple(curies), "answer")
    plan = Plan("things", "answer", (*patterns, last), base.parameters, {"member": target})
    return Understood(f"{terms(curies, context.language)} · {chosen.words}", (plan,))


def to_class(thing: Thing, target: str, context: Context, *, is_inside: bool) -> Understood | None:
    """Things of a class that the thing is joined to, whichever way: first those it names, or, where they are asked for
    as what `is_inside` the thing, those that name it."""
    forward, backward = links(thing.type, target), links(target, thing.type)
    ways = [Pattern("thing", forward, "answer"), Pattern("answer", backward, "thing")]
    if is_inside:
        ways.reverse()
    plans = [
        Plan("things", "answer", (way,), {"thing": thing.parameter}, {"answer": target})
        for way in ways
        if way.predicates
    ]
    words = f"{label(target, context.language)} · {context.label(thing.iri)}"
    return Understood(words, tuple(plans)) if plans else None


def everything(thing: Thing, curies: Sequence[str], context: Context) -> Understood:
    """All that is said of the thing, and what names it as its own."""
    back = tuple(
        curie for curie in vocabulary().properties if takes_object(curie, thing.type) and curie not in _NO_RELATION
    )
    own = [curie for curie in curies if not _is_naming(curie)]
    plans = list(of_thing(thing, own, context).plans) if own else []
    if back:
        plans.append(Plan("things", "answer", (Pattern("answer", back, "thing"),), {"thing": thing.parameter}))
    return Understood(context.label(thing.iri), tuple(plans))


_NO_RELATION = frozenset(
    {"schema:mentions", "dcterms:references", "svod:memberOf", "svod:area", "sdmx-dimension:refArea"}
)


def _is_naming(curie: str) -> bool:
    """Whether the property only says what the thing is called: every thing is called something."""
    return curie == "rdfs:label" or any(_is_naming(b) for b in vocabulary().properties[curie].broader)


def _joined(class_: str, thing: Thing, name: str, hints: Sequence[str], *, within: bool) -> list[Pattern] | None:
    """The patterns that join things of the class to one thing, either way, by a property hinted at before others; None
    where nothing can. With `within`, over what lies in the thing (a district's regions), where something does."""
    direct = links(class_, thing.type)
    found = [pair for pair in chains(class_, thing.type) if pair[0] in direct] if direct else chains(class_, thing.type)
    backward = links(thing.type, class_)
    if found and (within or not (direct or backward)):
        firsts, seconds = (tuple(dict.fromkeys(pair[place] for pair in found)) for place in (0, 1))
        part = f"{name}_part"
        return [Pattern("answer", firsts, part), Pattern(part, seconds, name, is_reference=True)]
    if direct:
        return [Pattern("answer", tuple(curie for curie in direct if curie in hints) or direct, name)]
    if backward:
        return [Pattern(name, tuple(curie for curie in backward if curie in hints) or backward, "answer")]
    return None


def terms(curies: Sequence[str], language: str) -> str:
    """Properties in words."""
    return ", ".join(dict.fromkeys(label(curie, language) for curie in curies))


def fits_target(target: str | None, curie: str) -> bool:
    """Whether things of the class asked for may be subjects of the property."""
    return target is not None and is_a(target, vocabulary().properties[curie].domain)
