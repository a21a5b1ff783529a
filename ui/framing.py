"""Parts of one request body: who adds an edition, the edition, the bytes it was read from."""

LENGTH = 8  # bytes that say how long the first part is, most significant first


def frame(first: bytes, rest: bytes) -> bytes:
    """The length of the first part, that part, the rest.

    >>> unframe(frame(b"edition", b"%PDF"))
    (b'edition', b'%PDF')
    """
    return len(first).to_bytes(LENGTH, "big") + first + rest


def unframe(body: bytes) -> tuple[bytes, bytes]:
    """The first part and the rest. Raises ValueError where the body is shorter than it says."""
    length = int.from_bytes(body[:LENGTH], "big")
    if len(body) < LENGTH + length:
        raise ValueError(f"{len(body)} bytes cannot hold a part of {length}")
    return body[LENGTH : LENGTH + length], body[LENGTH + length :]
