"""Which addresses are public, and who may lead to one that is not."""

from __future__ import annotations

import pytest

from notice_cli.errors import SourceError
from notice_cli.source.address import read_address
from notice_cli.source.fetched import LISTED, Origin
from notice_cli.source.guard import check_public, is_public


@pytest.mark.parametrize(
    ("peer", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("127.0.0.1", False),
        ("127.8.9.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("224.0.0.1", False),
        ("192.0.2.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::1", False),
        ("nonsense", False),
    ],
)
def test_public(peer, public):
    assert is_public(peer) is public


HOME = Origin("oa.invalid", 8080, "10.0.0.5")


@pytest.mark.parametrize(
    ("url", "peers", "origin", "may"),
    [
        ("http://a.invalid/", ["93.184.215.14"], LISTED, True),
        ("http://a.invalid/", ["10.0.0.5"], LISTED, False),
        ("http://a.invalid/", ["93.184.215.14", "10.0.0.5"], LISTED, False),
        ("http://oa.invalid:8080/b", ["10.0.0.5"], HOME, True),
        ("http://oa.invalid:8080/b", ["10.0.0.6"], HOME, False),
        ("http://oa.invalid:9200/", ["10.0.0.5"], HOME, False),
        ("http://other.invalid:8080/", ["10.0.0.5"], HOME, False),
        ("https://oa.invalid/", ["10.0.0.5"], Origin("oa.invalid", 80, "10.0.0.5"), True),
        ("https://oa.invalid/", ["10.0.0.5"], Origin("oa.invalid", 80, None), False),
    ],
)
def test_who_may_lead_where(url, peers, origin, may):
    if may:
        check_public(read_address(url), peers, origin)
        return
    with pytest.raises(SourceError) as caught:
        check_public(read_address(url), peers, origin)
    assert caught.value.kind == "private_address"
