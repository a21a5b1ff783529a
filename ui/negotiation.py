"""Choosing a form by the request's `Accept` header (RFC 9110, 12.5.1)."""

from collections.abc import Sequence


def ranges(accept: str) -> list[tuple[str, float]]:
    """The media ranges of an `Accept` header with their weights; one that is not well-formed weighs nothing.

    >>> ranges("text/turtle, text/*;q=0.5")
    [('text/turtle', 1.0), ('text/*', 0.5)]
    """
    found = []
    for part in accept.split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                weight = _number(value.strip())
        if media:
            found.append((media.lower(), weight))
    return found


def _number(text: str) -> float:
    digits = text.replace(".", "", 1)
    return min(1.0, float(text)) if digits.isdecimal() and digits.isascii() else 0.0


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that the client weighs highest, the first of equals and of a silent client; None where none will do.

    >>> choose("application/ld+json;q=0.9, text/html", ("text/html", "application/ld+json"))
    'text/html'
    >>> choose("image/png", ("text/html",)) is None
    True
    """
    if not accept or not accept.strip():
        return offers[0]
    wanted = ranges(accept)
    weights = [_weight(offer, wanted) for offer in offers]
    best = max(weights)
    return offers[weights.index(best)] if best > 0 else None


def _weight(offer: str, wanted: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers the offer."""
    kind = offer.partition("/")[0]
    for pattern in (offer, f"{kind}/*", "*/*"):
        weights = [weight for media, weight in wanted if media == pattern]
        if weights:
            return max(weights)
    return 0.0
