"""The clusters of each region, on a diagram of tiles; each tile leads to the registry of its region."""

from collections import Counter
from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from ui.registry import Row
from ui.tiles import Tile, tiles
from ui.views.registry import kept_rows
from ui.views.visit import Visit

STEPS = (1, 2, 4)  # clusters up to which a tile has the first, second, third shade; the fourth has more


def show(visit: Visit) -> None:
    """Draw the screen."""
    st.header(visit.say("map_title"), anchor=False)
    rows = kept_rows(visit)
    if not rows:
        st.info(visit.say("no_clusters") + " " + visit.say("empty_hint"))
        return
    counts = Counter(region for row in rows for region in row.ids["region"])
    known = {tile.id for tile in tiles()}
    st.markdown(visit.say("map_intro"))
    placed = [row for row in rows if known & set(row.ids["region"])]
    st.html(diagram(visit, counts))
    said = visit.say("map_count", regions=len(known & set(counts)), clusters=len(placed))
    others = len(rows) - len(placed)
    st.caption(said + (f" · {visit.say('map_elsewhere', count=others)}" if others else ""))
    show_list(visit, rows, counts, known)


def diagram(visit: Visit, counts: Mapping[str, int]) -> str:
    """The tiles as HTML: a link where the region has clusters."""
    inside = "".join(drawn(visit, tile, counts.get(tile.id, 0)) for tile in tiles())
    return f'<div class="svod-map"><div>{inside}</div></div>'


def drawn(visit: Visit, tile: Tile, count: int) -> str:
    """One tile."""
    name, mark = (tile.ru, tile.mark_ru) if visit.language == "ru" else (tile.en, tile.mark_en)
    place = f"grid-row:{tile.row};grid-column:{tile.column}"
    inside = f"<small>{escape(mark)}</small><b>{count or ''}</b>"
    title = escape(f"{name}: {count}")
    if not count:
        return f'<span style="{place}" title="{title}">{inside}</span>'
    shade = 1 + sum(count > step for step in STEPS)
    link = escape(registry_of(visit, tile.id))
    return f'<a class="shade{shade}" style="{place}" title="{title}" target="_self" href="{link}">{inside}</a>'


def registry_of(visit: Visit, region: str) -> str:
    """The address of the registry with one region chosen."""
    return f"/registry?{urlencode(visit.address(region=region))}"


def show_list(visit: Visit, rows: tuple[Row, ...], counts: Mapping[str, int], known: set[str]) -> None:
    """The same in words: for narrow screens and readers of the page aloud."""
    names = {id_: name for row in rows for id_, name in zip(row.ids["region"], row.values["region"], strict=False)}
    ordered = sorted(counts, key=lambda region: (-counts[region], visit.label(region)))
    lines = [
        f'<li><a target="_self" href="{escape(registry_of(visit, region))}">{escape(visit.label(region))}</a>'
        f" {counts[region]}</li>"
        for region in ordered
        if region in names
    ]
    st.html(f'<ul class="svod-regions">{"".join(lines)}</ul>')
