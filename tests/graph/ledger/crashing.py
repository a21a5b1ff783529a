"""Kills a writing process at random moments, and says what it left: `python crashing.py LIBRARY EDITIONS KILLS SEED`.

Prints one JSON object. Writers and inspectors are forked from this process, which loads everything once and never opens
a store itself (a fork of a process with an open store would hang).
"""

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from graph.approval import approve, roll_back
from graph.edition import Edition, load
from graph.erasure import erase_document
from graph.errors import ReleaseError
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library, open_library
from graph.plain import matching, n_quads
from graph.quads import document_quads
from graph.rebuild import derived, is_derived
from graph.release import check, release
from graph.snapshot import Snapshot
from graph.staging import Reviewer, waiting
from graph.terms import ORDER, SOURCE

STAGED = 2  # editions, the last ones, that are put up for review
Say = Callable[[str], None]


def work(library: Library, editions: list[Edition], say: Say) -> None:
    """One whole run: every edition added, the first withdrawn and added again, two things merged and parted; the last
    two editions put up for review, approved together, rolled back, a release made, the last erased."""
    editions, staged = editions[:-STAGED], editions[-STAGED:]
    with Ledger.open(library) as ledger:
        say("open")
        for edition in editions:
            ledger.add(edition, edition.document.text.encode())
            say(edition.id)
            ledger.publish()
        ledger.withdraw(editions[0].id)
        say("withdrawn")
        ledger.add(editions[0], editions[0].document.text.encode())
        ledger.judge(Judgement("same", "cluster/a", "cluster/b", who="test", when="2026-01-01"))
        for row in ledger.judgements.standing:  # this run's, and those that a killed run did not get to undo
            ledger.judge(Judgement("undo", undoes=row.number, who="test", when="2026-01-01"))
        ledger.publish()
        for edition in staged:
            Reviewer(library, Snapshot.open(library)).add(edition, edition.document.text.encode())
        say("staged")
        approved = approve(ledger).commits
        ledger.publish()
        say("approved")
        roll_back(ledger, [f"commit/{commit.number}" for commit in approved if commit.status != "unchanged"])
        say("rolled back")
        ledger.publish()
        with suppress(ReleaseError):  # a run before this one may have released the same
            release(Snapshot.open(library), library.releases)
        say("released")
        erase_document(ledger, staged[-1].id)
        say("erased")
    say("done")


def inspect(library: Library, editions: list[Edition], said: list[str]) -> dict[str, Any]:
    """What a run left behind, looked at by the next one."""
    with Ledger.open(library) as ledger:
        base = library.base
        whole = {base + edition.id: edition for edition in editions}
        graphs = {g.value for g in ledger.store.named_graphs() if isinstance(g, NamedNode) and "/document/" in g.value}
        kept = [quad for quad in matching(ledger.store) if is_derived(quad, base)]
        return {
            "torn": sorted(iri for iri in graphs & set(whole) if not _is_whole(ledger, whole[iri])),
            "strange": sorted(graphs - set(whole)),
            "half": _is_half(library, said),
            "lost": sorted(_expected(said, editions, base) - graphs),
            "drifted": n_quads(kept) != n_quads(derived(ledger.store, base)),
            "unpublished": Snapshot.open(library).commit != ledger.number,
            "unsound": [path.name for path in library.releases.glob("[0-9]*") if not check(path).is_equal],
        }


def _is_half(library: Library, said: list[str]) -> bool:
    """Whether the next writer left an approval, a rollback or an erasure half done."""
    begun = (library.review / "begun.json").exists() or (library.path / "erasing.json").exists()
    return begun or ("staged" in said and len(waiting(library)) == 1)


def _expected(said: list[str], editions: list[Edition], base: str) -> set[str]:
    """The documents that a run said it had added, but those that it may have replaced or withdrawn since."""
    editions = editions[:-STAGED]
    last = {edition.source: edition.id for edition in editions}
    is_first_kept = len(said) <= len(editions)  # after the last edition the first is withdrawn, and added again
    kept = editions if is_first_kept else editions[1:]
    kept = kept[: -1 if "staged" in said else None]  # the last is replaced by what is approved
    return {base + edition.id for edition in kept if edition.id in said and last[edition.source] == edition.id}


def content(library: Library) -> list[str]:
    """Everything but the log and the judgements, which say how often it was tried."""
    snapshot = Snapshot.open(library)
    left_out = {snapshot.graphs.log, snapshot.graphs.judgements}
    quads = [quad for quad in matching(snapshot.store) if quad.graph_name not in left_out and quad.predicate != ORDER]
    return [line.decode() for line in n_quads(quads)]


def _is_whole(ledger: Ledger, edition: Edition) -> bool:
    graph = NamedNode(ledger.library.base + edition.id)
    here = {quad for quad in matching(ledger.store, graph=graph) if quad.predicate != SOURCE}
    return here == {quad for quad in document_quads(edition, ledger.library.base) if quad.predicate != SOURCE}


def forked(job: Callable[[Say], Any], *, kill_after: float | None = None) -> list[str]:
    """Run a job in a child; comes back with the lines it said, the last its result. SIGKILL after some seconds."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _run(job, writer)
    os.close(writer)
    lines = list(_lines(reader, child, kill_after))
    os.close(reader)
    os.waitpid(child, 0)
    return lines


def _run(job: Callable[[Say], Any], writer: int) -> None:
    def say(line: str) -> None:
        os.write(writer, (line + "\n").encode())

    code = 1
    try:
        result = job(say)
        say(json.dumps(result))
        code = 0
    except BaseException:  # noqa: BLE001  # the child must end here, whatever happened
        traceback.print_exc()
    finally:
        os._exit(code)


def _lines(reader: int, child: int, kill_after: float | None) -> Iterator[str]:
    """What the child says. The clock of the kill starts when it says that the library is open."""
    buffer, deadline = b"", None
    while True:
        ready, _, _ = select.select(
            [reader], [], [], None if deadline is None else max(0.0, deadline - time.monotonic())
        )
        if not ready:
            os.kill(child, signal.SIGKILL)
            deadline = None
            continue
        block = os.read(reader, 1 << 16)
        if not block:
            return
        *lines, buffer = (buffer + block).split(b"\n")
        yield from (line.decode() for line in lines)
        if kill_after is not None and deadline is None and b"open" in lines:
            deadline = time.monotonic() + kill_after


def main() -> None:
    folder, kept, kills, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    library, clean = open_library(folder), open_library(folder.with_name("clean"))
    editions = [load(path.read_bytes()) for path in sorted(kept.iterdir())]
    chance = random.Random(seed)
    began = time.monotonic()
    forked(lambda say: work(clean, editions, say))
    length = time.monotonic() - began
    found, finished = [], 0
    for _ in range(kills):
        said = forked(lambda say: work(library, editions, say), kill_after=chance.uniform(0, length))
        finished += "done" in said
        lines = forked(lambda say: inspect(library, editions, said))  # noqa: B023  # called at once
        found.append(json.loads(lines[-1]) if lines else {"died": True})
    completed = "done" in forked(lambda say: work(library, editions, say))
    same = json.loads(forked(lambda say: content(library))[-1]) == json.loads(forked(lambda say: content(clean))[-1])
    print(json.dumps({"found": found, "finished": finished, "completed": completed, "same": same}))


if __name__ == "__main__":
    main()
