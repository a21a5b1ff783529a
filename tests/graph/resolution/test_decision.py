"""Decisions about two names: what joins, what is told apart, what a person is asked, and that order does not matter."""

from functools import partial
from itertools import product

import pytest

from graph.resolution.blocks import blocks
from graph.resolution.decision import FEATURES, decide
from graph.resolution.profile import Profile, contact, dump, load, plain_names


def cluster(name: str, **more: tuple[str, ...]) -> Profile:
    return Profile("cluster", (f"cluster|{name.casefold()}",), plain_names("cluster", name.casefold(), [name]), **more)


def organization(name: str, **more: tuple[str, ...]) -> Profile:
    names = plain_names("organization", "", [name])
    return Profile("organization", (f"organization|{names[0]}",), names, **more)


def person(name: str, context: str = "", **more: tuple[str, ...]) -> Profile:
    return Profile("person", (f"person|{name.casefold()}|{context}",), (name.casefold(),), **more)


SAME = [
    (cluster("Технополис Новый Звёздный"), cluster("Novy Zvezdny")),
    (cluster("Алтайский био фармацевтический кластер"), cluster("Biopharmaceutical cluster of Altai Krai")),
    (cluster("Титановый кластер", regions=("region/RU-SVE",)), cluster("Titanium Cluster of the Sverdlovsk Region")),
    (organization("ОАО «Протон-ПМ»"), organization("OJSC Proton-PM")),
    (organization("ФГУП «НИИ Прогресс»"), organization("ФГУП НИИ «Прогресс»")),
    (organization("Правительство Пермского края"), organization("Government of Perm Krai")),
    (organization("ОАО «Российская венчурная компания»"), organization("РВК")),
    (organization("ОАО «Сургутнефтегаз»"), organization("Surgutneftegas PJSC")),
    (organization("Фонд развития моногородов"), organization("Monotowns Development Fund")),
    (
        organization("Институт органической химии имени Зелинского РАН"),
        organization("Zelinsky Institute of Organic Chemistry"),
    ),
    (organization("Московский университет имени Баумана"), organization("Bauman Moscow University")),
    (organization("Институт физики имени Киренского"), organization("Kirensky Institute of Physics")),
    (organization("АО «РКЦ «Прогресс»"), organization("Progress Rocket Space Centre")),
    (organization("НИУ ВШЭ"), organization("HSE University")),
    (organization("Министерство образования Республики Татарстан"), organization("Tatarstan Ministry of Education")),
    (organization("ОАО «Уралхиммаш»"), organization("ПАО «Уралхиммаш»")),
    (organization("ООО «Вектор»", contacts=("4951112233",)), organization("АО «Вектор»", contacts=("4951112233",))),
    (organization("ИПМТ ДВО РАН"), organization("Институт проблем морских технологий ДВО РАН")),
    (organization("СПбГЭУ"), organization("St. Petersburg State University of Economics")),
    (organization("Ижевский автозавод"), organization("Ижевский автомобильный завод")),
    (organization("Derzhavin University"), organization("ТГУ имени Державина")),
    (organization("Gazprom Dobycha Orenburg LLC"), organization("ООО «Газпром добыча Оренбург»")),
    (person("Лакруа Пьер", "organization|камаз"), person("Pierre Lacroix", "organization|камаз")),
    (person("Сюй Цзян", "organization|камаз"), person("Xu Jiang", "organization|камаз")),
    (person("Иванов И И", "organization|камаз"), person("Ivan Ivanov", "organization|kamaz")),
    (person("Росси Джузеппе", "organization|камаз"), person("Giuseppe Rossi", "organization|камаз")),
    (person("Браун Ричард", "organization|камаз"), person("Richard Brown", "organization|камаз")),
    (person("Кузнецов Дмитрий", "organization|камаз"), person("Dmitrii Kuznetsov", "organization|камаз")),
    (person("Галицкий Сергей", contacts=("3422121747",)), person("Sergey Galitsky", contacts=("3422121747",))),
]
DIFFERENT = [
    (cluster("Алтайский биофармацевтический кластер"), cluster("Алтайский кластер энергомашиностроения")),
    (cluster("Судостроительный кластер Архангельской области"), cluster("Astrakhan shipbuilding cluster")),
    (cluster("Кластер № 1 Пермского края"), cluster("Кластер № 2 Пермского края")),
    (organization("Пермский филиал ВШЭ"), organization("ВШЭ")),
    (organization("Министерство образования Республики Татарстан"), organization("Tatarstan Ministry of Science")),
    (organization("Институт физики имени Киренского"), organization("Институт физики имени Лебедева")),
    (organization("Казанский вертолётный завод"), organization("Kazan Aviation Plant")),
    (organization("Министерство финансов Пермского края"), organization("Министерство финансов Российской Федерации")),
    (organization("Институт химии УрО РАН"), organization("Институт химии ДВО РАН")),
    (organization("Серовский механический завод"), organization("Серовский электромеханический завод")),
    (person("Слава Ким", "organization|камаз"), person("Глеб Ким", "organization|камаз")),
    (person("Вячеслав Ким", "organization|камаз"), person("Владислав Ким", "organization|камаз")),
    (person("Walters James", "organization|камаз"), person("James Walter", "organization|камаз")),
    (person("Иванов Иван Иванович", "organization|камаз"), person("Иванов Иван Петрович", "organization|камаз")),
    (person("Иванов И", "organization|камаз"), person("Иванова И", "organization|камаз")),
    (person("Щукин Юрий", "organization|камаз"), person("Щукин Георгий", "organization|камаз")),
    (person("Weber Hans", "organization|камаз"), person("Hannah Weber", "organization|камаз")),
    (person("Смирнова Елена", "organization|вшэ"), person("Smirnova Ekaterina", "organization|вшэ")),
]
UNSURE = [
    (cluster("Биофармацевтический кластер"), cluster("Biopharmaceutical cluster")),
    (cluster("Кластер «Импульс»", founded=("2010",)), cluster("Impuls", founded=("2019",))),
    (organization("ООО «Вектор»"), organization("АО «Вектор»")),
    (organization("АО «Калужский турбинный завод»"), organization("ООО «Калужский турбинный завод»")),
    (organization("ООО «Прогресс»"), organization("Прогресс")),
    (organization("МГУ"), organization("Московский городской университет")),
    (organization("Центр развития экспорта"), organization("Export Development Centre")),
    (organization("НГУ"), organization("Novosibirsk State University")),
    (person("Браун Р", "organization|камаз"), person("Richard Brown", "organization|камаз")),
    (organization("Департамент экономики"), organization("Department of Economics")),
    (person("Иванов Иван Иванович", "organization|камаз"), person("Иванов Иван Иванович", "organization|протон")),
    (person("Иванов И И"), person("Иван Иванович Иванов")),
    (person("Саша Чернов", "organization|камаз"), person("Александр Чернов", "organization|камаз")),
    (person("Белова-Сахарова Инна", "organization|камаз"), person("Сахарова Инна", "organization|камаз")),
    (organization("ЧГУ", regions=("region/RU-CE",)), organization("Череповецкий государственный университет")),
    (organization("Кванториум", regions=("region/RU-TOM",)), organization("Кванториум", regions=("region/RU-PER",))),
    (organization("Минкультуры Пермского края"), organization("Министерство культуры и туризма Пермского края")),
    (organization("Самарский университет Альтаир"), organization("Самарский университет")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_under_two_names_is_found_and_joined(one: Profile, other: Profile) -> None:
    assert set(blocks(one)) & set(blocks(other))
    assert decide(one, other).outcome == "same"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_things_of_like_names_stay_apart(one: Profile, other: Profile) -> None:
    assert decide(one, other).outcome == "different"


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_what_the_documents_do_not_decide_is_asked(one: Profile, other: Profile) -> None:
    assert set(blocks(one)) & set(blocks(other))
    assert decide(one, other).outcome == "unsure"


def test_a_decision_does_not_depend_on_the_order_and_explains_its_score() -> None:
    everyone = [profile for pair in (*SAME, *DIFFERENT, *UNSURE) for profile in pair]
    for one, other in product(everyone, everyone):
        if one.family == other.family:
            decision = decide(one, other)
            assert decision == decide(other, one)
            assert decision.score == pytest.approx(max(0.0, min(1.0, sum(r.weight for r in decision.reasons))))
            assert all(reason.sentence.endswith(".") for reason in decision.reasons)


def test_weights_that_make_up_the_score_of_one_thing_exactly_are_doubted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = (0.7, 0.2)  # their sum is a little less than 0.9 in floating point
    features = [partial(lambda weight, pair: weight, weight) for weight in weights]
    for feature, function in zip(features, ("same_own_name", "same_kind"), strict=True):
        feature.__name__ = function  # type: ignore[attr-defined]
    monkeypatch.setattr("graph.resolution.decision.ORGANIZATIONS", features)
    decision = decide(organization("ООО «Ветеран»"), organization("АО «Ветеран»"))
    assert (decision.outcome, decision.reasons[-1].feature) == ("unsure", "other_legal_form")


def test_every_feature_has_its_own_sentence() -> None:
    sentences = {(feature.__doc__ or "").partition("\n")[0] for feature in FEATURES.values()}
    assert len(sentences) == len(FEATURES)


def test_a_profile_comes_back_from_its_text() -> None:
    profile = cluster("А", regions=("region/RU-PER",), contacts=(contact("8 342 212-17-47"),))
    assert load(dump(profile)) == profile
