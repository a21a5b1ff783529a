"""Messages between a process and its workers: a kind of one byte, a length, and the bytes."""

import os
import select
import time
from typing import IO

LENGTH = 8  # bytes of a length, most significant first
BLOCK = 1 << 20


def write_frame(stream: IO[bytes], kind: bytes, payload: bytes = b"") -> None:
    """Send one message. Raises BrokenPipeError where nobody reads any more."""
    stream.write(kind + len(payload).to_bytes(LENGTH, "big"))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes], *, until: float | None = None) -> tuple[bytes, bytes]:
    """The next message: its kind and its bytes. `until` is when (`time.monotonic`) waiting ends; it reads past no
    message, so the stream must be unbuffered.

    Raises EOFError where the stream ends, TimeoutError.
    """
    head = _exactly(stream, 1 + LENGTH, until)
    return head[:1], _exactly(stream, int.from_bytes(head[1:], "big"), until)


def _exactly(stream: IO[bytes], length: int, until: float | None) -> bytes:
    pieces: list[bytes] = []
    while length:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0 or not select.select([stream], [], [], left)[0]:
                raise TimeoutError("no message in time")
        piece = os.read(stream.fileno(), min(length, BLOCK))
        if not piece:
            raise EOFError("the stream ended")
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
