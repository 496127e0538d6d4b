# ruff: noqa: E501
"""Pages that hold no notice are refused, each with its kind; a notice, however it is called, never is."""

from __future__ import annotations

import pytest

from notice_cli import RefusalError, read
from notice_cli.errors import SENTENCES
from notice_cli.page.page import read_page
from notice_cli.reading.refusal import Signs, refuse_others

TITLE = "中共澜浦市水利局党组关于市委第四巡察组反馈意见整改进展情况的通报"
FOOT = "<p>主办：澜浦市水利局 地址：澜浦市沿江大道2号 电话：0799-7777777</p>"


def page(body: str, title: str = TITLE) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}{FOOT}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


ENTRIES = tuple(
    f"中共澜浦市{name}党组关于市委巡察反馈意见整改情况的通报"
    for name in ("水利局", "教育局", "财政局", "审计局", "民政局", "林业局")
)
REFUSED = {
    "demand": (
        "not_notice",
        page(
            "<h1>责令限期整改通知书</h1>"
            + paragraphs(
                "澜浦甲公司：经查，你单位存在以下问题：",
                "1.消防通道堵塞。",
                "2.灭火器过期。",
                "现责令你单位于2024年7月1日前整改完毕，并将整改情况报我局。",
            ),
            title="通知公告",
        ),
    ),
    "self-inspection": (
        "not_notice",
        page(
            "<h1>关于巡察自查自纠问题的报告</h1>"
            + paragraphs(
                "根据市委巡察工作要求，我局开展自查，现将自查情况报告如下：",
                "一、存在的主要问题",
                "（一）学习不深入。一是计划不细；二是研讨不够。",
                "二、下步打算",
                "立行立改，逐项销号。",
            ),
            title="通知公告",
        ),
    ),
    "articles": (
        "not_notice",
        page(
            "<h1>澜浦市审计查出问题整改联动机制（试行）</h1>"
            + paragraphs(
                "第一条 为做好审计整改，制定本机制。",
                "第二条 被审计单位应当在60日内报告整改情况。",
                "第三条 整改情况实行台账管理、对账销号。",
            ),
            title="通知公告",
        ),
    ),
    "tender": (
        "not_notice",
        page(
            "<h1>澜浦市环保督察整改项目中标公告</h1>"
            + paragraphs(
                "一、项目编号：LP2024-03",
                "二、中标人：甲建设公司；中标金额：386万元。",
                "三、公告期限：自本公告发布之日起1个工作日。",
            ),
            title="通知公告",
        ),
    ),
    "meeting-that-speaks-of-what-will-be": (
        "news",
        page(
            "<h1>市委第五轮巡察工作动员部署会召开</h1>"
            + paragraphs(
                "6月1日，市委第五轮巡察工作动员部署会召开。",
                "会议指出，要坚持问题导向。",
                "本轮巡察将对6家单位开展巡察，重点关注上轮巡察整改落实情况。",
            ),
            title="通知公告",
        ),
    ),
    "cases-made-public": (
        "not_notice",
        page(
            "<h1>澜浦市通报3起巡察整改不力典型问题</h1>"
            + paragraphs(
                "日前，市纪委监委对3起巡察整改不力典型问题进行通报。",
                "1.某局党组落实整改主体责任不力问题。2023年以来，反馈的6个问题整改流于形式。",
                "2.某镇党委虚假整改问题。上报已完成整改的2个问题实际未整改。",
            ),
            title="通知公告",
        ),
    ),
    "moved": (
        "moved",
        "<html><head><meta charset=utf-8><meta http-equiv='refresh' content='0;url=/zw/t2.html'><title>通报</title></head><body><p>页面正在跳转，请稍候……</p></body></html>",
    ),
    "pictures-only": (
        "no_text",
        page(
            f"<h1>{TITLE}</h1><div>发布时间：2024-06-03</div>"
            + "".join(f"<p style='x'><span><img src='W02024{n}.jpg'></span></p>" for n in range(3))
            + "<script>hits()</script>"
        ),
    ),
    "title-only": ("no_text", page(f"<h1>{TITLE}</h1><div>发布时间：2024-06-03</div>")),
    "restricted": (
        "login",
        page(
            f"<h2>{TITLE}</h2><p>您当前的IP地址为 203.0.113.7，该内容仅限校内用户访问。</p><p>校外用户请登录后查看。</p>"
        ),
    ),
    "list-with-abstracts": (
        "list_page",
        page(
            "".join(
                f"<h3><a href='{at}.html'>{entry}</a></h3><p>根据市委统一部署，2023年8月7日至10月13日，市委巡察组开展了巡察。现将整改进展情况予以公布：一、整改工作组织情况……</p><p>2024-06-1{at}</p>"
                for at, entry in enumerate(ENTRIES)
            ),
            title="整改公开",
        ),
    ),
    "list-of-files-under-a-sentence": (
        "list_page",
        page(
            "<p>为接受社会监督，现将各单位巡察整改情况集中公布，敬请关注。</p><table>"
            + "".join(
                f"<tr><td>{at}</td><td><a href='{at}.html'>{entry}</a></td></tr>"
                for at, entry in enumerate(ENTRIES)
            )
            + "</table>",
            title="整改公开",
        ),
    ),
    "survey": (
        "not_notice",
        page(
            "<h1>关于开展市委巡察整改群众满意度测评的公告</h1>"
            + paragraphs(
                "为检验市委第四巡察组反馈意见整改成效，现面向社会开展满意度测评。",
                "一、测评内容。（一）反馈的问题是否整改到位。（二）是否存在虚假整改。",
                "二、参与方式。请填写问卷，或致电0799-6612345。",
            ),
            title="市水利局",
        ),
    ),
    "audit-findings": (
        "not_notice",
        page(
            "<h1>澜浦市水利局2023年度预算执行情况审计结果公告</h1>"
            + paragraphs(
                "根据审计法规定，市审计局对市水利局2023年度预算执行情况进行了审计。现将审计结果公告如下：",
                "一、审计发现的主要问题",
                "（一）预算编制不完整，涉及金额36万元。",
                "（二）固定资产账实不符。",
                "二、审计处理意见",
                "对上述问题已提出整改意见。具体整改情况由市水利局自行公告。",
            ),
            title="2024年第3号公告",
        ),
    ),
    "feedback-under-a-notice's-title": (
        "not_notice",
        page(
            "<h1>关于五届市委第六轮巡察反馈情况的通报</h1>"
            + paragraphs(
                "日前，市委巡察组向2个被巡察党组织反馈了巡察情况。现将有关情况通报如下：",
                "一、市水利局党组",
                "巡察发现的主要问题：（一）河湖长制责任不实。巡河走过场。（二）项目管理不严。验收滞后。",
                "市委巡察组要求，在3个月内完成集中整改，并向社会公开整改情况。",
            ),
            title="市委巡察办",
        ),
    ),
    "plan-told-by-its-heading": (
        "plan",
        page(
            "<h1>澜浦市水利局党组市委巡察反馈意见整改任务分解表</h1>"
            + paragraphs(
                "为抓好市委第四巡察组反馈意见的整改落实，特制定本任务分解表，请各责任单位抓好落实，并于每月25日前报送整改进展。",
                "1.河湖“清四乱”不彻底。整改措施：开展排查，逐处整治。完成时限：2024年4月底前。",
            ),
            title="通知公告",
        ),
    ),
    "duties": (
        "plan",
        page(
            "<h1>澜浦市水利局巡察整改工作责任清单</h1>"
            + paragraphs(
                "根据市委要求，明确巡察整改工作责任如下：",
                "一、主体责任。局党组对整改负主体责任，每月听取一次整改汇报。",
                "二、监督责任。派驻纪检组负责监督整改落实。",
            ),
        ),
    ),
    "news-told-by-its-heading": (
        "news",
        page(
            "<h1>市水利局召开市委巡察反馈意见整改工作推进会</h1>"
            + paragraphs(
                "3月11日下午，市水利局召开推进会，听取各责任科室整改进展情况汇报。",
                "会上，各牵头科室逐条汇报。截至目前，巡察反馈的26个问题已完成整改19个，制定制度8项。",
                "会议要求，一是要提高政治站位；二是要紧盯未完成的7个问题，倒排工期。",
            ),
            title="澜浦：巡察整改见真章",
        ),
    ),
    "iframe": (
        "in_iframe",
        page(
            f"<div class=nav><a href=/>首页</a></div><h1>{TITLE}</h1><div>发布时间：2024-06-03</div><iframe src='../doc/view.html?id=77' width=100%></iframe>"
        ),
    ),
    "iframe-pdfjs": (
        "in_iframe",
        page(f"<h1>{TITLE}</h1><iframe src='/pdfjs/web/viewer.html?file=/files/t1.pdf'></iframe>"),
    ),
    "script-app": (
        "script_shell",
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>澜浦市水利局</title></head><body><noscript>We're sorry but this site doesn't work properly without JavaScript enabled. Please enable it to continue.</noscript><div id=app></div><script src=/js/chunk-vendors.3a.js></script><script src=/js/app.1b.js></script></body></html>",
    ),
    "script-title": (
        "script_shell",
        page(
            f"<h1>{TITLE}</h1><div id='content'></div><script>$.get('/api/article/77',function(d){{$('#content').html(d.content)}})</script>"
        ),
    ),
    "script-loading": (
        "script_shell",
        page("<div id='root'>加载中...</div><script src='main.js'></script>", title="政务公开"),
    ),
    "attachment": (
        "attachment_only",
        page(
            f"<h1>{TITLE}</h1><div>发布时间：2024-06-03 来源：水利局</div><div id=zoom><p>附件：<a href='./P020240603.pdf'>{TITLE}.pdf</a></p></div>"
        ),
    ),
    "attachment2": (
        "attachment_only",
        page(
            f"<h1>{TITLE}</h1><div id=zoom><p>现将整改进展情况予以公布，详见附件。</p><p><a href='/u/整改情况.docx'>附件1.整改情况通报.docx</a></p><p><a href='/u/b.xlsx'>附件2.整改台账.xlsx</a></p></div>"
        ),
    ),
    "challenge": (
        "challenge",
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div>请稍候，正在进行安全验证</div><p>Checking your browser before accessing. 请完成人机验证后继续访问</p><input name=captcha></body></html>",
    ),
    "challenge-waf": (
        "challenge",
        "<html><head><meta charset=utf-8><title>访问被拦截</title></head><body><h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1><p>您的请求ID是: 7b0f</p></body></html>",
    ),
    "challenge-js": (
        "challenge",
        "<html><head><meta charset=utf-8></head><body><script>document.cookie='wzws_sid=1';location.reload()</script><noscript>请开启JavaScript并刷新该页</noscript></body></html>",
    ),
    "login": (
        "login",
        "<html><head><meta charset=utf-8><title>统一身份认证平台</title></head><body><form action=/login><p>用户名<input name=u></p><p>密码<input type=password name=p></p><button>登录</button></form><p>扫码登录 忘记密码</p></body></html>",
    ),
    "login-button-only": (
        "login",
        "<html><head><meta charset=utf-8><title>统一身份认证</title></head><body><form><input name=u><input type=password><button>登录</button></form></body></html>",
    ),
    "error404": (
        "error_page",
        "<html><head><meta charset=utf-8><title>404 - 页面不存在</title></head><body><h2>抱歉，您访问的页面不存在或已删除</h2><p>5秒后自动返回首页</p><a href=/>返回首页</a></body></html>",
    ),
    "error-inner": (
        "error_page",
        page(
            "<div class=nav><a href=/>首页</a><a href=/zw>政务公开</a></div><p>您查看的信息已被删除或者链接已失效！</p>",
            title="澜浦市水利局",
        ),
    ),
    "error500": (
        "error_page",
        "<html><head><meta charset=utf-8><title>系统提示</title></head><body><p>服务器内部错误，请稍后再试。HTTP Status 500 – Internal Server Error</p></body></html>",
    ),
    "list": (
        "list_page",
        page(
            "<div>当前位置：首页 &gt; 巡察整改</div><ul>"
            + "".join(
                f"<li><a href='t{i}.html'>中共澜浦市{n}党组关于市委巡察反馈意见整改情况的通报</a><span>2024-0{i}-11</span></li>"
                for i, n in enumerate(
                    ["水利局", "教育局", "财政局", "审计局", "民政局", "卫健委", "体育局", "林业局"], 1
                )
            )
            + "</ul><div>共8条 第1页/共1页 首页 上一页 下一页 尾页</div>",
            title="巡察整改_澜浦市纪委监委",
        ),
    ),
    "list-text": (
        "list_page",
        page(
            "<div>巡察整改</div>"
            + "".join(
                f"<div class=item><div>中共澜浦市{n}党组关于市委巡察反馈意见整改情况的通报</div><div>2024-05-1{i}</div></div>"
                for i, n in enumerate(
                    ["水利局", "教育局", "财政局", "审计局", "民政局", "卫健委", "体育局", "林业局"], 1
                )
            ),
            title="巡察整改",
        ),
    ),
    "plan": (
        "plan",
        page(
            "<h1>澜浦市水利局落实市委巡察反馈意见整改实施方案</h1>"
            + paragraphs(
                "为全面落实市委第四巡察组反馈意见，确保按期完成整改任务，结合实际，制定本方案。",
                "一、总体要求",
                "坚持问题导向，按照时间节点推进整改，确保整改到位。",
                "二、整改任务",
                "（一）关于“河湖长制责任压得不实”的问题。（牵头单位：河湖科；责任单位：各县区水利局）",
                "整改措施：一是将修订巡河办法。二是对雷同记录逐一复核。整改时限：2024年6月底前完成，长期坚持。",
                "（二）关于“项目前期滞后”的问题。（牵头单位：建设科）",
                "整改措施：一是建立周调度机制。二是协调用地审批。整改时限：2024年12月底前。",
                "三、工作要求",
                "各科室要高度重视，加强组织领导，确保整改取得实效。",
            ),
            title="整改实施方案",
        ),
    ),
    "plan-public": (
        "plan",
        page(
            "<h1>澜浦市贯彻落实省生态环境保护督察报告反馈意见整改方案</h1>"
            + paragraphs(
                "为切实抓好督察反馈意见整改，制定如下整改方案。",
                "一、指导思想",
                "深入贯彻生态文明思想，坚决完成整改任务。",
                "二、整改目标",
                "到2025年底，反馈的12个问题全部完成整改。",
                "三、整改措施清单",
                "1.整改任务：部分河段水质不达标。整改目标：水质稳定达标。整改时限：2025年12月底前。整改措施：（1）实施截污工程。（2）加强巡查。责任单位：市生态环境局。",
            ),
            title="整改方案",
        ),
    ),
    "plan-print": (
        "plan",
        page(
            "<h1>关于印发《澜浦市水利局巡察反馈问题整改工作方案》的通知</h1>"
            + paragraphs(
                "各科室、局属各单位：",
                "现将《澜浦市水利局巡察反馈问题整改工作方案》印发给你们，请认真抓好落实。",
                "一、工作目标",
                "确保2024年底前反馈的4个问题全部整改到位。",
                "二、重点任务",
                "1.压实河湖长制责任。责任科室：河湖科。完成时限：2024年6月。",
            ),
            title="通知",
        ),
    ),
    "news": (
        "news",
        page(
            "<h1>我市扎实推进巡察整改 群众满意度持续提升</h1>"
            + paragraphs(
                "本报讯（记者 李小河 通讯员 王大江）“这条路终于修好了。”5月20日，家住河东街道的张大爷高兴地说。",
                "今年以来，市委巡察办督促各单位抓好整改落实，一批群众反映强烈的问题得到解决。",
                "一是压实责任。市水利局建立周调度机制，市教育局开展专项排查。",
                "二是强化监督。市纪委监委开展随机抽查，推动问题整改到位。",
                "“下一步，我们将继续加强整改监督。”市委巡察办负责人表示。",
            ),
            title="我市扎实推进巡察整改",
        ),
    ),
    "news-meeting": (
        "news",
        page(
            "<h1>市水利局召开巡察整改工作推进会</h1>"
            + paragraphs(
                "5月20日，市水利局召开巡察整改工作推进会，听取各科室整改进展情况汇报，研究部署下一步工作。局党组书记、局长王大江主持会议并讲话。",
                "会议指出，巡察整改是一项严肃的政治任务，必须提高站位，扛牢责任。",
                "会议强调，一要压实责任，逐项销号。二要举一反三，建章立制。三要强化督查，务求实效。",
                "局领导班子成员、各科室主要负责人参加会议。",
            ),
            title="市水利局召开巡察整改工作推进会",
        ),
    ),
    "feedback": (
        "not_notice",
        page(
            "<h1>市委第四巡察组向市水利局党组反馈巡察情况</h1>"
            + paragraphs(
                "根据市委统一部署，2023年11月21日，市委第四巡察组向市水利局党组反馈了巡察情况。",
                "巡察组指出，局党组工作中还存在一些问题。一是河湖长制责任压得不实。二是项目前期工作滞后。三是资金拨付不及时。四是水资源费征收不到位。",
                "巡察组提出整改意见：一、提高政治站位。二、压实主体责任。三、抓好问题整改。",
                "局党组书记表示，诚恳接受反馈意见，坚决抓好整改落实。",
            ),
            title="反馈",
        ),
    ),
    "rule": (
        "not_notice",
        page(
            "<h1>澜浦市水利局巡察整改监督管理办法</h1>"
            + paragraphs(
                "第一条 为规范巡察整改工作，制定本办法。",
                "第二条 本办法适用于局机关及局属各单位。",
                "第三条 整改责任单位应当在规定时限内完成整改。",
                "第四条 本办法自印发之日起施行。",
            ),
            title="办法",
        ),
    ),
    "feedback-in-detail": (
        "not_notice",
        page(
            "<h1>市委第四巡察组向市水利局党组反馈巡察情况</h1>"
            + paragraphs(
                "日前，市委第四巡察组反馈巡察情况，指出的主要问题是：",
                "（一）理论学习不深入。一是第一议题制度执行不严；二是研讨不够。",
                "（二）工程管理不规范。一是招标审核不严；二是验收滞后。",
                "巡察组要求抓好整改。",
            ),
            title="市委第四巡察组向市水利局党组反馈巡察情况",
        ),
    ),
    "year-in-review": (
        "not_notice",
        page(
            "<h1>市水利局2023年工作总结和2024年工作打算</h1>"
            + paragraphs(
                "一、2023年工作情况",
                "（一）党建工作有新成效。落实巡察整改任务，完成整改12项。",
                "（二）水利工程建设加快。完成投资3.1亿元。",
                "二、2024年工作打算",
                "抓好防汛和水源工程建设。",
            ),
            title="市水利局2023年工作总结和2024年工作打算",
        ),
    ),
    "todo": (
        "not_notice",
        page(
            "<h1>关于做好巡察反馈问题整改工作的通知</h1>"
            + paragraphs(
                "各科室：",
                "为做好巡察反馈问题整改工作，现将有关事项通知如下：",
                "一、提高认识。各科室要充分认识整改工作的重要意义。",
                "二、落实责任。请于6月10日前报送整改台账。",
                "三、强化督查。办公室将定期通报进展。",
            ),
            title="通知",
        ),
    ),
    "weather": (
        "not_notice",
        page(
            paragraphs(
                "今天白天，全市多云转晴，最高气温28度，最低气温17度，偏南风三到四级。",
                "预计未来三天无明显降水，适宜户外活动。请市民注意防晒补水。",
            ),
            title="天气预报",
        ),
    ),
}
NOTICES = {
    "cases-that-were-rectified": (
        None,
        page(
            "<h1>关于省生态环境保护督察通报3起典型案例整改情况的公示</h1>"
            + paragraphs(
                "现将整改情况公示如下：",
                "（一）污水直排问题。整改情况：建成管网3公里。",
                "（二）固废堆存问题。整改情况：清运固废1200吨。",
            )
        ),
    ),
    "no-full-stop-and-a-script": (
        None,
        page(
            "<h3>澜浦市民政局巡察整改情况公示</h3><script>hits()</script>"
            + paragraphs(
                "1.问题描述：社会组织年检率低",
                "整改落实措施：①发催告函84份；②注销19家",
                "完成状态：已办结",
                "2.问题描述：地名普查成果转化慢",
                "整改落实措施：①录入地名4200条；②更换路牌95块",
                "完成状态：已办结",
                "澜浦市民政局",
                "2024年6月3日",
            )
        ),
    ),
    "audit-result-with-rectification": (
        None,
        page(
            "<h1>澜浦市水利局2023年度预算执行情况审计结果公告</h1>"
            + paragraphs(
                "市审计局对市水利局进行了审计，现将审计结果和整改情况公告如下：",
                "1.预算编制不完整。",
                "整改情况：一是补编预算36万元。二是修订预算管理办法。",
                "2.固定资产账实不符。",
                "整改情况：一是盘点资产214件。二是补登账目38件。",
            ),
            title="2024年第3号公告",
        ),
    ),
    "links-to-its-own-headings": (
        None,
        page(
            f"<h1>{TITLE}</h1><ul>"
            + "".join(f"<li><a href='#p{n}'>（{n}）关于整改落实第{n}方面的情况</a></li>" for n in range(1, 7))
            + "</ul>"
            + paragraphs(
                *(
                    f"问题{n}：第{n}项制度落实不到位。\n整改结果：已完成。\n整改情况：一是修订制度{n}项。二是开展检查。"
                    for n in range(1, 31)
                )
            ),
        ),
    ),
    "n-letter": (
        None,
        page(
            "<h1>关于反馈意见整改落实情况的函</h1>"
            + paragraphs(
                "市委巡察办：",
                "根据反馈意见，我局认真整改，现将有关情况函告如下：",
                "（一）河湖长制责任压得不实。",
                "该问题已完成整改。一是修订办法。二是复核记录。",
            ),
            title="函",
        ),
    ),
    "n-announce": (
        None,
        page(
            "<h1>澜浦市水利局党组巡察整改公告</h1>"
            + paragraphs(
                "现将整改情况公告如下：",
                "1.河湖长制责任压得不实。完成情况：已完成。整改情况：一是修订办法。二是复核记录。",
                "2.前期工作滞后。完成情况：已完成。整改情况：一是建立机制。",
            ),
            title="公告",
        ),
    ),
    "n-explain": (
        None,
        page(
            "<h1>关于市委巡察反馈问题整改情况的说明</h1>"
            + paragraphs(
                "一、关于“责任不实”的问题",
                "修订办法，复核记录，约谈责任人。",
                "二、关于“前期滞后”的问题",
                "建立周调度机制，协调用地。",
            ),
            title="说明",
        ),
    ),
    "n-list": (
        None,
        page(
            "<h1>省生态环境保护督察反馈问题整改完成情况清单</h1>"
            + paragraphs(
                "一、关于“部分河段水质不达标”。",
                "整改进展情况：已完成，长期坚持。",
                "1.实施截污工程。",
                "2.加强巡查。",
            ),
            title="清单",
        ),
    ),
    "n-public": (
        None,
        page(
            "<h1>关于省生态环境保护督察反馈意见整改方案第7项任务整改完成情况的公示</h1>"
            + paragraphs(
                "整改任务：部分河段水质不达标。",
                "整改目标：水质稳定达标。",
                "整改完成情况：已实施截污工程3公里，水质达标。",
                "公示期：2024年6月3日至6月9日。联系电话：0799-6612345。",
            ),
            title="公示",
        ),
    ),
    "n-counts": (
        None,
        page(
            "<h1>澜浦市公布2023年第三轮巡察整改情况</h1>"
            + paragraphs(
                "截至2024年5月底，市委第三轮巡察反馈的312个问题已完成整改298个，完成率95.5%；移交问题线索41条，立案12件，党纪政务处分9人。"
            ),
            title="情况",
        ),
    ),
    "n-audit": (
        None,
        page(
            "<h1>关于2023年度市级预算执行和其他财政收支审计查出问题整改情况的报告</h1>"
            + paragraphs(
                "主任、各位副主任、秘书长、各位委员：",
                "受市政府委托，我向市人大常委会报告审计查出问题整改情况，请予审议。",
                "一、整改工作部署情况",
                "市政府高度重视，召开专题会议部署。",
                "二、审计查出问题的整改情况",
                "（一）关于预算编制不细化的问题。对年初预算未细化问题，市财政局已修订办法。",
                "（二）关于资金拨付不及时的问题。对拨付不及时问题，已拨付资金1200万元。",
            ),
            title="报告",
        ),
    ),
    "n-nozhenggai": (
        None,
        page(
            "<h1>中共澜浦市水利局党组关于落实市委第四巡察组反馈意见情况的通报</h1>"
            + paragraphs(
                "根据市委统一部署，市委第四巡察组对我局开展巡察并反馈意见。现将落实情况通报如下。",
                "（一）责任压得不实的问题。",
                "一是修订办法。二是复核记录。",
                "（二）前期滞后的问题。",
                "一是建立机制。二是协调用地。",
            ),
            title="通报",
        ),
    ),
    "n-notitle": (
        None,
        page(
            paragraphs(
                "根据市委统一部署，现将市水利局党组巡察整改情况予以公布。",
                "问题1：责任不实。",
                "整改结果：已完成。",
                "整改情况：一是修订办法。二是复核记录。",
            ),
            title="",
        ),
    ),
    "n-digest": (
        None,
        page(
            "<h1>市委巡察整改情况摘编</h1>"
            + paragraphs(
                "本报讯（记者 李小河）近日，市纪委公布部分单位巡察整改情况，现摘编如下。",
                "市水利局",
                "问题：河湖长制责任压得不实。",
                "整改：一是修订办法。二是复核记录。",
                "市教育局",
                "问题：食堂管理不规范。",
                "整改：一是开展排查。二是公开招标。",
            ),
            title="摘编",
        ),
    ),
    "n-attach": (
        None,
        page(
            f"<h1>{TITLE}</h1>"
            + paragraphs(
                "现将整改进展情况通报如下。反馈的4个问题，已完成整改3个，长期坚持1个。",
                "1.责任不实。整改情况：修订巡河办法，复核巡河记录。",
                "附件：<a href='a.xlsx'>整改台账.xlsx</a>",
            )
        ),
    ),
    "n-notice-kind": (
        None,
        page(
            "<h1>关于巡察反馈问题整改情况的通知</h1>"
            + paragraphs(
                "现将我局巡察整改情况通知如下：",
                "问题1：责任不实。",
                "整改结果：已完成。",
                "整改情况：一是修订办法。",
            ),
            title="",
        ),
    ),
    "n-minzhu": (
        None,
        page(
            "<h1>局领导班子民主生活会整改措施落实情况通报</h1>"
            + paragraphs(
                "一、存在问题：理论学习不深入。整改措施：制定学习计划。完成情况：已完成。",
                "二、存在问题：调研不够。整改措施：每月调研。完成情况：已完成。",
            ),
            title="",
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_without_a_notice_is_refused(name):
    kind, markup = REFUSED[name]
    with pytest.raises(RefusalError) as caught:
        read(markup.encode())
    assert (caught.value.kind, caught.value.exit_code) == (kind, 3)
    assert caught.value.message("zh") != caught.value.message("en")


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_never_refused(name):
    assert bool(read(NOTICES[name][1].encode()).title) == (name != "n-notitle")


def test_every_kind_of_page_has_a_sentence_and_a_case():
    kinds = {kind for kind, _ in REFUSED.values()}
    assert kinds <= set(SENTENCES)
    page_kinds = {
        "in_iframe",
        "script_shell",
        "attachment_only",
        "challenge",
        "login",
        "error_page",
        "list_page",
        "moved",
        "no_text",
    }
    assert kinds == page_kinds | {"plan", "news", "not_notice"}


def refusal_of(markup: str, where: str) -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        read_page(markup.encode(), where=where)
    return caught.value


def test_a_frame_s_address_is_told_whole():
    error = refusal_of(REFUSED["iframe"][1], "https://www.lanpu.example.cn/zw/2024/t1.html")
    assert error.facts["url"] == "https://www.lanpu.example.cn/zw/doc/view.html?id=77"
    assert refusal_of(REFUSED["iframe"][1], "t1.html").facts["url"] == "../doc/view.html?id=77"


def test_the_attachments_are_told():
    error = refusal_of(REFUSED["attachment2"][1], "http://lanpu.example.cn/a/b.html")
    assert error.facts["count"] == 2
    assert "http://lanpu.example.cn/u/b.xlsx" in error.message("zh")


LONG = "".join(f"<p>第{n}段，" + "整改工作有序推进。" * 20 + "</p>" for n in range(3))


@pytest.mark.parametrize(
    ("navigation", "expected"),
    [
        ('<script>createPageHTML(3, 0, "t2024", "html");</script>', "https://x.example/a/t2024_1.html"),
        ('<script>createPageHTML(3, 1, "t2024", "shtml");</script>', "https://x.example/a/t2024_2.shtml"),
        ('<script>createPageHTML(3, 2, "t2024", "html");</script>', None),
        ('<script>createPageHTML(1, 0, "t2024", "html");</script>', None),
        ('第1页 共3页 <a href="content_2.html">下一页</a>', "https://x.example/a/content_2.html"),
        ('<a class="n" href="./t1_2.html"><span>下一页</span></a>', "https://x.example/a/t1_2.html"),
        ('第3页 共3页 <a href="content_3.html">下一页</a>', None),
        ('<a href="show.aspx?id=3&amp;page=2">下一页&gt;</a>', "https://x.example/a/show.aspx?id=3&page=2"),
        ('下一页：<a href="20240603.html">关于停水的公告</a>', None),
        ('<a href="javascript:next()">下一页</a>', None),
        ("总共: 1页", None),
    ],
)
def test_the_next_part_of_a_split_page(navigation, expected):
    markup = page(f"<h1>{TITLE}</h1>{LONG}<div>{navigation}</div>")
    assert read_page(markup.encode(), where="https://x.example/a/t2024.html").next == expected


def test_without_an_address_the_next_part_is_told_as_written():
    markup = page(f'<h1>{TITLE}</h1>{LONG}<script>createPageHTML(2,0,"t9","htm")</script>')
    notice = read(markup.encode())
    assert notice.source.next == "t9_1.htm"


@pytest.mark.parametrize(
    ("title", "is_other"),
    [
        ("云溪县矿山生态修复整改工程（二期）施工招标公告", True),
        ("云溪县环保督察整改项目竞争性磋商公告", True),
        ("关于政府采购审计查出问题整改情况的公告", False),
        ("云溪县工程招标领域专项整治结果公告", False),
    ],
)
def test_a_call_for_tenders_is_none_whatever_is_listed_in_it(title, is_other):
    text = f"{title}\n一、整改项目概况\n1.建设地点：白石岭镇。"
    signs = Signs(issues=5, statuses=0, measured=5, figures=1)
    if is_other:
        with pytest.raises(RefusalError, match="tenders"):
            refuse_others(title, text, signs, "a.html")
    else:
        refuse_others(title, text, signs, "a.html")
