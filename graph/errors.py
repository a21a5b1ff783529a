"""Why the ledger refused.

    LibraryError
    ├── NotALibrary        the folder holds no library, or one of another format
    ├── LibraryBusy        another process writes to it: says who, with what and since when
    ├── UnknownDocument    no document has this id, source or digest
    ├── UnknownThing       no thing or statement has this IRI
    ├── JudgementError     the judgement cannot be made: it names the wrong kind of thing, or contradicts another
    ├── RollbackError      nothing waits under this name, or what came later stands in the way
    ├── ErasureError       what is to be erased is not here, or is not it alone
    ├── UnknownFormat      no such export format
    ├── BackupError        the backup is damaged, or its place is taken
    ├── ReleaseError       nothing to release, or the release before cannot be read
    ├── UnknownTime        no such time, or the library knew nothing then
    └── WorkerFailed       no worker process could be started

Each message says value, place and choices.
"""


class LibraryError(Exception):
    """Root of everything that a library refuses."""


class NotALibrary(LibraryError):
    """The folder holds no library that this version can open."""


class LibraryBusy(LibraryError):
    """Another process writes to the library. `pid` is 0 where it could not be read."""

    def __init__(self, message: str, *, pid: int = 0, command: str = "", since: str = "") -> None:
        super().__init__(message)
        self.pid = pid
        self.command = command
        self.since = since


class UnknownDocument(LibraryError):
    """Nothing in the library goes by this id, source or digest."""


class UnknownThing(LibraryError):
    """Nothing in the library has this IRI."""


class JudgementError(LibraryError):
    """The judgement cannot be made as given."""


class RollbackError(LibraryError):
    """There is nothing of that name to approve or to roll back, or a later change stands in the way."""


class ErasureError(LibraryError):
    """What is to be erased is not in the library, or others go by the same name."""


class UnknownFormat(LibraryError):
    """The export format is none of those known."""


class BackupError(LibraryError):
    """A backup cannot be written there, or is not what was written."""


class ReleaseError(LibraryError):
    """Nothing changed since the last release, or a release cannot be read or written."""


class UnknownTime(LibraryError):
    """The text is no time, or lies before the library's first commit."""


class WorkerFailed(LibraryError):
    """No worker process could be started to read documents."""
