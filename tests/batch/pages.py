"""Invented pages, as many as are wanted, each with its own figures."""

from __future__ import annotations

import hashlib
from pathlib import Path

PROBLEMS = (
    "公务接待审批不严，3次接待未附公函",
    "理论学习中心组研讨流于形式",
    "固定资产底数不清，台账与实物不符",
    "借调人员长期未归还原单位",
)
MEASURES = (
    "修订接待管理办法，逐笔核对近三年接待凭证并补齐公函{n}份",
    "召开专题会议{n}次，由主要负责人带头发言并形成会议纪要",
    "委托中介机构盘点资产{n}件，账实不符的逐件核销入账",
)
STATUSES = ("已完成", "基本完成", "正在整改", "未完成")


def page(n: int, *, issues: int = 4, body: str | None = None, declared: int | None = None) -> str:
    """A notice of the n-th invented bureau; `declared` is the completed issues it claims."""
    name = body or f"白桦市第{n}勘测局"
    statuses = [STATUSES[0 if at < issues - 1 else n % 4] for at in range(issues)]
    completed = statuses.count("已完成") if declared is None else declared
    year = 2019 + n % 5
    parts = [
        f"<h1>{name}党组关于巡察整改进展情况的通报</h1>",
        f"<p>{year}年3月1日至4月20日，白桦市委第三巡察组对{name}党组进行了巡察，{year}年5月10日反馈意见。"
        f"反馈问题{issues}个，已完成整改{completed}个，制定整改措施{issues * 3}条。</p>",
    ]
    for at, status in enumerate(statuses):
        measures = "".join(
            f"{han}是{text.format(n=n * 7 + at)}。" for han, text in zip("一二三", MEASURES, strict=True)
        )
        parts.append(f"<p>问题{at + 1}：{PROBLEMS[(n + at) % 4]}。</p>")
        parts.append(f"<p>整改结果：{status}。</p><p>整改情况：{measures}</p>")
    parts.append(f"<p>联系电话：0990-{n % 10000:04}</p><p>{name}党组</p><p>{2020 + n % 5}年1月8日</p>")
    return f"<!doctype html><meta charset=utf-8><title>通报</title><body>{''.join(parts)}</body>"


def write_pages(folder: Path, count: int) -> Path:
    """`count` pages in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (folder / f"{n:05}.html").write_text(page(n), encoding="utf-8")
    return folder


def fingerprint(data_set: Path) -> dict[str, str]:
    """Every file of a data set, and the hash of its bytes."""
    files = sorted(path for path in data_set.rglob("*") if path.is_file())
    return {
        path.relative_to(data_set).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
