"""The cards of a list page: links of its content that repeat one shape of address, a card each."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.boilerplate import FRAME, is_frame_role, is_hidden, is_named_frame
from ingest.charset import declared_charset, decode
from ingest.parts import UNSEEN

LEAST = 3  # links of one shape that make a list of cards
NAME = re.compile(r"[^\W\d_]{3}")  # a link to a card says what the card is about; "2", "А" and "→" do not
TURNING = frozenset({"page", "p", "pagen", "pagen_1", "offset", "start", "sort", "order", "dir", "letter", "lang"})
FILES = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|zip|rar|7z|mp[34]|avi|css|js|ico|xml|rss)$", re.IGNORECASE)
IDENTIFIER = re.compile(r"^[a-z]{0,8}[-_]?\d+$", re.IGNORECASE)

Shape = tuple[str, ...]


def links_to_cards(data: bytes, url: str) -> tuple[str, ...]:
    """The addresses of the cards that a list page at `url` shows, in its order, each once; none where it is no list.

    Cards are at least three links of the page's content to its own host that share the shape of their address: the same
    folder, the same kind of last part (with a number, or a name), the same names in the query. Of several shapes the
    one with most links is taken, that below the list's own address first. Menus, footers, page numbers and sort links
    are no cards.
    """
    tree = LexborHTMLParser(decode(data, declared_charset(data)))
    if tree.body is None:
        return ()
    base = tree.css_first("base[href]")
    home = urljoin(url, (base.attributes.get("href") or "") if base is not None else "")
    groups: dict[Shape, dict[str, None]] = {}
    for node in _links(tree.body):
        target = _target(node, home, url)
        if target:
            groups.setdefault(_shape(target), {})[target] = None
    lists = [(shape, tuple(links)) for shape, links in groups.items() if len(links) >= LEAST]
    folder = urlsplit(url).path.rstrip("/") + "/"
    best = max(lists, key=lambda each: (each[0][0].startswith(folder) and folder != "/", len(each[1])), default=None)
    return best[1] if best else ()


def _links(node: LexborNode) -> Iterator[LexborNode]:
    """The links of the page's content, in order."""
    child = node.first_child
    while child is not None:
        if child.is_element_node and not _is_frame(child):
            if child.tag == "a":
                yield child
            else:
                yield from _links(child)
        child = child.next


def _is_frame(node: LexborNode) -> bool:
    """Whether an element is unseen, or stands around the content."""
    attributes = node.attributes
    if node.tag in UNSEEN or node.tag in FRAME or is_hidden(attributes):
        return True
    if is_frame_role(attributes) or is_named_frame(attributes):
        return True
    return node.tag == "header" and node.css_first("h1") is None


def _target(node: LexborNode, home: str, url: str) -> str:
    """The address that a link leads to, if it can be a card; else an empty string."""
    href = (node.attributes.get("href") or "").strip()
    said = " ".join(filter(None, (node.text(), node.attributes.get("title"), node.attributes.get("aria-label"))))
    if not href or href.startswith("#") or "nofollow" in (node.attributes.get("rel") or ""):
        return ""
    try:
        target = urldefrag(urljoin(home, href)).url
        parts, own = urlsplit(target), urlsplit(url)
    except ValueError:  # a link that is no address leads nowhere
        return ""
    image = node.css_first("img")
    said += " " + ((image.attributes.get("alt") or "") if image is not None else "")
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != own.netloc.lower() or not NAME.search(said):
        return ""
    is_home = parts.path in ("", "/") and not parts.query
    if FILES.search(parts.path) or target == urldefrag(url).url or is_home:
        return ""
    is_same_page = parts.path.rstrip("/") == own.path.rstrip("/")
    names = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    return "" if is_same_page and (not names or names & TURNING) else target


def _shape(target: str) -> Shape:
    """What the addresses of one kind of card share.

    >>> _shape("http://a.ru/cluster/12/") == _shape("http://a.ru/cluster/7/"), _shape("http://a.ru/card.php?id=3")
    (True, ('/card.php', 'id'))
    """
    parts = urlsplit(target)
    if parts.query:
        return (parts.path, *sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}))
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    name, _, suffix = last.partition(".")
    return folder + "/", "#" if IDENTIFIER.match(name) else "*", suffix
