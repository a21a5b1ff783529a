"""The light pages of linked data: plain HTML from the server, readable without script, light and dark."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from ui.texts import Language, text

STYLE = """
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
:root{--link:light-dark(#1f5fa8,#7fb2ea);--mark:light-dark(#ffe259,#8a6d00)}
*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1rem}
a{color:var(--link)}h1{font-size:1.6rem;line-height:1.25;margin:.3rem 0;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem}header,footer{display:flex;gap:1rem;flex-wrap:wrap;font-size:.9rem}
header{border-bottom:1px solid var(--line);padding-bottom:.5rem;margin-bottom:1rem}
footer{border-top:1px solid var(--line);padding-top:.5rem;margin-top:2rem}
dl{margin:0}dt{font-weight:600;margin-top:.8rem}dd{margin:.1rem 0 .1rem 1rem;overflow-wrap:anywhere}
blockquote{margin:.2rem 0;padding:.2rem .7rem;border-left:3px solid var(--mark);background:var(--soft)}
cite{display:block;font-style:normal;font-size:.9rem;opacity:.85}.kind{opacity:.75}mark{background:var(--mark);color:inherit}
pre{white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%;border:1px solid var(--line)}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.2rem .5rem;text-align:left}
textarea{width:100%;font:14px/1.4 ui-monospace,monospace}.scroll{overflow-x:auto}
"""


class Html(str):
    """A piece of HTML that is safe to put into a page."""

    __slots__ = ()


class Link(NamedTuple):
    """Where to, and what it says."""

    url: str
    label: str


def tag(name: str, /, *children: str, **attributes: str) -> Html:
    """An element; a child or attribute that is not `Html` is escaped. `class_` gives `class`.

    >>> tag("p", "1 < 2", class_="a")
    '<p class="a">1 &lt; 2</p>'
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{given}>{''.join(safe(child) for child in children)}</{name}>")


def safe(child: str) -> str:
    """The child as HTML."""
    return child if isinstance(child, Html) else escape(child)


def joined(pieces: Iterable[str]) -> Html:
    """The pieces one after the other."""
    return Html("".join(safe(piece) for piece in pieces))


def anchor(link: Link) -> Html:
    """A link."""
    return tag("a", link.label, href=link.url)


def page(title: str, body: str, language: Language, *, links: Sequence[Link] = (), feet: Sequence[Link] = ()) -> str:
    """A whole page: the way home and `links` above, `feet` below; alternates of the data are linked in the head."""
    home = (Link("/", text("title", language)), Link("/registry", text("registry", language)), *links)
    head = joined(
        (
            Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", f"{title} — {text('title', language)}"),
            tag("style", Html(STYLE)),
        )
    )
    main = joined(
        (
            tag("header", *(anchor(link) for link in home)),
            tag("main", safe_html(body)),
            tag("footer", *(anchor(link) for link in feet)) if feet else Html(""),
        )
    )
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head><body>{main}</body></html>\n'


def safe_html(body: str) -> Html:
    """The body, which its maker has put together from `tag`s."""
    return body if isinstance(body, Html) else Html(escape(body))
