"""What of an HTML page is not its content: scripts, navigation, banners, footers, hidden parts."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.parts import UNSEEN, Element, Text, below, holds

FRAME = frozenset({"nav", "footer", "dialog", "menu"})
ROLES = frozenset({"navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "banner"})
NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|topmenu|mainmenu|breadcrumbs?|footer|cookies?|consent|gdpr|"
    r"social|socials|share|sharing|pagination|pager|skip-?link|sr-only|visually-hidden|popup|modal|advert|ads?)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
PANEL = re.compile(
    r"(?:^|[\s_-])(?:tab|tabs|tabpanel|tabcontent|accordion|collapse|collapsible|spoiler)(?:$|[\s_-])", re.IGNORECASE
)
"""How the parts of a page are named that a click on their title shows."""

TELLING = frozenset({"hidden", "aria-hidden", "style", "role"})
"""Attributes, beside names, that say whether an element is shown, and as what."""

MENUS = frozenset({"ul", "ol", "div", "p", "td", "center"})
TITLES = frozenset({"h2", "h3", "h4", "h5", "h6"})
TITLE = frozenset({"h1"})
TITLED = frozenset({"h1", "h2", "h3", "dt", "th"})
BETWEEN = re.compile(r"[\s|·•/»>–—-]+")
NAME_REACH = 100  # characters: longer names are not kept in mind
LINKS = 3  # a part that is nothing but at least so many short links is a menu
LINK_REACH = 25  # characters a link
TEXT_SHARE = 0.5  # of the page: a part that holds more of its text is content, whatever it is called


def is_boilerplate(element: Element, page_length: int) -> bool:
    """Whether the element and all in it are left out; `page_length` is the number of characters of the whole page."""
    tag, attributes = element.tag, element.attributes
    if tag in UNSEEN:
        return True
    framed = tag in FRAME
    if attributes:
        if not TELLING.isdisjoint(attributes):
            if is_hidden(attributes):
                return True
            framed = framed or is_frame_role(attributes)
        framed = framed or is_named_frame(attributes)
    if framed or tag == "header":
        text = len(element.node.text() or "")
        if framed and text < TEXT_SHARE * page_length:
            return True
        is_apart = tag == "header" and text < TEXT_SHARE * page_length / 2 and not holds(element, TITLE)
        return is_apart and not _is_title_of_part(element)
    return element.is_linked and (_is_menu(element) if tag in MENUS else tag == "aside" and _is_titled_menu(element))


def _is_title_of_part(element: Element) -> bool:
    """Whether a `header` without links is the title of a section, not of the page (HTML Standard, 4.3.8)."""
    parent = element.node.parent
    return parent is not None and parent.tag == "section" and not element.is_linked


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is not shown: neither at first nor, as the panel of a tab is, by a click on its title."""
    is_unseen = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    if is_unseen or ("style" in attributes and HIDDEN.search(attributes["style"] or "") is not None):
        return attributes.get("role") != "tabpanel" and PANEL.search(attributes.get("class") or "") is None
    return False


def is_frame_role(attributes: Mapping[str, str | None]) -> bool:
    """Whether the role of an element is that of what stands around the content."""
    return (attributes.get("role") or "").lower() in ROLES


def is_named_frame(attributes: Mapping[str, str | None]) -> bool:
    """Whether the classes or the id of an element name it as what stands around the content."""
    for attribute in ("class", "id"):
        name = attributes.get(attribute)
        if name and (_is_frame_name(name) if len(name) <= NAME_REACH else NAMED.search(name)):
            return True
    return False


@lru_cache(maxsize=4096)
def _is_frame_name(name: str) -> bool:
    """The pages of a registry share their names, so each is looked at once."""
    return NAMED.search(name) is not None


def _is_menu(element: Element) -> bool:
    """Nothing but short links."""
    links: list[str] = []
    _gather_links(element, links)
    if len(links) < LINKS or sum(map(len, links)) > LINK_REACH * len(links):
        return False
    whole = len(BETWEEN.sub("", element.node.text() or ""))
    linked = sum(len(BETWEEN.sub("", link)) for link in links)
    return linked >= 0.98 * whole and not holds(element, TITLED)


def _is_titled_menu(element: Element) -> bool:
    """Nothing but lists of links, with titles above them."""
    titles = [each.node.text() or "" for each in below(element) if each.tag in TITLES]
    links: list[str] = []
    _gather_links(element, links)
    if len(links) < LINKS or not titles:
        return False
    whole = len(BETWEEN.sub("", element.node.text() or ""))
    return sum(len(BETWEEN.sub("", words)) for words in (*links, *titles)) >= 0.98 * whole


def _gather_links(element: Element, links: list[str]) -> None:
    """Append the words of the links inside an element."""
    for child in element.children:
        if not isinstance(child, Text) and child.is_linked:
            if child.tag == "a":
                links.append((child.node.text() or "").strip())
            _gather_links(child, links)
