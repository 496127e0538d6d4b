"""How much memory a large page takes, and that what it took is given back."""

import gc
import subprocess
import sys

import pytest

from notice_cli.page import memory, page
from notice_cli.pipeline import read

MEASURE = """
import gc, resource
from notice_cli.pipeline import read

def page(issues):
    done = "修订管理制度，明确责任分工和办理时限，组织全体干部职工学习，逐级签订责任书，按月调度通报进展情况"
    many = "".join(
        f'<p style="text-indent: 2em"><span lang="EN-US">问题{n}：制度执行不严，台账登记不全。</span></p>'
        "<p>整改结果：已完成</p>"
        f'<p style="text-indent: 2em"><span>整改情况：一是{done}；二是{done}；三是{done}。</span></p>'
        for n in range(1, issues + 1)
    )
    return f"<html><h1>关于巡察整改情况的通报</h1><p>反馈问题{issues}个。</p>{many}</html>".encode()

read(page(3))
data = page(4_000)
gc.collect()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
notice = read(data)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(len(notice.issues), peak * 1024 / len(data))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is told in other units elsewhere")
def test_reading_takes_at_most_twelve_bytes_a_byte():
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, check=True, text=True)
    issues, memory_used = done.stdout.split()
    assert int(issues) == 4_000
    assert float(memory_used) <= 12


@pytest.mark.parametrize(("paragraphs", "times"), [(1, 0), (20_000, 1)])
def test_only_large_pages_give_back(monkeypatch, paragraphs, times):
    told = []
    monkeypatch.setattr(page, "give_back", lambda: told.append(1))
    text = "<html><h1>关于巡察整改情况的通报</h1><p>问题1：不实。</p><p>整改结果：已完成。</p>"
    assert read((text + "<p>制定制度，开展检查，落实责任。</p>" * paragraphs).encode()).issues
    assert len(told) == times


@pytest.mark.parametrize("system", [sys.platform, "win32", "darwin"])
def test_giving_back_is_harmless_everywhere(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    memory.give_back()


@pytest.mark.parametrize("searching", [True, False])
def test_cycles_are_searched_for_as_before_once_reading_has_ended(searching):
    seen = []

    @memory.uncollected
    def action(value):
        seen.append(gc.isenabled())
        return 1 / value

    was_on = gc.isenabled()
    (gc.enable if searching else gc.disable)()
    try:
        assert action(2) == 0.5
        with pytest.raises(ZeroDivisionError):
            action(0)
        assert gc.isenabled() is searching
    finally:
        (gc.enable if was_on else gc.disable)()
    assert seen == [False, False]


def test_reading_makes_no_cycles():
    page = (
        "<html><h1>关于巡察整改情况的通报</h1><p>问题1：不实。</p><p>整改结果：已完成。</p></html>".encode()
    )
    read(page)
    gc.collect()
    gc.disable()
    try:
        for _ in range(20):
            read(page)
        assert gc.collect() < 20
    finally:
        gc.enable()
