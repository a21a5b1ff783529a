"""Federal subjects in every form, and what only looks like one."""

import re

import pytest

from nlp.region_forms import declined
from nlp.regions import find_names
from ontology.vocabulary import Region, vocabulary
from tests.nlp.conftest import Find

MARK = re.compile(r"\[([^\]]+)\]\{([A-Z0-9-]+)\}")


@pytest.mark.parametrize(
    "marked",
    [
        "в [Пермском крае]{RU-PER} и [Республике Коми]{RU-KO}",
        "[ОРЕНБУРГСКОЙ ОБЛАСТИ]{RU-ORE}",
        "[Самарской]{RU-SAM}, [Свердловской]{RU-SVE} и [Новосибирской областях]{RU-NVS}",
        "[Ямало-Ненецкий]{RU-YAN} и [Ханты-Мансийский (Югра) автономные округа]{RU-KHM}",
        "[Ханты - Мансийского автономного округа - Югры]{RU-KHM}",
        "в [Татарстане]{RU-TA}, [Якутии]{RU-SA}, [Северной Осетии]{RU-SE} и [Прикамье]{RU-PER}",
        "по [Санкт-Петербургу]{RU-SPE} и [Ленинградской области]{RU-LEN}",
        "в [Крыму]{UA-43} и [Севастополе]{UA-40}",
        "бюджет [ХМАО]{RU-KHM}",
        "постановление Кабинета Министров [РТ]{RU-TA}",
        "по [Алтайскому краю]{RU-ALT} и [Республике Алтай]{RU-AL}",
        "[Moscow]{RU-MOW}, [Moscow Oblast]{RU-MOS}, [Tula region]{RU-TUL} and [St. Petersburg]{RU-SPE}",
        "[Lipetsk]{RU-LIP}, [Voronezh]{RU-VOR} and [Tomsk regions]{RU-TOM}",
        "[Sakha (Yakutia) Republic]{RU-SA} and the [Republic of Tatarstan]{RU-TA}",
        "решение [Костромской областной]{RU-KOS} Думы",
        "[Амурская]{RU-AMU} и [Еврейская автономная области]{RU-YEV}",
        "в [Nizhniy Novgorod Region]{RU-NIZ} и на [Сахалине]{RU-SAK}",
    ],
)
def test_regions(marked: str) -> None:
    text = MARK.sub(r"\1", marked)
    assert [(text[name.start : name.end], name.iso) for name in find_names(text)] == MARK.findall(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Бывший глава ФБР Джеймс Коми дал показания",
        "радио «Эхо Москвы в Петербурге»",
        "гостиница «Москва»",
        "НАО «Красная поляна»",
        "татарский писатель",
        "Кировский район",
        "жители Свердловского проспекта",
        "в городской библиотеке",
        "берега реки Москвы и Кубани-реки",
        "along the Moscow River",
        "ЗАО «Якутия-Трейд»",
    ],
)
def test_what_bears_a_name_is_no_region(text: str) -> None:
    assert find_names(text) == []


def test_a_shared_abbreviation_means_the_subject_that_the_document_names() -> None:
    assert [name.iso for name in find_names("Республика Карелия. Закон РК")] == ["RU-KR", "RU-KR"]
    assert [name.iso for name in find_names("Закон РК")] == []


@pytest.mark.parametrize("region", vocabulary().regions, ids=lambda region: region.iso)
def test_every_subject_is_found_by_its_official_names(region: Region) -> None:
    for name in (region.ru, region.en):
        assert {found.iso for found in find_names(f"Здесь {name}.")} == {region.iso}


def test_mentions_carry_the_ontologys_id(find: Find) -> None:
    (mention,) = find("предприятия Тульской области", "Region")
    assert (mention.id, mention.attributes["form"]) == ("region/RU-TUL", "full")


def test_declension_covers_the_kinds_of_names() -> None:
    assert "чечней" in declined("чечня")
    assert "якутию" in declined("якутия")
    assert "севастополем" in declined("севастополь")
    assert declined("коми") == ("коми",)


def test_settlements_and_districts(find: Find) -> None:
    mentions = find("в Нижнем Новгороде, г. Чусовой и Буинском муниципальном районе", "Settlement", "Place")
    assert [(mention.type, mention.text, mention.id) for mention in mentions] == [
        ("Settlement", "Нижнем Новгороде", "settlement/RU-NIZ"),
        ("Settlement", "Чусовой", None),
        ("Place", "Буинском муниципальном районе", None),
    ]


def test_a_region_that_a_line_end_breaks_keeps_its_place(find: Find) -> None:
    text = "Заявки: Мурман-\nская область, Алтай\u00adский край.\n"
    found = find(text, "Region")
    assert [(one.text, one.id) for one in found] == [
        ("Мурман-\nская область", "region/RU-MUR"),
        ("Алтай\u00adский край", "region/RU-ALT"),
    ]
