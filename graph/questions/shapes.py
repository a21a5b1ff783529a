"""The shapes of questions, tried in order. Each takes a question as read and says what to look for, or nothing.

The docstring of a shape is what it understands.
"""

from collections.abc import Callable, Sequence

from pyoxigraph import NamedNode

from graph.questions.asked import asked_for
from graph.questions.context import Context
from graph.questions.documents import documents, in_act, in_document
from graph.questions.figures import find_figures
from graph.questions.intended import planned_relations
from graph.questions.lexicon import lexicon
from graph.questions.measured import every_figure, figure_plan
from graph.questions.plan import Plan
from graph.questions.planned import planned_figures
from graph.questions.posts import post
from graph.questions.reading import Reading
from graph.questions.relations import (
    Thing,
    Understood,
    clear_things,
    everything,
    fits_target,
    of_class,
    of_members,
    of_thing,
    of_which,
    to_class,
)
from graph.questions.schema import is_a, is_literal, is_number, links, properties_of, takes_object, takes_subject
from graph.questions.standing import standing
from graph.questions.unnamed import anything_under
from graph.questions.words import key
from nlp.morphology import parse
from ontology.vocabulary import vocabulary

Shape = Callable[[Reading, Context], Understood | None]


def _keys(text: str) -> frozenset[str]:
    return frozenset(key(word) for word in text.split())


CONNECTION = _keys(
    "связь связать связанный связаны связывать соединять соединить отношение "
    "путь connection connected related relation link linked path"
)
BY_YEARS = _keys("годам ежегодно динамика ряд annual annually yearly series")
INSIDE = _keys("в во in within")
MANAGES = _keys("управлять координировать manage run operate coordinate")
LIBRARY = _keys("библиотека library")


def connection(reading: Reading, context: Context) -> Understood | None:
    """How are X and Y connected? Как связаны X и Y?"""
    things = clear_things(reading)
    if len(things) != 2 or not _uses_word(reading, CONNECTION):
        return None
    ends = dict(zip(("start", "end"), (thing.parameter for thing in things), strict=True))
    words = {"ru": "связь", "en": "connection"}[reading.language]
    plan = Plan("paths", "end", (), ends)
    return Understood(f"{words}: {' — '.join(context.label(thing.iri) for thing in things)}", (plan,))


def number_of(reading: Reading, context: Context) -> Understood | None:
    """How many members has X? Сколько участников в X? (a property whose value is a number)"""
    if reading.asks != "how_many":
        return None
    content = {word.start for word in reading.content}
    counted = any("svod:Person" not in use.curies for use in reading.classes)
    numbers = [
        curie
        for use in reading.properties
        if not counted or any(word.start in content for word in reading.words[use.start : use.end])
        for curie in use.curies
        if is_number(curie)
    ]  # "в скольких регионах работают" is no number of those who work
    for thing in clear_things(reading):
        own = tuple(dict.fromkeys(curie for curie in numbers if takes_subject(curie, thing.type)))
        if own:
            return of_thing(thing, own, context)
    return None


def figures(reading: Reading, context: Context) -> Understood | None:
    """How many industrial clusters are in the Tula region? Subsidy for centres for cluster development 2010-2015?"""
    if _uses_word(reading, LIBRARY):
        return None  # what the library holds is for the library to count
    is_figure = reading.asks == "how_many" or bool(reading.years) or _uses_word(reading, BY_YEARS)
    is_open = reading.asks in ("which", "what", "") and not reading.classes and not _is_name_alone(reading)
    is_open = is_open and not _asks_attribute(reading)
    if not is_figure and not is_open:
        return None
    found = find_figures(reading, context, is_plain=is_figure, implied=_implied(reading))
    found = found or find_figures(reading, context, is_plain=is_figure)
    if not found:
        return None
    plan = figure_plan(dict.fromkeys(NamedNode(figure.iri) for figure in found))
    limits = [context.label(thing.iri) for thing in clear_things(reading) if is_a(thing.type, ("svod:Region",))]
    limits += ["–".join(str(year) for year in dict.fromkeys(reading.years))] if reading.years else []
    measures = "; ".join(dict.fromkeys(f"«{figure.measure}»" for figure in found))
    words = {"ru": "показатель", "en": "figure"}[reading.language]
    return Understood(f"{words}: {measures}" + "".join(f" · {limit}" for limit in limits), (plan,))


def _asks_attribute(reading: Reading) -> bool:
    """Whether a value is asked for that a thing named may have itself: "founding year of X"."""
    types = [thing.type for thing in clear_things(reading)]
    asked = asked_for(reading, types) if types else ()
    return any(is_literal(curie) and takes_subject(curie, type_) for curie in asked for type_ in types)


def attributes(reading: Reading, context: Context) -> Understood | None:
    """Who manages X, its status and level? Which clusters does X manage? Which acts does X cite, and which cite X?"""
    things, target = clear_things(reading), _target(reading)
    curies = asked_for(reading, [thing.type for thing in things])
    if not curies or _is_place_of(things, curies, target) or reading.unread or _asks_inside(reading, target, things):
        return None
    if reading.years and not any(is_a(thing.type, ("svod:LegalAct",)) for thing in things):
        return None  # whether it was so in that year is another question
    subjects = [thing for thing in things if any(takes_subject(curie, thing.type) for curie in curies)]
    objects = [thing for thing in things if any(takes_object(curie, thing.type) for curie in curies)]
    for thing in objects:
        own = tuple(curie for curie in curies if takes_object(curie, thing.type))
        if target is not None and not any(fits_target(target, curie) for curie in own) and _is_part(target, thing):
            return None  # "which regions are in a district": what joins them is another property
        others = [other for other in things if other != thing]
        wanted = target if fits_target(target, own[0]) else None
        if thing not in subjects or (not others and _is_object(reading, thing)):
            found = of_which(thing, own, wanted, others, context)
            if found is not None and (thing not in subjects or not others):
                return found
    if len(subjects) == 1:
        thing = subjects[0]
        own = tuple(curie for curie in curies if takes_subject(curie, thing.type))
        return _or_organization(of_thing(thing, own, context), thing, own, reading, context)
    return None


def _is_part(target: str, thing: Thing) -> bool:
    """Whether things of the class are parts of a place by the vocabulary: a district's regions."""
    return is_a(thing.type, ("svod:Place",)) and is_a(target, ("svod:Place",)) and bool(links(target, thing.type))


def _or_organization(
    found: Understood, thing: Thing, curies: Sequence[str], reading: Reading, context: Context
) -> Understood:
    """ "Who manages X?" may be answered with the organization that does, where no document names a person."""
    if curies != ("svod:manager",) or reading.asks != "who" or not _uses_word(reading, MANAGES):
        return found
    other = of_thing(thing, ("svod:managementOrganization",), context)
    return Understood(f"{found.words}; {context.term('svod:managementOrganization')}", (*found.plans, *other.plans))


def _asks_inside(reading: Reading, target: str | None, things: Sequence[Thing]) -> bool:
    """Whether no more is asked than which things of a class are in the one named: "какие регионы в X"."""
    if target is None or len(things) != 1 or not _is_inside(reading, things[0]):
        return False
    phrases = {(use.start, use.end) for use in reading.properties}
    return phrases == {(use.start, use.end) for use in reading.classes} and bool(links(target, things[0].type))


def _is_inside(reading: Reading, thing: Thing) -> bool:
    """Whether the question asks for what is in the thing, by the word before its name."""
    return thing.start > 0 and reading.words[thing.start - 1].key in INSIDE


def question_word(reading: Reading, context: Context) -> Understood | None:
    """When was X adopted? Where is X? (the properties that answer the question word)"""
    things = clear_things(reading)
    if len(things) != 1 or reading.asks not in ("when", "where"):
        return None
    curies = properties_of(things[0].type, reading.asks)
    return of_thing(things[0], curies, context) if curies else None


def kind_of(reading: Reading, context: Context) -> Understood | None:
    """Which region is X in? What specializations has X? (things of a class that X is joined to)"""
    things, target = clear_things(reading), _target(reading)
    if len(things) != 1 or target is None or reading.unread or reading.asks == "how_many":
        return None
    if is_a(things[0].type, (target,)) or not links(things[0].type, target):
        return None
    return to_class(things[0], target, context, is_inside=_is_inside(reading, things[0]))


def selection(reading: Reading, context: Context) -> Understood | None:
    """Which pilot clusters are in Perm Krai? Clusters in Tatarstan specialising in petrochemistry? How many of them?"""
    target, things = _target(reading) or _owner(reading), clear_things(reading)
    if target is None or reading.unread or reading.years:
        return None
    if len(things) == 1 and is_a(things[0].type, (target,)) and not reading.properties:
        return None  # "постановление № 779" says what the thing is, not what is asked of it
    if reading.asks == "how_many" and _has_another_class(reading, target, things):
        return None  # how many regions there are is not how many sent applications
    hints = [curie for use in reading.properties for curie in use.curies]
    linking = {curie for thing in things for curie in links(target, thing.type)}
    asked = [use for use in reading.properties if not linking & set(use.curies)]
    own = tuple(curie for use in asked for curie in use.curies if takes_subject(curie, target))
    if reading.asks == "how_many" and any(map(is_number, own)):
        return None  # the number of their members is not that of the clusters
    if asked and own and things and reading.asks != "how_many":
        return of_members(target, things, own, context)
    return of_class(target, things, hints, context, counts=reading.asks == "how_many")


def what_of(reading: Reading, context: Context) -> Understood | None:
    """In which regions are shipbuilding clusters? (things of a class that those of another, chosen, are joined to)"""
    things, classes = clear_things(reading), [use.curies[0] for use in reading.classes]
    if len(classes) < 2 or not things or reading.unread or reading.years or reading.asks == "how_many":
        return None
    target, middle = classes[0], classes[1]
    joining = links(middle, target)
    if not joining or not all(links(middle, thing.type) for thing in things):
        return None
    return of_members(middle, things, joining, context)


def _has_another_class(reading: Reading, target: str, things: Sequence[Thing]) -> bool:
    """Whether the question is also about things of another kind, which nothing named explains."""
    known = [target, *(thing.type for thing in things)]
    return any(not any(is_a(use.curies[0], (c,)) or is_a(c, use.curies) for c in known) for use in reading.classes)


def about(reading: Reading, context: Context) -> Understood | None:
    """Who is X? What is known about X?"""
    things = clear_things(reading)
    properties = [use for use in reading.properties if use.curies != ("schema:mentions",)]  # "что говорится о"
    if len(things) != 1 or reading.unread or properties or reading.asks not in ("who", "what", "which", ""):
        return None
    if reading.asks == "who" and not _is_who(things[0].type):
        return None
    return everything(things[0], properties_of(things[0].type), context)


def planned_relation(reading: Reading, context: Context) -> Understood | None:
    """Who is planned to join X? Какие кластеры планируется создать в X? Кто возглавит X? (what documents plan)"""
    return planned_relations(reading, context, OF_RELATIONS)


BEFORE_NAMES: tuple[Shape, ...] = (standing, in_document)
"""Shapes that read for themselves what looks like a name: a day ("1 March 2016"), the title of a document. They are
tried before names that are unclear, or that nothing has, are told."""

OF_RELATIONS: tuple[Shape, ...] = (attributes, question_word, kind_of, what_of, anything_under, selection)
"""Shapes that ask for relations: of what is planned they ask as of facts."""

SHAPES: tuple[Shape, ...] = (
    connection,
    in_act,
    documents,
    planned_relation,
    planned_figures,
    number_of,
    every_figure,
    figures,
    post,
    attributes,
    question_word,
    kind_of,
    what_of,
    anything_under,
    selection,
    about,
)


def _implied(reading: Reading) -> list[int]:
    """The words that only say what a number asked for is a number of: "members" are of clusters ("how many members do
    the clusters have"), as the vocabulary has it."""
    numbers = [curie for use in reading.properties for curie in use.curies if is_number(curie)]
    if reading.asks != "how_many" or clear_things(reading):
        return []
    owners = [use for use in reading.classes if any(takes_subject(n, curie) for n in numbers for curie in use.curies)]
    return [at for use in owners for at in range(use.start, use.end)]


def _uses_word(reading: Reading, keys: frozenset[str]) -> bool:
    return any(word.forms & keys for word in reading.words)


def _is_name_alone(reading: Reading) -> bool:
    """Whether the question says no more than a name: it asks about the thing, not for a figure."""
    named = {at for one in reading.named for at in range(one.start, one.end)}
    content = {word.start for word in reading.content}
    return not any(word.start in content and at not in named for at, word in enumerate(reading.words))


def _is_who(type_: str) -> bool:
    """Whether a thing of the class answers "who": a person or an organization, but not an office of the state."""
    return is_a(type_, ("svod:Person", "svod:Organization")) and not is_a(type_, ("svod:Authority",))


def _is_place_of(things: Sequence[Thing], curies: Sequence[str], target: str | None) -> bool:
    """Whether the thing named is only the place of those asked about ("сайт калужского кластера")."""
    if target is None or len(things) != 1 or not is_a(things[0].type, ("svod:Place",)):
        return False
    return bool(links(target, things[0].type)) and all(takes_subject(curie, target) for curie in curies)


def _target(reading: Reading) -> str | None:
    """The class of what is asked for: the first one named."""
    return reading.classes[0].curies[0] if reading.classes else None


def _owner(reading: Reading) -> str | None:
    """The class whose property is asked for, where no class is named ("менеджеры кластеров" is one phrase). Who heads
    an organization is not who manages the clusters that it is joined to, unless the phrase says "of clusters"."""
    domains = [vocabulary().properties[curie].domain for curie in asked_for(reading, [])]
    owner, things = domains[0][0] if domains and domains[0] else None, clear_things(reading)
    if not owner or not things or not all(links(owner, thing.type) for thing in things):
        return None
    is_of_actors = any(is_a(thing.type, ("svod:Organization", "svod:Person")) for thing in things)
    return owner if not is_of_actors or _is_said(owner, reading) else None


def _is_said(class_: str, reading: Reading) -> bool:
    """Whether a phrase that asks for a property holds the word for the class."""
    heads = {phrase[0] for phrase in lexicon().spoken[class_] if len(phrase) == 1}
    return any(word.forms & heads for use in reading.properties for word in reading.words[use.start : use.end])


def _is_object(reading: Reading, thing: Thing) -> bool:
    """Whether the thing stands where an object stands: after a preposition ("ссылаются на X"), as what something was
    done to ("чем отменено X", "by which act was X repealed"), or behind a verb that it does not govern ("which acts
    cite X", not "which acts does X cite")."""
    before = reading.words[: thing.start]
    if reading.language == "ru":
        return bool(before) and (before[-1].key in ("на", "к", "ко") or _is_done_to(reading, thing))
    helps = any(word.text.casefold() in ("do", "does", "did", "is", "are", "was", "by") for word in before)
    is_by = bool(before) and before[0].text.casefold() == "by"
    return is_by or (any(use.end <= thing.start for use in reading.properties) and not helps)


def _is_done_to(reading: Reading, thing: Thing) -> bool:
    """Whether something was done to the thing ("отменено постановление"), not by it ("отменены постановлением"): a
    participle of a property that such a thing can be the object of and that is named by what is done, and nothing in
    the instrumental behind it."""
    done = [
        at
        for use in reading.properties
        for at in range(use.start, min(use.end, thing.start))
        if takes_object(use.curies[0], thing.type)
        and _is_participle(reading.words[at].text)
        and not any(map(_is_participle, vocabulary().properties[use.curies[0]].ru.split()))
    ]
    behind = reading.words[done[0] : thing.end] if done else ()
    return bool(done) and not any(one.case == "ablt" for word in behind for one in parse(word.text)[:1])


def _is_participle(word: str) -> bool:
    """Whether a word is a short passive participle ("отменено", "принят")."""
    return any(one.part == "PRTS" for one in parse(word)[:1])
