"""Figures: number, unit, scale, qualifier, period, and what is counted."""

import doctest
import re
from collections.abc import Callable
from typing import Literal

import pytest

import nlp.figures.amount
import nlp.figures.measures
from ingest import read
from nlp import annotate
from nlp.figures import Figure, figures_of
from nlp.figures.amount import read_amount, read_amounts, split_unit
from nlp.figures.wording import HARDLY, TRAIL, without_hardly, without_trail


def figures(text: str) -> list[Figure]:
    """The figures of a text, as the whole pipeline gives them."""
    return list(figures_of(annotate(read(text.encode(), "text.txt"))))


def test_doctests() -> None:
    assert doctest.testmod(nlp.figures.amount).failed == 0


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "approximation"),
    [
        ("2,5 K SMEs", "en", "2.5", "K", None),
        ("893 mln RUB allocated", "en", "893", "mln RUB", None),
        ("19,6 млн рублей", "ru", "19.6", "млн руб.", None),
        ("1 250,5 тыс. руб.", "ru", "1250.5", "тыс. руб.", None),
        ("свыше 6 тыс. человек", "ru", "6", "тыс.", "more_than"),
        ("не менее 50 %", "ru", "50", "%", "at_least"),
        ("88+ clusters", "en", "88", None, "at_least"),
        ("2,000 people", "en", "2000", None, None),
        ("более $27 млн", "ru", "27", "млн долл.", "more_than"),
        ("£1.5 million", "en", "1.5", "mln GBP", None),
        ("about **125** clusters", "en", "125", None, "about"),
        ("5 or more clusters", "en", "5", None, "at_least"),
        ("no later than 12 months", "en", "12", "months", "at_most"),
        ("two of five areas", "en", "2", None, None),
    ],
)
def test_an_amount_keeps_its_scale_and_its_qualifier(
    text: str, language: Literal["ru", "en"], value: str, unit: str | None, approximation: str | None
) -> None:
    [amount] = read_amounts(text, 0, len(text), language)
    assert (amount.value, amount.unit, amount.approximation) == (value, unit, approximation)


@pytest.mark.parametrize("text", ["№ 5", "п. 1.2.3", "2-й этап", "от 31.12.2014 № 488-ФЗ", "в 2015 году", "8 сентября"])
def test_numbers_that_only_name_are_no_figures(text: str) -> None:
    assert figures(f"Срок установлен {text} по плану района.\n") == []


def test_a_cell_is_an_amount_only_when_nothing_else_stands_in_it() -> None:
    assert read_amount("94", 0, 2, "en") is not None
    assert read_amount("94 шт и ещё", 0, 11, "ru") is None


def test_the_unit_of_a_header_is_parted_from_it() -> None:
    assert split_unit("Объем субсидии, млн рублей", "ru") == ("Объем субсидии", "млн руб.")
    assert split_unit("Число кластеров", "ru") == ("Число кластеров", None)


def test_the_measure_is_the_documents_words_without_number_and_date() -> None:
    [first, second, third] = figures(
        "Всего в кластерах организовано 66 промышленных предприятий, занято свыше 6 тыс. человек, "
        "в том числе в 2011 году создано 527 новых рабочих мест.\n"
    )
    assert first.measure.value == "Всего в кластерах организовано промышленных предприятий"
    assert (second.measure.value, second.amount.approximation) == ("занято, человек", "more_than")
    assert (third.measure.value, third.period and third.period.value) == ("создано новых рабочих мест", "2011")


def test_a_callout_is_named_by_the_words_under_it() -> None:
    text = "94\n\nThe total number of applications before April 20, 2012\n\n37\n\nApplications with high estimates\n"
    found = figures(text)
    assert [(one.amount.value, one.measure.value) for one in found] == [
        ("94", "The total number of applications before April 20, 2012"),
        ("37", "Applications with high estimates"),
    ]
    assert found[0].period is not None
    assert found[0].period.value == "2012-04-20"


def test_numbers_of_paragraphs_are_no_callouts() -> None:
    assert figures("1\n\nУтвердить программу развития района\n\n2\n\nОпубликовать постановление в газете\n") == []


@pytest.mark.parametrize(
    "table",
    [
        "\t2010\t2011\nОбъем субсидии, млн руб.\t94\t114\n",
        "Год\tОбъем субсидии, млн руб.\n2010\t94\n2011\t114\n",
    ],
)
def test_a_series_is_read_in_either_orientation(table: str) -> None:
    found = {
        (one.amount.value, one.amount.unit, one.measure.value, one.period and one.period.value)
        for one in figures(table)
    }
    assert found == {
        ("94", "млн руб.", "Объем субсидии", "2010"),
        ("114", "млн руб.", "Объем субсидии", "2011"),
    }


INDICATORS = """№ п/п\tНаименование показателя\tЕд. изм.\t2022 год (факт)\t2024 (план)
1\t2\t3\t4\t5
1.\tОбъём отгруженной продукции\tмлн руб.\t4 120,5\t5 600
2.\tЧисло участников кластера\tед.\t29\t38
"""


def test_a_table_of_indicators_is_read_by_its_names_and_units_and_not_by_its_numbering() -> None:
    found = {
        (one.amount.value, one.amount.unit, one.measure.value, one.period and one.period.value, one.modality)
        for one in figures(INDICATORS)
    }
    assert found == {
        ("4120.5", "млн руб.", "Объём отгруженной продукции", "2022", "asserted"),
        ("5600", "млн руб.", "Объём отгруженной продукции", "2024", "planned"),
        ("29", None, "Число участников кластера", "2022", "asserted"),
        ("38", None, "Число участников кластера", "2024", "planned"),
    }


def test_the_unit_of_a_column_of_units_stands_in_the_passage_of_the_measure() -> None:
    first = figures(INDICATORS)[0]
    assert INDICATORS[first.measure.span.start : first.measure.span.end].endswith("млн руб.")


HEADS_OF_TWO_ROWS = """<table>
<tr><th rowspan="2">Показатель</th><th colspan="2">2023</th><th colspan="2">2025</th></tr>
<tr><th>план</th><th>факт</th><th>план</th><th>оценка</th></tr>
<tr><td>Число рабочих мест</td><td>120</td><td>131</td><td>150</td><td>148</td></tr></table>"""
YEARS_UNDER_VALUES = """<table>
<tr><th rowspan="2">Показатель</th><th colspan="2">Значения показателя по годам</th></tr>
<tr><th>2023</th><th>2024</th></tr>
<tr><td>Число рабочих мест</td><td>120</td><td>131</td></tr></table>"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            HEADS_OF_TWO_ROWS,
            {
                ("120", "2023", "planned"),
                ("131", "2023", "asserted"),
                ("150", "2025", "planned"),
                ("148", "2025", "asserted"),
            },
        ),
        (YEARS_UNDER_VALUES, {("120", "2023", "asserted"), ("131", "2024", "asserted")}),
    ],
)
def test_heads_of_two_rows_are_read_together(table: str, expected: set[tuple[str, str, str]]) -> None:
    document = read(table.encode(), "table.html")
    found = figures_of(annotate(document))
    assert {(one.amount.value, one.period and one.period.value, one.modality) for one in found} == expected
    assert {one.measure.value for one in found} == {"Число рабочих мест"}


def test_the_parts_of_a_years_total_are_of_that_year() -> None:
    text = "Расходы на школы на 2014 год – 38,1 млн рублей (из них областной бюджет – 36,4 млн рублей).\n"
    found = {one.measure.value: one.period and one.period.value for one in figures(text)}
    assert found["Расходы на школы, из них областной бюджет"] == "2014"


def test_a_column_may_be_a_day() -> None:
    table = "Показатель\tна 01.01.2016\tна 1 января 2017 г.\nЧисло кластеров\t27\t30\n"
    found = {(one.amount.value, one.period and one.period.value) for one in figures(table)}
    assert found == {("27", "2016-01-01"), ("30", "2017-01-01")}


def test_regions_over_counts_give_the_area() -> None:
    table = "Region\tTula region\tMoscow\nNumber of industrial clusters\t9\t6\n"
    found = {(one.amount.value, one.area and one.area.value) for one in figures(table)}
    assert found == {("9", "region/RU-TUL"), ("6", "region/RU-MOW")}


def test_digits_in_names_of_acts_are_no_figures() -> None:
    text = 'Принят Закон Тульской области от 2 ноября 2010 г. № 80-ЗТО "О продаже продукции более 15 процентов".\n'
    assert figures(text) == []


SHARED = (
    "Больше всего промышленных кластеров в Санкт-Петербурге — 12. В Тульской области их 9, в Москве, Липецкой и "
    "Воронежской областях — по 6.\n"
)


def test_a_sentence_shares_numbers_out_among_regions() -> None:
    found = [(one.amount.value, one.area.value if one.area else "", one.measure.value) for one in figures(SHARED)]
    assert found[0][:2] == ("12", "region/RU-SPE")
    words = "промышленных кластеров"
    assert sorted(found[1:]) == [
        ("6", "region/RU-LIP", words),
        ("6", "region/RU-MOW", words),
        ("6", "region/RU-VOR", words),
        ("9", "region/RU-TUL", words),
    ]


def test_one_number_of_several_regions_together_is_none_of_theirs() -> None:
    text = "Больше всего кластеров в Санкт-Петербурге — 12. В Липецкой и Воронежской областях — 6.\n"
    assert [one.amount.value for one in figures(text)] == ["12"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("В 2012 году поступило 94 заявки, высокие оценки получили 37 заявок.", ["2012", "2012"]),
        ("В 2012 году поступило 94 заявки, сейчас рассматривают 37 заявок.", ["2012", None]),
        ("На конец 2015 года работали 27 кластеров.", ["2015-12-31"]),
        ("К началу 2016 года число школ составило 12.", ["2016-01-01"]),
        ("There were 27 clusters at the end of 2015.", ["2015-12-31"]),
        ("На 1 января 2016 г. работали 27 кластеров.", ["2016-01-01"]),
        ("Объём продаж достиг 1231,4 млн рублей (92,4 % к 2017 году).", [None]),
        ("Рост оборота к уровню 2005 года составил 145,7 %.", [None]),
        (
            "В 2013 году бюджет выделил пилотным кластерам 1,3 млрд рублей, в 2014 году — 2,5 млрд рублей.",
            ["2013", "2014"],
        ),
    ],
)
def test_a_date_reaches_as_far_as_the_sentence_means_it(text: str, periods: list[str | None]) -> None:
    assert [one.period.value if one.period else None for one in figures(f"{text}\n")] == periods


@pytest.mark.parametrize(
    "text",
    [
        "В целом по краю за последние годы 30,3 %.",
        "Граница далее идёт вверх по течению реки Ашит 1,7 км.",
        "По производству муки регион занимает 1 место в стране.",
        "В здравоохранении 43,7 %.",
    ],
)
def test_words_that_do_not_say_what_is_counted_make_no_figure(text: str) -> None:
    assert figures(f"{text}\n") == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("В школах района работают 26 педагогов.", ["В школах района работают педагоги"]),
        ("Количество юридических лиц на 01.01.2016 составило 300 единиц.", ["Количество юридических лиц, единиц"]),
        ("Сеть дополняют школы, 8 детскими садами и лагерями.", ["детские сады и лагерями"]),
        (
            "Кроме того, 37 детей, проживающих в районе, посещают школу.",
            ["детей, проживающих в районе, посещают школу"],
        ),
        ("Площадь магазинов составляет 30 тыс. кв. м. В районе открыт рынок.", ["Площадь магазинов"]),
        ("Распределение электроэнергии, газа и воды – 10,1 %.", ["Распределение электроэнергии, газа и воды"]),
        (
            "Выпуск стали по отношению к уровню 2013 года упал на 5,5 %.",
            ["Выпуск стали по отношению к уровню 2013 года упал"],
        ),
        ("Выпуск хлеба уменьшился на 13,2 % и составил 758 тонн.", ["Выпуск хлеба уменьшился", "Выпуск хлеба"]),
        (
            "Доля граждан, систематически занимающихся спортом, – 32 %.",
            ["Доля граждан, систематически занимающихся спортом"],
        ),
        ("Обеспеченность врачами на 10 тыс. жителей растёт.", []),
        ("Прирост к предыдущему году составил 157,2 %.", []),
        ("В 2014 году значение этого показателя составило 51,3 %.", []),
        ("Показатель приведён в приложении 2, столбце 2 таблицы.", []),
        ("В кружок приходят дети до 18 лет.", []),
        ("Художник дожил до 90 лет.", []),
        ("Износ сетей снизился с 76 % до 50 %.", ["Износ сетей снизился"]),
        ("Основная часть – работники 35-50 лет.", []),
        ("Доверие врачам составило 74 %, работников вузов – 54 %.", ["Доверие врачам"]),
        ("Средняя стоимость 1 кв. м жилья растёт.", []),
        ("На фермах учтены коровы, 3683 голов птицы мясных пород.", ["голов птицы мясных пород"]),
        ("Посёлок стоит в 100 км от города Рязани.", []),
        ("Рост доли занятых с 93,2 % до 94,6 % важен.", ["Рост доли занятых важен"]),
        ("Площадь пашни составляет 125 тыс. 963 гектара.", []),
        ("Скорость линий не менее 10 Мбит/с.", []),
        ("Потери тепла составляют 30 %, 15 % электрической энергии.", ["Потери тепла"]),
        ("Доля школ , работающих на интернет - ресурсах, – 2 %.", ["Доля школ, работающих на интернет - ресурсах"]),
        ("Музей принял 90 экскурсантов.", ["Музей принял экскурсантов"]),
        ("Программа включает 3 подпрограммы.", ["Программа включает подпрограммы"]),
        ("За год отремонтировано 3 ФАПа.", ["За год отремонтировано ФАПов"]),
        (
            "Для детей, подростков и пенсионеров организуется более 100 вечеров.",
            ["Для детей, подростков и пенсионеров организуется вечеров"],
        ),
        (
            "В порту трудятся 7 лоцманов (4 из них получили награды).",
            ["В порту трудятся лоцманы", "В порту трудятся лоцманы, из них получили награды"],
        ),
        ("Регистрация права на 6 земельных участков.", ["Регистрация права на земельные участки"]),
        (
            "В парке действует 12 залов и за лето построено 5 новых кафе.",
            ["В парке действует залов", "построено новых кафе"],
        ),
        ("Работают 12 индустриальных парков.", ["Работают индустриальные парки"]),
        ("Работают 14 клубов культурно – досуговых центров .", ["Работают клубы культурно – досуговых центров"]),
        (
            "Выплата даётся в размере 5 % от расчётной (средней) цены дома.",
            ["Выплата даётся от расчётной (средней) цены дома"],
        ),
        ("The park has a total of 10 labs.", ["The park has labs"]),
        ("Лишь 4 % жителей сообщили, что ездят поездом.", ["жителей сообщили, что ездят поездом"]),
        (
            "В акциях на стенах, скрывающих адреса мастеров, приняло участие 300 учеников.",
            ["В акциях на стенах, скрывающих адреса мастеров, приняло участие учеников"],
        ),
        ("Запас грибов в районе – это 4 тыс. тонн.", ["Запас грибов в районе"]),
        ("На учёте 90 памятников истории, науки и техники.", ["На учёте памятников истории, науки и техники"]),
        (
            "Крестьянскими (фермерскими) хозяйствами собрано 16 тонн ягод.",
            ["Крестьянскими (фермерскими) хозяйствами собрано ягод"],
        ),
    ],
)
def test_the_measure_reads_on_its_own(text: str, measures: list[str]) -> None:
    assert [one.measure.value for one in figures(f"{text}\n")] == measures


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Объём инвестиций составил 85 млн рублей.", "asserted"),
        ("Объём инвестиций составит 85 млн рублей.", "planned"),
        ("Задача района – увеличить долю переработки до 40 %.", "planned"),
        ("Меры позволили увеличить долю переработки до 40 %.", "asserted"),
        ("Меры позволили помочь фермерам, создать более 15 рабочих мест.", "asserted"),
        (
            "Объём средств составит 8 млн рублей, в том числе:\n5 млн рублей – на дороги;\n3 млн рублей – на школы.",
            "planned",
        ),
        ("Итог работы: обучение кадров; увеличение доли переработки на 40 %.", "planned"),
        ("Увеличение доли переработки составило 40 %.", "asserted"),
        ("Целью программы является сокращение потерь на 25 %.", "planned"),
        ("В 2018 году планируется из 144 дворов выбрать для ремонта 15 дворов.", "planned"),
        ("Ожидаемые результаты:\n- доля переработки – 40 %;\n- число предприятий – 12.", "planned"),
        ("Работа считается успешной, если: доля переработки составляет 40 %.", "conditional"),
        ("В школах учатся бывших узников – 1 чел.", "asserted"),
        ("Число мест составило 83 при плановой наполняемости групп.", "asserted"),
    ],
)
def test_plans_goals_and_conditions_are_no_facts(text: str, modality: str) -> None:
    found = figures(f"{text}\n")
    assert found
    assert {one.modality for one in found} == {modality}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("В Пермском крае работают 12 заводов.", "region/RU-PER"),
        ("В Чусовском районе Пермского края работают 12 заводов.", None),
        ("По программе «Развитие Пермского края» открыто 12 заводов.", None),
    ],
)
def test_a_part_of_a_region_is_not_the_region(text: str, area: str | None) -> None:
    assert [one.area.value if one.area else None for one in figures(f"{text}\n")] == [area]


@pytest.mark.parametrize("verb", ["повышена", "возросла"])
def test_what_something_rises_to_is_no_limit(verb: str) -> None:
    (found,) = figures(f"Норма инвестиций {verb} до 22,5 %.\n")
    assert (found.amount.value, found.amount.approximation) == ("22.5", None)


def test_doctests_of_measures() -> None:
    assert doctest.testmod(nlp.figures.measures).failed == 0


@pytest.mark.parametrize(
    ("text", "bounds", "unit"),
    [
        ("Доля региона составляла от 30 до 70 процентов.", ["30", "70"], "%"),
        ("Площадь лугов составляла от 1 тыс. до 2 тыс. кв. м.", ["1", "2"], "тыс. кв. м"),
        ("Объём инвестиций составил 10–15 млн рублей.", ["10", "15"], "млн руб."),
        ("Стоимость проекта 1 250-1 300 тыс. рублей.", ["1250", "1300"], "тыс. руб."),
        ("The subsidy volume ranged from 94 to 248 mln RUB.", ["94", "248"], "mln RUB"),
        ("Цех выпускает 10 - 12 станков.", ["10", "12"], None),
    ],
)
def test_a_range_keeps_both_bounds(text: str, bounds: list[str], unit: str | None) -> None:
    (found,) = figures(f"{text}\n")
    assert [bound.value for bound in found.amount.bounds] == bounds
    assert [bound.approximation for bound in found.amount.bounds] == ["at_least", "at_most"]
    assert found.amount.unit == unit


@pytest.mark.parametrize("text", ["Число школ выросло с 956 до 1069 единиц.", "Занятия идут в 2014-2015 годах."])
def test_two_numbers_that_are_no_bounds_make_no_range(text: str) -> None:
    assert all(one.amount.upper is None for one in figures(f"{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Ярмарка, на которой выступают 40 мастеров.",
        "Оборот рынка составит соответственно 7 млн рублей и 9 млн рублей.",
        "Жильё получают супруги или 1 родитель.",
        "Помощь дана семьям, имеющим 3 ребёнка.",
        "Право есть при рождении 1 ребёнка.",
        "Льготу дают семьям, где 3 и более детей.",
        "Ответ дан по 100 % заявлений.",
        "В случае превышения 100 % выполнения значение не меняется.",
        "Из всех фирм 9 % - транспортировка, 4 % - строительство.",
        "Ремонт прошёл в детском саду «Ромашка» (25 % от общего числа садов).",
        "В 2019 году прогнозируется его увеличение на 3 %.",
        "Очередь в сады: 2014 год – 62 ребёнка, 2015 год – 67 детей.",
        "Сеть состоит из 2 дополнительного образования.",
        "Лагерь разбит на глубине 3 метров.",
        "Снижение произошло на 12 %.",
        "Сборы упали на 76 млн рублей меньше, чем в 2013 году.",
        "Произойдёт снижение вложений и составит 85 млн рублей.",
        "Обновлены площадки (за исключением 2 новых домов).",
        "Выплаты даны людям, проработавшим не менее 15 лет.",
        "В 2015 году расходы составили 14 млн рублей.",
        "Рост сдерживает объём накопленной дебиторской (около 2 млн рублей) задолженности.",
        "На эти цели направлено 29 млн рублей.",
        "Итого: 4012,3",
        "Сельский клуб (3 из которых старые).",
        "17 человек получили 1 разряд.",
        "ПОСТАНОВЛЯЕТ:\n1\nВнести изменения в устав района.",
        "А.И. Кузьмина\n\n22451\n",
    ],
)
def test_what_is_not_certain_is_no_figure(text: str) -> None:
    assert all(one.amount.value == "17" for one in figures(f"{text}\n"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("На конец года открыто 5 школ и 3 больницы.", ["школы", "больницы"]),
        ("В районе 15 подростков снято с учёта.", ["учёта"]),
        ("Инфляция в крае составила 104 % против 113 % в 2015 году.", ["крае", "крае"]),
        ("Если доля составит 40 %, цель достигнута.", []),
    ],
)
def test_the_measure_ends_where_another_begins(text: str, last: list[str]) -> None:
    """`last` are the last words of the measures."""
    assert [one.measure.value.split()[-1] for one in figures(f"{text}\n")] == last


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "На 1 июля 2017 года число безработных составляло 715 человек, уровень безработицы 2,4 %.",
            ["2017-07-01", "2017-07-01"],
        ),
        ("За январь – июнь 2017 года построено 12 домов.", ["2017-01/2017-06"]),
        ("С 2003 года построено 12 домов.", [None]),
        ("Оборот торговли в 2019 году к 2015 году вырос на 10 %.", ["2019"]),
        ("В 2018 году ожидается рост оборота к 2017 году на 4 %.", ["2018"]),
        ("Доля брака выросла с 3 % в 2017 году до 5 % в 2019 году.", ["2019"]),
        ("на 2021 год:\nобщий объём доходов бюджета 16 тыс. рублей;\n", ["2021"]),
        (
            "2017 год – 4 млн рублей, в том числе:\nремонт школы – 3 млн рублей\nремонт моста – 1 млн рублей",
            ["2017", "2017"],
        ),
    ],
)
def test_a_period_is_the_one_that_the_words_give(text: str, periods: list[str | None]) -> None:
    assert [one.period.value if one.period else None for one in figures(f"{text}\n")] == periods


YEARS = (
    "Общий объём финансирования составляет {total} млн рублей, в том числе:\n"
    "2014 год – 3 млн рублей;\n2015 год – 5 млн рублей.\n"
)


def test_the_years_beneath_a_total_have_its_measure() -> None:
    found = {
        (one.amount.value, one.measure.value, one.period and one.period.value) for one in figures(YEARS.format(total=8))
    }
    words = "Общий объём финансирования"
    assert found == {("8", words, None), ("3", words, "2014"), ("5", words, "2015")}


def test_years_that_do_not_make_the_total_are_parts_of_another() -> None:
    assert "5" not in [one.amount.value for one in figures(YEARS.format(total=20))]


def test_one_name_with_several_values_and_no_period_is_of_none() -> None:
    text = "Бюджет посёлка составил 5 млн рублей.\n\nПрошёл год.\n\nБюджет посёлка составил 7 млн рублей.\n"
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Увеличить долю занятых с 40 % в 2017 году до 45 % к концу 2022 года.", "planned"),
        ("увеличение уровня занятости с 93,2 % до 94,6 %;", "planned"),
        ("Подготовка 5 видов плакатов по безопасности.", "planned"),
        ("степень сжатия записи не более 30 %;", "conditional"),
        ("План сборов на 2013 год – 100 млн рублей.", "planned"),
        ("Меры направлены на обеспечение 100 % охвата школьников питанием.", "planned"),
        ("Субвенция селам, где отсутствуют почты, составила 9 тыс. рублей.", "asserted"),
        ("Мощности завода позволяют собирать до 700 станков в год.", "asserted"),
        ("Ежегодно в районе организуется более 100 вечеров.", "asserted"),
        ("Ожидаемые итоги:\n- увеличилась доля женщин в клубах до 62 %;", "asserted"),
        ("Слушать радио имеют возможность 100 % жителей района.", "asserted"),
    ],
)
def test_an_aim_without_a_verb_is_no_fact(text: str, modality: str) -> None:
    found = figures(f"{text}\n")
    assert found
    assert {one.modality for one in found} == {modality}


@pytest.mark.parametrize(
    ("text", "approximation", "modality"),
    [
        ("Доля брака в районе превышает 30 %.", "more_than", "asserted"),
        ("Доля брака в районе не превышает 30 %.", "at_most", "asserted"),
        ("Доля брака в районе не превысила 30 %.", "at_most", "asserted"),
        ("Доля брака в районе не превысит 30 %.", "at_most", "planned"),
        ("The share of firms exceeds 30 %.", "more_than", "asserted"),
        ("The share of firms does not exceed 30 %.", "at_most", "asserted"),
    ],
)
def test_what_does_not_exceed_a_number_is_at_most_it(text: str, approximation: str, modality: str) -> None:
    (found,) = figures(f"{text}\n")
    assert (found.amount.approximation, found.modality) == (approximation, modality)
    assert found.measure.value in {"Доля брака в районе", "The share of firms"}


def test_a_limit_keeps_its_verb() -> None:
    (found,) = figures("Доля бюджета в расходах не может быть менее 5 %.\n")
    assert (found.amount.value, found.amount.approximation) == ("5", "at_least")


def test_a_goal_and_the_value_that_it_starts_from_are_two_figures() -> None:
    goal, base = figures("увеличение доли новых товаров в обороте до 16 % (в 2013 году – 11 %) к 2020 году;\n")
    assert (goal.amount.value, goal.modality) == ("16", "planned")
    assert (base.amount.value, base.modality, base.period and base.period.value) == ("11", "asserted", "2013")
    assert base.measure.value == "доля новых товаров в обороте"


def test_the_value_that_a_change_led_to_has_the_words_of_the_change() -> None:
    change, value = figures("В 2019 году выпуск проката вырос на 7 % и достиг 41 тыс. тонн.\n")
    assert (change.measure.value, value.measure.value) == ("выпуск проката вырос", "выпуск проката")
    assert value.period is not None
    assert value.period.value == "2019"


def test_the_region_of_a_governor_is_no_area() -> None:
    (found,) = figures("По поручению губернатора Тульской области открыто 12 яслей.\n")
    assert found.area is None


def test_where_something_came_from_is_not_its_area() -> None:
    (found,) = figures("Парк принял 169 туристов из Москвы.\n")
    assert found.area is None


@pytest.mark.parametrize(
    "text",
    [
        "Край входит в список первых 30 областей страны.",
        "Сооружения служат людям более 25 лет.",
        "Оплатив взнос в размере 30 % стоимости квартиры, семья въезжает в дом.",
        "Площадь лугов составляет 9 га, личных подсобных хозяйств – 467 га.",
        "Введены сети протяжённостью 2,1 км и 0,5 км дорог.",
        "Годовая добыча составляет 10 тыс. тонн.",
        "Расширяется подстанция, с установкой 2 трансформаторов.",
    ],
)
def test_what_is_left_out_or_only_limits_is_not_guessed(text: str) -> None:
    assert {one.amount.value for one in figures(f"{text}\n")} <= {"9", "2.1"}


def test_plan_over_a_column_says_of_nothing_what_was_planned() -> None:
    assert figures("Год\tПлан\tФакт\n2014\t25\t27\n2015\t30\t29\n") == []


@pytest.mark.parametrize(
    ("pattern", "cut"), [(TRAIL, without_trail), (HARDLY, without_hardly)], ids=["trail", "hardly"]
)
def test_every_phrase_that_says_nothing_before_a_number_is_cut(
    pattern: re.Pattern[str], cut: Callable[[str], str]
) -> None:
    alternatives = re.split(r"[|()]", pattern.pattern.replace("[её]", "е").replace("+", ""))
    phrases = {re.sub(r"\\[a-zW]|[^а-яёa-z ]", "", one.replace(r"\s", " ")).strip() for one in alternatives}
    held = [words for phrase in phrases if pattern.search(words := f"школы {phrase}")]
    assert len(held) > 8
    assert all(cut(words) != words for words in held)
