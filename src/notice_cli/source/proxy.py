"""The proxy that the environment names for an address: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from urllib.parse import SplitResult
from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, make_headers, parse_url

from notice_cli.errors import SourceError
from notice_cli.source.address import without_password

LOOPBACK = ("localhost", "::1")


def find_proxy(address: SplitResult) -> Url | None:
    """The proxy for an address, None where it is asked directly; loopback always is.

    Raises:
        SourceError: `proxy_kind`, for one that is not of http.
    """
    host = address.hostname or ""
    proxies = getproxies_environment()
    named = proxies.get(address.scheme) or proxies.get("all")
    if not named or host in LOOPBACK or host.startswith("127."):
        return None
    if proxy_bypass_environment(address.netloc):
        return None
    return _parse(named)


def _parse(named: str) -> Url:
    try:
        proxy = parse_url(named if "://" in named else f"http://{named}")
    except LocationParseError:
        proxy = Url()
    if proxy.scheme != "http" or not proxy.host:
        raise SourceError("proxy_kind", without_password(named))
    return proxy


def credentials(proxy: Url) -> dict[str, str]:
    """The header that opens a proxy which asks for a name and a password."""
    from urllib.parse import unquote

    return dict(make_headers(proxy_basic_auth=unquote(proxy.auth))) if proxy.auth else {}
