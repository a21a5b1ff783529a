"""Legal acts: the citation grammar, in Russian and English."""

from time import process_time

import pytest

from nlp.acts.articles import parts_before
from nlp.acts.citation import Citation
from nlp.acts.citations import find_citations
from nlp.acts.codes import NAMES
from nlp.acts.numbers import normal_number
from nlp.mention import Mention
from ontology.vocabulary import vocabulary
from tests.nlp.conftest import Find

Short = tuple[str, str | None, str | None]


def short(citation: Citation) -> Short:
    return citation.kind, citation.number, citation.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Федеральный закон от 31.12.2014 № 488-ФЗ", ("federal_law", "488-ФЗ", "2014-12-31")),
        ("Федеральным законом от 06.10.2003 № 131 - Ф3", ("federal_law", "131-ФЗ", "2003-10-06")),
        ("ФЗ от 29.12.2012 года № 273-ФЗ", ("federal_law", "273-ФЗ", "2012-12-29")),
        ("Закон РФ от 9 октября 1992 года N 3612-1", ("federal_law", "3612-1", "1992-10-09")),
        (
            "Федерального конституционного закона от 17.12.1997 № 2-ФКЗ",
            ("federal_constitutional_law", "2-ФКЗ", "1997-12-17"),
        ),
        ("Указом Президента РФ от 07.05.2012 г. № 596", ("presidential_decree", "596", "2012-05-07")),
        ("ПП РФ от 31.07.2015 № 779", ("government_resolution", "779", "2015-07-31")),
        ("постановлением № 779 Правительства РФ от 31.07.2015", ("government_resolution", "779", "2015-07-31")),
        ("распоряжением Правительства РФ от 17.11.2008г. №1662-p", ("government_order", "1662-р", "2008-11-17")),
        ("Приказ Минэнерго России от 30.06.2014 № 399", ("ministry_order", "399", "2014-06-30")),
        ("приказ № 399", ("ministry_order", "399", None)),
        ("Закона Республики Татарстан от 16 января 2015\xa0г. N\xa04-ЗРТ", ("regional_law", "4-ЗРТ", "2015-01-16")),
        ("Законом города Москвы от 30.09.2015 № 52", ("regional_law", "52", "2015-09-30")),
        (
            "Указ Президента Республики Татарстан от 8 апреля 2005 года № УП-127",
            ("regional_resolution", "УП-127", "2005-04-08"),
        ),
        ("постановлением КМ РТ от 31.10.2013 N 823", ("regional_resolution", "823", "2013-10-31")),
        ("решения Совета Буинского района от 14 мая 2007 года № 7-14", ("municipal", "7-14", "2007-05-14")),
        ("постановлением\nадминистрации города Перми\nот «6» мая 2016 г . \n№ 79", ("municipal", "79", "2016-05-06")),
        ("поручение Президента РФ от 5 мая 2014 г. № Пр-1005", ("other", "Пр-1005", "2014-05-05")),
        ("Federal law from 31/12/ 2014 № **488** «On industrial policy»", ("federal_law", "488", "2014-12-31")),
        ("Government Resolution No. 779 of July 31, 2015", ("government_resolution", "779", "2015-07-31")),
        (
            "Resolution by the Government of the Russian Federation from 31/07/2015 № 779",
            ("government_resolution", "779", "2015-07-31"),
        ),
        ("Law of the Perm Krai No. 5-PK of 12 March 2010", ("regional_law", "5-PK", "2010-03-12")),
        (
            "Order of the Government of the Russian Federation No. 1662-r dated 17 November 2008",
            ("government_order", "1662-r", "2008-11-17"),
        ),
        ("ФЗ-7 от 10.01.2002", ("federal_law", "7-ФЗ", "2002-01-10")),
        ("Федеральный закон РФ от 29 декабря 2012 г. (№ 273-ФЗ)", ("federal_law", "273-ФЗ", "2012-12-29")),
        ("приказ ФНС России от 19.01.2015 № ММВ-7-6/25@", ("ministry_order", "ММВ-7-6/25@", "2015-01-19")),
        ("Решением Коллегии Евразийской экономической комиссии от 30.05.2017 № 50", ("other", "50", "2017-05-30")),
        ("решением Комиссии Таможенного союза от 16 августа 2011 г. № 768", ("other", "768", "2011-08-16")),
        ("постановлению администрации района от 5 марта_2019 года № 94", ("municipal", "94", "2019-03-05")),
        ("ТР ЕАЭС 044/2017", ("other", "044/2017", None)),
        ("введены законом от 1 июня 1882 года", ("other", None, "1882-06-01")),
    ],
)
def test_one_citation(text: str, expected: Short) -> None:
    assert [short(citation) for citation in find_citations(text)] == [expected]


def test_the_number_of_an_article_is_none_of_a_law() -> None:
    for text in ("статьёй 23 ФКЗ от 17.12.1997 N 2-ФКЗ", "ст. 10 ФКЗ от 17.12.1997 N 2-ФКЗ"):
        (citation,) = find_citations(text)
        assert short(citation) == ("federal_constitutional_law", "2-ФКЗ", "1997-12-17")


def test_a_law_after_a_dated_act_keeps_its_own_date() -> None:
    found = find_citations("ФЗ от 10.01.2002, 135-ФЗ от 26.07.2006")
    assert short(found[-1]) == ("federal_law", "135-ФЗ", "2006-07-26")


def test_a_list_of_amendments_names_its_body_line_by_line() -> None:
    text = (
        "В редакции постановлений: \nадминистрации городского округа «Сосны»  № 12/836 от 15.12.2016\n"
        "администрации городского округа «Сосны»  № 01/39   от 25.01.2017\n"
    )
    assert [(c.number, c.date, c.issuer) for c in find_citations(text)] == [
        ("12/836", "2016-12-15", "администрации городского округа «Сосны»"),
        ("01/39", "2017-01-25", "администрации городского округа «Сосны»"),
    ]


def test_another_type_in_a_list_is_of_the_same_body() -> None:
    text = "По постановлению Правительства РФ от 28.01.2016 № 41, а также распоряжениям от 17.11.2008 № 1662-р платят."
    assert [(c.kind, c.issuer) for c in find_citations(text)] == [
        ("government_resolution", "Правительства РФ"),
        ("government_order", "Правительства РФ"),
    ]


def test_an_issuer_in_a_list_keeps_its_last_letter() -> None:
    text = "приказы Минфина России от 01.02.2016 № 1н, и Минстроя России от 02.02.2016 № 2"
    assert [c.issuer for c in find_citations(text)] == ["Минфина России", "Минстроя России"]


def test_a_list_shares_type_and_issuer() -> None:
    text = (
        "постановления администрации Костромской области от 08.04.2014 N 130-а, от 15.11.2016 N 431-а; №3 от 30.12.16"
    )
    found = find_citations(text)
    assert [(citation.number, citation.kind) for citation in found] == [
        ("130-а", "regional_resolution"),
        ("431-а", "regional_resolution"),
        ("3", "regional_resolution"),
    ]
    assert {citation.issuer for citation in found} == {"администрации Костромской области"}


@pytest.mark.parametrize(
    "text",
    ["приказы Минпромторга России от 15.03.2016 №№ 1, 2-п и 3", "приказы Минпромторга №№ 1, 2-п и 3 от 15.03.2016"],
)
def test_several_numbers_stand_under_one_doubled_sign(text: str) -> None:
    found = find_citations(f"Отменены {text} полностью.")
    assert [(c.number, c.date, c.kind) for c in found] == [
        (number, "2016-03-15", "ministry_order") for number in ("1", "2-п", "3")
    ]


@pytest.mark.parametrize("text", ["Приложения №№ 1, 2 и 3 к приказу изложены.", "Школы №№ 5, 7 и 12 закрыты."])
def test_numbers_of_other_things_under_a_doubled_sign_are_no_acts(text: str) -> None:
    assert find_citations(text) == []


def test_a_list_goes_on_after_a_title_that_cites_other_acts() -> None:
    text = (
        "решения Думы города Перми:\nот 07.04.2011 № 671 «О внесении изменений в программу, утвержденную "
        "постановлением Правительства Пермского края от 23.07.2010 № 16-п»;\nот 26.09.2011 № 2152"
    )
    assert [(citation.number, citation.kind) for citation in find_citations(text)] == [
        ("671", "municipal"),
        ("16-п", "regional_resolution"),
        ("2152", "municipal"),
    ]


def test_the_documents_own_act_in_a_spaced_header() -> None:
    text = (
        "ПРАВИТЕЛЬСТВО ОРЕНБУРГСКОЙ ОБЛАСТИ\n\nП О С Т А Н О В Л Е Н И Е\n\n22.05.2015      г. Оренбург      № 390-пп\n"
    )
    (citation,) = find_citations(text)
    assert short(citation) == ("regional_resolution", "390-пп", "2015-05-22")
    assert (citation.issuer, citation.is_own) == ("ПРАВИТЕЛЬСТВО ОРЕНБУРГСКОЙ ОБЛАСТИ", True)


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("пунктом 7 статьи 17 Федерального закона № 131-ФЗ", ("п.7 ст.17",)),
        ("статьями 179 и 179.3 Бюджетного кодекса", ("ст.179", "ст.179.3")),
        ("подпункт «а» пункта 2 части 3 статьи 5 Закона РФ от 27.12.1991 № 2124-1", ("пп.а п.2 ч.3 ст.5",)),
        ("статью 105 УК РФ часть 2", ("ч.2 ст.105",)),
        ("по ч. 3 ст. 109 УК", ("ч.3 ст.109",)),
        ("абзацем третьим пункта 4 статьи 78.1 БК РФ", ("абз.3 п.4 ст.78.1",)),
        ("Article 18 of Federal Law No. 488-FZ", ("ст.18",)),
        (
            'подпунктами "а" - "в" пункта 3 постановления Правительства РФ от 31.07.2015 № 779',
            ("пп.а п.3", "пп.б п.3", "пп.в п.3"),
        ),
        ("частью четвёртой Гражданского кодекса РФ", ("ч.4",)),
        ("п.п. 1 и 1.3 ст. 284 НК РФ", ("п.1 ст.284", "п.1.3 ст.284")),
        ("пп. 1, 2 п. 3 ст. 284 НК РФ", ("пп.1 п.3 ст.284", "пп.2 п.3 ст.284")),
        (
            "(Собрание законодательства, 2014, ст. 62); пункт 7 постановления Правительства РФ от 21.01.2015 № 32",
            ("п.7",),
        ),
    ],
)
def test_articles(text: str, articles: tuple[str, ...]) -> None:
    assert [citation.articles for citation in find_citations(text)] == [articles]


def test_a_range_and_an_enumeration_of_parts_are_spelled_out() -> None:
    text = "пункты 1-3 и 5 статьи 7 "
    parts = parts_before(text, len(text))
    assert parts is not None
    assert parts.names == ("п.1 ст.7", "п.2 ст.7", "п.3 ст.7", "п.5 ст.7")


@pytest.mark.parametrize(
    "text",
    [
        "согласно приложению № 1 к настоящему постановлению",
        "приложения № 1, № 4, № 5 к Программе",
        "от ________ № ____",
        "договор поставки от 12.03.2014 № 5",
        "лицензия от 12.03.2014 № 5",
        "МБОУ «СОШ № 2»",
        "в соответствии с федеральными законами",
        "Таблица № 1. Сведения",
        "опубликовано в газете «Наша жизнь» от 03.03.2017 № 9",
        "сообщили в СК РФ",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert find_citations(text) == []


def test_acts_known_by_name() -> None:
    text = (
        "Конституция Республики Коми, Бюджетный кодекс РФ, КоАП РФ, закон «О туризме в Пермском крае», ГОСТ Р 51303-13"
    )
    assert [(citation.kind, citation.name) for citation in find_citations(text)] == [
        ("regional_law", None),
        ("code", "Бюджетный кодекс Российской Федерации"),
        ("code", "Кодекс об административных правонарушениях Российской Федерации"),
        ("regional_law", None),
        ("other", None),
    ]


def test_the_code_of_offences_is_federal_in_every_case() -> None:
    (citation,) = find_citations("статьёй 20.25 Кодекса Российской Федерации об административных правонарушениях")
    assert (citation.kind, citation.slug) == ("code", "administrative-offences")


def test_every_code_has_an_entry_in_the_ontology() -> None:
    assert {f"act/ru/code/{slug}" for slug in NAMES} <= {code.id for code in vocabulary().codes}


def test_numbers_have_one_form() -> None:
    assert normal_number("1 037–пп") == "1037-пп"
    assert normal_number("5-PK", is_russian=False) == "5-PK"


def ids(mentions: list[Mention]) -> list[str | None]:
    return [mention.id for mention in mentions]


def test_ids_follow_the_contract(find: Find) -> None:
    text = (
        "Федеральный закон от 31.12.2014 № 488, приказ Минпромторга России от 1 февраля 2016 г. № 12, "
        "Налоговый кодекс РФ, постановление Правительства Пермского края от 03.10.2013 № 1325-п"
    )
    assert ids(find(text, "LegalAct")) == [
        "act/ru/federal-law/2014-12-31/488-fz",
        "act/ru/minpromtorg/ministry-order/2016-02-01/12",
        "act/ru/code/tax",
        "act/RU-PER/pravitelstvo/regional-resolution/2013-10-03/1325-p",
    ]


def test_a_bare_number_is_fixed_by_the_document_or_keeps_its_candidates(find: Find) -> None:
    fixed = find("Федеральный закон от 31.12.2014 № 488-ФЗ «О промышленной политике». По 488-ФЗ кластер", "LegalAct")
    assert fixed[1].id == "act/ru/federal-law/2014-12-31/488-fz"
    assert ids(find("По 488-ФЗ кластер", "LegalAct")) == [None]
    text = "Закон от 31.12.2014 № 488-ФЗ и закон от 30.12.2021 № 488-ФЗ. В 488-ФЗ"
    bare = find(text, "LegalAct")[2]
    assert bare.id is None
    candidates = bare.attributes["candidates"]
    assert isinstance(candidates, tuple)
    assert [candidate["id"] for candidate in candidates if isinstance(candidate, dict)] == [
        "act/ru/federal-law/2014-12-31/488-fz",
        "act/ru/federal-law/2021-12-30/488-fz",
    ]


def test_back_references_point_to_the_last_act_of_their_type(find: Find) -> None:
    text = (
        "Постановление Правительства РФ от 31.07.2015 № 779 (в ред. постановления Правительства РФ от 26.09.2016 № 9) "
        "и Федеральный закон от 31.12.2014 № 488-ФЗ. Указанным постановлением и данным законом; тот же приказ."
    )
    assert [(mention.text, mention.attributes["to"]) for mention in find(text, "ActReference")] == [
        ("Указанным постановлением", "act/ru/government-resolution/2015-07-31/779"),
        ("данным законом", "act/ru/federal-law/2014-12-31/488-fz"),
        ("тот же приказ", None),
    ]


def test_a_word_broken_at_a_line_end_keeps_its_place(find: Find) -> None:
    text = "согласно поста-\nновлению Правительства РФ от 31.07.2015 № 779"
    (act,) = find(text, "LegalAct")
    assert act.text == text[len("согласно ") :]
    assert act.attributes["number"] == "779"


def test_titles_keep_their_inner_quotes(find: Find) -> None:
    (act,) = find(
        "постановление Правительства РФ от 05.03.2014 № 5 «О программе «Дети России» на год» принято", "LegalAct"
    )
    assert act.attributes["title"] == "О программе «Дети России» на год"


@pytest.mark.parametrize("text", ["№ " + "1." * 20_000, "№ 1-" * 10_000, "от 12.03.2014 " * 2_000, "«Об " * 5_000])
def test_degenerate_texts_take_no_more_than_their_length(text: str) -> None:
    start = process_time()
    find_citations(text)
    assert process_time() - start < 5  # seconds; a pattern that backtracks takes minutes


def test_one_act_has_one_id_with_and_without_its_region(find: Find) -> None:
    head = "ПРАВИТЕЛЬСТВО САМАРСКОЙ ОБЛАСТИ\n\nПОСТАНОВЛЕНИЕ\nот 01.02.2016 № 17\n\n"
    [full] = ids(find("Постановление Правительства Самарской области от 12.03.2015 № 45 действует.", "LegalAct"))
    without = ids(find(f"{head}Изменить постановление Правительства области от 12.03.2015 № 45.\n", "LegalAct"))[1]
    silent = ids(find(f"{head}Отменить постановление от 12.03.2015 № 45.\n", "LegalAct"))[1]
    assert full == without == silent == "act/RU-SAM/pravitelstvo/regional-resolution/2015-03-12/45"


def test_another_body_of_the_region_keeps_its_name(find: Find) -> None:
    text = "приказ министерства труда Самарской области от 12.03.2015 № 45"
    assert ids(find(text, "LegalAct")) == ["act/RU-SAM/ministerstvo-trud/regional-resolution/2015-03-12/45"]


TITLED = "Принят Федеральный закон от 31.12.2014 № 488-ФЗ «О промышленной политике в Российской Федерации». "
INDUSTRY = "act/ru/federal-law/2014-12-31/488-fz"


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        (
            f"{TITLED}По Федеральному закону «О промышленной политике в Российской Федерации» платят.",
            "Федеральному закону «О промышленной политике в Российской Федерации»",
            INDUSTRY,
        ),
        (
            f"{TITLED}По закону о промышленной политике в Российской Федерации платят.",
            "закону о промышленной политике в Российской Федерации",
            INDUSTRY,
        ),
        (
            "Льготы даны федеральным законом об особых зонах в Российской Федерации и уставом.",
            "федеральным законом об особых зонах в Российской Федерации",
            None,
        ),
        (
            "Закон Пермского края от 03.03.2014 № 300-ПК «О льготах заводам» есть. По закону о льготах заводам платят.",
            "закону о льготах заводам",
            "act/RU-PER/regional-law/2014-03-03/300-pk",
        ),
    ],
)
def test_a_law_is_named_by_its_title_with_quotes_and_without(
    find: Find, text: str, words: str, id_: str | None
) -> None:
    last = find(f"{text}\n", "LegalAct")[-1]
    assert (last.text, last.id) == (words, id_)


@pytest.mark.parametrize("text", ["Закон о бюджете вступил в силу в Российской Федерации.", "законы о связи и о труде"])
def test_a_law_on_something_without_a_sure_end_is_no_citation(find: Find, text: str) -> None:
    assert find(f"{text}\n", "LegalAct") == []


def test_one_title_of_two_laws_keeps_both_as_candidates(find: Find) -> None:
    text = (
        "Федеральный закон от 01.02.2010 № 5-ФЗ «О льготах», Федеральный закон от 03.02.2012 № 6-ФЗ «О льготах». "
        "По Федеральному закону «О льготах» платят.\n"
    )
    last = find(text, "LegalAct")[-1]
    candidates = last.attributes["candidates"]
    assert last.id is None
    assert isinstance(candidates, tuple)
    assert len(candidates) == 2


def test_amendments_in_brackets_are_of_the_body_that_passed_the_act(find: Find) -> None:
    text = (
        "Постановление Правительства РФ от 31.07.2015 N 779 (в ред. постановлений от 28.09.2017 N 1173, от 10.02.2018 "
        "N 145) действует. Решение суда.\n"
    )
    assert ids(find(text, "LegalAct")) == [
        "act/ru/government-resolution/2015-07-31/779",
        "act/ru/government-resolution/2017-09-28/1173",
        "act/ru/government-resolution/2018-02-10/145",
    ]


def test_a_treaty_between_states_is_an_act_and_a_contract_is_none(find: Find) -> None:
    [treaty] = find("По Договору о Евразийском экономическом союзе от 29 мая 2014 года платят.\n", "LegalAct")
    assert (treaty.attributes["kind"], treaty.attributes["date"]) == ("other", "2014-05-29")
    assert find("По договору о поставке мебели от 29 мая 2014 года платят.\n", "LegalAct") == []


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("распоряжение Президента РФ от 15.04.2011 № 120-рп", "act/ru/presidential-order/2011-04-15/120-rp"),
        ("Закон РФ от 23.09.1992 № 3520-I", "act/ru/federal-law/1992-09-23/3520-1"),
        ("по ГОСТ Р 51303-2013", "act/standard/gost-r-51303-2013"),
        ("СанПиН 2.1.3684-21", "act/standard/sanpin-2-1-3684-21"),
        (
            "решением Коллегии Евразийской экономической комиссии от 30 мая 2017 г. № 50",
            "act/eaeu/kollegiia-evraziiskii-ekonomicheskii-komissiia/decision/2017-05-30/50",
        ),
        ("Устав Липецкой области", "act/RU-LIP/charter"),
        ("Конституция Республики Коми", "act/RU-KO/constitution"),
        (
            "постановление администрации города Перми от 01.02.2016 № 5",
            "act/RU-PER/administratsiia-gorod-perm/municipal/2016-02-01/5",
        ),
        (
            "постановление Администрации Любимского муниципального района Ярославской области от 30.08.2013 № 9/13",
            "act/RU-YAR/administratsiia-liubimskii-munitsipalnyi-raion/municipal/2013-08-30/9_13",
        ),
    ],
)
def test_the_words_of_an_act_that_fix_it_give_its_address(find: Find, text: str, id_: str) -> None:
    assert ids(find(text, "LegalAct")) == [id_]


def test_an_order_of_the_president_is_of_the_kind_of_the_contract(find: Find) -> None:
    (act,) = find("распоряжение Президента РФ от 15.04.2011 № 120-рп", "LegalAct")
    assert (act.attributes["kind"], act.attributes["subtype"]) == ("presidential_decree", "presidential_order")


def test_a_municipal_act_is_of_the_region_of_its_letterhead(find: Find) -> None:
    text = (
        "Калужская область\n\nАДМИНИСТРАЦИЯ СЕЛЬСКОГО ПОСЕЛЕНИЯ «ЗАРЕЧНОЕ»\n\n"
        "ПОСТАНОВЛЕНИЕ\nот 01.02.2016 № 17\n\nОтменить постановление от 12.03.2015 № 45.\n"
    )
    assert all(str(id_).startswith("act/RU-KLU/") for id_ in ids(find(text, "LegalAct")))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("постановление администрации района от 05.02.2016 № 101", "of which region"),
        ("ГОСТ 12.1.004", "without its year"),
        ("По 488-ФЗ кластер", "without a date"),
        ("Законом РФ «О защите прав потребителей»", "without a number"),
    ],
)
def test_an_act_without_an_address_says_why(find: Find, text: str, reason: str) -> None:
    (act,) = find(text, "LegalAct")
    assert act.id is None
    assert reason in str(act.attributes["reason"])


def test_a_header_in_two_languages(find: Find) -> None:
    text = (
        "ИСПОЛНИТЕЛЬНЫЙ КОМИТЕТ      БАШКАРМА КОМИТЕТЫ\nАЛЕКСЕЕВСКОГО\nМУНИЦИПАЛЬНОГО РАЙОНА\n\n"
        "ПОСТАНОВЛЕНИЕ               КАРАР\n\n04.02.2019          п.г.т.Алексеевское     № 27\n"
    )
    (act,) = find(text, "LegalAct")
    assert (act.attributes["kind"], act.attributes["number"], act.attributes["date"]) == (
        "municipal",
        "27",
        "2019-02-04",
    )
