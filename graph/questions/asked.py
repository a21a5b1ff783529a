"""Which properties a question asks for."""

from collections.abc import Sequence

from graph.questions.reading import Reading, Use
from graph.questions.relations import fits_target
from graph.questions.schema import answers, is_number, narrower, takes_object, takes_subject
from ontology.vocabulary import vocabulary

INNER = ("svod:Observation", "svod:Membership", "svod:Passage", "svod:Statement")
"""Classes whose properties are not asked for by name: a figure is asked for by what it measures."""


def asked_for(reading: Reading, types: Sequence[str]) -> tuple[str, ...]:
    """The properties asked for, in order: of those that a phrase may mean, the ones that the things named may have, and
    of these the ones that answer the question word."""
    curies: list[str] = []
    for use in _told(reading, types):
        fitting = [curie for curie in use.curies if _applies(curie, types)]
        telling = [curie for curie in fitting if answers(curie, reading.asks)]
        plain = [curie for curie in telling or fitting if not is_number(curie)]
        curies += plain or ([] if _is_class(use, reading) else telling or fitting)
    special = [one for curie in curies for one in narrower(curie) if _applies(one, types)]
    return tuple(dict.fromkeys([*curies, *special]))


def _told(reading: Reading, types: Sequence[str]) -> list[Use]:
    """The phrases that ask for a property: not one that only says of what class its objects are, beside another
    ("which acts does X cite" asks for what X cites, though "which acts" alone would ask for a legal basis)."""
    uses = [use for use in reading.properties if any(_applies(curie, types) for curie in use.curies)]
    classes = {(at, curie) for use in reading.classes for at in range(use.start, use.end) for curie in use.curies}
    told = []
    for use in uses:
        named = {curie for at, curie in classes if use.start <= at < use.end}
        others = [curie for other in uses if other is not use for curie in other.curies]
        is_owner = not types and any(fits_target(class_, curie) for curie in others for class_ in named)
        if not is_owner and not any(takes_object(curie, class_) for curie in others for class_ in named):
            told.append(use)
    return _of_class_asked_for(told or uses, reading)


def _is_class(use: Use, reading: Reading) -> bool:
    """Whether the question asks which things of a class, by a phrase that is the class's own: "which organizations"
    asks for no number of them."""
    return reading.asks in ("which", "who") and any((use.start, use.end) == (c.start, c.end) for c in reading.classes)


def _of_class_asked_for(uses: Sequence[Use], reading: Reading) -> list[Use]:
    """Where the question asks which things of a class, and a phrase gives such things, the phrases that do ("на
    основании каких актов принято" asks for acts, not for the day)."""
    wanted = reading.classes[0].curies if reading.classes and reading.asks == "which" else ()
    giving = [use for use in uses if any(takes_object(curie, class_) for curie in use.curies for class_ in wanted)]
    return giving or list(uses)


def _applies(curie: str, types: Sequence[str]) -> bool:
    if not set(INNER).isdisjoint(vocabulary().properties[curie].domain):
        return False
    return not types or any(takes_subject(curie, type_) or takes_object(curie, type_) for type_ in types)
