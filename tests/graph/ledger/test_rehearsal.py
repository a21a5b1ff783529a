"""A rehearsal leaves nothing behind, also where its process was killed."""

from collections.abc import Callable

from graph.edition import Edition
from graph.ledger import Ledger
from graph.rehearsal import rehearsed
from graph.snapshot import Snapshot
from graph.staging import Reviewer, waiting

COUNT = ("cluster:А", "svod:memberCount", "=26")


def test_the_next_writer_takes_away_what_a_killed_review_left(ledger: Ledger, draft: Callable[..., Edition]) -> None:
    library = ledger.library
    left = library.review / ".rehearsal-killed" / "store"
    left.mkdir(parents=True)
    (left / "data").write_text("half")
    Reviewer(library, Snapshot.open(library)).add(draft("a.txt", [COUNT]), b"")
    ledger.close()
    with Ledger.open(library):
        assert not left.parent.exists()
        assert len(waiting(library)) == 1


def test_a_writer_leaves_the_copy_of_a_review_that_is_looking(ledger: Ledger, draft: Callable[..., Edition]) -> None:
    library, edition = ledger.library, draft("a.txt", [COUNT])
    Reviewer(library, Snapshot.open(library)).add(edition, edition.document.text.encode())
    ledger.close()
    with rehearsed(Snapshot.open(library), waiting(library)) as after:
        with Ledger.open(library):
            pass
        assert after.document(edition.id).id == edition.id
