"""Who asks a host next: one request at a time, and a pause between them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Turn:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0  # of time.monotonic


class Turns:
    """The hosts that this process asks."""

    def __init__(self) -> None:
        self._turns: dict[str, _Turn] = {}
        self._lock = threading.Lock()

    @contextmanager
    def at(self, host: str, pause: float) -> Iterator[None]:
        """Hold the host's turn; `pause` seconds pass after it before the next one begins."""
        with self._lock:
            turn = self._turns.setdefault(host, _Turn())
        with turn.lock:
            wait = turn.free_at - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                turn.free_at = time.monotonic() + pause
