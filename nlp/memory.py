"""The garbage collector kept from walking over what is known to live."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of reference cycles, as it was afterwards: what a document's understanding makes is freed
    by reference counts, and looking through it for cycles again and again costs a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
