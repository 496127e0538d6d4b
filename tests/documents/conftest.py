"""No test of what is read depends on how fast the machine is."""

from __future__ import annotations

import pytest

from notice_cli.page.documents import pdf


@pytest.fixture(autouse=True)
def _all_the_time_there_is(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 60.0)
