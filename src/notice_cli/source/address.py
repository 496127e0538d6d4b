"""A URL as it is sent: Chinese hosts and paths encoded, names and passwords taken out."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from notice_cli.errors import SourceError
from notice_cli.text.pattern import lazy_pattern

SCHEMES = ("http", "https")

_PASSWORD = lazy_pattern(r"^([A-Za-z][A-Za-z0-9+.-]{1,30}://)[^/?#\\]*@")
_LONGEST_HOST = 255
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in a path or a query; `%` too, since most addresses are copied already encoded."""


def parse_address(url: str) -> SplitResult | None:
    """`http://市局.cn/整改 a.html` as `http://xn--….cn/%E6%95%B4…%20a.html`; None if it is no address."""
    try:
        parts = urlsplit(without_password(url))
        host = parts.hostname or ""
        host = host.encode("idna").decode("ascii") if len(host) <= _LONGEST_HOST else ""
        port = f":{parts.port}" if parts.port else ""
        path, query, fragment = (quote(part, safe=_SAFE) for part in parts[2:])
    except ValueError:
        return None
    if not re.fullmatch(r"[A-Za-z0-9._:-]{1,255}", host):
        return None
    netloc = (f"[{host}]" if ":" in host else host) + port
    return SplitResult(parts.scheme, netloc, path or "/", query, fragment)


def read_address(url: str) -> SplitResult:
    """The address to ask; SourceError `unsupported_scheme` or `bad_url`."""
    address = parse_address(url)
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:", without_password(url))
    if scheme and scheme[0][:-1].lower() not in SCHEMES:
        raise SourceError("unsupported_scheme", without_password(url))
    if address is None:
        raise SourceError("bad_url", without_password(url))
    return address


def parse_location(address: SplitResult, location: str) -> str:
    """Where a Location header leads from `address`; its bytes beyond ASCII are encoded as they came."""
    target = quote(location.strip().encode("latin-1", "replace"), safe=_SAFE)
    try:
        return urljoin(address.geturl(), target)
    except ValueError:
        return target


def without_password(url: str) -> str:
    """The URL without `name:password@`, which is neither sent nor shown."""
    return _PASSWORD.sub(r"\1", url.strip())
