"""What a librarian decides of editions that wait, and of replacements already made: all of it happens, or nothing.

The intention is written first (`review/begun.json`), then the commits are made one after another, then it is taken
away. A process that is killed in between leaves the intention; the next writer carries it out before anyone sees a
snapshot.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from graph.errors import LibraryError, RollbackError
from graph.kept import write_whole
from graph.ledger import Commit, Ledger
from graph.library import Library
from graph.log import Entry, Mandate, entries, who_runs
from graph.reverting import KINDS, revertible, taken_back
from graph.staging import Staged, chosen, drop, require_current, staged_edition, waiting, whole_source

BEGUN = "begun.json"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was done: the commits, their documents beside them, and what was let go without a commit (ids)."""

    commits: tuple[Commit, ...] = ()
    documents: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Intention:
    """What was begun: `approve` waiting editions (ids) or `roll_back` commits (numbers), in whose name."""

    approve: tuple[str, ...]
    roll_back: tuple[int, ...]
    who: str
    part_of: str


def approve(ledger: Ledger, names: Sequence[str] = (), who: str = "") -> Decision:
    """Commit the waiting editions of these names, or all. Raises RollbackError; then none of them is committed."""
    rows = chosen(ledger.library, names)
    for row in rows:
        require_current(ledger.store, ledger.library, row)
    part_of = f"approval/{ledger.number + 1}"
    intention = _Intention(tuple(row.id for row in rows), (), who or who_runs(), part_of)
    _begin(ledger.library, intention)
    return _approve(ledger, intention)


def roll_back(ledger: Ledger, names: Sequence[str] = (), who: str = "") -> Decision:
    """Let waiting editions go, or take back what was committed: an approval, a commit, or a document's last change.

    Without names, everything that waits is let go. Raises RollbackError; then nothing is changed.
    """
    dropped, numbers = _meant(ledger, names)
    history = entries(ledger.store, ledger.library.base)
    for number in numbers:
        revertible(history, number, numbers)
    intention = _Intention((), tuple(sorted(numbers, reverse=True)), who or who_runs(), "")
    if numbers:
        _begin(ledger.library, intention)
    done = _roll_back(ledger, intention)
    for row in dropped:
        drop(ledger.library, row)
    return Decision(done.commits, done.documents, tuple(row.id for row in dropped))


def resume(ledger: Ledger) -> None:
    """Carry out what a killed process had begun."""
    path = ledger.library.review / BEGUN
    if not path.exists():
        return
    said = json.loads(path.read_text(encoding="utf-8"))
    intention = _Intention(tuple(said["approve"]), tuple(said["roll_back"]), said["who"], said["part_of"])
    try:
        _approve(ledger, intention) if intention.approve else _roll_back(ledger, intention)
    except RollbackError as error:
        log.warning("what was begun could not be carried out: %s", error)


def _approve(ledger: Ledger, intention: _Intention) -> Decision:
    library, mandate = ledger.library, Mandate(intention.who, intention.part_of)
    rows = [row for row in waiting(library) if row.id in intention.approve]
    commits: list[Commit] = []
    for row in rows:
        try:
            edition, data = staged_edition(library, row)
            whole = replace(edition, source=whole_source(library, edition.source))
            commits.append(ledger.add(whole, data, mandate))
        except (LibraryError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            _take_back(ledger, intention)
            raise RollbackError(f"{row.source} could not be added, so nothing was approved: {error}") from error
    for row in rows:
        drop(library, row)
    _end(library)
    return Decision(tuple(commits), tuple(row.document for row in rows))


def _take_back(ledger: Ledger, intention: _Intention) -> None:
    """Undo the commits of an approval that could not be carried out."""
    history = entries(ledger.store, ledger.library.base)
    made = tuple(entry.number for entry in reversed(history) if entry.cause.part_of == intention.part_of)
    back = _Intention((), made, intention.who, intention.part_of)
    _begin(ledger.library, back)
    _roll_back(ledger, back)


def _roll_back(ledger: Ledger, intention: _Intention) -> Decision:
    commits, documents = [], []
    for number in intention.roll_back:
        history = entries(ledger.store, ledger.library.base)
        if number not in taken_back(history):
            commits.append(ledger.revert(number, Mandate(intention.who, intention.part_of)))
            documents.append(next(entry.cause.of for entry in history if entry.number == number))
    _end(ledger.library)
    return Decision(tuple(commits), tuple(documents))


def _meant(ledger: Ledger, names: Sequence[str]) -> tuple[list[Staged], list[int]]:
    """The waiting editions and the commits that are named."""
    library, base = ledger.library, ledger.library.base
    if not names:
        return chosen(library, ()), []
    history = entries(ledger.store, base)
    dropped: list[Staged] = []
    numbers: dict[int, None] = {}
    for name in names:
        try:
            dropped += chosen(library, [name])
        except RollbackError:
            numbers.update(dict.fromkeys(_commits(ledger, history, name.removeprefix(base))))
    return dropped, list(numbers)


def _commits(ledger: Ledger, history: Sequence[Entry], name: str) -> list[int]:
    """The commits of an approval, a commit by its number, or the last change of a document."""
    cancelled = taken_back(history)
    own = [e.number for e in history if e.cause.part_of == name and e.cause.kind in KINDS and e.number not in cancelled]
    if own:
        return own
    if name.removeprefix("commit/").isdecimal():
        return [int(name.removeprefix("commit/"))]
    document = name if name.startswith("document/") else ""
    if not document:
        document = ledger.find_document(name).value.removeprefix(ledger.library.base)
    found = [
        e.number for e in history if document in e.documents and e.number not in cancelled and e.cause.kind in KINDS
    ]
    if not found:
        raise RollbackError(f"nothing waits under {name!r}, and no commit of that name can be rolled back")
    return found[-1:]


def _begin(library: Library, intention: _Intention) -> None:
    write_whole(library.review / BEGUN, json.dumps(asdict(intention)).encode())


def _end(library: Library) -> None:
    (library.review / BEGUN).unlink(missing_ok=True)
