"""Judgements carried from one library to another: by names, keys, sources and digests, never by local numbers."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from graph.claims import Claim, End, is_meant
from graph.digests import digest
from graph.erasure import WAITING
from graph.errors import LibraryError
from graph.judgement import Judgement
from graph.kept import write_whole
from graph.ledger import Ledger
from graph.plain import DEFAULT, matching
from graph.snapshot import Snapshot
from graph.terms import LABEL, MEMBER_OF, NAMED_FOR, PREDICATE, SOURCE, SUBJECT, TYPE, Graphs
from graph.values import is_literal
from graph.verdicts import ChangeView
from ontology.iri import expand

THINGS = ("left", "right", "subject", "value")
SAYING = ("kind", "who", "when", "why", "predicate", "quote")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of judgements: how many were made, were here already, wait until they can be; why each waits."""

    made: int
    known: int
    waiting: int
    reasons: tuple[str, ...]


def exported(snapshot: Snapshot) -> Iterator[str]:
    """Every judgement as a line of JSON, oldest first."""
    rows = snapshot.judgements.rows
    ids = identities(rows)
    for row in rows:
        said: dict[str, Any] = {name: value for name, value in asdict(row).items() if value not in (None, (), "", [])}
        said.pop("number")
        said["id"] = ids[row.number]
        for name in THINGS:
            if name in said and not is_literal(said[name]):
                said[name] = _portable(snapshot, said[name])
        if row.document:
            sources = [source for claim in row.claims for source in claim.sources]
            said["document"] = {"id": row.document, "sources": sources}
        if row.undoes in ids:
            said["undoes"] = ids[row.undoes]
        yield json.dumps(said, ensure_ascii=False, sort_keys=True)


def identities(rows: Iterable[Judgement]) -> dict[int, str]:
    """What tells each judgement, by its number, from every other in any library: kind, who, when, why, what it says;
    of those alike in all of these (on other things, which another library may call otherwise) which one it is."""
    alike: Counter[tuple[str | None, ...]] = Counter()
    found = {}
    for row in rows:
        said = tuple(getattr(row, name) for name in SAYING)
        found[row.number] = _identity(said, alike[said])
        alike[said] += 1
    return found


def _identity(said: Sequence[str | None], before: int) -> str:
    """The id of a judgement that says this, with so many like it before."""
    return digest([*said, before] if before else said)


def import_lines(ledger: Ledger, lines: Iterable[str]) -> Imported:
    """Make the judgements that are not here yet; what cannot be matched is kept, and tried again with each import and
    after each document. Raises ValueError where a line is no JSON."""
    path = ledger.library.path / WAITING
    kept = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    made, known, waiting, reasons = 0, 0, [], []
    for line in dict.fromkeys(line.strip() for line in (*kept, *lines) if line.strip()):
        said = json.loads(line)
        numbers = {id_: number for number, id_ in identities(ledger.judgements.rows).items()}
        if said["id"] in numbers:
            known += 1
            continue
        try:
            row = _matched(ledger, said, numbers)
            _require_order(ledger.judgements.rows, row, said["id"])
            ledger.judge(row)
            made += 1
        except LibraryError as error:
            waiting.append(line)
            reasons.append(f"{said['kind']} by {said.get('who', '')} of {said.get('when', '')}: {error}")
    if waiting or kept:
        write_whole(path, "".join(f"{line}\n" for line in waiting).encode())
    if not waiting:
        path.unlink(missing_ok=True)
    return Imported(made, known, len(waiting), tuple(reasons))


def retry(ledger: Ledger) -> Imported | None:
    """Try again what waits, None where nothing does."""
    return import_lines(ledger, ()) if (ledger.library.path / WAITING).exists() else None


def _require_order(rows: Sequence[Judgement], row: Judgement, id_: str) -> None:
    """Raises LibraryError where one that is alike, and comes before, is not here: it would take its id."""
    if identities((*rows, replace(row, number=0)))[0] != id_:
        raise LibraryError("another decision of the same person and moment comes before it and is not here")


def _portable(snapshot: Snapshot, name: str) -> dict[str, Any]:
    node = snapshot.iri(name)
    keys = [quad.object.value for quad in matching(snapshot.store, node, NAMED_FOR, None, snapshot.graphs.names)]
    return {"id": name, "keys": keys, "label": snapshot.label(node, "ru")}


def _matched(ledger: Ledger, said: dict[str, Any], numbers: dict[str, int]) -> Judgement:
    """The judgement in the terms of this library. Raises LibraryError where they are not here."""
    base, store = ledger.library.base, ledger.store
    plain = ("kind", "who", "when", "why", "score", "predicate", "page", "quote")
    fields = {name: said[name] for name in plain if name in said}
    for name in THINGS:
        if name in said:
            fields[name] = said[name] if isinstance(said[name], str) else _here(store, base, said[name])
    if "undoes" in said:
        if said["undoes"] not in numbers:
            raise LibraryError("the judgement that it takes back is not here")
        fields["undoes"] = numbers[said["undoes"]]
    if "document" in said:
        fields["document"] = _document(ledger, [said["document"]["id"], *said["document"]["sources"]])
    elif said["kind"] in ("reject", "correct"):
        fields["statements"] = _statements(ledger, said)
    return Judgement(**fields)


def _here(store: Store, base: str, thing: dict[str, Any]) -> str:
    """A thing of another library in this one: by its key, else by its id, else by a label that one thing alone has."""
    names = Graphs.below(base).names
    for key in thing["keys"]:
        for quad in matching(store, None, NAMED_FOR, Literal(key), names):
            return str(quad.subject.value.removeprefix(base))
    node = NamedNode(expand(thing["id"], base))
    if not thing["keys"] and (any(matching(store, node, TYPE, None, DEFAULT)) or any(matching(store, node, MEMBER_OF))):
        return str(thing["id"])
    labelled = {
        quad.subject.value
        for language in ("ru", "en")
        for quad in matching(store, None, LABEL, Literal(thing["label"], language=language), DEFAULT)
    }
    if len(labelled) == 1:
        return labelled.pop().removeprefix(base)
    raise LibraryError(f"no thing here is {thing['label']!r} ({thing['id']})")


def _document(ledger: Ledger, names: list[str]) -> str:
    for name in names:
        try:
            return ledger.find_document(name).value
        except LibraryError:
            continue
    raise LibraryError(f"no document here is {', '.join(names)}")


def _statements(ledger: Ledger, said: dict[str, Any]) -> tuple[str, ...]:
    """The statements that it is about: those of the same bytes, else what says the same in editions of the source."""
    base, store = ledger.library.base, ledger.store
    found = [name for name in said.get("statements", ()) if any(matching(store, NamedNode(base + name), SUBJECT))]
    if found:
        return tuple(found)
    view = ChangeView.of_store(store, ledger.judgements)
    for fields in said.get("claims", ()):
        ends = {name: End(**fields[name]) for name in ("subject", "object")}
        claim = Claim(**{**fields, **ends, "sources": tuple(fields["sources"])})
        for source in claim.sources:
            for quad in matching(store, None, SOURCE, Literal(source)):
                graph = quad.graph_name
                for stated in matching(store, None, PREDICATE, NamedNode(expand(claim.predicate, base)), graph):
                    if is_meant(claim, view, view.said(stated.subject, graph), graph):
                        found.append(stated.subject.value)
    if not found:
        raise LibraryError("no document here says what it is about")
    return tuple(dict.fromkeys(found))
