"""Whether an address is public: what a page, a redirect or a list leads to must be.

A name is resolved once, its addresses are judged, and the connection is made to one of these: a name that
answers differently a moment later leads nowhere.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult

from notice_cli.errors import SourceError
from notice_cli.source.fetched import Origin

PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4
_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))


def port_of(address: SplitResult) -> int:
    """The port that an address names, else its scheme's."""
    return address.port or PORTS[address.scheme]


def resolve(address: SplitResult) -> list[str]:
    """The network addresses of a host, at most four; SourceError `unknown_host`."""
    try:
        found = socket.getaddrinfo(address.hostname, port_of(address), type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise SourceError("unknown_host", address.geturl()) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))[:_MOST_ADDRESSES]


def check_public(address: SplitResult, peers: list[str], origin: Origin) -> None:
    """All addresses of a host are public, or those of the very host that leads there.

    Raises:
        SourceError: `private_address`.
    """
    at_home = _is_home(address, origin)
    for peer in peers:
        if not (is_public(peer) or (at_home and peer == origin.peer)):
            raise SourceError("private_address", address.geturl(), peer=peer)


def is_public(peer: str) -> bool:
    """Whether a network address is of the public internet: `10.0.0.1`, `::1`, `169.254.169.254` are not."""
    try:
        inner = _inner(ip_address(peer.partition("%")[0]))
    except ValueError:
        return False
    return inner.is_global and not (inner.is_multicast or inner.is_reserved)


def is_literal(host: str) -> bool:
    """Whether a host is a network address, not a name."""
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _inner(peer: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address only wraps."""
    if isinstance(peer, IPv4Address):
        return peer
    if any(peer in network for network in _NAT64):
        return IPv4Address(int(peer) & 0xFFFFFFFF)
    return peer.ipv4_mapped or peer.sixtofour or peer


def _is_home(address: SplitResult, origin: Origin) -> bool:
    """Whether the address is at the host that leads there, at its port or at one of the two usual ones."""
    here = port_of(address)
    same_port = here == origin.port or {here, origin.port} == set(PORTS.values())
    return address.hostname == origin.host and same_port
