"""What of an HTML page is not its content: scripts, navigation, banners, footers, hidden parts."""

import re
from collections.abc import Container

from selectolax.lexbor import LexborNode

UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "map",
        "button",
        "select",
        "option",
        "datalist",
        "input",
        "textarea",
        "head",
        "link",
        "meta",
        "base",
        "title",
    ]
)
FRAME = frozenset({"nav", "footer", "dialog", "menu"})
ROLES = frozenset({"navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "banner"})
NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|topmenu|mainmenu|breadcrumbs?|footer|cookies?|consent|gdpr|"
    r"social|socials|share|sharing|pagination|pager|skip-?link|sr-only|visually-hidden|popup|modal|advert|ads?)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MENUS = frozenset({"ul", "ol", "div", "p", "td"})
TITLED = frozenset({"h1", "h2", "h3", "dt", "th"})
BETWEEN = re.compile(r"[\s|·•/»>–—-]+")
LINKS = 3  # a part that is nothing but at least so many short links is a menu
LINK_REACH = 25  # characters a link
TEXT_SHARE = 0.5  # of the page: a part that holds more of its text is content, whatever it is called


def is_boilerplate(node: LexborNode, page_length: int, linked: Container[int]) -> bool:
    """Whether the element and all in it are left out.

    `page_length` is the number of characters of the whole page, `linked` the elements that hold links.
    """
    tag = node.tag or ""
    if tag in UNSEEN:
        return True
    attributes = node.attributes
    framed = tag in FRAME
    if attributes:
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if "style" in attributes and HIDDEN.search(attributes["style"] or ""):
            return True
        named = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
        framed = framed or (attributes.get("role") or "").lower() in ROLES or bool(named and NAMED.search(named))
    if framed or tag == "header":
        text = len(node.text() or "")
        if framed and text < TEXT_SHARE * page_length:
            return True
        return tag == "header" and node.css_first("h1") is None and text < TEXT_SHARE * page_length / 2
    return tag in MENUS and node.mem_id in linked and _is_menu(node)


def _is_menu(node: LexborNode) -> bool:
    """Nothing but short links."""
    links = [(each.text() or "").strip() for each in node.traverse() if each.tag == "a"]
    if len(links) < LINKS or sum(map(len, links)) > LINK_REACH * len(links):
        return False
    whole = len(BETWEEN.sub("", node.text() or ""))
    linked = sum(len(BETWEEN.sub("", link)) for link in links)
    return linked >= 0.98 * whole and not any(each.tag in TITLED for each in node.traverse())
