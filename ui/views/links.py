"""The addresses of the screens and of pages' pictures: what can be sent to a colleague."""

from collections.abc import Sequence
from urllib.parse import urlencode


def document_address(document: str, page: int, statement: str | None = None) -> dict[str, object]:
    """The query of a document's page with one statement marked.

    >>> document_address("document/0123456789abcdef", 5)
    {'document': '0123456789abcdef', 'page': 5}
    """
    address: dict[str, object] = {"document": digits(document), "page": page}
    return address | ({"statement": digits(statement)} if statement else {})


def image_link(document: str, page: int, statements: Sequence[str], *, is_cropped: bool = False) -> str:
    """The address of a page's picture with statements marked.

    >>> image_link("document/0123456789abcdef", 2, ["statement/00ff"])
    '/image/0123456789abcdef/2.png?statement=00ff'
    """
    query = [("statement", digits(statement)) for statement in statements]
    if is_cropped:
        query.append(("crop", "1"))
    return f"/image/{digits(document)}/{page}.png{'?' if query else ''}{urlencode(query)}"


def digits(identifier: str) -> str:
    """The hex digits at the end of a document's or a statement's id."""
    return identifier.rpartition("/")[2]
