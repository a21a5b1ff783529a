"""How an error is answered: `application/problem+json` (RFC 9457), never a traceback."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.errors import LibraryError, UnknownDocument, UnknownThing


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that failed: its status, and what the client can do."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def on_http(request: Request, error: HTTPException) -> Response:
    """An error that a route raised on purpose."""
    return problem(error.status_code, error.detail, error.headers)


def on_crash(request: Request, error: Exception) -> Response:
    """An error that nobody expected: said to be ours, told in the log, not in the answer."""
    return problem(500, "The server failed at this request; its log says where.")


def on_refusal(request: Request, error: LibraryError) -> Response:
    """What the library refused: 404 for what it does not hold, 409 for the rest."""
    is_unknown = isinstance(error, UnknownDocument | UnknownThing)
    return problem(404 if is_unknown else 409, str(error))


EXCEPTION_HANDLERS: Mapping[Any, Any] = {HTTPException: on_http, LibraryError: on_refusal, Exception: on_crash}
