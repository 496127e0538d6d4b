"""Ledgers in workbooks, ours and those kept by hand: tables, then issues, then records."""

from __future__ import annotations

from notice_cli.reading.workbook.ledger import read_ledgers

__all__ = ["read_ledgers"]
