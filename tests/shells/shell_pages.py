"""The pages of this folder: one invented notice in the shells of many content systems."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TITLE = "中共澜浦市水利局党组关于市委第四巡察组反馈意见整改进展情况的通报"
LINES = (
    "根据市委统一部署，2023年8月7日至10月13日，市委第四巡察组对澜浦市水利局党组进行了巡察。2023年11月21日，市委第四巡察组向局党组反馈了巡察意见。现将整改进展情况予以公布。",
    "一、整改工作基本情况",
    "局党组召开专题会议6次研究整改工作。反馈的4个问题，已完成整改3个，长期坚持1个；制定整改措施9条，已完成9条。",
    "二、问题整改落实情况",
    "（一）聚焦贯彻落实上级决策部署方面",
    "问题1：河湖长制责任压得不实。部分乡镇河长巡河流于形式，2022年有11条河道巡河记录雷同。",
    "整改结果：已完成。",
    "整改情况：一是修订巡河办法，明确巡河频次和记录要求。二是对11条河道逐一复核，约谈责任人3人。三是上线巡河轨迹比对功能，每月通报一次。",
    "问题2：水利项目前期工作滞后。2个项目开工时间晚于计划半年以上。",
    "整改结果：已完成。",
    "整改情况：一是建立项目周调度机制，逐项倒排工期。二是协调完成2个项目用地审批，均已于2024年3月开工。",
    "（二）聚焦群众身边不正之风方面",
    "问题3：农村饮水维修养护资金拨付不及时，群众反映集中。",
    "整改结果：已完成。",
    "整改情况：一是足额拨付2022年度养护资金86万元。二是制定资金拨付流程，压缩办理时限至10个工作日。",
    "问题4：水资源费征收不到位，历史欠费清缴缓慢。",
    "整改结果：长期坚持。",
    "整改情况：一是清缴历史欠费31.5万元。二是推行在线计量，实现应收尽收。",
    "三、下一步工作打算",
    "局党组将继续抓好后续整改，坚持标准不降、力度不减，以整改成效推动水利事业高质量发展。",
    "欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系电话：0799-6612345；通讯地址：澜浦市河东路18号；电子邮箱：lpdzb@lanpu.example.cn。",
    "中共澜浦市水利局党组",
    "2024年5月30日",
)
"""The notice's body, a paragraph each."""
_SLICE = re.compile(r"\{\{(?:(all)|(-?\d*):(-?\d*)|(-\d+)|(title|body0))\}\}")


def page(name: str) -> str:
    """A page of this folder with the notice put in.

    Its first line says how a paragraph is wrapped; `{{all}}`, `{{0:6}}` and `{{-1}}` stand for paragraphs.
    """
    wrap, _, shell = (HERE / name).read_text(encoding="utf-8").partition("\n")
    if wrap.endswith("\\n-->"):
        wrap = wrap.replace("\\n-->", "\n-->")
    wrap = wrap.removeprefix("<!--wrap ").removesuffix("-->")
    return _SLICE.sub(lambda match: _fill(match, wrap), shell)


def _fill(match: re.Match[str], wrap: str) -> str:
    everything, start, end, one, word = match.groups()
    if word or one:
        return (TITLE if word == "title" else LINES[0]) if word else LINES[int(one)]
    lines = LINES if everything else LINES[int(start or 0) : int(end) if end else None]
    return "\n".join(wrap.format(line) for line in lines)
