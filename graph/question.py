"""From the words of a question to what it asks of the library.

A question is understood through the vocabulary's labels and the names of things in the library; nothing is guessed: a
name that fits several things is not one of them, and what nothing in the question explains is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.questions.context import Context
from graph.questions.names import Candidate
from graph.questions.plan import Plan
from graph.questions.posts import post
from graph.questions.reading import Reading, read
from graph.questions.shapes import BEFORE_NAMES, SHAPES, Shape
from graph.questions.words import Word, quotations
from graph.search import Index
from ontology.iri import compress

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

CANDIDATES_SHOWN = 8  # of one ambiguous name

Verdict = Literal["answered", "not_stated", "not_understood"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood: in words, and as plans of which the first that finds something answers it.

    Without plans, `verdict` says why: `not_understood`, with the candidates or the words left over in `understood`, or
    `not_stated`, when it is about something that no document names.
    """

    text: str
    language: str
    understood: str
    plans: tuple[Plan, ...] = ()
    verdict: Verdict = "answered"


def understand(text: str, snapshot: "Snapshot", index: Index) -> Question:
    """What the question asks for."""
    reading = read(text, index, snapshot.base)
    context = Context(snapshot, index, reading.language)
    unclear = [named for named in reading.named if not named.is_clear]
    found = _first((*BEFORE_NAMES, post) if unclear else BEFORE_NAMES, reading, context)
    if found is not None:
        return found
    if unclear:
        shown = "; ".join(_candidates(reading.words[n.start : n.end], n.candidates, context) for n in unclear)
        return Question(text, reading.language, shown, verdict="not_understood")
    unknown = _unknown(reading)
    if unknown:
        return _not_named(unknown, reading, context)
    return _first(SHAPES, reading, context) or _left(reading)


def _first(shapes: Sequence[Shape], reading: Reading, context: Context) -> Question | None:
    """The question as the first of these shapes understands it."""
    for shape in shapes:
        found = shape(reading, context)
        if found is not None:
            return Question(reading.text, reading.language, found.words, found.plans)
    return None


def _candidates(words: Sequence[Word], candidates: Sequence[Candidate], context: Context) -> str:
    """ "488-ФЗ": several things are called so, and which."""
    said = " ".join(word.text for word in words)
    shown = [
        f"{context.label(one.iri)} ({compress(one.iri, context.snapshot.base)})"
        for one in candidates[:CANDIDATES_SHOWN]
    ]
    more = len(candidates) - len(shown)
    several = {"ru": "может быть", "en": "may be"}[context.language]
    return f"«{said}» {several}: " + "; ".join(shown) + (f"; … +{more}" if more else "")


def _unknown(reading: Reading) -> str:
    """A quoted name, or a name in capitals beside a term, that nothing in the library has; "" where there is none."""
    for quotation in quotations(reading.text):
        start = reading.text.index(quotation)
        inside = [at for at, word in enumerate(reading.words) if start <= word.start < start + len(quotation)]
        covered = {at for named in reading.named for at in range(named.start, named.end)}
        if inside and not covered.intersection(inside):
            return quotation
    is_about_names = bool(reading.properties or reading.classes)
    capitals = [word for word in reading.unread if word.is_capital and word is not reading.words[0]]
    return " ".join(word.text for word in capitals) if is_about_names else ""


def _not_named(name: str, reading: Reading, context: Context) -> Question:
    similar = context.index.similar(name)
    things = {one.iri: Candidate(one.iri, one.type, one.text) for one in similar}
    if things:
        words = [word for word in reading.words if word.text in name]
        shown = _candidates(words, tuple(things.values()), context)
        return Question(reading.text, reading.language, shown, verdict="not_understood")
    said = {"ru": f"«{name}» не названо ни в одном документе", "en": f"no document names “{name}”"}[reading.language]
    return Question(reading.text, reading.language, said, verdict="not_stated")


def _left(reading: Reading) -> Question:
    """Nothing fits: a count of what is not stated is `not_stated`; else the words that nothing explains are shown."""
    has_something = bool(reading.classes or reading.named or reading.properties)
    unread = ", ".join(word.text for word in reading.unread)
    if has_something and (reading.asks == "how_many" or reading.years):
        words = {"ru": "показатель или число", "en": "a figure or a number"}[reading.language]
        if reading.asks != "how_many":
            words = {"ru": "сведения за этот год", "en": "what is stated of that year"}[reading.language]
        return Question(reading.text, reading.language, f"{words}: {_said(reading)}", verdict="not_stated")
    if reading.asks == "who" and (unread or has_something):
        words = {"ru": "кто", "en": "who"}[reading.language]
        return Question(reading.text, reading.language, f"{words}: {_said(reading)}", verdict="not_stated")
    words = {"ru": "не понято", "en": "not understood"}[reading.language]
    said = f"{words}: {unread}" if unread else words
    return Question(reading.text, reading.language, said, verdict="not_understood")


def _said(reading: Reading) -> str:
    return " ".join(word.text for word in reading.content) or reading.text
