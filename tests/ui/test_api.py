"""What the API answers to a body that it cannot read, and to a fault of its own."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.routing import Route

from graph.ledger import Commit, Ledger
from graph.library import create
from ui.api import ROUTES, Change, written
from ui.desk import Desk
from ui.problem import EXCEPTION_HANDLERS

TOKEN = "a token"
Post = Callable[[str, str], httpx.Response]


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """Posts a body to a path of the API over an empty library."""
    library = create(tmp_path / "library")
    routes = [*ROUTES, Route("/api/faults", written(faulty), methods=["POST"])]
    application = Starlette(routes=routes, exception_handlers=EXCEPTION_HANDLERS)
    with Ledger.open(library) as ledger:
        monkeypatch.setattr("ui.desk._seated", [Desk(library, ledger, TOKEN)])
        with ThreadPoolExecutor(1) as thread:  # a browser test may have left a loop running in this one
            yield lambda path, body: thread.submit(asyncio.run, answer(application, path, body)).result()


async def answer(application: Starlette, path: str, body: str) -> httpx.Response:
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://svod", headers=headers) as client:
        return await client.post(path, content=body.encode())


def faulty(body: bytes) -> Change:
    """A change that goes wrong by no fault of the body's."""

    def change() -> None:
        raise KeyError(body.decode())

    return change


def test_a_fault_of_ours_is_not_laid_to_the_request(post: Post) -> None:
    found = post("/api/faults", "name")
    assert (found.status_code, "name" in found.text) == (500, False)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"kind": "same", "left": 5, "right": "cluster/b"}', "left"),
        ('{"kind": "same", "left": "cluster/a", "rigth": "cluster/b"}', "rigth"),
        ("{", "cannot be read"),
    ],
)
def test_a_judgement_that_is_none_is_refused_by_the_name_of_what_is_wrong(post: Post, body: str, said: str) -> None:
    found = post("/api/judgements", body)
    assert (found.status_code, said in found.json()["detail"]) == (400, True)


def test_an_erasure_leaves_nothing_in_the_memory_of_the_page(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Анна"]

    @st.cache_data
    def worked_out() -> str:
        return names[0]

    assert worked_out() == "Анна"
    names[0] = ""
    monkeypatch.setattr("ui.api.erase_document", lambda *_: Commit(2, "erased", "", 0, 0))
    assert post("/api/erasures", '{"document": "document/1"}').status_code == 200
    assert worked_out() == ""
