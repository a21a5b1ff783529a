"""Figures as observations."""

from collections.abc import Callable

from nlp.statement import Statement, Value

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

SLIDE = """Centres for Cluster Development (CCD): Providing the Support

- There are CCD in **28 Russia regions**
- **893 mln RUB** allocated altogether (2010 – 2015) to support the CCD

\t2010\t2011
Subsidy volume from the Federal budget, mln RUB\t94\t114
"""


def values(found: list[tuple[tuple[str, str, str], Statement]]) -> list[Value]:
    """The literals of the statements."""
    return [statement.object for _, statement in found if isinstance(statement.object, Value)]


def test_an_observation_has_measure_value_unit_period_and_thing(stated: Stated) -> None:
    found = stated(SLIDE, "sdmx-measure:obsValue")
    assert {(value.value, value.unit) for value in values(found)} == {
        ("28", None),
        ("893", "mln RUB"),
        ("94", "mln RUB"),
        ("114", "mln RUB"),
    }
    assert {fact[2] for fact, _ in stated(SLIDE, "sdmx-dimension:refPeriod")} == {"2010/2015", "2010", "2011"}
    assert {fact[2] for fact, _ in stated(SLIDE, "svod:observationOf")} == {"centre/ccd"}
    assert "Subsidy volume from the Federal budget" in {fact[2] for fact, _ in stated(SLIDE, "svod:measure")}


def test_a_cell_rests_on_its_headers(stated: Stated) -> None:
    [statement] = [one for fact, one in stated(SLIDE, "sdmx-measure:obsValue") if fact[2] == "114"]
    quotes = {(evidence.role, SLIDE[evidence.span.start : evidence.span.end]) for evidence in statement.evidence}
    assert (
        quotes
        == {
            ("value", "114"),
            ("subject", "Centres for Cluster Development"),
            ("label", "Subsidy volume from the Federal budget, mln RUB"),
            ("context", "Centres for Cluster Development (CCD): Providing the Support"),
        }
        or ("context", "2011") in quotes
    )


def test_three_counts_of_pilot_clusters_stay_three(stated: Stated) -> None:
    text = (
        "25\n\nPilot innovative clusters, selected in 2012\n\n"
        "27\n\nThe quantity of pilot innovative clusters at the end of 2015\n\n"
        "There are **26** pilot innovative clusters supported by the federal subsidy\n"
    )
    found = stated(text, "sdmx-measure:obsValue")
    assert {fact[2] for fact, _ in found} == {"25", "26", "27"}
    assert len({statement.subject for _, statement in found}) == 3


def test_a_field_that_is_no_property_is_a_figure_of_the_cards_cluster(stated: Stated) -> None:
    text = "Кластер «Звезда»\n\nОбъем отгруженной продукции, млрд руб.: 5,6\n"
    [value] = values(stated(text, "sdmx-measure:obsValue"))
    assert (value.value, value.unit) == ("5.6", "млрд руб.")
    assert [fact[2] for fact, _ in stated(text, "svod:observationOf")] == ["Кластер «Звезда»"]


def test_a_plan_is_a_planned_figure_of_the_cluster_named_last(stated: Stated) -> None:
    text = 'Создан кластер "Золотые ворота". Предполагаемая стоимость кластера составляет 1,4 млрд. рублей.\n'
    [(_, statement)] = stated(text, "sdmx-measure:obsValue")
    assert statement.qualifiers.modality == "planned"
    assert values([(("", "", ""), statement)])[0].unit == "млрд руб."
    [(fact, _)] = stated(text, "svod:observationOf")
    assert "Золотые ворота" in fact[2]


def test_a_range_is_two_values_of_one_observation(stated: Stated) -> None:
    found = stated("Доля региона составляла от 30 до 70 процентов.\n", "sdmx-measure:obsValue")
    assert {(fact[2], one.qualifiers.approximation) for fact, one in found} == {("30", "at_least"), ("70", "at_most")}
    assert len({one.subject for _, one in found}) == 1
