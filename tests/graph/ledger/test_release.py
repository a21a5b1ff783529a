"""Releases: canonical data, a manifest, and changes whose causes are named."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from graph.edition import Edition
from graph.errors import ReleaseError
from graph.export import export
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.release import check, release
from graph.snapshot import Snapshot

Draft = Callable[..., Edition]
Change = Callable[[Ledger], object]


def released(library: Library, *changes: Change) -> Path:
    """The folder of the release that is made after the changes."""
    with Ledger.open(library) as ledger:
        for change in changes:
            change(ledger)
    return Path(release(Snapshot.open(library), library.releases).folder)


def adding(edition: Edition) -> Change:
    return lambda ledger: ledger.add(edition, b"bytes")


def rows(folder: Path) -> dict[str, set[str]]:
    """The rows of a release's patch by the cause that stands above them."""
    found: dict[str, set[str]] = {}
    cause = ""
    for line in (folder / "changes.rdfp").read_text(encoding="utf-8").splitlines():
        if line.startswith("# cause "):
            cause = line.removeprefix("# cause ").strip("<>").partition("/id/")[2]
        elif line[:2] in ("A ", "D "):
            found.setdefault(cause, set()).add(line)
    return found


def applied(folder: Path, before: Path | None) -> set[str]:
    """The release before with the patch applied to it, as lines."""
    lines = set((before / "data.nq").read_text(encoding="utf-8").splitlines()) if before else set()
    for line in (row for group in rows(folder).values() for row in group):
        if line.startswith("D "):
            assert line[2:] in lines
            lines.remove(line[2:])
        else:
            assert line[2:] not in lines
            lines.add(line[2:])
    return lines


def test_a_release_holds_the_canonical_data_and_their_hash(library: Library, draft: Draft) -> None:
    edition = draft("a.txt", [("cluster:Протон", "schema:location", "region/RU-PER")])
    folder = released(library, adding(edition))
    data = (folder / "data.nq").read_bytes()
    assert data == b"".join(export(Snapshot.open(library), "nquads"))
    assert data.splitlines() == sorted(set(data.splitlines()))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(data).hexdigest()
    assert [document["digest"] for document in manifest["documents"]] == [edition.document.digest]
    assert check(folder).is_equal


def test_the_same_documents_and_judgements_give_the_same_hash(library: Library, draft: Draft, tmp_path: Path) -> None:
    edition = draft("a.txt", [("cluster:Протон", "schema:location", "region/RU-PER")])
    first = released(library, adding(edition))
    with Ledger.open(library) as ledger:
        ledger.withdraw(edition.id)
        ledger.add(edition)
        ledger.rebuild()
    again = Path(release(Snapshot.open(library), tmp_path / "elsewhere").folder)
    assert (again / "data.nq").read_bytes() == (first / "data.nq").read_bytes()


def test_a_patch_leads_from_one_release_to_the_next(library: Library, draft: Draft) -> None:
    one = draft(
        "a.txt", [("cluster:Протон", "svod:memberCount", "=12"), ("cluster:Протон", "schema:location", "region/RU-PER")]
    )
    two = draft("b.txt", [("cluster:Proton", "svod:memberCount", "=12")])
    newer = draft("a.txt", [("cluster:Протон", "svod:memberCount", "=13")], salt="new")
    first = released(library, adding(one), adding(two))
    assert applied(first, None) == set((first / "data.nq").read_text(encoding="utf-8").splitlines())
    second = released(
        library, adding(newer), lambda ledger: ledger.judge(Judgement("same", "cluster/proton", "cluster/proton-2"))
    )
    assert applied(second, first) == set((second / "data.nq").read_text(encoding="utf-8").splitlines())


def test_every_change_names_the_document_or_judgement_that_caused_it(library: Library, draft: Draft) -> None:
    one = draft("a.txt", [("cluster:Протон", "svod:memberCount", "=12")])
    two = draft("b.txt", [("cluster:Волна", "svod:memberCount", "=7")])
    first = rows(released(library, adding(one)))
    assert set(first) == {one.id, "graph/ontology"}
    assert any("/cluster/proton>" in row and '"12"' in row for row in first[one.id])
    second = rows(released(library, adding(two)))
    assert set(second) == {two.id}
    merge = Judgement("same", "cluster/proton", "cluster/volna")
    third = rows(released(library, lambda ledger: ledger.judge(merge)))
    assert set(third) == {"judgement/1"}
    fourth = rows(released(library, lambda ledger: ledger.withdraw(two.id)))
    assert set(fourth) == {two.id}
    assert all(row.startswith("D ") for row in fourth[two.id])


def test_a_release_that_was_changed_does_not_pass(library: Library, draft: Draft) -> None:
    folder = released(library, adding(draft("a.txt", [("cluster:Протон", "svod:memberCount", "=12")])))
    data = (folder / "data.nq").read_bytes()
    (folder / "data.nq").write_bytes(data.replace(b'"12"', b'"13"'))
    checked = check(folder)
    assert not checked.is_whole
    derived_only = b"\n".join(line for line in data.splitlines() if b"graph/members" not in line) + b"\n"
    (folder / "data.nq").write_bytes(derived_only)
    assert not check(folder).is_rebuilt


def test_nothing_new_is_not_released_again(library: Library, draft: Draft) -> None:
    released(library, adding(draft("a.txt", [("cluster:Протон", "svod:memberCount", "=12")])))
    with pytest.raises(ReleaseError, match="nothing changed since release 1"):
        release(Snapshot.open(library), library.releases)
    assert [path.name for path in library.releases.iterdir()] == ["1"]


def test_the_description_is_rdf_that_others_read(library: Library, draft: Draft) -> None:
    folder = released(library, adding(draft("a.txt", [("cluster:Протон", "svod:memberCount", "=12")])))
    graph = rdflib.Graph().parse(folder / "dataset.ttl", format="turtle")
    dcat, spdx = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://spdx.org/rdf/terms#")
    (dataset,) = graph.subjects(rdflib.RDF.type, dcat.Dataset)
    (data,) = graph.objects(dataset, dcat.distribution)
    (checksum,) = graph.objects(data, spdx.checksum)
    value = graph.value(checksum, spdx.checksumValue)
    assert str(value) == hashlib.sha256((folder / "data.nq").read_bytes()).hexdigest()
    assert int(str(graph.value(data, dcat.byteSize))) == (folder / "data.nq").stat().st_size


def test_a_release_takes_away_drafts_of_processes_that_are_gone_and_nothing_else(
    library: Library, draft: Draft
) -> None:
    library.releases.mkdir(exist_ok=True)
    ours, others = library.releases / ".1.999999999", library.releases / ".notes.txt.swp"
    ours.mkdir()
    others.touch()
    released(library, adding(draft("a.txt", [("cluster:А", "svod:memberCount", "=26")])))
    assert (ours.exists(), others.exists()) == (False, True)
