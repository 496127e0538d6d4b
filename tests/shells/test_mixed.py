"""The notice of this folder among furniture of many kinds, put together at random: always the same record.

The parts are those of real page makers: how the title is set, how the page tells its date and issuer, what
stands above, around and behind the text. Each number is one page, the same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from shell_pages import LINES, TITLE

from notice_cli import read

ISSUER, REST = TITLE[: TITLE.index("关于")], TITLE[TITLE.index("关于") :]
DAY = "2024-12-25"
TITLES = (
    f"<h1>{TITLE}</h1>",
    f"<div>{ISSUER}<br>{REST}</div>",
    f"<p>{ISSUER}</p><p>{REST}</p>",
    f"<h2>{TITLE} <small>{DAY}</small></h2>",
    f"<div>[公示] {TITLE}</div>",
    f"<h1>{TITLE}</h1><h1>{TITLE}</h1>",
    f"<article><header><h1>{TITLE}</h1></header></article>",
    f"<table><tr><td align=center><b>{TITLE}</b></td></tr></table>",
)
HEADS: tuple[tuple[str, dict[str, str]], ...] = (
    (f"<div>发布时间：{DAY} 10:22　来源：某区办　浏览次数：33</div>", {"origin": "某区办"}),
    (f"<div><span>来源：某区办</span><span>发布日期：{DAY}</span></div>", {"origin": "某区办"}),
    (f"<div>某区办 / {DAY} / 阅读 33</div>", {}),
    ("<p>2024年12月25日　星期三　某区日报</p>", {}),
    (f"<dl><dt>发布机构</dt><dd>某区办</dd><dt>发布日期</dt><dd>{DAY}</dd></dl>", {"issuer": "某区办"}),
    (
        f"<table><tr><td>索引号</td><td>MQ0001/2024-00123</td><td>办件类别</td><td>公告</td></tr>"
        f"<tr><td>发布机构</td><td>某区办</td><td>发布日期</td><td>{DAY}</td></tr></table>",
        {"issuer": "某区办", "index_number": "MQ0001/2024-00123"},
    ),
    (
        f"<table><tr><th>索引号</th><th>发布机构</th><th>发布日期</th></tr>"
        f"<tr><td>MQ0001/2024-00123</td><td>某区办</td><td>{DAY}</td></tr></table>",
        {"issuer": "某区办", "index_number": "MQ0001/2024-00123"},
    ),
    (f"<ul><li>公开形式:网站</li><li>发文单位:某区办</li><li>发布日期:{DAY}</li></ul>", {"issuer": "某区办"}),
    (f"<div><em>{DAY}</em><em>129</em></div>", {}),
    (f"<div>【发布日期】{DAY}<br>【信息来源】某区办<br>【字号】大 中 小</div>", {"origin": "某区办"}),
    (f"<div><div>某区融媒</div><div>{DAY} 08:00</div><div>+关注</div></div>", {}),
    (
        f"<div><div>发布时间：</div><div>{DAY}</div><div>信息来源：</div><div>某区办</div></div>",
        {"origin": "某区办"},
    ),
    (f"<div>时间：{DAY} —— 来源：某区办 —— 责编：王五</div>", {"origin": "某区办"}),
)
ABOVE = (
    "<div><a href=1>首页</a><a href=2>领导信箱</a></div>",
    "<div><div>首页</div><div>领导信箱</div></div>",
    "<div>当前位置：<a>首页</a> &gt; <a>公示公告</a> &gt; 正文</div>",
    "<h1>某区人民政府</h1><h2>信息公开</h2>",
    "<p>您的浏览器版本过低，为了更好的浏览体验，请升级浏览器后访问本网站。</p>",
    "<ul><li><a href=1>乙局召开巡察整改专题会</a></li><li><a href=2>丙局关于巡察整改情况的通报</a></li></ul>",
)


def each(form: str) -> Callable[[list[str]], str]:
    return lambda lines: "".join(form.format(line) for line in lines)


TEXTS: tuple[Callable[[list[str]], str], ...] = (
    each("<p>　　{}</p>"),
    each("<div>{}</div>"),
    each("&nbsp;&nbsp;{}<br>"),
    each('<span style="display:block">{}</span>'),
    each("<section><section><span>{}</span></section></section>"),
    each("<table><tr><td><p>{}</p></td></tr></table>"),
    each("<p class=MsoNormal><span lang=EN-US>&nbsp;</span><span>{}<o:p></o:p></span></p>"),
    lambda lines: "<table>" + each("<tr><td>{}</td></tr>")(lines) + "</table>",
    lambda lines: "<ul>" + each("<li>{}</li>")(lines) + "</ul>",
    lambda lines: "<pre>" + each("    {}\n")(lines) + "</pre>",
    lambda lines: (
        each("<p>{}</p>")(lines[:9])
        + "<div><h4>相关阅读</h4><ul><li><a href=x>某次会议召开</a></li></ul></div>"
        + each("<p>{}</p>")(lines[9:])
    ),
)
BEHIND = (
    "<div>上一篇：<a href=1>关于停水的公告</a></div><div>下一篇：<a href=2>招聘启事</a></div>",
    "<div>相关信息</div><div>某局召开巡察整改工作推进会，研究部署下一步的工作安排</div>",
    "<div>分享到：微信 微博</div><div>【打印】【关闭】</div>",
    "<p>来源：某区办　编辑：王小明　审核：李大</p>",
    "<p>—END—</p><p>编辑丨王小明</p>",
    "<div>网友评论</div><div>游客：支持公开，希望整改见到实效，百姓得到实惠，请继续公布下一步进展情况。</div>",
    "<div>主办：某区人民政府　地址：某区中山路1号　电话：0999-1112223　邮编：100000</div>",
    "<p>网站地图 | 关于我们</p><p>地址：某区中山路1号　电话：0999-1112223</p>",
    "<p>版权声明：凡本网注明来源的作品，未经授权不得转载。</p>",
    "<p>已阅 33　点赞 2</p><p>返回列表</p>",
    "",
)
AROUND = (("<div>", "</div>"), ("<table><tr><td>", "</td></tr></table>"), ("", ""), ("<main>", "</main>"))
NAMES = (TITLE, f"{TITLE}_某区人民政府", "某区人民政府", "通知公告", f"{TITLE} – 某区")


def mixed(number: int) -> tuple[str, dict[str, str]]:
    """A page, and what its head says beside its date."""
    chosen = random.Random(number)
    title, above, first, second = map(chosen.choice, (TITLES, ABOVE, BEHIND, BEHIND))
    (head, told), text = chosen.choice(HEADS), chosen.choice(TEXTS)(list(LINES))
    begin, end = chosen.choice(AROUND)
    inner = f"<div>{text}{first}</div>" if chosen.random() < 0.5 else f"<div>{text}</div>{first}"
    name = chosen.choice(NAMES)
    page = (
        f"<head><meta charset=utf-8><title>{name}</title></head><body>{above}{begin}{title}{head}{inner}{end}"
    )
    return f"<!DOCTYPE html><html>{page}{second}</body></html>", told


@pytest.mark.parametrize("number", range(150))
def test_the_notice_is_the_same_among_any_furniture(number):
    markup, told = mixed(number)
    notice = read(markup.encode())
    assert notice.title == TITLE
    assert notice.text.endswith("\n".join(LINES))
    assert set(notice.text.removesuffix("\n".join(LINES)).split()) <= {TITLE, ISSUER, REST}
    known = notice.metadata.model_dump()
    assert {name: known[name] for name in (*told, "published_on")} == {**told, "published_on": DAY}
    assert notice.contact.phones == ("0799-6612345",)
    assert [len(issue.measures) for issue in notice.issues] == [3, 2, 2, 2]
