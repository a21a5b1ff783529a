"""The files inside a PDF (ISO 32000-1, 7.11.4): listed and measured, neither read nor run.

Works on pdfium's own handles; only `ingest.pdfium` calls it.
"""

import hashlib

import pypdfium2

from ingest.document import Attachment
from ingest.media import media_type

NAMED = 5  # attachments that a finding names
NAMELESS = "without a name"
UNKNOWN = "application/octet-stream"


def attachments(pdf: "pypdfium2.PdfDocument") -> list[Attachment]:
    """The embedded files in the file's own order; what cannot be unpacked has 0 bytes and is said to be damaged."""
    return [_attachment(pdf.get_attachment(index)) for index in range(pdf.count_attachments())]


def _attachment(attached: "pypdfium2.PdfAttachment") -> Attachment:
    try:
        name = str(attached.get_name()).strip() or NAMELESS
    except pypdfium2.PdfiumError:
        name = NAMELESS
    try:
        data = bytes(attached.get_data())
    except pypdfium2.PdfiumError:
        return Attachment(name, 0, UNKNOWN, is_damaged=True)
    said = str(attached.get_str_value("CheckSum")) if attached.has_key("CheckSum") else ""
    # The sum is MD5 by the standard: it finds what broke by itself, and proves nothing.
    is_damaged = bool(said) and said.strip("<>").lower() != hashlib.md5(data, usedforsecurity=False).hexdigest()
    return Attachment(name, len(data), media_type(data) if data else UNKNOWN, is_damaged)


def listed(found: list[Attachment]) -> str:
    """The sentence that says what is attached; empty where nothing is.

    >>> listed([Attachment("plan.csv", 12, "text/plain")])
    'One file is attached and was not read: plan.csv (text/plain, 12 bytes).'
    >>> listed([Attachment("plan.csv", 0, "application/octet-stream", is_damaged=True)])
    'One file is attached and was not read: plan.csv (damaged: it cannot be unpacked).'
    """
    if not found:
        return ""
    files = [f"{one.name} ({_size(one)})" for one in found[:NAMED]]
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    count = "One file is attached and was" if len(found) == 1 else f"{len(found)} files are attached and were"
    return f"{count} not read: {', '.join(files)}{more}."


def _size(one: Attachment) -> str:
    if one.is_damaged and not one.size:
        return "damaged: it cannot be unpacked"
    return f"{one.media_type}, {one.size} bytes{', damaged' if one.is_damaged else ''}"
