"""The corpus library, built once for the tests that read it."""

from pathlib import Path

import pytest

from graph import Library, build
from graph.library import create
from ingest import collect

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of every document of `corpus/documents`; each was added."""
    library = create(tmp_path_factory.mktemp("corpus") / "library")
    sources = [source.path for source in collect([str(CHECKOUT / "corpus" / "documents")]).sources]
    outcomes = list(build(library, sources))
    assert {outcome.status for outcome in outcomes} == {"added"}, outcomes
    return library
