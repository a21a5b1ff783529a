"""What goes wrong at the door.

UiError
├── SilentServerError    a server is said to hold the library and does not answer
├── ServerRefusalError   the server that holds the library would not do it
└── UnknownAddressError  no document of the library comes from this address
"""


class UiError(Exception):
    """Root of everything that the interfaces raise for a person to read."""


class SilentServerError(UiError):
    """`server.json` names a living process that does not answer at its address."""


class ServerRefusalError(UiError):
    """The server answered that it would not do it, and why."""


class UnknownAddressError(UiError):
    """No document of the library comes from this address."""
