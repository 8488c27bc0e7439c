"""Connections that only ever go to public addresses: a name is resolved once, checked, and connected to as it was
checked.

A page can redirect to this computer or to a machine of its network, and a name can be made to resolve to one between
a check and
the connection. Here the check is made on the very address that is connected to.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError
from urllib3.util.connection import create_connection


class PrivateAddress(Exception):
    """The host is on this computer or its network; the message says so, for people."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and parsed in ipaddress.ip_network("64:ff9b::/96"):  # NAT64
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def checked_addresses(host: str, port: int, *, allow_local: bool) -> list[str]:
    """The addresses of a host, all of which may be asked. Raises PrivateAddress, or OSError for an unknown name."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)]
    addresses = list(dict.fromkeys(found))
    if not allow_local and (not addresses or not all(map(is_public, addresses))):
        raise PrivateAddress(
            f"{host} is an address of this computer or its network; to fetch from it all the same: --allow-local"
        )
    return addresses


class _Pinned:
    """Connects to an address that was checked; the name still goes into the request and the certificate."""

    allow_local = False

    def _new_conn(self: Any) -> socket.socket:
        error: OSError | None = None
        for address in checked_addresses(self._dns_host, self.port, allow_local=self.allow_local):
            try:
                return create_connection(
                    (address, self.port), self.timeout, source_address=None, socket_options=self.socket_options
                )
            except OSError as failure:
                error = failure
        # Not the error itself: urllib3 passes over a reset, as if there were a connection.
        raise NewConnectionError(self, "no connection") from error


class _PublicHTTP(_Pinned, HTTPConnection):
    pass


class _PublicHTTPS(_Pinned, HTTPSConnection):
    pass


class _LocalHTTP(_PublicHTTP):
    allow_local = True


class _LocalHTTPS(_PublicHTTPS):
    allow_local = True


def pool(*, allow_local: bool) -> urllib3.PoolManager:
    """A pool of connections that keeps the rule of this module; proxies of the environment are not used."""

    class Plain(urllib3.HTTPConnectionPool):
        ConnectionCls = _LocalHTTP if allow_local else _PublicHTTP

    class Secure(urllib3.HTTPSConnectionPool):
        ConnectionCls = _LocalHTTPS if allow_local else _PublicHTTPS

    manager = urllib3.PoolManager(num_pools=8, maxsize=1, retries=False)
    manager.pool_classes_by_scheme = {"http": Plain, "https": Secure}
    return manager
