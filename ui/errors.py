"""What goes wrong at the door.

UiError
├── ServerSilent   a server is said to hold the library and does not answer
├── ServerRefused  the server that holds the library would not do it
└── NotInstalled   a part that the command needs is not there
"""


class UiError(Exception):
    """Root of everything that the interfaces raise for a person to read."""


class ServerSilent(UiError):
    """`server.json` names a living process that does not answer at its address."""


class ServerRefused(UiError):
    """The server answered that it would not do it, and why."""


class NotInstalled(UiError):
    """A part of the program that the command needs is not installed."""
