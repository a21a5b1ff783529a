"""A request of the SPARQL 1.1 Protocol, read; the library is read only, so only its query half is served."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
QUERY_MOST = 100_000  # characters of a query; a longer one is a mistake or an attack


class ProtocolError(Exception):
    """The request is not one that the protocol knows, or not one that is served here: `status` and why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """A query and the dataset it asks for (empty: the library's own), as of a time where `as-of` gives one."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    as_of: str | None = None


_NOT_CODE = re.compile(
    r"<[^<>\"{}|^`\\\s]*>|\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|#[^\n]*", re.DOTALL
)
_FORM = re.compile(r"(?<![\w?$:.-])(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:-])", re.IGNORECASE)


def is_graph_query(query: str) -> bool:
    """Whether the query gives a graph, not a table: by its first form outside IRIs, strings and comments.

    >>> is_graph_query("# SELECT\\nPREFIX ask: <http://select/> CONSTRUCT { ?s a ask:b } WHERE { ?s ?p 'ASK' }")
    True
    """
    found = _FORM.search(_NOT_CODE.sub(" ", query))
    return bool(found and found[1].upper() in ("CONSTRUCT", "DESCRIBE"))


def parse(method: str, query_string: str, media: str, body: bytes) -> Request | None:
    """The request's query; None where a GET asks for nothing (and gets the service's description).

    Raises ProtocolError: 400 for what is not well-formed or updates, 405 for other methods, 415 for other media types.
    """
    fields = parse_qsl(query_string, keep_blank_values=True)
    if method in ("GET", "HEAD"):
        return _request(fields) if fields else None
    if method != "POST":
        raise ProtocolError(405, f"{method} is not served here: GET or POST a query")
    if media == UPDATE:
        raise ProtocolError(400, "this endpoint is read only: updates are not served")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the body is not UTF-8: {error}") from error
    if media == FORM:
        return _request([*fields, *parse_qsl(text, keep_blank_values=True)])
    if media == QUERY:
        return _request([*fields, ("query", text)])
    raise ProtocolError(415, f"a query comes as {FORM} or {QUERY}, not as {media or 'nothing'}")


def _request(fields: list[tuple[str, str]]) -> Request:
    """The request of these parameters; exactly one query."""
    if any(name == "update" for name, _ in fields):
        raise ProtocolError(400, "this endpoint is read only: updates are not served")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1 or not queries[0].strip():
        raise ProtocolError(400, f"a request has exactly one query, this one has {len(queries)}")
    if len(queries[0]) > QUERY_MOST:
        raise ProtocolError(400, f"the query has {len(queries[0])} characters, at most {QUERY_MOST} are taken")
    return Request(
        queries[0],
        tuple(value for name, value in fields if name == "default-graph-uri"),
        tuple(value for name, value in fields if name == "named-graph-uri"),
        next((value for name, value in fields if name == "as-of"), None),
    )
