"""The garbage collector kept from walking over what is known to live."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECTED_EVERY = 100_000  # new objects that live on: the caches of words, which a collection would only walk over
FULLY_EVERY = (20, 20)  # such collections to one of the middle generation, and of those to one of everything


def settle() -> None:
    """Take what is loaded by now, the vocabulary and the libraries, out of the collector's sight, and let it look
    seldom: the caches that grow with every document are no garbage, and walking over them cost a tenth of the time."""
    gc.freeze()
    gc.set_threshold(COLLECTED_EVERY, *FULLY_EVERY)


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
