"""`/image/{document}/{page}.png`: a page as it looks, with the statements that the query names marked on it."""

from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.snapshot import Snapshot
from ingest.errors import Encrypted
from ingest.render import page_image
from ui.boxes import boxes_on_page
from ui.desk import desk
from ui.highlight import draw_boxes

SCALE = 2.0  # pixels a point: 144 dpi, sharp on a dense screen, about 200 KB a page
PAGES_KEPT = 48  # rendered pages in memory, about 10 MB
STATEMENTS_MOST = 400  # statements that one picture marks
CACHE = {"Cache-Control": "private, max-age=3600"}


def image(request: Request) -> Response:
    """The picture of one page."""
    snapshot: Snapshot = desk().snapshot()
    identifier, number = f"document/{request.path_params['document']}", request.path_params["page"]
    document = snapshot.document(identifier)
    if not 1 <= number <= len(document.pages):
        raise HTTPException(404, f"{identifier} has pages 1 to {len(document.pages)}, not {number}")
    if not document.pages[number - 1].width:
        raise HTTPException(404, f"{identifier} is a {document.media_type}: it has no page images, only text")
    statements = request.query_params.getlist("statement")[:STATEMENTS_MOST]
    boxes = boxes_on_page(snapshot, identifier, number, statements)
    try:
        page = rendered(identifier, number)
    except Encrypted as error:
        raise HTTPException(403, f"{identifier} is encrypted: its text was read, its pages cannot be shown") from error
    picture = draw_boxes(page, boxes, SCALE, is_cropped="crop" in request.query_params)
    return Response(picture, media_type="image/png", headers=CACHE)


@lru_cache(maxsize=PAGES_KEPT)
def rendered(document: str, page: int) -> bytes:
    """The page as it looks. An id names bytes, so the picture never changes."""
    return page_image(desk().snapshot().data(document), page, SCALE)


ROUTES = [Route("/image/{document}/{page:int}.png", image)]
