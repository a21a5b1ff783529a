"""Acts: their particulars, what they do to each other, and what rests on them."""

from collections.abc import Callable

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

LAW = "act/ru/federal-law/2014-12-31/488-fz"
RESOLUTION = """ПРАВИТЕЛЬСТВО РОССИЙСКОЙ ФЕДЕРАЦИИ

ПОСТАНОВЛЕНИЕ

от 31 июля 2015 г. № 779

О промышленных кластерах

В соответствии с Федеральным законом от 31 декабря 2014 г. № 488-ФЗ «О промышленной политике в Российской Федерации»
Правительство Российской Федерации постановляет:

1. Внести изменения в постановление Правительства Российской Федерации от 28 января 2016 г. № 41.

2. Признать утратившим силу постановление Правительства Российской Федерации от 5 мая 2012 г. № 100.
"""
SLIDE = """Industrial Cluster Support Programme

Legal and methodical background

Federal law from 31/12/ 2014 № **488** «On industrial policy in Russia»
"""


def test_a_citation_gives_kind_number_date_and_title(stated: Stated) -> None:
    facts = {fact for fact, statement in stated(SLIDE) if statement.rule == "act_particulars"}
    assert facts == {
        (LAW, "eli:type_document", "federal_law"),
        (LAW, "eli:id_local", "488"),
        (LAW, "eli:date_document", "2014-12-31"),
        (LAW, "eli:title", "On industrial policy in Russia"),
    }


def test_a_number_and_a_title_are_found_as_they_are_written(stated: Stated) -> None:
    text = "Принят Федеральный закон от 31 декабря 2014 г. № 488 – ФЗ «О промышленной\n**политике** в  России».\n"
    found = {fact[1]: text[s.evidence[0].span.start : s.evidence[0].span.end] for fact, s in stated(text)}
    assert found["eli:id_local"] == "488 – ФЗ"
    assert found["eli:title"] == "О промышленной\n**политике** в  России"


def test_acts_under_a_legal_title_are_the_programmes_basis(stated: Stated) -> None:
    [(fact, statement)] = stated(SLIDE, "svod:legalBasis")
    assert fact == ("programme/industrial-clusters", "svod:legalBasis", LAW)
    labels = [SLIDE[e.span.start : e.span.end] for e in statement.evidence if e.role == "label"]
    assert labels == ["Legal and methodical background"]


def test_an_act_amends_repeals_and_rests_on_others(stated: Stated) -> None:
    facts = {fact[1:] for fact, _ in stated(RESOLUTION, "eli:based_on", "eli:amends", "eli:repeals", "eli:cites")}
    assert facts == {
        ("eli:based_on", LAW),
        ("eli:amends", "act/ru/government-resolution/2016-01-28/41"),
        ("eli:repeals", "act/ru/government-resolution/2012-05-05/100"),
    }


def test_a_title_that_speaks_of_amendments_does_not_amend(stated: Stated) -> None:
    text = RESOLUTION.replace("«О промышленной политике в Российской Федерации»", "«О внесении изменений в законы»")
    assert {fact[2] for fact, _ in stated(text, "eli:based_on")} == {LAW}


def test_another_document_only_references_acts(stated: Stated) -> None:
    text = "Порядок установлен Федеральным законом от 31 декабря 2014 г. № 488-ФЗ, утвержденным ранее.\n"
    [(fact, _)] = stated(text, "dcterms:references")
    assert fact[2] == LAW
    assert stated(text, "eli:cites") == []


def test_an_act_references_the_others_as_any_document_does_and_not_itself(stated: Stated) -> None:
    assert {fact[2] for fact, _ in stated(RESOLUTION, "dcterms:references")} == {
        LAW,
        "act/ru/government-resolution/2016-01-28/41",
        "act/ru/government-resolution/2012-05-05/100",
    }


AMENDING = """АДМИНИСТРАЦИЯ ОБРАЗЦОВСКОГО РАЙОНА ПЕРМСКОГО КРАЯ

ПОСТАНОВЛЕНИЕ

от 15 марта 2016 г. № 112-П

О порядке поддержки кластеров

(в ред. постановления администрации Образцовского района от 01.02.2017 № 7-П)

1. Внести в постановление администрации Образцовского района от 11.02.2014 № 15-П изменение, исключив пункт 2.

УТВЕРЖДЕН
постановлением администрации Образцовского района от 15 марта 2016 г. № 112-П
"""


def test_an_act_has_the_title_under_its_number(stated: Stated) -> None:
    ((_, _, title), statement) = stated(AMENDING, "eli:title")[0]
    assert title == "О порядке поддержки кластеров"
    assert statement.subject.endswith("/2016-03-15/112-p")


def test_into_an_act_a_change_is_brought_and_brackets_name_the_later_acts(stated: Stated) -> None:
    facts = [(statement.subject, str(statement.object)) for _, statement in stated(AMENDING, "eli:amends", "eli:cites")]
    keys = {(one.rpartition("/")[2], other.rpartition("/")[2]) for one, other in facts}
    assert keys == {("112-p", "15-p"), ("7-p", "112-p")}


def test_a_later_act_in_brackets_amends_the_act_before_them(stated: Stated) -> None:
    text = (
        "Субсидии даются по постановлению Правительства РФ от 28 января 2016 г. № 41 (в ред. постановления "
        "Правительства РФ от 16 ноября 2021 г. № 1956).\n"
    )
    ((_, statement),) = stated(text, "eli:amends")
    assert statement.subject == "act/ru/government-resolution/2021-11-16/1956"
    assert statement.object == "act/ru/government-resolution/2016-01-28/41"


def test_the_only_programme_of_the_page_rests_on_its_legal_background(stated: Stated) -> None:
    text = (
        "Industrial Clusters: Legal Background\n\nFederal Law No. 488-FZ of December 31, 2014\n\n"
        "The industrial clusters programme is administered by the Ministry for Industry and Trade of Russia.\n"
    )
    facts = {fact for fact, _ in stated(text, "svod:legalBasis", "svod:administeredBy")}
    assert facts == {
        ("programme/industrial-clusters", "svod:legalBasis", LAW),
        ("programme/industrial-clusters", "svod:administeredBy", "authority/minpromtorg"),
    }
