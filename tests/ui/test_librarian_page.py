"""What a librarian decides on the page, in a real browser, and what the library says afterwards."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ui.librarian import CARDS, NAME, Svod, answer, choose, click, judgements, press, settle, unfold, write
from ui.listing import statements_of_page
from ui.snapshots import current
from ui.views.links import digits

pytestmark = pytest.mark.browser
SCREENS = ("unsure", "review", "conflicts", "decisions", "history", "map", "acts?on=2015-12-31", "thing")


def pairs(svod: Svod, library: Path) -> list[tuple[str, str]]:
    """The pairs that the command line lists."""
    found = svod("unsure", "--library", library, "--json").json["unsure"]
    return [(pair["left"]["thing"], pair["right"]["thing"]) for pair in found]


def test_a_pair_is_decided_and_the_decision_undone(page: Any, desk: Any, svod: Svod) -> None:
    library, count = desk.library, "Сколько кластеров в библиотеке?"
    assert pairs(svod, library) == [("cluster/biopharmaceutical-cluster", "cluster/biofarmatsevticheskii-klaster")]
    assert answer(svod, library, count) == ["4"]
    tab = page("/unsure")
    tab.get_by_text("Названия одинаково говорят о том").wait_for()
    write(tab, "Почему", "одна управляющая команда")
    tab.get_by_label("Почему", exact=True).press("Enter")
    press(tab, "Одно и то же", "одно и то же.")
    tab.get_by_text("Ни одна пара не ждёт решения.").wait_for()
    assert pairs(svod, library) == []
    assert answer(svod, library, count) == ["3"]
    (row,) = judgements(svod, library)
    assert (row["kind"], row["who"], row["why"]) == ("same", NAME, "одна управляющая команда")
    press(page("/decisions"), "Отменить", "Решение 1 отменено.")
    assert len(pairs(svod, library)) == 1
    assert answer(svod, library, count) == ["4"]


def test_an_edition_is_approved_and_rolled_back(page: Any, desk: Any, folder: Path, svod: Svod) -> None:
    question, changed = "Кто менеджер кластера «Лесной Дом»?", folder / "wood.html"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Орлов Пётр Ильич", "Гусев Илья Ильич"), "utf-8")
    assert svod("ingest", "--review", changed, "--library", desk.library, "--workers", "1").code == 0
    tab = page("/review")
    tab.get_by_text("Исчезнут").wait_for()
    assert {"Орлов Пётр Ильич", "Гусев Илья Ильич"} <= {
        text.split("\n")[0] for text in tab.locator(".svod-quote").all_inner_texts()
    }
    press(tab, "Одобрить всё", "Одобрено документов: 1.")
    assert answer(svod, desk.library, question) == ["Гусев Илья Ильич"]
    tab.get_by_text("Ничего не ждёт проверки.").wait_for()
    tab = page("/history")
    press(tab, "Откатить", "откачено.")
    assert tab.get_by_role("button", name="Откатить").count() == len(CARDS)  # neither the edition's nor the rollback's
    assert answer(svod, desk.library, question) == ["Орлов Пётр Ильич"]
    last = svod("history", "--library", desk.library, "--json").json["commits"][-1]
    assert (last["kind"], last["who"]) == ("rolled back", NAME)


def test_what_waits_is_let_go_on_the_page(page: Any, desk: Any, folder: Path, svod: Svod) -> None:
    changed = folder / "wood.html"
    changed.write_text(changed.read_text(encoding="utf-8").replace("31", "35"), encoding="utf-8")
    assert svod("ingest", "--review", changed, "--library", desk.library, "--workers", "1").code == 0
    tab = page("/review")
    tab.get_by_text("31 → 35").wait_for()
    click(tab, "button", "Отклонить всё")
    press(tab, "Да, отклонить", "Отклонено редакций: 1.")
    assert svod("review", "--library", desk.library, "--json").json["documents"] == []


def test_a_conflict_is_resolved_and_opened_again(page: Any, desk: Any, svod: Svod) -> None:
    def state() -> list[str]:
        return [row["state"] for row in svod("conflicts", "--library", desk.library, "--json").json["conflicts"]]

    assert state() == ["open"]
    page("/cluster?cluster=cluster/lesnoi-dom").get_by_text("документы расходятся").wait_for()
    tab = page("/conflicts")
    assert tab.get_by_text("wood-later.html").count() == 1
    press(tab, "Верно это", "Записано: верно «31».")
    assert state() == ["upheld"]
    assert judgements(svod, desk.library)[0]["who"] == NAME
    press(tab, "Открыть снова", "Решение 1 отменено.")
    assert state() == ["open"]


def test_a_fact_is_rejected_from_the_card(page: Any, desk: Any, svod: Svod) -> None:
    question = "Кто менеджер кластера «Лесной Дом»?"
    tab = page("/thing?thing=cluster/lesnoi-dom")
    unfold(tab, "Исправить")
    choose(tab, "Какой факт", "менеджер кластера · Орлов Пётр Ильич")
    press(tab, "Это неверно", "Записано: это неверно.")
    assert svod("ask", question, "--library", desk.library, "--json").json["verdict"] == "not_stated"
    press(page("/decisions"), "Отменить", "Решение 1 отменено.")
    assert answer(svod, desk.library, question) == ["Орлов Пётр Ильич"]


def test_an_added_fact_needs_its_words_on_the_page(page: Any, desk: Any, svod: Svod) -> None:
    tab = page("/thing?thing=cluster/ukhodiashchii")
    unfold(tab, "Исправить")
    click(tab, "radio", "Добавить факт")
    choose(tab, "Связь", "число участников")
    write(tab, "Значение", "7")
    choose(tab, "Документ", "Кластер «Уходящий»")
    write(tab, "Слова документа", "Семь участников")
    press(tab, "Добавить", "этих слов на странице 1 нет")
    write(tab, "Слова документа", "Рябова Елена Олеговна")
    press(tab, "Добавить", "Записан факт с отрывком.")
    assert answer(svod, desk.library, "Сколько участников в кластере «Уходящий»?") == ["7"]


def test_a_statement_is_rejected_below_its_page(page: Any, desk: Any, svod: Svod) -> None:
    question = "Кто менеджер кластера «Лесной Дом»?"
    (row,) = svod("ask", question, "--library", desk.library, "--json").json["answers"]
    document = row["evidence"][0]["document"]
    stated = statements_of_page(current(desk.library), document, 1, "ru")
    (statement,) = [item.id for item in stated if item.object == "Орлов Пётр Ильич" and "менеджер" in item.predicate]
    tab = page(f"/documents?document={digits(document)}&statement={digits(statement)}")
    press(tab, "Это неверно", "Записано: это неверно.")
    assert svod("ask", question, "--library", desk.library, "--json").json["verdict"] == "not_stated"


def test_a_document_is_withdrawn_in_the_librarians_name_and_erased_by_a_typed_word(
    page: Any, desk: Any, svod: Svod
) -> None:
    listed = svod("status", "--library", desk.library, "--json").json["documents"]
    ids = {Path(row["sources"][0]).name: row["id"].rpartition("/")[2] for row in listed}
    tab = page(f"/documents?document={ids['leaving.html']}")
    unfold(tab, "Изъять или стереть")
    click(tab, "button", "Стереть навсегда")
    tab.locator("[data-testid=stAlertContentError]").wait_for()
    assert len(svod("status", "--library", desk.library, "--json").json["documents"]) == len(CARDS)
    press(tab, "Изъять документ", "Документ изъят.")
    last = svod("history", "--library", desk.library, "--json").json["commits"][-1]
    assert (last["kind"], last["who"]) == ("withdrawn", NAME)
    tab = page(f"/documents?document={ids['bio.html']}")
    unfold(tab, "Изъять или стереть")
    write(tab, "Чтобы подтвердить", "СТЕРЕТЬ")
    press(tab, "Стереть навсегда", "Стёрто.")
    left = svod("status", "--library", desk.library, "--json").json["documents"]
    assert len(left) == len(CARDS) - 2
    assert "Биофармацевтический" not in svod("export", "--format", "nquads", "--library", desk.library).out


def test_a_tile_leads_to_the_registry_of_its_region(page: Any) -> None:
    tab = page("/map")
    tile = tab.locator('.svod-map a[title="Вологодская область: 1"]')
    tile.click()
    tab.get_by_text("Кластеров: 1").wait_for()
    assert "registry?region=region%2FRU-VLG" in tab.url


def test_every_screen_fits_a_phone_and_shows_no_error(page: Any) -> None:
    for screen in SCREENS:
        for language in ("ru", "en"):
            tab = page(f"/{screen}{'&' if '?' in screen else '?'}lang={language}")
            tab.set_viewport_size({"width": 390, "height": 844})
            settle(tab)
            assert tab.evaluate("document.documentElement.scrollWidth") <= 390, screen
            assert tab.locator("[data-testid=stException]").count() == 0, screen
            assert tab.evaluate("document.documentElement.lang") == language, screen


def test_nobody_decides_without_a_name_or_about_the_past(browser: Any, desk: Any) -> None:
    context = browser.new_context(locale="ru-RU")
    tab = context.new_page()
    for address, said in (
        ("/unsure", "Кто принимает решения?"),
        (f"/unsure?as-of={datetime.now(UTC).date()}", "решения принимаются"),
    ):
        tab.goto(desk.url + address)
        tab.get_by_text(said).wait_for()
        assert tab.get_by_role("button", name="Одно и то же").is_disabled()
    context.close()
