"""Laws that one document names by their title and another by number and title, in a library of both."""

from pathlib import Path

from graph.build import build
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.library import Library, create
from graph.plain import DEFAULT, matching, n_quads
from graph.rebuild import derived, is_derived
from graph.terms import SOURCE, named
from ontology.iri import compress

FULL = "Во исполнение Федерального закона от 31.12.2014 № 488-ФЗ «О промышленной политике в Российской Федерации»."
QUOTED = "Меры установлены Федеральным законом «О промышленной политике в Российской Федерации»."
UNQUOTED = "Меры установлены Федеральным законом о промышленной политике в Российской Федерации."
SAME = "Согласно Федеральному закону от 01.02.2021 № 9-ФЗ «О промышленной политике в Российской Федерации»."
REGIONAL = "По Закону Томской области «О промышленной политике» и Закону Пермского края «О промышленной политике»."
TOMSK = "Принят Закон Томской области от 12.03.2015 № 24-ОЗ «О промышленной политике»."
ACT, OTHER = "act/ru/federal-law/2014-12-31/488-fz", "act/ru/federal-law/2021-02-01/9-fz"


def add(library: Library, **texts: str) -> None:
    folder = library.path.parent
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    files = [str(folder / f"{name}.txt") for name in texts]
    assert [one.status for one in build(library, files)] == ["added"] * len(files)


def cited(library: Library, name: str) -> set[str]:
    """The acts that a document refers to. The library must equal the one that is worked out anew."""
    base = library.base
    with Ledger.open(library) as ledger:
        kept = [quad for quad in matching(ledger.store) if is_derived(quad, base)]
        assert set(n_quads(kept)) ^ set(n_quads(derived(ledger.store, base))) == set()
        sources = matching(ledger.store, None, SOURCE, None)
        (document,) = {quad.subject for quad in sources if str(quad.object.value).endswith(f"{name}.txt")}
        facts = matching(ledger.store, document, named("dcterms:references"), None, DEFAULT)
        return {compress(quad.object.value, base) for quad in facts}


def judge(library: Library, judgement: Judgement) -> None:
    with Ledger.open(library) as ledger:
        ledger.judge(judgement)
        ledger.publish()


def withdraw(library: Library, name: str) -> None:
    with Ledger.open(library) as ledger:
        ledger.withdraw(str(library.path.parent / f"{name}.txt"))
        ledger.publish()


def test_a_title_is_the_one_act_that_is_cited_in_full_under_it(tmp_path: Path) -> None:
    library = create(tmp_path / "library")
    add(library, quoted=QUOTED)
    (own,) = cited(library, "quoted")
    assert own.startswith("legal-act/")
    add(library, full=FULL, bare=UNQUOTED)
    assert cited(library, "quoted") == cited(library, "bare") == cited(library, "full") == {ACT}
    add(library, same=SAME)
    assert cited(library, "quoted") == cited(library, "bare") == {own}
    assert cited(library, "same") == {OTHER}
    withdraw(library, "same")
    assert cited(library, "quoted") == {ACT}
    withdraw(library, "quoted")
    withdraw(library, "bare")
    add(library, later=UNQUOTED.replace("Меры", "Льготы"))
    assert cited(library, "later") == {ACT}
    withdraw(library, "full")
    assert cited(library, "later") == {own}


def test_people_decide_of_titles_too(tmp_path: Path) -> None:
    library = create(tmp_path / "library")
    add(library, quoted=QUOTED, full=FULL, other=SAME.replace("политике", "экологии"))
    assert cited(library, "quoted") == {ACT}
    judge(library, Judgement("same", left=OTHER, right=ACT))
    assert cited(library, "quoted") == cited(library, "other") == {ACT}
    judge(library, Judgement("undo", undoes=1))
    assert (cited(library, "quoted"), cited(library, "other")) == ({ACT}, {OTHER})


def test_a_law_of_a_region_is_known_by_its_region(tmp_path: Path) -> None:
    library = create(tmp_path / "library")
    add(library, regional=REGIONAL, tomsk=TOMSK, full=FULL)
    found = cited(library, "regional")
    assert len(found) == 2
    assert found & cited(library, "tomsk")
    assert ACT not in found
