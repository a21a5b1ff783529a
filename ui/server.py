"""One ASGI process: the Streamlit page at `/`, and beside it linked data, SPARQL, dumps, the API and page images."""

import os
import secrets
import signal
import socket
from pathlib import Path
from typing import NoReturn

import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.librarian import Librarian
from graph.library import open_library
from ui import address, api, dumps, images, linked_data, sparql
from ui.address import Address
from ui.desk import Desk, desk, seat
from ui.output import say
from ui.problem import EXCEPTION_HANDLERS

SCRIPT = Path(__file__).with_name("app.py")
TOKEN_BYTES = 32
BACKLOG = 128  # connections that wait to be taken


class SameOrigin:
    """Turns away web sockets that another site opens, before Streamlit asks the net for its own outer address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but a web socket whose `Origin` is not this host."""
        if scope["type"] == "websocket":
            headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
            origin = headers.get(b"origin")
            if origin and origin.partition("://")[2] != headers.get(b"host"):
                await send({"type": "websocket.close", "code": 4403})
                return
        await self.app(scope, receive, send)


def health(request: Request) -> Response:
    """Up, and at which commit."""
    return JSONResponse({"status": "ok", "commit": desk().snapshot().commit})


def routes() -> list[BaseRoute]:
    """Every address beside the page's own."""
    modules = (linked_data, sparql, dumps, images, api)
    return [Route("/health", health), *(route for module in modules for route in module.ROUTES)]


def application() -> ASGIApp:
    """The page and the routes as one application. The desk must be taken before the first request."""
    from streamlit.starlette import App

    app: ASGIApp = App(
        SCRIPT, routes=routes(), middleware=[Middleware(SameOrigin)], exception_handlers=EXCEPTION_HANDLERS
    )
    return app


def run(path: Path, *, host: str, port: int) -> None:
    """Hold the library and serve it until interrupted. Raises LibraryBusy, NotALibrary; OSError at a taken port."""
    library = open_library(path)
    with Librarian.open(library) as ledger, listening(host, port) as sock:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        seat(Desk(library, ledger, token))
        here = Address(url_of(sock), token, os.getpid())
        config = uvicorn.Config(application(), log_level="warning", access_log=False, timeout_graceful_shutdown=3)
        signal.signal(signal.SIGTERM, _stop)  # uvicorn raises it again when it has shut down: what follows must run too
        address.publish(here, library.path)
        say(f"Svod serves {library.path} at {here.url}/ (stop with Ctrl-C)")
        try:
            uvicorn.Server(config).run(sockets=[sock])
        finally:
            address.withdraw(here, library.path)


def _stop(number: int, frame: object) -> NoReturn:
    """Leave by the usual way out, so that the address and the lock are taken back."""
    raise SystemExit(0)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 lets the system choose."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def url_of(sock: socket.socket) -> str:
    """The address that this machine reaches the socket at.

    >>> with listening("127.0.0.1", 0) as sock:
    ...     url_of(sock).startswith("http://127.0.0.1:")
    True
    """
    host, port = sock.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"
