"""The extras that these tests need; a data set of a few pages, made once."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow", reason="needs the extra batch")

from batch.pages import page, write_pages
from notice_cli import __version__
from notice_cli.batch.plan import Options
from notice_cli.batch.run import run


def options(**changes) -> Options:
    return Options(__version__, chunk=4)._replace(**changes)


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Ten pages, one of them wrong in its figures, a copy, a page that is no notice, and an empty one."""
    folder = write_pages(tmp_path_factory.mktemp("pages"), 10)
    (folder / "00004.html").write_text(page(4, declared=1), encoding="utf-8")
    (folder / "copy.html").write_bytes((folder / "00002.html").read_bytes())
    (folder / "list.html").write_text("<p>天气预报：晴。</p>", encoding="utf-8")
    (folder / "empty.html").write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def data_set(pages, tmp_path_factory):
    """What a run makes of these pages."""
    target = tmp_path_factory.mktemp("sets") / "whole"
    run([str(pages), "nowhere.html"], str(target), options(), jobs=2)
    return target
