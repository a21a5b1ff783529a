"""What the tests of the librarian's screens share: a library of cards, and what a person does on the page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Svod = Callable[..., Any]

CARDS = {
    # file: title, fields
    "wood.html": (
        "Кластер «Лесной Дом»",
        {"Регион": "Вологодская область", "Менеджер кластера": "Орлов Пётр Ильич", "Количество участников": "31"},
    ),
    "wood-later.html": ("Кластер «Лесной Дом»", {"Регион": "Вологодская область", "Количество участников": "44"}),
    "bio.html": (
        "Биофармацевтический кластер",
        {"Менеджер кластера": "Белов Олег Ильич", "Количество участников": "12"},
    ),
    "bio-en.html": ("Biopharmaceutical cluster", {"Cluster manager": "Mark Levin", "Number of members": "13"}),
    "leaving.html": ("Кластер «Уходящий»", {"Менеджер кластера": "Рябова Елена Олеговна"}),
}
NAME = "Анна Смирнова"
SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const drawn = document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]');
    if (app?.dataset.testScriptState !== 'notRunning' || !drawn) return (window.quietSince = null) !== null;
    return Date.now() - (window.quietSince ??= Date.now()) > 400;
}"""


def card(title: str, fields: dict[str, str]) -> str:
    """A registry page."""
    rows = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in fields.items())
    return f'<!doctype html><html lang="ru"><head><title>{title}</title></head><body><h1>{title}</h1><dl>{rows}</dl>'


def settle(tab: Any) -> None:
    """Wait until the page is drawn and stays so: it may rest for a moment between two drawings, and a click is lost."""
    tab.wait_for_function(SETTLED)


def press(tab: Any, name: str, then: str) -> None:
    """Press a button, and wait until the page says what was done."""
    settle(tab)
    tab.get_by_role("button", name=name, exact=True).first.click()
    tab.get_by_text(then).first.wait_for()
    settle(tab)


def click(tab: Any, role: str, name: str) -> None:
    """Click a button, or one of several ways."""
    settle(tab)
    tab.get_by_role(role, name=name, exact=True).click()


def unfold(tab: Any, title: str) -> None:
    """Open a folded part of the page."""
    settle(tab)
    tab.locator("summary").filter(has_text=title).click()
    settle(tab)


def write(tab: Any, label: str, text: str) -> None:
    """Write into the field whose label begins so."""
    settle(tab)
    tab.get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)


def choose(tab: Any, label: str, option: str, *, exact: bool = True) -> None:
    """Choose an option of a field; its list closes while what is above it still unfolds, so it is opened again."""
    settle(tab)
    wanted = tab.get_by_role("option", name=option, exact=exact)
    field = tab.get_by_role("combobox", name=label, exact=True)
    for turn in range(20):
        field.press("ArrowDown") if turn % 2 else field.fill(option.rpartition(" · ")[2])
        tab.wait_for_timeout(500)
        if wanted.count():
            break
    wanted.click()
    settle(tab)


def answer(svod: Svod, library: Path, question: str) -> list[str]:
    """The answers of the command line."""
    return [str(row["label"]) for row in svod("ask", question, "--library", library, "--json").json["answers"]]


def judgements(svod: Svod, library: Path) -> list[Any]:
    """Every judgement, oldest first."""
    found: list[Any] = svod("history", "--library", library, "--json").json["judgements"]
    return found
