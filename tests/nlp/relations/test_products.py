"""What clusters and organizations produce, as sentences say it."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]


@pytest.mark.parametrize(
    ("text", "maker", "products", "modality"),
    [
        (
            "ООО «Вектор» выпускает насосы высокого давления, компрессоры и станки с числовым управлением.",
            "ООО «Вектор»",
            ["насосы высокого давления", "компрессоры", "станки с числовым управлением"],
            "asserted",
        ),
        ("АО «Прибор» производит медицинскую технику.", "АО «Прибор»", ["медицинская техника"], "asserted"),
        ("АО «Прибор» не производит медицинскую технику.", "АО «Прибор»", ["медицинская техника"], "negated"),
        ("АО «Прибор» планирует выпускать беспилотные аппараты.", "АО «Прибор»", ["беспилотные аппараты"], "planned"),
        ("Продукция кластера «Заря»: лодки, трубы.", "кластер «Заря»", ["лодки", "трубы"], "asserted"),
        (
            "Кластер «Заря» создан в 2013 году. Кластер выпускает лодки и трубы, которые идут на экспорт.",
            "Кластер «Заря»",
            ["лодки", "трубы"],
            "asserted",
        ),
        (
            "Кластер «Заря» специализируется на выпуске композитных материалов.",
            "Кластер «Заря»",
            ["композитные материалы"],
            "asserted",
        ),
        ("Пластиковые трубы выпускаются ООО «Вектор».", "ООО «Вектор»", ["пластиковые трубы"], "asserted"),
        (
            "Насосы и датчики не производятся предприятиями кластера «Заря».",
            "кластер «Заря»",
            ["насосы", "датчики"],
            "negated",
        ),
        ("Conveyor belts are produced by Vector LLC.", "Vector LLC", ["conveyor belts"], "asserted"),
        ("Vector LLC manufactures pumps and valves.", "Vector LLC", ["pumps", "valves"], "asserted"),
        ("Vector LLC does not produce pumps.", "Vector LLC", ["pumps"], "negated"),
        ("Vector LLC plans to manufacture drones.", "Vector LLC", ["drones"], "planned"),
    ],
)
def test_a_sentence_names_products(stated: Stated, text: str, maker: str, products: list[str], modality: str) -> None:
    found = stated(f"{text}\n", "svod:produces")
    assert [(subject, value) for (subject, _, value), _ in found] == [(maker, product) for product in products]
    assert {statement.qualifiers.modality for _, statement in found} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "АО «Прибор» производит расчёт субсидии.",
        "АО «Прибор» выпускает 5 тысяч автомобилей в год.",
        "АО «Прибор» производит новую продукцию.",
        "Минпромторг России производит отбор кластеров.",
    ],
)
def test_an_action_or_a_number_is_no_product(stated: Stated, text: str) -> None:
    assert stated(f"{text}\n", "svod:produces") == []
