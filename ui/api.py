"""`/api/…`: JSON. Reading is open; writing asks for the token that `server.json` holds."""

import json
import secrets
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter
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
from graph.ledger import Commit, Ledger
from graph.log import Mandate
from graph.status import status
from ui.desk import desk
from ui.forgetting import forget
from ui.framing import unframe

Change = Callable[[], Any]
Reader = Callable[[bytes], Change]
"""Reads the body of a request; comes back with what makes the change. Only the reading may find fault with the body."""


JUDGEMENT = TypeAdapter(Judgement)


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


def written(read: Reader) -> Callable[[Request], Any]:
    """A route that checks the token, reads what is asked, and makes the change; the library's refusals are 4xx with
    their reason, a body that cannot be read is 400, a fault of ours stays 500."""

    async def route(request: Request) -> Response:
        require_token(request)
        body = await request.body()
        try:
            change = await run_in_threadpool(read, body)
        except (ValueError, KeyError, TypeError, ZstdError) as error:
            raise HTTPException(400, f"the request cannot be read: {error}") from error
        return JSONResponse(await run_in_threadpool(change))

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


def add_edition(body: bytes) -> Change:
    """`POST /api/editions`: who adds it, an edition and its bytes, as `ui.framing` frames them."""
    who, framed = unframe(body)
    edition, data = unframe(framed)
    read, mandate = load(edition), Mandate(who.decode())
    return lambda: asdict(desk().write(lambda ledger: ledger.add(read, data or None, mandate)))


def add_sighting(body: bytes) -> Change:
    """`POST /api/sightings` `{"source", "digest", "who"}`: bytes that the library has, seen at one more source."""
    seen = json.loads(body)
    source, digest, mandate = str(seen["source"]), str(seen["digest"]), Mandate(str(seen.get("who", "")))
    return lambda: asdict(desk().write(lambda ledger: ledger.see(source, digest, mandate)))


def add_withdrawal(body: bytes) -> Change:
    """`POST /api/withdrawals` `{"document", "who"}`."""
    said = json.loads(body)
    name, mandate = str(said["document"]), Mandate(str(said.get("who", "")))
    return lambda: asdict(desk().write(lambda ledger: ledger.withdraw(name, mandate)))


def add_judgement(body: bytes) -> Change:
    """`POST /api/judgements`: the fields of a Judgement."""
    fields = json.loads(body)
    fields |= {"statements": tuple(fields.get("statements", ())), "claims": ()}  # what they claim is looked up here
    judgement = JUDGEMENT.validate_python(asdict(Judgement(**fields)))
    return lambda: asdict(desk().write(lambda ledger: ledger.judge(judgement)))


def add_approval(body: bytes) -> Change:
    """`POST /api/approvals` `{"names": […], "who"}`: editions that wait are committed, all or none."""
    names, who = _named(body)
    return lambda: asdict(desk().write(lambda ledger: approve(ledger, names, who)))


def add_rollback(body: bytes) -> Change:
    """`POST /api/rollbacks` `{"names": […], "who"}`: editions that wait are let go, or commits taken back."""
    names, who = _named(body)
    return lambda: asdict(desk().write(lambda ledger: roll_back(ledger, names, who)))


def add_import(body: bytes) -> Change:
    """`POST /api/imports` `{"lines": […]}`: judgements of another library, as `svod judgements export` writes them."""
    lines = [str(line) for line in json.loads(body)["lines"]]
    for line in filter(str.strip, lines):
        json.loads(line)
    return lambda: asdict(desk().write(lambda ledger: import_lines(ledger, lines)))


def add_erasure(body: bytes) -> Change:
    """`POST /api/erasures` `{"document"}` or `{"person": […]}`, and `"who"`: gone for good, pictures of pages too."""
    said = json.loads(body)
    who, names = str(said.get("who", "")), [str(name) for name in said.get("person", ())]
    document = str(said["document"]) if not names else ""

    def erase() -> Any:
        def carry_out(ledger: Ledger) -> Commit:
            return erase_document(ledger, document, who) if document else erase_person(ledger, names, who)

        commit = desk().write(carry_out)
        forget()
        return asdict(commit)

    return erase


def _named(body: bytes) -> tuple[list[str], str]:
    said = json.loads(body)
    return [str(name) for name in said.get("names", ())], str(said.get("who", ""))


def add_rebuild(body: bytes) -> Change:
    """`POST /api/rebuilds`: what follows from the documents and judgements, worked out anew."""
    return lambda: asdict(desk().write(lambda ledger: ledger.rebuild()))


def add_publication(body: bytes) -> Change:
    """`POST /api/publication`: readers see every commit so far."""
    return lambda: {"commit": desk().publish()}


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
