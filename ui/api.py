"""`/api/…`: JSON. Reading is open; writing asks for the token that `server.json` holds."""

import json
import secrets
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from zstandard import ZstdError

from graph.answer import as_json, ask
from graph.approval import approve, roll_back
from graph.edition import load
from graph.erasure import erase_document, erase_person
from graph.errors import UnknownTime
from graph.exchange import import_lines
from graph.judgement import Judgement
from graph.status import status
from ui.desk import desk
from ui.framing import unframe
from ui.images import rendered

Change = Callable[[bytes], Any]


def get_ask(request: Request) -> Response:
    """`GET /api/ask?question=…&as-of=…`: the answer as `svod ask --json` prints it."""
    question = request.query_params.get("question", "").strip()
    if not question:
        raise HTTPException(400, "give a question: /api/ask?question=…")
    try:
        snapshot = desk().snapshot(request.query_params.get("as-of"))
    except UnknownTime as error:
        raise HTTPException(400, str(error)) from error
    return JSONResponse(as_json(ask(question, snapshot)), headers={"Access-Control-Allow-Origin": "*"})


def get_status(request: Request) -> Response:
    """`GET /api/status`: what is in the library."""
    return JSONResponse(asdict(status(desk().snapshot())))


def written(change: Change) -> Callable[[Request], Any]:
    """A route that checks the token and makes the change; the library's refusals are 4xx with their reason."""

    async def route(request: Request) -> Response:
        require_token(request)
        body = await request.body()
        try:
            result = await run_in_threadpool(change, body)
        except (ValueError, KeyError, TypeError, ZstdError) as error:
            raise HTTPException(400, f"the request cannot be read: {error}") from error
        return JSONResponse(result)

    return route


def require_token(request: Request) -> None:
    """Raises 401 unless the request brings this server's token."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ").encode()
    if not secrets.compare_digest(given, desk().token.encode()):
        raise HTTPException(401, "writing asks for the token", headers={"WWW-Authenticate": "Bearer"})


def get_edition(request: Request) -> Response:
    """`GET /api/editions?source=…&digest=…&key=…`: what adding it would do, and why."""
    asked = [request.query_params.get(name, "") for name in ("source", "digest", "key")]
    status_, reason = desk().write(lambda ledger: ledger.status_of(*asked))
    return JSONResponse({"status": status_, "reason": reason})


def add_edition(body: bytes) -> Any:
    """`POST /api/editions`: an edition with its bytes, as `ui.framing` frames them."""
    edition, data = unframe(body)
    read = load(edition)
    return asdict(desk().write(lambda ledger: ledger.add(read, data or None)))


def add_sighting(body: bytes) -> Any:
    """`POST /api/sightings` `{"source", "digest"}`: bytes that the library has, seen at one more source."""
    seen = json.loads(body)
    source, digest = str(seen["source"]), str(seen["digest"])
    return asdict(desk().write(lambda ledger: ledger.see(source, digest)))


def add_withdrawal(body: bytes) -> Any:
    """`POST /api/withdrawals` `{"document"}`."""
    name = str(json.loads(body)["document"])
    return asdict(desk().write(lambda ledger: ledger.withdraw(name)))


def add_judgement(body: bytes) -> Any:
    """`POST /api/judgements`: the fields of a Judgement."""
    fields = json.loads(body)
    fields |= {"statements": tuple(fields.get("statements", ())), "claims": ()}  # what they claim is looked up here
    return asdict(desk().write(lambda ledger: ledger.judge(Judgement(**fields))))


def add_approval(body: bytes) -> Any:
    """`POST /api/approvals` `{"names": […], "who"}`: editions that wait are committed, all or none."""
    names, who = _named(body)
    return asdict(desk().write(lambda ledger: approve(ledger, names, who)))


def add_rollback(body: bytes) -> Any:
    """`POST /api/rollbacks` `{"names": […], "who"}`: editions that wait are let go, or commits taken back."""
    names, who = _named(body)
    return asdict(desk().write(lambda ledger: roll_back(ledger, names, who)))


def add_import(body: bytes) -> Any:
    """`POST /api/imports` `{"lines": […]}`: judgements of another library, as `svod judgements export` writes them."""
    lines = [str(line) for line in json.loads(body)["lines"]]
    return asdict(desk().write(lambda ledger: import_lines(ledger, lines)))


def add_erasure(body: bytes) -> Any:
    """`POST /api/erasures` `{"document"}` or `{"person": […]}`, and `"who"`: gone for good, pictures of pages too."""
    said = json.loads(body)
    who = str(said.get("who", ""))
    if "document" in said:
        commit = desk().write(lambda ledger: erase_document(ledger, str(said["document"]), who))
    else:
        commit = desk().write(lambda ledger: erase_person(ledger, [str(name) for name in said["person"]], who))
    rendered.cache_clear()
    return asdict(commit)


def _named(body: bytes) -> tuple[list[str], str]:
    said = json.loads(body)
    return [str(name) for name in said.get("names", ())], str(said.get("who", ""))


def add_rebuild(body: bytes) -> Any:
    """`POST /api/rebuilds`: what follows from the documents and judgements, worked out anew."""
    return asdict(desk().write(lambda ledger: ledger.rebuild()))


def add_publication(body: bytes) -> Any:
    """`POST /api/publication`: readers see every commit so far."""
    return {"commit": desk().publish()}


ROUTES = [
    Route("/api/ask", get_ask),
    Route("/api/status", get_status),
    Route("/api/editions", get_edition, methods=["GET"]),
    Route("/api/editions", written(add_edition), methods=["POST"]),
    Route("/api/sightings", written(add_sighting), methods=["POST"]),
    Route("/api/withdrawals", written(add_withdrawal), methods=["POST"]),
    Route("/api/judgements", written(add_judgement), methods=["POST"]),
    Route("/api/approvals", written(add_approval), methods=["POST"]),
    Route("/api/rollbacks", written(add_rollback), methods=["POST"]),
    Route("/api/erasures", written(add_erasure), methods=["POST"]),
    Route("/api/imports", written(add_import), methods=["POST"]),
    Route("/api/rebuilds", written(add_rebuild), methods=["POST"]),
    Route("/api/publication", written(add_publication), methods=["POST"]),
]
