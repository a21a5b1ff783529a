"""The command line run for real, and the corpus behind a real server on a free port."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph import Library
from tests.ui.librarian import CARDS, NAME, click, settle, write
from tests.ui.librarian import card as registry_page
from ui.cli import main

CARD = """<!doctype html><html lang="ru"><head><title>Кластер «Проба»</title></head><body>
<h1>Кластер «Проба»</h1><dl><dt>Регион</dt><dd>Тверская область</dd>
<dt>Менеджер кластера</dt><dd>Смирнова Анна Павловна</dd>
<dt>Статус кластера</dt><dd>Промышленный кластер</dd></dl></body></html>"""


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its one JSON object."""
        return json.loads(self.out)


def run_here(*arguments: str | Path) -> int:
    """Run a command in this process; its exit code."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


@pytest.fixture
def svod(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run_here(*arguments)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def svod_apart() -> Callable[..., Ran]:
    """Runs a command in a process of its own."""

    def run(*arguments: str | Path, given: str = "", cwd: Path | None = None) -> Ran:
        command = [sys.executable, "-m", "ui.cli", *map(str, arguments)]
        environment = {name: value for name, value in os.environ.items() if name != "SVOD_LIBRARY"}
        done = subprocess.run(
            command, input=given.encode(), capture_output=True, cwd=cwd, env=environment, check=False, timeout=120
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a registry page, and a library of that page beside it; for reading."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "proba.html").write_text(CARD, encoding="utf-8")
    assert run_here("ingest", folder / "proba.html", "--library", folder / "library") == 0
    return folder


@pytest.fixture
def small(cards: Path) -> Path:
    """The library of one page, for reading."""
    return cards / "library"


@pytest.fixture
def card(cards: Path, tmp_path: Path) -> Path:
    """The registry page, copied into a folder of its own."""
    return Path(shutil.copy(cards / "proba.html", tmp_path))


@pytest.fixture
def own(cards: Path, card: Path, tmp_path: Path) -> Path:
    """A copy of that library beside the card, for writing."""
    return Path(shutil.copytree(cards / "library", tmp_path / "library", symlinks=True))


@dataclass(frozen=True)
class Server:
    """A running `svod serve`."""

    url: str
    library: Path

    def get(self, path: str, accept: str = "*/*", **parameters: str) -> httpx.Response:
        """GET without following redirects."""
        return httpx.get(self.url + path, params=parameters or None, headers={"Accept": accept}, timeout=30)

    def post(self, path: str, content: bytes | str, media: str, token: str = "") -> httpx.Response:
        """POST, with the token where one is given."""
        headers = {"Content-Type": media} | ({"Authorization": f"Bearer {token}"} if token else {})
        return httpx.post(self.url + path, content=content, headers=headers, timeout=30)


@pytest.fixture(scope="session")
def server(corpus_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A copy of the corpus library, served; tests may write to it as long as they take back what they did."""
    copy = tmp_path_factory.mktemp("served") / "library"
    shutil.copytree(corpus_library.path, copy, symlinks=True)
    with served(copy) as running:
        yield running


@contextmanager
def served(library: Path) -> Iterator[Server]:
    """`svod serve` of a library, until the end of the block."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0", "--library", str(library)]
    log = library.with_name("server.log")
    with log.open("w") as said, subprocess.Popen(command, stderr=said) as process:
        yield Server(announced(log, process), library)
        process.terminate()
        assert process.wait(timeout=20) == 0
    assert not (library / "server.json").exists()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


def announced(log: Path, process: "subprocess.Popen[bytes]") -> str:
    """The URL that the server says it serves at, once it has said so."""
    while process.poll() is None:
        if found := re.search(r"at (http://\S+?)/ ", log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of cards, and a library of them, for copying."""
    folder = tmp_path_factory.mktemp("librarian")
    for name, (title, fields) in CARDS.items():
        (folder / name).write_text(registry_page(title, fields), encoding="utf-8")
    paths = [folder / name for name in CARDS]
    assert run_here("ingest", *paths, "--library", folder / "library", "--workers", "1") == 0
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """The cards with their library, for writing."""
    return Path(shutil.copytree(filled, tmp_path / "own", symlinks=True))


@pytest.fixture
def desk(folder: Path) -> Iterator[Any]:
    """The library, served."""
    with served(folder / "library") as running:
        yield running


@pytest.fixture
def page(browser: Any, desk: Any) -> Iterator[Any]:
    """Opens a screen and waits until it is drawn, in the name of a librarian."""
    context = browser.new_context(viewport={"width": 1280, "height": 2200}, locale="ru-RU")  # lists close on scrolling
    tab = context.new_page()

    def open_(address: str) -> Any:
        tab.goto(desk.url + address)
        settle(tab)
        return tab

    write(open_("/unsure"), "Ваше имя", NAME)
    click(tab, "button", "Записать")
    tab.get_by_text(f"на имя: {NAME}").wait_for()
    yield open_
    context.close()
