"""Questions that ask for a property and name no thing: of whatever has it, or of all things of a class."""

from collections.abc import Sequence

from pyoxigraph import NamedNode

from graph.questions.asked import asked_for
from graph.questions.context import Context
from graph.questions.lexicon import Found, lexicon
from graph.questions.plan import Parameter, Pattern, Plan
from graph.questions.reading import Reading, Use
from graph.questions.relations import Understood, clear_things, terms
from graph.questions.schema import is_a, takes_object, takes_subject
from graph.questions.stopwords import STOPWORDS
from graph.questions.words import keys
from ontology.vocabulary import vocabulary

MENTIONING = frozenset({"schema:mentions", "dcterms:references"})


def anything_under(reading: Reading, context: Context) -> Understood | None:
    """Which acts are the legal background? (a property, of whatever has it)"""
    curies = asked_for(reading, [])
    if not curies or clear_things(reading) or reading.unread or reading.asks == "how_many":
        return None
    asked = {at for use in reading.properties for at in range(use.start, use.end)}
    owners = [use for use in reading.classes if use.start not in asked and takes_subject(curies[0], use.curies[0])]
    objects = [use for use in reading.classes if use.start not in asked and takes_object(curies[0], use.curies[0])]
    inside = _of_whom(reading, curies[0])
    if MENTIONING.issuperset(curies):
        return _mentioned(curies, reading, context)
    if inside or (objects and len(reading.classes) > 1):
        return _of_objects((*inside, *objects)[-1], curies, context)
    if not owners:
        plan = Plan("things", "answer", (Pattern("subject", curies, "answer"),))
        return Understood(terms(curies, reading.language), (plan,))
    return _of_called(owners[0], curies, reading, context)


def _of_whom(reading: Reading, curie: str) -> list[Use]:
    """The class inside the phrase of a property whose objects it has: "участники кластеров" are members of clusters; a
    phrase that names the class itself ("этапы отбора") is of nobody."""
    own = {
        (one.start, one.end)
        for one in lexicon().find(reading.words)
        for sense in one.senses
        if sense.kind == "class" and takes_object(curie, sense.id)
    }
    found = [
        Use(one.start, one.end, (sense.id,))
        for one in lexicon().find(reading.words)
        for sense in one.senses
        if sense.kind == "class"
        and any((use.start, use.end) not in own and _is_part_of(one, use, reading) for use in reading.properties)
    ]
    return [use for use in found if takes_object(curie, use.curies[0]) and not takes_subject(curie, use.curies[0])]


def _is_part_of(one: Found, use: Use, reading: Reading) -> bool:
    """Whether a phrase stands in that of a property, which says more."""
    others = [at for at in range(use.start, use.end) if not one.start <= at < one.end]
    is_inside = use.start <= one.start and one.end <= use.end
    return is_inside and any(reading.words[at].key not in STOPWORDS for at in others)


def _of_objects(use: Use, curies: Sequence[str], context: Context) -> Understood:
    """What has the property with things of a class: the members of clusters."""
    pattern = Pattern("answer", tuple(curies), "object")
    words = f"{terms(curies, context.language)} · {context.term(use.curies[0])}"
    return Understood(words, (Plan("things", "answer", (pattern,), types={"object": use.curies[0]}),))


def _mentioned(curies: Sequence[str], reading: Reading, context: Context) -> Understood | None:
    """The things of a class that documents mention; everything that they mention is no answer."""
    target = next((c for use in reading.classes for c in use.curies if c != "svod:Document"), None)
    if target is None:
        return None
    pattern = Pattern("document", tuple(curies), "answer")
    words = f"{terms(curies, context.language)} · {context.term(target)}"
    return Understood(words, (Plan("things", "answer", (pattern,), types={"answer": target}),))


def _of_called(owner: Use, curies: Sequence[str], reading: Reading, context: Context) -> Understood:
    """The property of all things of a class; where the class is said by a word that is part of names ("контакты
    технополиса"), of the things that are called so."""
    class_, said = owner.curies[0], reading.words[owner.start : owner.end]
    term = vocabulary().classes[class_]
    is_label = tuple(word.key for word in said) in (tuple(keys(term.ru)), tuple(keys(term.en)))
    called = [] if is_label or len(said) > 1 else context.index.names(said[0].forms)
    things = sorted({name.iri for name in called if name.kind in ("label", "name") and is_a(name.type, (class_,))})
    parameters: dict[str, tuple[Parameter, ...]] = {"subject": tuple(map(NamedNode, things))} if things else {}
    named = " · ".join(map(context.label, things)) if things else context.term(class_)
    types = {} if things else {"subject": class_}
    plan = Plan("things", "answer", (Pattern("subject", tuple(curies), "answer"),), parameters, types)
    return Understood(f"{terms(curies, reading.language)} · {named}", (plan,))
