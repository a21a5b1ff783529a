"""The full-text projection: names in any form, pages, and keeping up with the ledger."""

from pathlib import Path

import pytest

from graph.ledger import Ledger
from graph.library import open_library
from graph.search import Index, open_index
from graph.snapshot import Snapshot
from tests.graph.conftest import Sheet, make_library


@pytest.fixture
def index(asked: Snapshot) -> Index:
    made = Index()
    made.sync(asked)
    return made


@pytest.mark.parametrize("text", ["Галицкого", "ГАЛИЦКИЙ", "Galitsky", "Galitskiy"])
def test_a_name_is_found_in_any_form_and_alphabet(index: Index, text: str) -> None:
    from graph.search import forms_of

    assert "Галицкий Сергей" in {name.text for name in index.names(forms_of(text))}


def test_nearly_written_names_are_candidates(index: Index) -> None:
    assert index.similar("Галицкй Сергей")[0].text == "Галицкий Сергей"
    assert index.similar("Ъ") == ()


def test_pages_are_found_by_words_in_any_form(index: Index) -> None:
    (hit,) = index.search("пермскому краю фотонике")
    assert (hit.title, hit.page) == ("Реестр", 1)
    assert hit.snippet.startswith("Пермский край")
    assert index.search("") == ()
    assert index.search('" OR NEAR(') == ()


def test_the_file_follows_the_ledger(tmp_path: Path) -> None:
    one = Sheet("one.txt", "ru", "Первый", "Кластер «Альфа»")
    one.thing("svod:Cluster", "Кластер «Альфа»")
    snapshot = make_library(tmp_path / "library", [one])
    path = snapshot.library.search
    index = Index(path)
    assert index.sync(snapshot)
    assert not index.sync(snapshot)
    assert index.search("альфа")
    with Ledger.open(open_library(tmp_path / "library")) as ledger:
        ledger.withdraw("one.txt")
    later = Snapshot.open(snapshot.library)
    with open_index(path, later) as own:
        assert not own.names({"альфа"})  # the file is behind: the names are taken from the snapshot
    assert index.sync(later)
    assert not index.search("альфа")
    assert not index.names({"альфа"})
    index.close()
