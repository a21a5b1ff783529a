"""A PDF that breaks off before its end, made whole as far as it goes: every object that is there can be found again.

A reader that searches a file for its objects still has to be told where the catalog is, and what stands in streams of
objects (ISO 32000-1, 7.5.5, 7.5.7 and 7.7). Both are written behind the file, its own bytes left as they are.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

END_MARK = b"%%EOF"
END_REACH = 1024  # bytes before the end of a whole file within which its end mark stands
OBJECT = re.compile(rb"(?<![\d.])(\d{1,8})\s+\d{1,5}\s+obj\b")
BODY_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
STREAM_END = re.compile(rb"\s*\bendstream\b")
KIND = re.compile(rb"/Type\s*/(Catalog|Pages|Page|ObjStm)\b")
PARENT = re.compile(rb"/Parent\s+(\d+)\s+\d+\s+R\b")
PAGES = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R\b")
COUNT = re.compile(rb"/Count\s+(\d+)\b")
PACKED = re.compile(rb"/(?:N\s+(\d+)|First\s+(\d+))\b")
ENCRYPTED = re.compile(rb"/Filter\s*/Standard\b")
MOST_UNPACKED = 1 << 26  # bytes of one stream of objects


@dataclass(frozen=True, slots=True)
class Mended:
    """The bytes that can be opened; `has_tree` where the file itself still says which pages it has."""

    data: bytes
    has_tree: bool


@dataclass(frozen=True, slots=True)
class _Object:
    """An object as it stands in the file: its `body`, of a stream the dictionary; `stream` is what is packed in one.

    `end` is where that ends, `missing` what may have to follow there.
    """

    number: int
    body: bytes
    end: int
    stream: bytes | None = None
    missing: bytes = b""


def mended(data: bytes) -> Mended | None:
    """The PDF with what it lacks behind it; None where its end is there, it is encrypted, or no page of it is there.

    >>> cut = b"%PDF-1.4 1 0 obj <</Type/Page/MediaBox[0 0 9 9]>> endobj 2 0 obj <</Ty"
    >>> whole = mended(cut)
    >>> print(whole.data[56:-18].decode(), whole.has_tree)
    <BLANKLINE>
    2 0 obj
    <</Type/Pages/Count 1/Kids[1 0 R]>>
    endobj
    3 0 obj
    <</Type/Catalog/Pages 2 0 R>>
    endobj
    trailer
    <</Root 3 0 R/Size 4>>
     False
    """
    if END_MARK in data[-END_REACH:]:
        return None
    objects = list(_objects(data))
    plain = {one.number: one.body for one in objects}
    bodies: dict[int, bytes] = {}  # in the order of the file, which is that of its pages
    for one in objects:
        bodies.update(_unpacked(one) if one.stream is not None else {})
        bodies[one.number] = plain[one.number]
    packed = {number: body for number, body in bodies.items() if number not in plain}
    frame = _frame(bodies)
    if frame is None or any(ENCRYPTED.search(body) for body in bodies.values()):
        return None
    last = objects[-1]
    pieces = [data[: last.end], last.missing, b"\n"]
    pieces += [b"%d 0 obj\n%s\nendobj\n" % one for one in sorted({**packed, **frame.added}.items())]
    pieces.append(b"trailer\n<</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (frame.catalog, frame.size))
    return Mended(b"".join(pieces), frame.is_own)


def _objects(data: bytes) -> Iterator[_Object]:
    """The file's objects one after the other, but one that breaks off before its body ends."""
    at = 0
    while (head := OBJECT.search(data, at)) and (end := BODY_END.search(data, head.end())):
        number, body, at = int(head[1]), data[head.end() : end.start()], end.end()
        if end[0] == b"endobj":
            yield _Object(number, body, at)
            continue
        stop = STREAM_END.search(data, at)
        first, at = at, stop.start() if stop else len(data)
        kind = KIND.search(body)
        stream = data[first:at] if kind and kind[1] == b"ObjStm" else None
        missing = b" endobj" if stop else b"\nendstream endobj"
        yield _Object(number, body, stop.end() if stop else at, stream, missing)


def _unpacked(holder: _Object) -> dict[int, bytes]:
    """The objects in a stream of objects, as far as it can be unpacked."""
    numbers = {found[0][1:2]: int(found[1] or found[2]) for found in PACKED.finditer(holder.body)}
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(holder.stream or b"", MOST_UNPACKED)
        first = numbers[b"F"]
        heads = [int(part) for part in text[:first].split()]
    except (zlib.error, KeyError, ValueError):
        return {}
    places = [first + offset for offset in heads[1::2]]
    bounds = pairwise([*places, len(text) if unpacker.eof else len(text) + 1])
    return {
        number: text[start:end] for number, (start, end) in zip(heads[::2], bounds, strict=False) if end <= len(text)
    }


@dataclass(frozen=True, slots=True)
class _Frame:
    """The number of the catalog, the least number above all, the objects made for it, and whether the tree of pages is
    the file's own."""

    catalog: int
    size: int
    added: Mapping[int, bytes]
    is_own: bool


def _frame(bodies: Mapping[int, bytes]) -> _Frame | None:
    """The catalog and the tree of pages, made of what is there; None where no page is."""
    kinds = {number: found[1] for number, body in bodies.items() if (found := KIND.search(body))}
    free = max(bodies, default=0) + 1
    for number, kind in kinds.items():
        pages = PAGES.search(bodies[number]) if kind == b"Catalog" else None
        if pages and int(pages[1]) in bodies:
            return _Frame(number, free, {}, is_own=True)
    parents = {
        number: int(found[1]) if (found := PARENT.search(bodies[number])) else 0
        for number, kind in kinds.items()
        if kind in (b"Page", b"Pages")
    }
    roots = list(dict.fromkeys(_root(number, parents) for number in parents if kinds[number] == b"Page"))
    if not roots:
        return None
    if len(roots) == 1 and kinds[roots[0]] == b"Pages":
        return _Frame(free, free + 1, {free: b"<</Type/Catalog/Pages %d 0 R>>" % roots[0]}, is_own=True)
    count = sum(int(found[1]) if (found := COUNT.search(bodies[root])) else 1 for root in roots)
    kids = b" ".join(b"%d 0 R" % root for root in roots)
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    catalog = b"<</Type/Catalog/Pages %d 0 R>>" % free
    return _Frame(free + 1, free + 2, {free: tree, free + 1: catalog}, is_own=False)


def _root(number: int, parents: Mapping[int, int]) -> int:
    """The topmost node above a page that is there."""
    for _ in parents:
        if parents[number] not in parents:
            break
        number = parents[number]
    return number
