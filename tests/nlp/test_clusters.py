"""Named clusters, and what is not one."""

from collections.abc import Callable

import pytest

from ingest.document import Block, Cell, Document, Page, Pair, Span, Table
from nlp import annotate
from nlp.linking import SURE
from nlp.mention import Mention

Find = Callable[..., list[Mention]]


def names(find: Find, text: str, language: str = "ru") -> list[str]:
    return [str(found.attributes["name"]) for found in find(text, "Cluster", language=language)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Инновационный территориальный кластер "Технополис "Новый Звездный"\n\nУРОВЕНЬ',
            "Инновационный территориальный кластер «Технополис «Новый Звездный»»",
        ),
        ("участники технологического кластера «Титановый» встретились", "технологический кластер «Титановый»"),
        ("менеджер технополиса «Новый Звёздный» сообщил", "технополис «Новый Звёздный»"),
        ('создаваемый авто туристский кластер "Золотые ворота".', "автотуристский кластер «Золотые ворота»"),
        (
            "в рамках Пермского кластера волоконно-оптических технологий «Фотоника» и",
            "Пермский кластер волоконно-оптических технологий «Фотоника»",
        ),
        ("в рамках Алтайского био фармацевтического кластера, который", "Алтайский биофармацевтический кластер"),
        (
            "в интересах Алтайского кластера энерго машиностроения и энергоэффективных технологий откроется Центр",
            "Алтайский кластер энергомашиностроения и энергоэффективных технологий",
        ),
        ("Саровский инновационный кластер создан в 2012 году.", "Саровский инновационный кластер"),
        (
            "Кластер информационных технологий Новосибирской области получил",
            "Кластер информационных технологий Новосибирской области",
        ),
        ("Рязанский ИТ-кластер объединяет 34 компании.", "Рязанский ИТ-кластер"),
        ("IT-кластер Самарской области растёт.", "IT-кластер Самарской области"),
        ("Зеленоградский кластер расположен в Москве.", "Зеленоградский кластер"),
        ("Дубненский кластер растёт.", "Дубненский кластер"),
        ("ИТК «Солотча» создан в 2016 году.", "ИТК «Солотча»"),
        ("Фармкластер «Приволжье» растёт.", "Фармкластер «Приволжье»"),
        ("Кластер станкостроения Удмуртской Республики создан.", "Кластер станкостроения Удмуртской Республики"),
        (
            "Нижегородского индустриального инновационного кластера в области автомобилестроения и нефтехимии создано",
            "Нижегородский индустриальный инновационный кластер в области автомобилестроения и нефтехимии",
        ),
        (
            'партнерства "Алтайский кластер аграрного машиностроения" (АЛТАКАМ).',
            "Алтайский кластер аграрного машиностроения",
        ),
    ],
)
def test_a_name_comes_clean_and_in_the_nominative(find: Find, text: str, name: str) -> None:
    assert names(find, text) == [name]


def test_neighbours_in_a_list_are_several_clusters(find: Find) -> None:
    text = (
        "Это Алтайский полимерный композитный кластер, Алтайский кластер аграрного машиностроения и Удмуртский"
        " машиностроительный кластер."
    )
    assert names(find, text) == [
        "Алтайский полимерный композитный кластер",
        "Алтайский кластер аграрного машиностроения",
        "Удмуртский машиностроительный кластер",
    ]


def test_a_shared_head_makes_several_clusters(find: Find) -> None:
    assert names(find, "Калужский фармацевтический, автомобильный и ядерный кластеры растут.") == [
        "Калужский фармацевтический кластер",
        "Калужский автомобильный кластер",
        "Калужский ядерный кластер",
    ]
    assert names(find, "В кластерах «Титановый», «Физтех XXI» и «Южный» работают.") == [
        "Титановый",
        "Физтех XXI",
        "Южный",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "поддержка пилотных инновационных территориальных кластеров",
        "СТАТУС КЛАСТЕРА: Пилотный инновационный территориальный кластер",
        "Промышленные кластеры и их участники",
        "формирование кластера промышленных биотехнологий",
        "В регионе создан промышленный кластер. Кластер объединяет заводы.",
        "Создание туристического кластера в Самарской области планируется.",
        "стоимость строительства кластера составляет 1,4 млрд. рублей",
        "Развитие ИТ-кластера идёт. ИТ-кластеры растут.",
        "ООО «ИТК «Вектор» и исправительная колония ИТК-5.",
        "Химический кластер расположен там. Медицинский кластер открыт.",
    ],
)
def test_clusters_in_general_are_no_clusters(find: Find, text: str) -> None:
    assert names(find, text) == []


def test_what_begins_a_sentence_is_a_name_where_the_document_has_it_inside_one(find: Find) -> None:
    text = "Медовый кластер растёт. Участники Медового кластера, рядом пасека."
    assert names(find, text) == ["Медовый кластер", "Медовый кластер"]
    assert all(found.score > SURE for found in find(text, "Cluster"))


def test_the_name_may_say_the_region(find: Find) -> None:
    (found,) = find("Участники Алтайского биофармацевтического кластера", "Cluster")
    assert found.attributes["region"] == "region/RU-ALT"


def test_the_short_name_in_brackets_is_an_alias(find: Find) -> None:
    (found,) = find('НП "Алтайский кластер аграрного машиностроения" (АЛТАКАМ).', "Cluster")
    assert found.attributes["alias"] == "АЛТАКАМ"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kaluga pharmaceutical cluster was built.", "Kaluga pharmaceutical cluster"),
        ("The Novy Zvezdny Technopolis grows.", "Novy Zvezdny Technopolis"),
        ("members of the cluster “Titanium Valley” met", "cluster «Titanium Valley»"),
        ("Aerospace Cluster of Samara Region opened.", "Aerospace Cluster of Samara Region"),
        ("Exports of the Kama Innovation Cluster grow.", "Kama Innovation Cluster"),
        ("Udmurt machine-building cluster joined in 2015.", "Udmurt machine-building cluster"),
    ],
)
def test_english_names(find: Find, text: str, name: str) -> None:
    assert names(find, text, "en") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Russian cluster policy and the Russian Cluster Observatory",
        "Cluster Map of Russia, Cluster Initiative Register",
        "There are 26 pilot innovative clusters and about 125 industrial clusters.",
        "Each industrial cluster must have members; the national cluster program helps.",
        "The cluster approach allows it.",
        "Strong Cluster wins. The Innovation Cluster is open.",
    ],
)
def test_english_clusters_in_general(find: Find, text: str) -> None:
    assert names(find, text, "en") == []


def test_a_column_and_a_field_hold_names() -> None:
    text = "Наименование кластера\nРегион\nФизтех XXI\nМосковская область\nКластер\nСибирский наукополис\n"
    spans = [(start, start + len(line)) for line in text.split("\n")[:-1] for start in [text.index(line)]]
    cells = tuple(
        Cell(row, column, *spans[row * 2 + column], is_header=row == 0) for row in range(2) for column in range(2)
    )
    table = Table(0, spans[3][1], 2, 2, cells)
    label = text.index("Кластер\n")
    pair = Pair(Span(label, label + 7), Span(*spans[5]))
    document = Document(
        "t", "0" * 64, "text/html", "t", "ru", text, (Page(1, 0, 0, 0, len(text)),), tables=(table,), pairs=(pair,)
    )
    found = [mention.text for mention in annotate(document)._.mentions if mention.type == "Cluster"]
    assert found == ["Физтех XXI", "Сибирский наукополис"]


def test_the_heading_of_a_card_is_its_cluster() -> None:
    text = "Физтех XXI\nОбщая информация\nСтатус кластера\nПилотный"
    blocks = tuple(
        Block("heading" if index < 2 else "paragraph", text.index(line), text.index(line) + len(line), 1)
        for index, line in enumerate(text.split("\n"))
    )
    pair = Pair(Span(blocks[2].start, blocks[2].end), Span(blocks[3].start, blocks[3].end))
    document = Document(
        "t", "0" * 64, "text/html", "t", "ru", text, (Page(1, 0, 0, 0, len(text)),), blocks, pairs=(pair,)
    )
    found = [mention.text for mention in annotate(document)._.mentions if mention.type == "Cluster"]
    assert found == ["Физтех XXI"]


@pytest.mark.parametrize(
    "text",
    ["Strengthening horizontal inter-cluster communications on the matter.", "КЛАСТЕРЫ\n\nСтатус кластера: Пилотный"],
)
def test_words_made_with_cluster_are_no_name(find: Find, text: str) -> None:
    assert find(text, "Cluster", language="en" if text.isascii() else "ru") == []
