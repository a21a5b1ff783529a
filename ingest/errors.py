"""Why a file was not read.

    IngestError
    ├── NotFound      no such file or folder
    ├── Empty         no bytes
    ├── UnknownMedia  the bytes are of no kind that is read here
    ├── Encrypted     a password is needed
    ├── Damaged       the file claims a kind it cannot be opened as
    ├── Unfetchable   the address may not be asked, or gives no document
    ├── Unrecognized  OCR is not installed, failed, or ran too long
    └── NoText        it opened, and holds no text

Each message says value, place and choices, in words a librarian can act on.
"""


class IngestError(Exception):
    """Root of everything that `ingest` refuses a source for."""


class NotFound(IngestError):
    """The path names nothing."""


class Empty(IngestError):
    """The file holds no bytes."""


class UnknownMedia(IngestError):
    """The bytes are of a kind that no reader takes."""


class Encrypted(IngestError):
    """The file opens only with a password."""


class Damaged(IngestError):
    """The bytes claim a kind but cannot be opened as it."""


class Unfetchable(IngestError):
    """The address is refused by us, by its robots.txt, or by its server."""


class Unrecognized(IngestError):
    """A page that only OCR can read was not recognised: no Tesseract, no data for its language, or no time."""


class NoText(IngestError):
    """The file opened, but no text was found in it."""
