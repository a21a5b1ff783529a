"""How the progress of a batch is shown."""

import doctest

import pytest

from ui import watching
from ui.watching import Lines


def test_the_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(watching) == (0, 2)


def test_without_a_terminal_a_line_says_now_and_then_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = 100.0
    monkeypatch.setattr("time.monotonic", lambda: clock)
    watched = Lines(4, began_at=100.0)
    said = []
    for clock in (105.0, 112.0, 115.0, 140.0):  # noqa: B007  # the clock reads it
        watched.ended(3)
        said.append(capsys.readouterr().err)
    assert said == ["", "2 of 4 documents, 6 pages, 0.5 pages/s, 12 s left\n", "", ""]


@pytest.mark.parametrize(("is_terminal", "shown"), [(False, ""), (True, "documents, 7 pages")])
def test_a_terminal_gets_a_bar(
    is_terminal: bool, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    with watching.watching(2) as watched:
        watched.began("corpus/tula.pdf", "read")
        watched.ended(7)
    assert shown in capsys.readouterr().err
