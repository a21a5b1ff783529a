"""The guarded way out: a connection is made only to an address that was looked at, and lives until its deadline.

The name is resolved once, each address judged, and the connection made to that very address: a name that answers
otherwise the next time (DNS rebinding) changes nothing. TLS still checks the certificate against the name.
"""

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore
import httpx

from ingest.errors import Unfetchable

Address = IPv4Address | IPv6Address

TRANSLATED = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def public_addresses(host: str, port: int, *, allow_loopback: bool) -> list[str]:
    """The addresses of a host that may be asked. Raises Unfetchable where it has none.

    >>> public_addresses("192.0.2.1", 80, allow_loopback=False)
    Traceback (most recent call last):
    ...
    ingest.errors.Unfetchable: 192.0.2.1 is in a network that is not public (192.0.2.1): it is not asked
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unfetchable(f"no address is known for {host}: {getattr(error, 'strerror', None) or error}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    public = [address for address in addresses if is_public(ip_address(address), allow_loopback=allow_loopback)]
    if not public:
        raise Unfetchable(f"{host} is in a network that is not public ({', '.join(addresses)}): it is not asked")
    return public


def is_public(address: Address, *, allow_loopback: bool = False) -> bool:
    """Whether an address belongs to the public internet, the IPv4 address inside an IPv6 one judged too.

    >>> [is_public(ip_address(each)) for each in ("93.184.216.34", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    [True, False, False, False]
    >>> is_public(ip_address("127.0.0.1"), allow_loopback=True), is_public(ip_address("224.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner, allow_loopback=allow_loopback)
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not address.is_multicast and not address.is_reserved


class Wire(httpx.BaseTransport):
    """An httpx transport whose connections are guarded and end at `deadline` (of `time.monotonic`)."""

    def __init__(self, *, deadline: float, allow_loopback: bool) -> None:
        backend = _Backend(deadline, allow_loopback=allow_loopback)
        self._pool = httpcore.ConnectionPool(ssl_context=_trusted(), max_connections=1, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the body of the answer is read as it is asked for."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        if not isinstance(response.stream, Iterable):
            raise TypeError("httpcore answered with a stream that cannot be iterated")
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response.stream), extensions=response.extensions
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that are believed: certifi's, or those that SSL_CERT_FILE or SSL_CERT_DIR name."""
    return httpx.create_ssl_context()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class _Backend(httpcore.NetworkBackend):
    """Opens connections to public addresses only."""

    def __init__(self, deadline: float, *, allow_loopback: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_loopback = allow_loopback

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's public addresses that answers."""
        failure: Exception = httpcore.ConnectError(f"{host} does not answer")
        for address in public_addresses(host, port, allow_loopback=self._allow_loopback):
            try:
                limit = _left(self._deadline, timeout)
                stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection that ends at the deadline, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        limit = _left(self._deadline, timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    """The seconds that one step may take. Raises httpcore.ReadTimeout past the deadline."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("its time is up")
    return left if timeout is None else min(left, timeout)
