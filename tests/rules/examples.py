"""The examples of a rule's manual page, made into small published pages.

误：反馈问题2个。            a line of the docstring is a line of the body; it is also broken before
    问题1：学习不深入。       问题1：, 整改情况：, 整改结果：
正：落款：无                 标题, 落款, 联系 and labels of the metadata go to their places; 无: nothing
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

TITLE = "中共青湖市林业局党组关于落实市委第三巡察组反馈意见整改情况的通报"
METADATA = ("索引号", "名称", "发文单位", "成文日期", "发布日期", "主题分类")
_LABELS = "|".join(("标题", "落款", "联系", *METADATA))
_EXAMPLE = re.compile(r"^(误|正)：(.*(?:\n {4,}.*)*)", re.MULTILINE)
_FIELD = re.compile(rf"(?:^|，)({_LABELS})：(.*?)(?=，(?:{_LABELS})：|$)")
_BREAK = re.compile(r"(?<=[。：])(?=问题\d+：|整改情况：|整改结果：)|\n\s*")


@dataclass
class Page:
    """What an example says, and for the rest a sound notice."""

    title: str = TITLE
    metadata: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    contact: str = "联系电话：0690-6215008"
    signature: list[str] = field(default_factory=lambda: ["中共青湖市林业局党组", "2024年10月22日"])

    def html(self) -> bytes:
        rows = "".join(
            f"<li><b>{name}：</b><span>{value}</span></li>" for name, value in self.metadata.items()
        )
        lines = [*self.body, self.contact, *self.signature]
        paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line)
        head = f"<!doctype html><meta charset=utf-8><title>{self.title}</title>"
        return f"{head}<ul class=info>{rows}</ul><h1>{self.title}</h1><div>{paragraphs}</div>".encode()


def examples(manual: str) -> list[tuple[str, Page]]:
    """Each example as 误 or 正 and its page."""
    return [(match[1], page_of(match[2])) for match in _EXAMPLE.finditer(manual)]


def page_of(example: str) -> Page:
    page = Page()
    for line in _BREAK.split(example):
        fields = _FIELD.findall(line)
        for name, value in fields:
            put(page, name, "" if value == "无" else value.replace("{标题}", TITLE))
        if not fields and line:
            page.body.append(line)
    return page


def put(page: Page, name: str, value: str) -> None:
    if name == "标题":
        page.title = value
    elif name == "联系":
        page.contact = value and f"联系电话：{value}"
    elif name == "落款":
        is_date = re.fullmatch(r"\d{4}年.*日", value)
        page.signature = [page.signature[0], value] if is_date else [*value.split(), *page.signature[1:]]
        page.signature = page.signature if value else []
    else:
        page.metadata[name] = value
