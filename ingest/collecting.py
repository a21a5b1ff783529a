"""Python's search for cyclic garbage, put off while a document is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """No search inside: a document is a hundred thousand small objects that all stay, and looking through them again
    and again took a fifth of the time of reading. Nothing that reading makes refers to itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
