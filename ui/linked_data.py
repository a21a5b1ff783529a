"""Linked data: `/id/…` names a thing, 303 leads to its page or its data; merged things answer 301, gone ones 410."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.errors import UnknownDocument
from graph.former import Former, former
from graph.plain import triples
from graph.snapshot import Snapshot
from ontology import expand
from ui.description import describe, vocabulary_triples
from ui.desk import desk
from ui.forms import BY_MEDIA, BY_SUFFIX, GRAPH_FORMS, HTML, Form, write
from ui.negotiation import choose
from ui.standing import standing
from ui.texts import Language
from ui.thing_page import former_page, ontology_page, thing_page

OPEN = {"Access-Control-Allow-Origin": "*", "Vary": "Accept, Accept-Language"}
OFFERS = (HTML, *(form.media for form in GRAPH_FORMS))


def identify(request: Request) -> Response:
    """`/id/…`: to the page or to the data, by `Accept`."""
    snapshot = snapshot_of(request)
    identifier = request.path_params["identifier"]
    if former_of(snapshot, identifier) is None:
        require_known(snapshot, identifier, "/id/")
    media = choose(request.headers.get("accept"), OFFERS)
    if media is None:
        raise HTTPException(406, f"a thing comes as {', '.join(OFFERS)}")
    target = f"/page/{identifier}" if media == HTML else f"/data/{identifier}.{BY_MEDIA[media].suffix}"
    return RedirectResponse(target, 303, headers=OPEN)


def page(request: Request) -> Response:
    """`/page/…`: the thing with its facts and their passages, as HTML."""
    snapshot = snapshot_of(request)
    identifier = request.path_params["identifier"]
    left = former_of(snapshot, identifier)
    if left is not None:
        return HTMLResponse(former_page(snapshot, left, language_of(request)), headers=OPEN)
    require_known(snapshot, identifier, "/page/")
    return HTMLResponse(thing_page(snapshot, identifier, language_of(request)), headers=OPEN)


def data(request: Request) -> Response:
    """`/data/…`: the thing's triples, by suffix, else by `Accept`."""
    snapshot = snapshot_of(request)
    identifier, form = split_form(request.path_params["identifier"], request)
    left = former_of(snapshot, identifier)
    if left is not None:
        found = list(triples(left.quads(snapshot)))
        return Response(write(found, form), media_type=form.media, headers=OPEN)
    require_known(snapshot, identifier, "/data/")
    return Response(write(describe(snapshot, identifier), form), media_type=form.media, headers=OPEN)


def ontology(request: Request) -> Response:
    """`/ontology`: the vocabulary, as a page or as data."""
    asked = request.path_params.get("suffix")
    if asked is None and choose(request.headers.get("accept"), OFFERS) == HTML:
        return HTMLResponse(ontology_page(language_of(request)), headers=OPEN)
    _, form = split_form(f"ontology.{asked}" if asked else "ontology", request)
    return Response(write(vocabulary_triples(snapshot_of(request).base), form), media_type=form.media, headers=OPEN)


def split_form(path: str, request: Request) -> tuple[str, Form]:
    """The id and the form of its data: `….ttl` says it outright, else `Accept` does."""
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in BY_SUFFIX:
        return stem, BY_SUFFIX[suffix]
    offers = tuple(form.media for form in GRAPH_FORMS)
    media = choose(request.headers.get("accept"), offers)
    if media is None:
        raise HTTPException(406, f"data comes as {', '.join(offers)}")
    return path, BY_MEDIA[media]


def require_known(snapshot: Snapshot, identifier: str, prefix: str) -> None:
    """Raises 301 to what the thing became, 410 where it is gone, 404 where it never was; nothing where it is held."""
    found = standing(snapshot, expand(identifier, snapshot.base))
    if found.moved_to:
        target = prefix + found.moved_to
        raise HTTPException(301, f"{identifier} is one with {target} now", headers={"Location": target, **OPEN})
    if found.is_gone:
        raise HTTPException(
            410, f"{identifier} was here: the documents that stated it have been withdrawn", headers=OPEN
        )
    if not found.is_known:
        raise HTTPException(404, f"the library holds nothing of the name {identifier}", headers=OPEN)


def former_of(snapshot: Snapshot, identifier: str) -> Former | None:
    """The edition of that id in the archive, where the library does not hold it now."""
    left = former(snapshot, identifier)
    is_here = left is not None and left.id == left.document and is_document(snapshot, left.document)
    return None if is_here else left


def is_document(snapshot: Snapshot, identifier: str) -> bool:
    """Whether the library holds the document."""
    try:
        snapshot.digest(identifier)
    except UnknownDocument:
        return False
    return True


def snapshot_of(request: Request) -> Snapshot:
    """What every reader sees now."""
    snapshot: Snapshot = desk().snapshot()
    return snapshot


def language_of(request: Request) -> Language:
    """`?lang=`, else the first of Russian and English that `Accept-Language` names, else English."""
    asked = request.query_params.get("lang") or choose(request.headers.get("accept-language"), ("en", "ru"))
    return "ru" if asked == "ru" else "en"


ROUTES = [
    Route("/id/{identifier:path}", identify),
    Route("/page/{identifier:path}", page),
    Route("/data/{identifier:path}", data),
    Route("/ontology", ontology),
    Route("/ontology.{suffix}", ontology),
]
