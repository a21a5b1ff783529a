"""Of what goals, requirements and stages are."""

from collections.abc import Callable

import pytest

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]
LISTING = ("svod:requirement", "svod:supportMeasure", "svod:indicator", "svod:goal", "svod:selectionStage")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Требования к промышленным кластерам:\n- не менее 10 участников;\n",
            ("status/industrial", "svod:requirement", "не менее 10 участников"),
        ),
        (
            "Программа поддержки промышленных кластеров\n\nЦели программы:\n- растить экспорт;\n",
            ("programme/industrial-clusters", "svod:goal", "растить экспорт"),
        ),
        (
            "Support areas of pilot innovative clusters\n\n- HR training;\n",
            ("status/pilot", "svod:supportMeasure", "HR training"),
        ),
        (
            "Промышленный кластер должен иметь совет.\n",
            ("status/industrial", "svod:requirement", "Промышленный кластер должен иметь совет"),
        ),
    ],
)
def test_the_title_or_those_above_say_of_what(stated: Stated, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in [found for found, _ in stated(text, *LISTING)]


def test_what_is_asked_of_projects_is_not_asked_of_the_cluster_above(stated: Stated) -> None:
    text = "Промышленные кластеры\n\nТребования к совместному проекту:\n- два участника;\n"
    [((subject, _, item), statement)] = stated(text, *LISTING)
    assert (subject.startswith("document/"), item) == (True, "два участника")
    assert [evidence.role for evidence in statement.evidence] == ["value", "label"]
