"""`/sparql`: the SPARQL 1.1 Protocol, read only; a query runs in a process that is killed when it takes too much."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from graph.errors import UnknownTime
from graph.query import QueryError, QueryLimit, query
from ui import protocol
from ui.desk import desk
from ui.forms import BY_MEDIA, GRAPH_FORMS, HTML, write
from ui.linked_data import OPEN, language_of
from ui.negotiation import choose
from ui.problem import problem
from ui.protocol import ProtocolError
from ui.service import describe_service, query_form

TABLES: Mapping[str, str] = {
    # media type: format of `graph.query`
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "xml",
}
PREFLIGHT = OPEN | {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
BODY_MOST = 1_000_000  # bytes of a request


async def sparql(request: Request) -> Response:
    """One request of the protocol."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=PREFLIGHT)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        body = await limited_body(request)
        asked = protocol.parse(request.method, request.url.query, media, body)
    except ProtocolError as error:
        allow = {"Allow": "GET, HEAD, POST, OPTIONS"} if error.status == 405 else {}
        return problem(error.status, str(error), OPEN | allow)
    if asked is None:
        return describe(request)
    accept = request.query_params.get("format") or request.headers.get("accept")
    return await run_in_threadpool(answer, asked, accept)


def answer(asked: protocol.Request, accept: str | None) -> Response:
    """The result of the query in the form that the client weighs highest, of those that its kind of result has."""
    if asked.default_graphs or asked.named_graphs:
        return problem(400, "the dataset is the library itself: name graphs with FROM in the query", OPEN)
    forms = GRAPHS if protocol.is_graph_query(asked.query) else TABLES
    media = choose(accept, tuple(forms)) or next(iter(forms))
    try:
        body = query(desk().snapshot(asked.as_of), asked.query, forms[media])
    except UnknownTime as error:
        return problem(400, str(error), OPEN)
    except QueryLimit as error:
        return problem(503, str(error), OPEN)
    except QueryError as error:
        return problem(400, str(error), OPEN)
    return Response(body, media_type=media, headers=OPEN)


async def limited_body(request: Request) -> bytes:
    """The body, refused where it is longer than a query can be."""
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > BODY_MOST:
            raise ProtocolError(413, f"the request is longer than {BODY_MOST} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def describe(request: Request) -> Response:
    """A GET without a query: the service described, as a form for people and as RDF for programs."""
    media = choose(request.headers.get("accept"), (HTML, *(form.media for form in GRAPH_FORMS)))
    if media == HTML:
        return HTMLResponse(query_form(language_of(request)), headers=OPEN)
    form = BY_MEDIA[media or GRAPH_FORMS[0].media]
    endpoint = str(request.url.replace(query=""))
    return Response(write(describe_service(endpoint), form), media_type=form.media, headers=OPEN)


ROUTES = [Route("/sparql", sparql, methods=METHODS)]
