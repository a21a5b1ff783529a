"""What a PDF says of itself: its XMP packet (ISO 16684-1), its Info dictionary, and PDF/A's mark (ISO 19005)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree

from ingest.document import Claims

PACKET = re.compile(rb"<rdf:RDF\b.*?</rdf:RDF>", re.DOTALL)
LONGEST = 1 << 20  # bytes of a packet; a longer one is not looked at
DOCUMENTS_OWN = (b"pdfaid:", b"pdf:Producer", b"xmp:CreatorTool")  # in no packet of a picture
NAMES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
}
PDF_DATE = re.compile(
    r"^(?:D:)?(?P<year>\d{4})(?:(?P<month>\d\d)(?:(?P<day>\d\d)(?P<time>\d{4,6})?)?)?(?P<zone>Z|[+-]\d\d'?(?:\d\d)?)?"
)
ISO_DATE = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$")
NOBODY = re.compile(
    r"^\W*(?:anonymous|author|unknown|user|admin(?:istrator)?|автор|пользователь|администратор)?\W*$", re.IGNORECASE
)
SEPARATORS = re.compile(r"\s*[;\n]\s*")


@dataclass(slots=True)
class Packet:
    """The properties of an XMP packet that are used here, each with its values in order; `broken` says why a packet of
    the document was passed over."""

    values: dict[str, list[str]] = field(default_factory=dict)
    broken: str = ""

    def first(self, name: str) -> str:
        """The first value of a property, or an empty string."""
        return next(iter(self.values.get(name, ())), "")


def claims(packet: Packet, info: Mapping[str, str], language: str) -> Claims:
    """What the file says of itself: by its XMP packet, else by its Info dictionary; `language` is its catalog's."""
    part = packet.first("pdfaid:part")
    return Claims(
        title=packet.first("dc:title") or info.get("Title", "").strip(),
        authors=_people(packet.values.get("dc:creator") or SEPARATORS.split(info.get("Author", ""))),
        created=_iso(packet.first("xmp:CreateDate")) or pdf_date(info.get("CreationDate", "")),
        modified=_iso(packet.first("xmp:ModifyDate")) or pdf_date(info.get("ModDate", "")),
        language=language or packet.first("dc:language"),
        conforms_to=f"PDF/A-{part}{packet.first('pdfaid:conformance').lower()}" if part else "",
    )


def own_packet(data: bytes) -> Packet:
    """The document's own XMP packet: the last that is plain in the file and is no picture's; or an empty one."""
    broken = ""
    for found in reversed(list(PACKET.finditer(data))):
        packet = found.group()
        if not any(mark in packet for mark in DOCUMENTS_OWN):
            continue
        if len(packet) > LONGEST or b"<!" in packet:
            broken = broken or ("it is too long" if len(packet) > LONGEST else "it holds declarations")
            continue
        try:
            return Packet(_values(ElementTree.fromstring(_declared(data, found.start(), packet))), broken)
        except ElementTree.ParseError as error:
            broken = broken or str(error)
    return Packet(broken=broken)


def passed_over(packet: Packet) -> str:
    """The sentence that says why a packet was not read; empty where none was.

    >>> passed_over(Packet(broken="mismatched tag: line 3, column 2"))
    'What this PDF says of itself (XMP) was not read: mismatched tag: line 3, column 2.'
    """
    return f"What this PDF says of itself (XMP) was not read: {packet.broken}." if packet.broken else ""


def _declared(data: bytes, start: int, packet: bytes) -> bytes:
    """The packet with the name spaces that its wrapper declares."""
    head = data[max(0, start - 500) : start]
    wrapper = head[head.rfind(b"<x:xmpmeta") :] if b"<x:xmpmeta" in head else b""
    spaces = [space for space in re.findall(rb"xmlns:\w+=[\"'][^\"']*[\"']", wrapper) if space not in packet]
    return packet.replace(b"<rdf:RDF", b" ".join([b"<rdf:RDF", *spaces]), 1)


def _values(root: ElementTree.Element) -> dict[str, list[str]]:
    """The properties of the packet's descriptions, written as attributes or as elements."""
    found: dict[str, list[str]] = {}
    for description in root:
        for tag, text in (*description.attrib.items(), *_elements(description)):
            space, _, name = tag.lstrip("{").partition("}")
            if space in NAMES and text.strip():
                found.setdefault(f"{NAMES[space]}:{name}", []).append(text.strip())
    return found


def _elements(description: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for element in description:
        if len(element):
            yield from ((element.tag, item.text or "") for item in element.iter() if not len(item))
        else:
            yield element.tag, element.text or ""


def pdf_date(text: str) -> str:
    """A PDF date (ISO 32000-1, 7.9.4) as an XML Schema date, as precise as it is; empty for what is none.

    >>> pdf_date("D:20210315120501+03'00'"), pdf_date("D:20210315"), pdf_date("D:2021"), pdf_date("D:202113")
    ('2021-03-15T12:05:01+03:00', '2021-03-15', '2021', '')
    """
    found = PDF_DATE.match(text.strip())
    if not found:
        return ""
    date = "-".join(filter(None, found.group("year", "month", "day")))
    time = found.group("time")
    if not time:
        return _iso(date)
    zone = (found.group("zone") or "").replace("'", "")
    zone = f"{zone[:3]}:{zone[3:] or '00'}" if zone not in ("", "Z") else zone
    return _iso(f"{date}T{time[:2]}:{time[2:4]}:{time[4:6] or '00'}{zone}")


def _iso(text: str) -> str:
    """The date, if it is one of the calendar as XML Schema writes them; a time to the minute gets its seconds."""
    if not ISO_DATE.match(text):
        return ""
    try:
        datetime.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < len("2021-01-01") else text)
    except ValueError:
        return ""
    return re.sub(r"(T\d\d:\d\d)(?!:\d\d(?:$|[.Z+-]))", r"\1:00", text, count=1)


def _people(names: Iterable[str]) -> tuple[str, ...]:
    """The names, without those that programs fill in."""
    return tuple(name.strip() for name in names if not NOBODY.match(name))
