"""Libraries that earlier Svods made (`format-*.tar.zst`, their backups) are brought to this format and lose nothing."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from graph.asof import as_of, moment
from graph.backup import restore
from graph.disputes import disputes
from graph.errors import NotALibrary
from graph.ledger import Ledger
from graph.library import FORMAT, FORMATS, Library, open_library
from graph.plain import matching
from graph.rebuild import derived, is_derived
from graph.snapshot import Snapshot
from graph.status import documents
from graph.upgrade import upgrade
from graph.validate import validate

OLD = Path(__file__).with_name("format-1.tar.zst")
SECOND = Path(__file__).with_name("format-2.tar.zst")
THIRD = Path(__file__).with_name("format-3.tar.zst")
SHIPYARD = "cluster/severnaia-verf"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Two documents, one of them replaced, a merge and a rejection, as format 1 kept them."""
    return restore(OLD, tmp_path / "library").path


@pytest.fixture
def upgraded(old: Path) -> Library:
    done = upgrade(old)
    assert (done.before, done.after, done.documents, done.left) == (1, FORMAT, 2, ())
    return open_library(old)


def values(snapshot: Snapshot, predicate: str) -> set[str]:
    rows = snapshot.query(f"SELECT ?value WHERE {{ <{SHIPYARD}> {predicate} ?value }}")
    assert isinstance(rows, QuerySolutions)
    return {str(row["value"].value) for row in rows}


def test_an_old_library_is_not_opened_and_says_what_to_do(old: Path) -> None:
    assert open_library(old, formats=FORMATS).format == 1
    with pytest.raises(NotALibrary, match="svod upgrade"):
        open_library(old)


def test_documents_judgements_and_addresses_stay(upgraded: Library) -> None:
    snapshot = Snapshot.open(upgraded)
    assert len(documents(snapshot)) == 2
    assert snapshot.merged_into("cluster/northern-shipyard") == SHIPYARD
    assert [row.kind for row in snapshot.judgements.standing] == ["same", "reject"]
    assert values(snapshot, "schema:location") == {f"{upgraded.base}region/RU-ARK"}
    assert values(snapshot, "svod:manager") == {f"{upgraded.base}person/petrov-ivan-sergeevich"}


def test_what_follows_is_what_a_rebuild_gives_and_conforms(upgraded: Library) -> None:
    with Ledger.open(upgraded) as ledger:
        kept = {quad for quad in matching(ledger.store) if is_derived(quad, upgraded.base)}
        assert kept == derived(ledger.store, upgraded.base)
    assert validate(Snapshot.open(upgraded)).conforms


def test_the_past_can_be_asked_about(upgraded: Library) -> None:
    head = Snapshot.open(upgraded)
    before = as_of(head, moment("2026-11-22T17:39:39.800"))
    assert len(documents(before)) == 1
    assert before.merged_into("cluster/northern-shipyard") is None
    unsplit = as_of(head, moment("2026-11-22T17:40:05"))
    assert {document.id for document in documents(unsplit)} != {document.id for document in documents(head)}


def test_a_second_upgrade_does_nothing(upgraded: Library) -> None:
    before = Snapshot.open(upgraded).commit
    done = upgrade(upgraded.path)
    assert (done.before, done.after) == (FORMAT, FORMAT)
    assert Snapshot.open(upgraded).commit == before


def test_an_upgrade_that_was_killed_before_its_last_step_is_finished_by_the_next(upgraded: Library) -> None:
    settings = upgraded.path / "library.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(f"format = {FORMAT}", "format = 1"), encoding="utf-8"
    )
    facts = {quad for quad in matching(Snapshot.open(upgraded).store) if is_derived(quad, upgraded.base)}
    upgrade(upgraded.path)
    assert facts == {quad for quad in matching(Snapshot.open(upgraded).store) if is_derived(quad, upgraded.base)}


def test_a_library_of_format_2_follows_the_rules_of_today_and_keeps_its_decisions(tmp_path: Path) -> None:
    path = restore(SECOND, tmp_path / "library").path
    done = upgrade(path)
    assert (done.before, done.after, done.documents, done.left) == (2, FORMAT, 3, ())
    library = open_library(path)
    with Ledger.open(library) as ledger:
        kept = {quad for quad in matching(ledger.store) if is_derived(quad, library.base)}
        assert kept == derived(ledger.store, library.base)
    snapshot = Snapshot.open(library)
    assert snapshot.merged_into("person/gromova-vera") == "person/gromova-vera-pavlovna"
    assert [dispute.state for dispute in disputes(snapshot)] == ["upheld"]
    assert len(documents(as_of(snapshot, moment("2026-11-22T22:14:40")))) == 3
    assert validate(snapshot).conforms


def test_a_library_of_format_3_parts_companies_by_their_legal_form_and_keeps_its_decisions(tmp_path: Path) -> None:
    path = restore(THIRD, tmp_path / "library").path
    done = upgrade(path)
    assert (done.before, done.after, done.documents, done.left) == (3, FORMAT, 4, ())
    library = open_library(path)
    with Ledger.open(library) as ledger:
        kept = {quad for quad in matching(ledger.store) if is_derived(quad, library.base)}
        assert kept == derived(ledger.store, library.base)
    snapshot = Snapshot.open(library)
    assert snapshot.merged_into("organization/tsentr-flota-2") == "organization/tsentr-flota"
    assert snapshot.merged_into("organization/orbita-2") is None
    unjudged = as_of(snapshot, moment("2026-11-23T01:45"))
    assert unjudged.merged_into("organization/tsentr-flota-2") is None
    assert len(documents(unjudged)) == len(documents(snapshot))
    assert validate(snapshot).conforms


def test_an_upgrade_finishes_first_the_erasure_that_was_killed_between_two_stores(old: Path) -> None:
    store = open_library(old, formats=FORMATS).store
    shutil.copytree(store, store.with_name("store.new"))
    store.rename(store.with_name("store.old"))
    assert upgrade(old).documents == 2
    assert sorted(path.name for path in store.parent.glob("store*")) == ["store"]
