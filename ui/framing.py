"""An edition and the bytes it was read from, as one request body."""

LENGTH = 8  # bytes that say how long the edition is, most significant first


def frame(edition: bytes, data: bytes) -> bytes:
    """The edition's length, the edition, the bytes.

    >>> unframe(frame(b"edition", b"%PDF"))
    (b'edition', b'%PDF')
    """
    return len(edition).to_bytes(LENGTH, "big") + edition + data


def unframe(body: bytes) -> tuple[bytes, bytes]:
    """The edition and the bytes. Raises ValueError where the body is shorter than it says."""
    length = int.from_bytes(body[:LENGTH], "big")
    if len(body) < LENGTH + length:
        raise ValueError(f"{len(body)} bytes cannot hold an edition of {length}")
    return body[LENGTH : LENGTH + length], body[LENGTH + length :]
