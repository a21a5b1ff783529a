"""What a site's robots.txt lets us ask (RFC 9309)."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from ingest.errors import Unfetchable

MOST_BYTES = 500 * 1024  # of a robots.txt that are read (RFC 9309, 2.5)
KEPT = 24 * 3600.0  # seconds that an answer is kept (RFC 9309, 2.4)
KEPT_FAILURE = 600.0  # seconds until a site that gave no answer is asked again
LONGEST_DELAY = 30.0  # seconds between requests that a site may ask for

Get = Callable[[str], tuple[int, bytes]]
"""Asks an address, redirects followed: status and bytes. Raises Unfetchable where nothing answers."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules; without `parser` everything is allowed, or, with a `refusal`, nothing is."""

    parser: Protego | None = None
    refusal: str = ""

    def check(self, url: str, agent: str) -> None:
        """Raises Unfetchable where the rules do not let `agent` ask `url`."""
        if self.refusal:
            raise Unfetchable(self.refusal)
        if self.parser is not None and not self.parser.can_fetch(url, agent):
            raise Unfetchable(f"the site's robots.txt does not let {agent} read {url}")

    def delay(self, agent: str) -> float:
        """Seconds between requests that the site asks for, 0 where it does not, at most LONGEST_DELAY."""
        asked = self.parser.crawl_delay(agent) if self.parser is not None else None
        return min(asked or 0.0, LONGEST_DELAY)


class Robots:
    """The rules of the sites that were asked, kept for a day."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Rules]] = {}

    def rules(self, origin: str, get: Get) -> Rules:
        """The rules of a site: `origin` is its scheme, host and port."""
        until, rules = self._kept.get(origin, (0.0, Rules()))
        if time.monotonic() < until:
            return rules
        rules = asked(origin, get)
        self._kept[origin] = (time.monotonic() + (KEPT_FAILURE if rules.refusal else KEPT), rules)
        return rules


def asked(origin: str, get: Get) -> Rules:
    """The rules by the answer: as written for 2xx, everything for 4xx, nothing for 5xx and no answer (RFC 9309, 2.3.1).

    >>> asked("http://a.ru", lambda url: (404, b"")).check("http://a.ru/x", "Svod")
    >>> asked("http://a.ru", lambda url: (503, b"")).refusal
    'http://a.ru/robots.txt answers 503, and until it can be read no page of the site is asked'
    """
    url = f"{origin}/robots.txt"
    try:
        status, data = get(url)
    except Unfetchable as error:
        return Rules(refusal=f"{url} cannot be read, and until it can no page of the site is asked: {error}")
    if status >= 500:
        return Rules(refusal=f"{url} answers {status}, and until it can be read no page of the site is asked")
    if status >= 300:
        return Rules()
    return Rules(Protego.parse(data[:MOST_BYTES].decode("utf-8-sig", errors="replace")))
