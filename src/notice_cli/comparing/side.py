"""What a comparison says about each of its notices."""

from __future__ import annotations

from notice_cli.model import Notice, Side


def read_side(notice: Notice) -> Side:
    """Title, issuer, date and source of a notice."""
    return Side(
        title=notice.title,
        issuer=notice.signature.issuer or notice.metadata.issuer,
        signed_on=notice.signature.signed_on,
        source=notice.source,
    )
