"""Whether two entities are one thing: features that speak for it and against it, one by one, and what they come to.

A decision depends on the two profiles alone and does not depend on their order. Whatever is not sure is for a person.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from graph.resolution.doubts import CLUSTER_DOUBTS, DOUBTFUL, DOUBTS
from graph.resolution.pair import Pair, PeoplePair, ThingPair
from graph.resolution.people import PEOPLE
from graph.resolution.profile import Profile
from graph.resolution.russian import OF_SEVERAL, OPPOSITE, SENTENCES
from graph.resolution.things import CLUSTERS, ORGANIZATIONS

Outcome = Literal["same", "different", "unsure"]

SAME = 0.9
"""The score from which two entities are one thing; swept .80 to 1.0 on corpus/gold/names.jsonl."""
UNSURE = 0.35
"""The score from which a person is asked."""

CONTRADICTING = frozenset(
    {
        "other_natural_key",
        "other_registration",
        "other_legal_form",
        "other_number",
        "other_place",
        "stated_elsewhere",
        "other_kind",
        "other_honour",
        "other_rank",
        "city_or_region",
        "branch_of_one_only",
        "other_first_name",
        "other_patronymic",
    }
)
"""Features that tell two things apart, however many names fit both."""
CERTAIN = frozenset({"same_natural_key", "same_registration", "same_contact", "same_own_contact"})
"""Features by which two are one whatever else is called so."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that holds, by its function's name, and what it adds to the score."""

    feature: str
    weight: float

    @property
    def sentence(self) -> str:
        """What the feature says, in English."""
        return self.sentence_in("en")

    def sentence_in(self, language: str) -> str:
        """What the feature says, in Russian or in English."""
        if self.weight < 0 and self.feature in OPPOSITE:
            return OPPOSITE[self.feature][language != "ru"]
        if self.feature in OF_SEVERAL:
            return OF_SEVERAL[self.feature][language != "ru"]
        if language == "ru":
            return SENTENCES[self.feature]
        return (FEATURES[self.feature].__doc__ or "").partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from two profiles. `score` is the sum of the reasons' weights, from 0 to 1."""

    outcome: Outcome
    score: float
    reasons: tuple[Reason, ...]


def decide(one: Profile, other: Profile) -> Decision:
    """The decision about two entities of one family.

    >>> altai = Profile("cluster", ("a",), ("алтайский биофармацевтический кластер",))
    >>> decide(altai, Profile("cluster", ("b",), ("altai bio-pharmaceutical cluster",))).outcome
    'same'
    >>> decide(altai, Profile("cluster", ("c",), ("калужский биофармацевтический кластер",))).outcome
    'different'
    """
    left, right = sorted((one, other))
    return _decide(left, right)


def contradict(ones: Iterable[Profile], others: Iterable[Profile]) -> bool:
    """Whether something tells two things apart, by all that documents say of each: no two profiles are one, and of two
    a number, a place, a legal form or another name of a person differs.

    >>> llc, jsc = (Profile("organization", (form,), (f"{form} орбита",)) for form in ("ооо", "ао"))
    >>> contradict([llc], [jsc]), contradict([llc], [Profile("organization", ("c",), ("orbita",))])
    (True, False)
    """
    found = [decide(one, other) for one, other in product(ones, others)]
    if any(decision.outcome == "same" for decision in found):
        return False
    return any(reason.feature in CONTRADICTING for decision in found for reason in decision.reasons)


def is_certain(decision: Decision) -> bool:
    """Whether more than names says that two are one."""
    return any(reason.feature in CERTAIN for reason in decision.reasons)


def torn(decision: Decision) -> Decision:
    """The decision about a name that fits several things."""
    reason = Reason("fits_several", round(DOUBTFUL - decision.score, 2))
    return Decision("unsure", DOUBTFUL, (*decision.reasons, reason))


@lru_cache(maxsize=20_000)
def _decide(left: Profile, right: Profile) -> Decision:
    table = _TABLES[left.family]
    found = [_weigh(table(left, right, names)) for names in product(left.names, right.names)]
    return max(found, key=lambda decision: decision.score)


def _weigh(pair: Pair) -> Decision:
    features = PEOPLE if isinstance(pair, PeoplePair) else CLUSTERS if pair.family == "cluster" else ORGANIZATIONS
    weights = [(feature.__name__, feature(pair)) for feature in features]  # type: ignore[arg-type]
    reasons = tuple(Reason(name, round(weight, 2)) for name, weight in weights if weight)
    reasons += _doubts(pair, _sum(reasons))
    score = min(1.0, max(0.0, _sum(reasons)))
    outcome: Outcome = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    return Decision(outcome, score, reasons)


def _sum(reasons: Iterable[Reason]) -> float:
    """The weights together, rounded: 0.7 and 0.2 are 0.9, not less."""
    return round(sum(reason.weight for reason in reasons), 2)


def _doubts(pair: Pair, sum_of_weights: float) -> tuple[Reason, ...]:
    """The first doubt about a pair that would be joined, with the weight that leaves it to a person."""
    if isinstance(pair, PeoplePair) or sum_of_weights < SAME:
        return ()
    doubts = CLUSTER_DOUBTS if pair.family == "cluster" else DOUBTS
    doubt = next((doubt for doubt in doubts if doubt(pair)), None)
    return (Reason(doubt.__name__, round(DOUBTFUL - sum_of_weights, 2)),) if doubt else ()


_TABLES: Mapping[str, Callable[[Profile, Profile, tuple[str, str]], Pair]] = {
    "cluster": ThingPair.of,
    "organization": ThingPair.of,
    "person": PeoplePair.of,
}

_EVERY: tuple[Callable[..., float], ...] = (*CLUSTERS, *ORGANIZATIONS, *DOUBTS, *PEOPLE)
FEATURES: Mapping[str, Callable[..., float]] = {feature.__name__: feature for feature in _EVERY}
"""Every feature by its name."""
