"""What a person decided of a statement holds: on its next editions, under a better extractor, until it is undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.edition import Edition
from graph.errors import JudgementError, UnknownDocument, UnknownThing
from graph.judgement import Judgement
from graph.ledger import Ledger
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.terms import CORRECTED_BY
from nlp.version import EXTRACTOR

Draft = Callable[..., Edition]
COUNT = ("cluster:А", "svod:memberCount", "=26")
PLACE = ("cluster:А", "schema:location", "region/RU-PER")
PERSON = ("person:Иванов Иван", "svod:cooperatesWith", "region/RU-PER")
FIGURE = (
    ("observation:1", "svod:measure", '"Число участников'),
    ("observation:1", "svod:observationOf", "cluster:А"),
    ("observation:1", "sdmx-measure:obsValue", "=26"),
)
COUNTS = "SELECT ?n { ?c svod:memberCount ?n }"
PLACES = "SELECT ?o { ?c schema:location ?o }"


def _snapshot(ledger: Ledger) -> Snapshot:
    ledger.publish()
    return Snapshot.open(ledger.library)


def _ask(ledger: Ledger, sparql: str) -> list[str]:
    found = _snapshot(ledger).query(sparql)
    return sorted(row[0].value for row in found)  # type: ignore[union-attr]


def _statement(ledger: Ledger, predicate: str) -> str:
    query = (
        f"SELECT ?s {{ GRAPH ?g {{ ?s a svod:Statement ; rdf:predicate {predicate} }} FILTER(?g != <graph/facts>) }}"
    )
    return _ask(ledger, query)[0]


def _fact(ledger: Ledger, predicate: str) -> str:
    return _ask(ledger, f"SELECT ?f {{ GRAPH <graph/facts> {{ ?f rdf:predicate {predicate} }} }}")[0]


@pytest.mark.parametrize("is_fact", [False, True])
@pytest.mark.parametrize("row", [COUNT, PERSON])
def test_a_rejection_outlives_new_bytes_of_the_source(
    ledger: Ledger, draft: Draft, row: tuple[str, ...], is_fact: bool
) -> None:
    count = f"SELECT ?o {{ ?s {row[1]} ?o }}"
    ledger.add(draft("a.txt", [row, PLACE]))
    judged = _fact(ledger, row[1]) if is_fact else _statement(ledger, row[1])
    ledger.judge(Judgement("reject", statements=(judged,)))
    ledger.add(draft("a.txt", [PLACE, row], salt="new bytes"))
    assert (_ask(ledger, count), len(_ask(ledger, PLACES))) == ([], 1)
    ledger.judge(Judgement("undo", undoes=1))
    assert len(_ask(ledger, count)) == 1


def test_a_judgement_outlives_a_better_extractor(ledger: Ledger, draft: Draft) -> None:
    edition = draft("a.txt", [COUNT, PLACE])
    ledger.add(edition)
    ledger.judge(Judgement("correct", statements=(_statement(ledger, "svod:memberCount"),), value="27"))
    ledger.judge(Judgement("reject", statements=(_statement(ledger, "schema:location"),)))
    wider = {span: (replace(found[0], quote=f"{found[0].quote} года"),) for span, found in edition.passages.items()}
    better = replace(edition, passages=wider, key=edition.key.replace(f"extractor={EXTRACTOR}", "extractor=better"))
    assert ledger.add(better).reason == "new extractor"
    assert (_ask(ledger, COUNTS), _ask(ledger, PLACES)) == (["27"], [])


def test_a_rejected_statement_of_the_same_edition_leaves_its_other_statements_of_the_fact(
    ledger: Ledger, draft: Draft
) -> None:
    twice = ("cluster:«А»", "svod:memberCount", "=26")  # in other words
    ledger.add(draft("a.txt", [COUNT, twice]))
    ledger.judge(Judgement("reject", statements=(_statement(ledger, "svod:memberCount"),)))
    assert _ask(ledger, COUNTS) == ["26"]


def test_another_source_of_a_rejected_fact_is_heard(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    ledger.judge(Judgement("reject", statements=(_fact(ledger, "svod:memberCount"),)))
    ledger.add(draft("b.txt", [COUNT], salt="b"))
    assert _ask(ledger, COUNTS) == ["26"]


def test_a_correction_shows_the_value_and_keeps_what_the_document_says(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [COUNT]))
    statement = _statement(ledger, "svod:memberCount")
    ledger.judge(Judgement("correct", statements=(statement,), value="27", who="Анна", why="опечатка"))
    assert _ask(ledger, COUNTS) == ["27"]
    snapshot = _snapshot(ledger)
    (row,) = snapshot.evidence(_fact(ledger, "svod:memberCount"))
    assert ("26" in row.quote, row.judgement, snapshot.base + row.statement) == (True, "judgement/1", statement)
    (judged,) = snapshot.judgements.rows
    assert (judged.who, judged.why, judged.kind) == ("Анна", "опечатка", "correct")
    ledger.judge(Judgement("undo", undoes=1))
    assert _ask(ledger, COUNTS) == ["26"]
    assert not any(matching(ledger.store, None, CORRECTED_BY))


def test_a_corrected_figure_stays_corrected_in_the_next_edition(ledger: Ledger, draft: Draft) -> None:
    values = "SELECT ?v { ?o sdmx-measure:obsValue ?v }"
    ledger.add(draft("a.txt", FIGURE))
    ledger.judge(Judgement("correct", statements=(_fact(ledger, "sdmx-measure:obsValue"),), value="27"))
    ledger.add(draft("a.txt", [*FIGURE, PLACE]))
    assert _ask(ledger, values) == ["27"]
    ledger.add(draft("b.txt", [("cluster:Б", "svod:memberCount", "=3")]))
    ledger.judge(Judgement("same", "cluster/a", "cluster/b"))
    ledger.add(draft("a.txt", [*FIGURE, PLACE], salt="again"))
    assert _ask(ledger, values) == ["27"]


def test_a_corrected_thing_follows_its_merges(ledger: Ledger, draft: Draft) -> None:
    managers = "SELECT ?m { <cluster/a> svod:manager ?m }"
    ledger.add(draft("a.txt", [("cluster:А", "svod:manager", "person:Иванов")]))
    ledger.judge(Judgement("correct", statements=(_statement(ledger, "svod:manager"),), value="region/RU-PER"))
    ledger.add(draft("b.txt", [("cluster:Б", "svod:manager", "person:П")]))
    ledger.judge(Judgement("correct", statements=(_fact(ledger, "svod:manager"),), value="person/p"))
    ledger.judge(Judgement("same", "person/p", "person/ivanov"))
    assert _ask(ledger, managers) == [f"{ledger.library.base}person/ivanov"]


@pytest.mark.parametrize(
    ("statement", "value", "error"),
    [
        ("svod:memberCount", "many", "integer"),
        ("svod:memberCount", "26", "what stands there"),
        ("svod:memberCount", " ", "value that holds"),
        ("schema:location", "region/NOWHERE", "region/NOWHERE"),
    ],
)
def test_a_correction_that_cannot_be_made_says_why(
    ledger: Ledger, draft: Draft, statement: str, value: str, error: str
) -> None:
    number = ledger.add(draft("a.txt", [COUNT, PLACE])).number
    with pytest.raises((JudgementError, UnknownThing), match=error):
        ledger.judge(Judgement("correct", statements=(_statement(ledger, statement),), value=value))
    assert ledger.number == number


OTHER = ("cluster:Б", "schema:location", "region/RU-TUL")


def _addition(**changed: object) -> Judgement:
    given = {"subject": "cluster/a", "predicate": "svod:memberCount", "value": "40", "document": "a.txt", "page": 1}
    return Judgement("add", **{**given, "quote": "Всего   сорок участников", **changed})  # type: ignore[arg-type]


def test_an_added_fact_rests_on_its_quote_and_is_found_again_in_the_next_edition(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [PLACE], salt="Всего сорок\nучастников."))
    ledger.judge(_addition())
    assert _ask(ledger, COUNTS) == ["40"]
    (row,) = _snapshot(ledger).evidence(_fact(ledger, "svod:memberCount"))
    assert (row.quote, row.judgement, row.page) == ("Всего сорок\nучастников", "judgement/1", 1)
    newer = draft("a.txt", [PLACE, PERSON], salt="Всего сорок участников.")
    ledger.add(newer)
    (row,) = _snapshot(ledger).evidence(_fact(ledger, "svod:memberCount"))
    assert (row.document, row.quote) == (newer.id, "Всего сорок участников")
    ledger.add(draft("a.txt", [PLACE], salt="Всего пятьдесят участников."))
    assert _ask(ledger, COUNTS) == []
    ledger.add(newer)
    assert _ask(ledger, COUNTS) == ["40"]
    ledger.judge(Judgement("undo", undoes=1))
    assert _ask(ledger, COUNTS) == []


def test_an_added_fact_stays_when_the_document_that_named_its_thing_goes(ledger: Ledger, draft: Draft) -> None:
    ledger.add(draft("a.txt", [PLACE]))
    ledger.add(draft("b.txt", [OTHER], salt="Всего сорок участников."))
    ledger.judge(_addition(document="b.txt", quote="Всего сорок участников"))
    ledger.withdraw("a.txt")
    assert _ask(ledger, COUNTS) == ["40"]
    ledger.withdraw("b.txt")
    assert _ask(ledger, COUNTS) == []


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"quote": "Всего сто участников"}, "does not stand on page 1"),
        ({"quote": "участников"}, "stands 2 times"),
        ({"quote": "сорок участ"}, "does not stand"),  # no whole word
        ({"page": 2}, "pages 1 to 1"),
        ({"value": "сорок"}, "integer"),
        ({"predicate": "svod:nothing"}, "no property"),
        ({"subject": "cluster/z"}, "cluster/z"),
        ({"document": "z.txt"}, "z.txt"),
        ({"quote": ""}, "has a subject"),
    ],
)
def test_an_added_fact_without_its_passage_is_refused(
    ledger: Ledger, draft: Draft, changed: dict[str, object], error: str
) -> None:
    number = ledger.add(draft("a.txt", [PLACE], salt="Всего сорок участников. Нет участников.")).number
    with pytest.raises((JudgementError, UnknownThing, UnknownDocument), match=error):
        ledger.judge(_addition(**changed))
    assert ledger.number == number
