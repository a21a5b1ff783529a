"""The corpus library, built once for the tests that read it; what is tried at random may take its time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph import Library, build
from graph.library import create
from ingest import collect

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of every document of `corpus/documents`; each was added."""
    library = create(tmp_path_factory.mktemp("corpus") / "library")
    sources = [source.path for source in collect([str(CHECKOUT / "corpus" / "documents")]).sources]
    outcomes = list(build(library, sources))
    assert {outcome.status for outcome in outcomes} == {"added"}, outcomes
    return library
