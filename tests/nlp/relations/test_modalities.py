"""Each relation said, denied and planned, in Russian and English: a denial and a plan are no facts."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

SAID = {
    "schema:location": (
        ("Кластер «Заря» расположен в Тульской области.", "Кластер «Заря» не расположен в Тульской области.",
         "В Тульской области планируется создать кластер «Заря»."),
        ("The Samara aerospace cluster is located in the Samara region.",
         "The Samara aerospace cluster is not located in the Perm region.",
         "The Samara aerospace cluster will be located in the Perm region."),
    ),
    "svod:establishedIn": (
        ("АНО «Вектор» создана в Тульской области.", "АНО «Вектор» не создана в Тульской области.",
         "В Тульской области планируется создать АНО «Вектор»."),
        ("Kursk Cluster Hub was established in the Kursk region.",
         "Kursk Cluster Hub was not established in the Kursk region.",
         "Kursk Cluster Hub will be established in the Kursk region."),
    ),
    "svod:keySpecialization": (
        ("Ключевая специализация кластера «Заря» – приборостроение.",
         "Кластер «Заря» не специализируется на приборостроении.",
         "Кластер «Заря» будет специализироваться на приборостроении."),
        ("The key specialization of the Samara aerospace cluster is aircraft manufacturing.",
         "The Samara aerospace cluster does not specialize in pharmaceuticals.",
         "The Samara aerospace cluster will specialize in pharmaceuticals."),
    ),
    "svod:relatedSpecialization": (
        ("Сопутствующая специализация кластера «Заря» – металлургия.",
         "Сопутствующей специализацией кластера «Заря» не является металлургия.",
         "Сопутствующей специализацией кластера «Заря» станет металлургия."),
    ),
    "svod:manager": (
        ("Кластером «Заря» руководит Петров Иван Сергеевич.", "Кластером «Заря» не руководит Петров Иван Сергеевич.",
         "Кластер «Заря» возглавит Петров Иван Сергеевич."),
        ("John Smith manages the Samara aerospace cluster.",
         "The Samara aerospace cluster is not managed by John Smith.",
         "The Samara aerospace cluster will be headed by John Smith."),
    ),
    "svod:managementOrganization": (
        ("Управляет кластером «Заря» АНО «Вектор».",
         "АНО «Вектор» не является управляющей компанией кластера «Заря».",
         "Управляющей компанией кластера «Заря» станет АНО «Вектор»."),
        ("The management organization of the Samara aerospace cluster is Kursk Cluster Hub.",
         "Kursk Cluster Hub does not manage the Samara aerospace cluster.",
         "Kursk Cluster Hub will manage the Samara aerospace cluster."),
    ),
    "svod:status": (
        ("Кластеру «Заря» присвоен статус промышленного кластера.",
         "Кластер «Заря» не имеет статуса промышленного кластера.",
         "Кластер «Заря» получит статус промышленного кластера."),
        ("The Samara aerospace cluster has the status of an industrial cluster.",
         "The Samara aerospace cluster does not have the status of an industrial cluster.",
         "The Samara aerospace cluster will receive the status of an industrial cluster."),
    ),
    "svod:organizationalLevel": (
        ("Кластер «Заря» имеет высокий уровень организационного развития.",
         "Кластер «Заря» не достиг высокого уровня организационного развития.",
         "Кластер «Заря» достигнет высокого уровня организационного развития."),
        ("The Samara aerospace cluster has a high level of organizational development.",
         "The Samara aerospace cluster has not reached a high level of organizational development.",
         "The Samara aerospace cluster will have a high level of organizational development."),
    ),
    "svod:memberCount": (
        ("Кластер «Заря» объединяет 25 предприятий.", "Кластер «Заря» не объединяет 25 предприятий.",
         "Кластер «Заря» объединит 25 предприятий."),
        ("The Samara aerospace cluster unites 45 companies.",
         "The Samara aerospace cluster does not unite 45 companies.",
         "The Samara aerospace cluster will unite 45 companies."),
    ),
    "svod:staffCount": (
        ("На предприятиях кластера «Заря» работает 3 тыс. человек.",
         "На предприятиях кластера «Заря» не работает и 300 человек.",
         "Численность работников кластера «Заря» составит 3 тыс. человек."),
        ("The Samara aerospace cluster employs 3,000 people.",
         "The Samara aerospace cluster does not employ 3,000 people.",
         "The Samara aerospace cluster will employ 3,000 people."),
    ),
    "org:memberOf": (
        ("ООО «Вектор» входит в состав кластера «Заря».", "ООО «Вектор» не входит в состав кластера «Заря».",
         "ООО «Вектор» войдёт в состав кластера «Заря»."),
        ("Vector LLC is a member of the Samara aerospace cluster.",
         "Vector LLC is not a member of the Samara aerospace cluster.",
         "Vector LLC will join the Samara aerospace cluster."),
    ),
    "svod:supportedUnder": (
        ("Кластер «Заря» получает субсидии по программе «Рост».", "Кластер «Заря» не поддержан по программе «Рост».",
         "Кластер «Заря» планируется поддержать в рамках программы «Рост»."),
        ("The Samara aerospace cluster is supported under the Cluster Development Programme.",
         "The Samara aerospace cluster is not supported under the Cluster Development Programme.",
         "The Samara aerospace cluster will be supported under the Cluster Development Programme."),
    ),
    "svod:administeredBy": (
        ("Программу «Рост» реализует Минпромторг России.", "Программа «Рост» не реализуется Минпромторгом России.",
         "Программу «Рост» будет реализовывать Минпромторг России."),
        ("The Cluster Development Programme is administered by the Ministry of Industry and Trade.",
         "The Cluster Development Programme is not administered by the Ministry of Industry and Trade.",
         "The Cluster Development Programme will be administered by the Ministry of Industry and Trade."),
    ),
    "svod:legalBasis": (
        ("Программа «Рост» утверждена приказом Минпромторга России от 15.03.2017 № 777.",
         "Программа «Рост» не утверждена приказом Минпромторга России от 15.03.2017 № 777.",
         "Программа «Рост» будет утверждена приказом Минпромторга России от 15.03.2017 № 777."),
        ("The Cluster Development Programme was approved by Government Resolution No. 779 of 31 July 2015.",
         "The Cluster Development Programme was not approved by Government Resolution No. 779 of 31 July 2015.",
         "The Cluster Development Programme will be approved by Government Resolution No. 779 of 31 July 2015."),
    ),
    "schema:foundingDate": (
        ("Создан кластер «Заря» в Тульской области в 2013 году.", "Кластер «Заря» не был создан в 2013 году.",
         "Кластер «Заря» будет создан в 2027 году."),
        ("The Samara aerospace cluster was established in 2013.",
         "The Samara aerospace cluster was not established in 2013.",
         "The Samara aerospace cluster will be established in 2027."),
    ),
    "svod:registeredOn": (
        ("Кластер «Заря» включён в реестр промышленных кластеров 15.03.2017.",
         "Кластер «Заря» не включён в реестр на 15.03.2017.",
         "Кластер «Заря» планируется включить в реестр в 2026 году."),
        ("The Samara aerospace cluster was entered in the register on 15 March 2017.",
         "The Samara aerospace cluster was not included in the register in 2018.",
         "The Samara aerospace cluster will be included in the register in 2027."),
    ),
    "svod:cooperatesWith": (
        ("Кластер «Заря» сотрудничает с ООО «Вектор».", "Кластер «Заря» не сотрудничает с ООО «Вектор».",
         "Кластер «Заря» намерен сотрудничать с ООО «Вектор»."),
        ("The Samara aerospace cluster cooperates with Vector LLC.",
         "The Samara aerospace cluster does not cooperate with Vector LLC.",
         "The Samara aerospace cluster will cooperate with Vector LLC."),
    ),
    "svod:fundedWith": (
        ("На развитие кластера «Заря» выделено 12 млн рублей.",
         "На развитие кластера «Заря» не выделено 12 млн рублей.",
         "На развитие кластера «Заря» будет выделено 12 млн рублей."),
        ("In 2014 the Samara aerospace cluster was allocated 12 million roubles.",
         "The Samara aerospace cluster was not allocated 12 million roubles.",
         "The Samara aerospace cluster will be allocated 12 million roubles."),
    ),
}  # fmt: skip
"""By predicate: the sentences of each language that state it, deny it and plan it."""


@pytest.mark.parametrize(
    ("predicate", "text", "modality"),
    [
        (predicate, text, modality)
        for predicate, languages in SAID.items()
        for texts in languages
        for text, modality in zip(texts, ("asserted", "negated", "planned"), strict=True)
    ],
)
def test_a_relation_is_meant_as_it_is_said(stated: Stated, predicate: str, text: str, modality: str) -> None:
    found = stated(f"{text}\n", predicate)
    assert [statement.qualifiers.modality for _, statement in found] == [modality]


def test_an_act_that_enters_a_cluster_in_a_register_is_no_date_of_that(stated: Stated) -> None:
    text = "Кластер «Заря» внесён в реестр приказом Минпромторга России от 15.03.2017 № 777.\n"
    assert [fact[1] for fact, _ in stated(text, "svod:registeredOn", "svod:legalBasis")] == ["svod:legalBasis"]
