"""What was erased stands nowhere in the library any more: not in one byte of one file, packed or not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

from graph import erasure
from graph.asof import as_of, moment
from graph.build import build
from graph.cleaning import Cleaner
from graph.edition import Edition
from graph.erasure import erase_document, erase_person
from graph.errors import ErasureError, NotALibrary, UnknownDocument
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library
from graph.plain import matching, n_quads
from graph.rebuild import derived, is_derived
from graph.release import release
from graph.search import Index
from graph.snapshot import Snapshot
from graph.staging import Reviewer, waiting

Draft = Callable[..., Edition]
CARD = """<!doctype html><html lang="ru"><head><title>Кластер «{name}»</title></head><body><h1>Кластер «{name}»</h1>
<dl><dt>Регион</dt><dd>Тверская область</dd><dt>Менеджер кластера</dt><dd>{manager}</dd>
<dt>Статус кластера</dt><dd>Промышленный кластер</dd></dl>
<p>{said}</p></body></html>"""
SAID = "Об этом рассказали Анне Павловне Смирновой, а СМИРНОВА  АННА\nПАВЛОВНА подтвердила."
NAME = "Смирнова Анна Павловна"
TRACES = ("смирнов", "smirnov")
"""What would betray the name, in any of its forms and in an address."""


def _texts(library: Library) -> Iterator[tuple[Path, str]]:
    """Every file of the library as text, unpacked where it is packed, and its name."""
    for path in sorted(library.path.rglob("*")):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            if path.suffix == ".zst":
                data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
            yield path, f"{path.name} {data.decode('utf-8', 'replace')}".casefold()


def _traces(library: Library, *words: str) -> set[str]:
    return {
        path.relative_to(library.path).as_posix() for path, text in _texts(library) if any(w in text for w in words)
    }


def _add(library: Library, folder: Path, **cards: str) -> None:
    for name, text in cards.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
        assert [outcome.status for outcome in build(library, [str(folder / f"{name}.html")])] != ["refused"]


def _fill(library: Library, folder: Path) -> None:
    """Two documents with the person, one in two editions; judgements, a release, an index, a waiting edition."""
    _add(library, folder, one=CARD.format(name="Проба", manager=NAME, said="Первая редакция."))
    _add(library, folder, one=CARD.format(name="Проба", manager=NAME, said=SAID))
    _add(library, folder, two=CARD.format(name="Сигнал", manager="Орлов Пётр Ильич", said=SAID))
    with Ledger.open(library) as ledger:
        thing = "person/smirnova-anna-pavlovna"
        fact = Judgement(
            "add", subject=thing, predicate="svod:cooperatesWith", value="cluster/signal", why=f"это {NAME}"
        )
        ledger.judge(replace(fact, document="two.html", page=1, quote="Анне Павловне Смирновой"))
        statement = Snapshot.open(library).statements(
            Snapshot.open(library).fact("cluster/proba", "svod:manager", thing)
        )
        ledger.judge(Judgement("reject", statements=statement, why="Смирнова ушла"))
        ledger.judge(Judgement("undo", undoes=2))
    head = Snapshot.open(library)
    as_of(head, moment(head.history()[-2].cause.ended))
    release(head, library.releases)
    index = Index(library.search)
    index.sync(head)
    index.close()
    Reviewer(library, head).add(replace(head.edition(head.history()[2].cause.of), key="waits"), b"x")


def _is_rebuilt(ledger: Ledger) -> bool:
    base = ledger.library.base
    kept = [quad for quad in matching(ledger.store) if is_derived(quad, base)]
    return n_quads(kept) == n_quads(derived(ledger.store, base))


def test_a_person_is_erased_from_every_file(library: Library, tmp_path: Path) -> None:
    _fill(library, tmp_path)
    assert {name.partition("/")[0] for name in _traces(library, *TRACES)} >= {
        *("archive", "as-of", "files", "read", "releases", "review", "search.sqlite", "snapshots", "store")
    }
    with Ledger.open(library) as ledger:
        commit = erase_person(ledger, ["person/smirnova-anna-pavlovna"], "Анна")
        assert _is_rebuilt(ledger)
    assert _traces(library, *TRACES) == set()
    snapshot = Snapshot.open(library)
    record = snapshot.history()[-1]
    assert (commit.status, record.cause.kind, record.cause.who) == ("erased", "erased", "Анна")
    assert record.cause.why.startswith("person: ")
    assert {row.kind for row in snapshot.judgements.rows} == set()
    with Ledger.open(library) as ledger:
        assert ledger.judge(Judgement("same", "cluster/proba", "cluster/signal")).status == "judged"


def test_what_else_the_documents_say_stays_and_shows_its_place(library: Library, tmp_path: Path) -> None:
    _fill(library, tmp_path)
    with Ledger.open(library) as ledger:
        erase_person(ledger, ["person/smirnova-anna-pavlovna"])
    snapshot = Snapshot.open(library)
    (status,) = snapshot.evidence(("cluster/proba", "svod:status", "status/industrial"))[:1]
    document = snapshot.document(status.document)
    page = document.pages[status.page - 1]
    assert document.page_text(page)[status.start : status.end] == status.quote == "Промышленный кластер"
    assert "████" in document.text
    assert snapshot.query("ASK { ?c svod:manager ?p . ?p rdfs:label ?l FILTER(CONTAINS(?l, 'Орлов')) }")
    with pytest.raises(UnknownDocument, match="no bytes"):
        snapshot.data(status.document)


def test_a_document_is_erased_with_its_editions_and_the_rest_stays(library: Library, tmp_path: Path) -> None:
    _fill(library, tmp_path)
    (tmp_path / "three.html").write_text(CARD.format(name="Маяк", manager="Орлов Пётр Ильич", said="Тихо."), "utf-8")
    assert [outcome.status for outcome in build(library, [str(tmp_path / "three.html")])] == ["added"]
    with Ledger.open(library) as ledger:
        document = ledger.find_document("three.html").value.rpartition("/")[2]
        wrong = Snapshot.open(library).fact("cluster/maiak", "svod:status", "status/industrial")
        ledger.judge(Judgement("reject", statements=(wrong.value,)))
        erase_document(ledger, "three.html")
        assert _is_rebuilt(ledger)
        names = len(ledger.judgements.rows)
    assert _traces(library, "маяк", "maiak", "three.html", document) == set()
    assert names == 3
    snapshot = Snapshot.open(library)
    assert len(list(snapshot.query("SELECT ?c { ?c a svod:Cluster }"))) == 2  # type: ignore[arg-type]
    with Ledger.open(library) as ledger, pytest.raises(UnknownDocument, match="nor was"):
        erase_document(ledger, "three.html")


def test_a_withdrawn_document_is_erased_too(library: Library, draft: Draft) -> None:
    with Ledger.open(library) as ledger:
        ledger.add(draft("тайна.txt", [("cluster:Тайна", "schema:location", "region/RU-PER")]), "Тайна".encode())
        ledger.withdraw("тайна.txt")
        erase_document(ledger, "тайна.txt")
    assert _traces(library, "тайна", "taina") == set()


def test_a_rejection_of_two_documents_stays_for_the_one_that_stays(ledger: Ledger, draft: Draft) -> None:
    row = ("cluster:А", "svod:memberCount", "=26")
    for name in ("a.txt", "b.txt"):
        ledger.add(draft(name, [row], salt=name))
    ledger.publish()
    count = Snapshot.open(ledger.library).query(
        "SELECT ?f { GRAPH <graph/facts> { ?f rdf:predicate svod:memberCount } }"
    )
    ledger.judge(Judgement("reject", statements=tuple(row[0].value for row in count)))  # type: ignore[union-attr]
    erase_document(ledger, "a.txt")
    assert not Snapshot.open(ledger.library).query("ASK { ?c svod:memberCount ?n }")
    ledger.add(draft("b.txt", [row], salt="new bytes"))
    ledger.publish()
    assert not Snapshot.open(ledger.library).query("ASK { ?c svod:memberCount ?n }")


def test_namesakes_are_named_before_any_is_erased(ledger: Ledger, draft: Draft) -> None:
    for name in ("a.txt", "b.txt"):
        ledger.add(draft(name, [("person:Кутузов Илья", "svod:cooperatesWith", "region/RU-PER")], salt=name))
    with pytest.raises(ErasureError, match="person/kutuzov-ilia-2"):
        erase_person(ledger, ["person/kutuzov-ilia"])
    erase_person(ledger, ["person/kutuzov-ilia", "person/kutuzov-ilia-2"])
    assert _traces(ledger.library, "кутузов", "kutuzov") == set()


def test_a_killed_erasure_is_carried_out_by_the_next_writer(
    library: Library, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("person:Кутузов Илья", "svod:cooperatesWith", "region/RU-PER")]
    steps = ((erasure, "_files"), (Ledger, "rewrite"), (Cleaner, "archive"), (Ledger, "publish"))
    for holder, name in steps:
        with Ledger.open(library) as ledger:
            ledger.add(draft("a.txt", rows), b"a")
            with monkeypatch.context() as patched:
                patched.setattr(holder, name, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
                with pytest.raises(KeyboardInterrupt):
                    erase_person(ledger, ["person/kutuzov-ilia"])
        Ledger.open(library).close()
        assert _traces(library, "кутузов", "kutuzov") == set()
        with Ledger.open(library) as ledger:
            erase_document(ledger, "a.txt")


def test_nothing_is_erased_where_nothing_is_named(ledger: Ledger, draft: Draft) -> None:
    number = ledger.add(draft("a.txt", [("cluster:А", "svod:memberCount", "=1")])).number
    with pytest.raises(ErasureError, match="person/nobody"):
        erase_person(ledger, ["person/nobody"])
    assert ledger.number == number
    assert not waiting(ledger.library)
    assert not issubclass(ErasureError, NotALibrary)
