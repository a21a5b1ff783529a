"""What a document states is checked before it is added; what is wrong is said of it, and costs nothing else."""

from collections.abc import Callable

from graph.conformity import examined
from graph.edition import Edition
from graph.ledger import Ledger
from graph.library import Library
from graph.snapshot import Snapshot
from graph.status import documents

Draft = Callable[..., Edition]


def test_a_sound_edition_comes_back_as_it_was(draft: Draft) -> None:
    edition = draft(
        "a.txt", [("cluster:Протон", "svod:memberCount", "=12"), ("cluster:Протон", "schema:location", "region/RU-PER")]
    )
    assert examined(edition) is edition


def test_what_does_not_keep_to_the_shapes_is_a_finding_and_is_added(library: Library, draft: Draft) -> None:
    edition = examined(
        draft(
            "a.txt",
            [("cluster:Протон", "svod:memberCount", '"двенадцать'), ("cluster:Волна", "svod:memberCount", '"семь')],
        )
    )
    (finding,) = edition.document.findings
    assert finding.startswith("Does not keep to the shapes: members are counted in whole numbers (document/")
    assert finding.endswith(" and 1 more).")
    with Ledger.open(library) as ledger:
        assert ledger.add(edition, b"bytes").status == "added"
    (document,) = documents(Snapshot.open(library))
    assert document.findings == (finding,)


def test_a_plan_is_no_fact_and_is_not_held_to_its_shape(draft: Draft) -> None:
    edition = draft("a.txt", [("cluster:Протон", "svod:memberCount", '"двенадцать', "planned")])
    assert examined(edition) is edition
