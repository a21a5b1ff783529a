"""What the page offers below a card, in a real browser: each way to put a thing right, what the graph says afterwards,
and that it comes back when it is undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.plain import DEFAULT, matching
from graph.terms import TYPE
from tests.ui.librarian import Svod, answer, choose, click, press, unfold, write
from ui.snapshots import current

pytestmark = pytest.mark.browser

WOOD, BIO, LEAVING = "cluster/lesnoi-dom", "cluster/biofarmatsevticheskii-klaster", "cluster/ukhodiashchii"


def values(library: Path, thing: str, curie: str) -> set[str]:
    """What the resolved view gives as a property of a thing, things by their ids."""
    now = current(library)
    found = matching(now.store, now.iri(thing), now.iri(curie), None, DEFAULT)
    return {quad.object.value.removeprefix(now.base) for quad in found}


def things(library: Path, curie: str) -> set[str]:
    """The ids of the things of a class."""
    now = current(library)
    found = matching(now.store, None, TYPE, now.iri(curie), DEFAULT)
    return {quad.subject.value.removeprefix(now.base) for quad in found}


def open_judging(page: Callable[[str], Any], thing: str, way: str) -> Any:
    """The card of a thing, with one of the ways to put it right open."""
    tab = page(f"/thing?thing={thing}")
    unfold(tab, "Исправить")
    click(tab, "radio", way)
    return tab


def undo(page: Callable[[str], Any]) -> None:
    """Take the first decision back."""
    press(page("/decisions"), "Отменить", "Решение 1 отменено.")


def test_a_count_is_corrected_from_the_card(page: Any, desk: Any, svod: Svod) -> None:
    question = "Сколько участников в Биофармацевтическом кластере?"
    tab = open_judging(page, BIO, "Факт")
    choose(tab, "Какой факт", "число участников · 12")
    write(tab, "Верное значение", "много")
    press(tab, "Исправить значение", "нужно целое число, например «12»")
    assert values(desk.library, BIO, "svod:memberCount") == {"12"}
    write(tab, "Верное значение", "15")
    press(tab, "Исправить значение", "Записано: верное значение — «15».")
    assert values(desk.library, BIO, "svod:memberCount") == {"15"}
    assert answer(svod, desk.library, question) == ["15"]
    undo(page)
    assert values(desk.library, BIO, "svod:memberCount") == {"12"}
    assert answer(svod, desk.library, question) == ["12"]


def test_a_manager_is_corrected_to_another_person(page: Any, desk: Any, svod: Svod) -> None:
    question = "Кто менеджер кластера «Лесной Дом»?"
    (before,) = values(desk.library, WOOD, "svod:manager")
    tab = open_judging(page, WOOD, "Факт")
    choose(tab, "Какой факт", "менеджер кластера · Орлов Пётр Ильич")
    choose(tab, "Верное значение", "Белов Олег Ильич")
    press(tab, "Исправить значение", "Записано: верное значение — «Белов Олег Ильич».")
    assert values(desk.library, WOOD, "svod:manager") == values(desk.library, BIO, "svod:manager") != {before}
    assert answer(svod, desk.library, question) == ["Белов Олег Ильич"]
    undo(page)
    assert values(desk.library, WOOD, "svod:manager") == {before}
    assert answer(svod, desk.library, question) == ["Орлов Пётр Ильич"]


def test_two_clusters_are_merged_from_the_card(page: Any, desk: Any) -> None:
    before = things(desk.library, "svod:Cluster")
    tab = open_judging(page, LEAVING, "Объединить")
    choose(tab, "С чем объединить", "Кластер «Лесной Дом»")
    press(tab, "Объединить", "одно и то же.")
    (whole,) = {LEAVING, WOOD} & things(desk.library, "svod:Cluster")
    assert things(desk.library, "svod:Cluster") == before - {LEAVING, WOOD} | {whole}
    assert len(values(desk.library, whole, "svod:manager")) == 2
    (gone,) = {LEAVING, WOOD} - {whole}
    assert desk.get(f"/id/{gone}").status_code == 301
    undo(page)
    assert things(desk.library, "svod:Cluster") == before
    assert desk.get(f"/id/{gone}").status_code == 303


def test_one_documents_mention_is_split_from_the_card(page: Any, desk: Any) -> None:
    before = things(desk.library, "svod:Cluster")
    assert values(desk.library, WOOD, "svod:memberCount") == {"31", "44"}
    tab = open_judging(page, WOOD, "Разделить")
    choose(tab, "Чьё упоминание о другом", "wood-later.html", exact=False)
    press(tab, "Разделить", "Записано: это разные предметы.")
    (other,) = things(desk.library, "svod:Cluster") - before
    assert values(desk.library, WOOD, "svod:memberCount") == {"31"}
    assert values(desk.library, other, "svod:memberCount") == {"44"}
    undo(page)
    assert things(desk.library, "svod:Cluster") == before
    assert values(desk.library, WOOD, "svod:memberCount") == {"31", "44"}


def test_a_person_is_erased_from_the_card_for_good(page: Any, desk: Any, svod: Svod) -> None:
    (person,) = values(desk.library, LEAVING, "svod:manager")
    tab = open_judging(page, person, "Стереть человека")
    write(tab, "Чтобы подтвердить", "стереть")
    click(tab, "button", "Стереть навсегда")
    tab.locator("[data-testid=stAlertContentError]").wait_for()
    assert values(desk.library, LEAVING, "svod:manager") == {person}
    write(tab, "Чтобы подтвердить", "СТЕРЕТЬ")
    press(tab, "Стереть навсегда", "Стёрто.")
    assert values(desk.library, LEAVING, "svod:manager") == set()
    assert "Рябова" not in svod("export", "--format", "nquads", "--library", desk.library).out
    assert desk.get(f"/id/{person}").status_code == 404  # as if it had never been here
    last = svod("history", "--library", desk.library, "--json").json["commits"][-1]
    assert last["kind"] == "erased"
    undoable = page("/decisions").get_by_role("button", name="Отменить").count()
    rolled = page("/history").locator(".stElementContainer", has_text="стёрто").get_by_role("button").count()
    assert (undoable, rolled) == (0, 0)
