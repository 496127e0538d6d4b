"""The words of count sentences: data only. What a word does stands in its kind, which fact it names in its sense."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

NOUNS: dict[str, str] = {
    "issues": "问题 问题清单 隐患 问题隐患 问题事项",
    "fine": "具体问题 子问题 细化问题 具体表现 问题表现 表现形式 具体事项 问题点",
    "tasks": "整改任务 任务 整改事项 事项 重点任务 反馈意见 整改要求 整改意见 审计意见 整改点 子任务",
    "letters": (
        "信访件 信访问题 信访举报 信访举报件 群众举报 群众信访 群众信访件 举报件 信访事项 信访案件 转办件 交办件 信访 举报 来信来访 "
        "环境信访 投诉举报 投诉 投诉件 群众诉求 诉求 热线"
    ),
    "measures": "措施 整改措施 具体措施 举措 整改举措 工作举措 任务清单 措施清单 对策 工作措施 具体举措",
    "regulations": (
        "制度 规章制度 规章 规定 办法 管理办法 细则 机制 工作机制 长效机制 制度机制 制度文件 制度规定 规范 旧制 新规 新制 制度办法 "
        "制度规范 规程 内控制度 管理制度 制度性文件 规范性文件 章程 政策文件 政策制度 建章立制 建章 立制 制度措施"
    ),
    "files": "文件 流程 指引 预案 指南 标准 政策",
    "clues": "问题线索 线索 违纪线索 违纪违法线索 违法线索 违纪违法问题线索 涉嫌违纪违法问题线索 案件线索",
    "aspects": "方面 大方面",
    "categories": "类 大类 类别 类型",
}
"""What is counted; `fine` is the finest level of issues, `tasks`, `letters` and `files` are so only where nothing better stands."""

BODIES = (
    "单位 党组织 党委 党组 党支部 支部 部门 企业 机构 乡镇 街道 镇街 地区 县区 市县 科室 处室 基层党组织 责任单位 公司 村 社区 学校 "
    "医院 市州 省市 县市 牵头单位 成员单位"
).split()
"""Bodies, which may be held accountable."""
PEOPLE = (
    "责任人 责任人员 干部 党员 党员干部 领导干部 人员 领导 同志 相关人员 有关人员 公职人员 工作人员 相关责任人 有关责任人 负责人 "
    "主要负责人 班子成员 当事人 科级干部 处级干部 一般干部 责任者 者 职工 员工 人数 人 名"
).split()
"""People, who may be; they carry the verb of the figure before them."""
THINGS = (
    "建议 意见建议 意见 整改建议 子项 节点 主要节点 函件 通知书 整改通知书 提示函 督办单 督办函 台账 清单 工作组 小组 检查组 督查组 专班 "
    "队伍 组 队 方案 整改方案 工作方案 案例 典型案例 案件 项目 工程 议题 岗位 期数 报告 简报 信息 文章 合同 账户 账目 资金 资产 房产 土地 车辆 批次 "
    "课题 活动 平台 系统 点位 场所 设备 培训 党员大会 工作日 信件 材料 档案 卷宗 发票 凭证 党课 专题党课 心得 环节 要点 重点 "
    "目标 内容 要求 渠道 经验 做法 品牌 亮点 图斑 地块 河流 断面 专题 业务 事故 事件 承诺 政治监督 民生实事 实事 难题 短信"
).split()
"""Things that no figure of ours counts; the word nearest to the number decides."""
EVENTS = (
    "督查 督导 检查 督促检查 学习 培训 走访 调研 督办 宣讲 活动 演练 研讨 汇报 巡查 核查 抽查 暗访 谈心谈话 谈心 廉政谈话 党课 专题学习 集中学习 "
    "理论学习 相互批评 批评 暗访 明查 走访 自查 回访 慰问 服务 宣传 执法 教育 警示教育 整治 专项整治 核验 验收 家访 讲座 清理 排查 监测 巡护"
).split()
"""What is done a number of times without being a meeting."""
MEETINGS = (
    "会 会议 党组会 党委会 党组会议 党委会议 常委会 常委会议 专题会 专题会议 推进会 调度会 推进会议 调度会议 领导小组会议 民主生活会 专题研究 研究部署 "
    "集体研究 会议研究 专题调度 专题部署 办公会 联席会议 座谈会 部署会 动员会 例会 组织生活会 警示会 警示教育会 警示教育大会 大会 工作会 碰头会 常务会议"
).split()
"""Meetings, and what is plainly done in them."""
NOT_MEETINGS = "社会 机会 工会 委员会 协会 学会 商会 联合会 居委会 村委会 基金会 理事会成员 人大常委会 体会 心得体会".split()
"""Words that end like a meeting and are none."""

SANCTIONS: dict[str, str] = {
    "persons_talked": (
        "诫勉 诫勉谈话 谈话 谈话提醒 提醒谈话 约谈 约谈提醒 提醒约谈 提醒 批评教育 函询 谈话函询 警示谈话 批评 诫勉约谈 工作约谈 责任约谈 "
        "警示约谈 廉政约谈 教育谈话 谈话教育 谈话诫勉 谈话批评 提醒批评 教育提醒 批评 批评帮助 谈心提醒"
    ),
    "persons_organizational": (
        "组织处理 免职 免去职务 调整岗位 调离岗位 调离 岗位调整 组织调整 停职 停职检查 降职 责令辞职 引咎辞职 辞退 调整职务 调整"
    ),
    "persons_disciplined": (
        "党纪处分 政务处分 纪律处分 党纪政务处分 党纪政纪处分 党政纪处分 党政纪处理 党纪政务处理 党纪政纪处理 党纪 政纪处分 政务 处分 "
        "警告 严重警告 党内警告 党内严重警告 记过 记大过 撤职 开除 开除党籍 留党察看 行政处分 政务警告 纪律处理 纪律审查处分 重处分 轻处分 撤销党内职务"
    ),
    "persons_transferred": (
        "移送司法 移送司法机关 移交司法 移交司法机关 移送检察机关 移送检察院 移送公安 移送公安机关 移交公安机关 移送审查起诉 追究刑事责任 移送起诉"
    ),
    "persons_accountable": (
        "追责问责 问责 追责 问责追责 处理 处理处分 严肃处理 责任追究 追究 追究责任 问责处理 追责处理 通报问责 追责问责处理 追究问责 "
        "通报批评 通报 党内通报 追究党纪政务责任"
    ),
    "cases_filed": "立案 新立案件 立案审查 立案调查 立案审查调查 立案查处 立案件 立案件数 党纪立案 政务立案 初核立案 立案人数",
    "other": "书面检查 责令检查 责令书面检查 责令作出书面检查 作检查 移送纪检机关 移交纪检机关 移送纪委 移交纪委 留置 受到表彰 表彰 培训 涉及",
}
"""What is done to persons (and bodies), by kind."""

RECOVERIES = (
    "追缴 退缴 清退 追回 收缴 挽回 收回 上缴 退还 退回 退赔 缴回 补缴 追收 清收 催收 返还 归还 清缴 退赃 收归 追索 追偿 扣回 退款 缴纳 追退 "
    "清欠 挽损 追赃 上交 交回 补交 收取 退交 退出 核减 入库"
).split()
"""Verbs by which money comes back."""
NOT_RECOVERED = "涉及 涉及金额 涉及资金 问题金额 整改金额 涉案 涉案金额 盘活 节约 节省 投入 拨付 支付 兑付 投资 争取 增收".split()
"""Words that say that the money is another's or did not come back."""

REPORTS = (
    "反馈 指出 揭示 梳理 涉及 查出 发现 提出 交办 通报 列明 列出 承担 确定 明确 下达 点出 找出 报告 反映 交来 转来 认领 审出 归纳 分解 细化 拆解 "
    "提及 点明 指明 列示 查找 检出 印发 移交 报送 形成 检视 排查"
).split()
"""Verbs that report issues."""
SPLITS = "分解 细化 细分 拆解 分解细化 细化分解 拆分 分解成 细化为 分解为 拆解为 分为 归纳为 梳理为 梳理成 细分为 细化成 梳理细化 分解落实".split()
"""Verbs that make a finer level of a coarser one."""
LEADS = "研究解决 协调解决 推动解决 帮助解决 领办 牵头 包抓 包保 包案 领衔 挂帅 督办 带头 领题 认领办理 挂牌督办 负责 查处".split()
"""Verbs of taking charge: what they govern is no total."""
SIDES = (
    "上轮 上一轮 上次 上届 以往 往年 历次 前几轮 前一轮 前期 以前 此前 上年 上年度 去年 往届 历年 既往 上一年 前两轮 第一轮 上批 "
    "立行立改 边巡边改 即知即改 立整立改 未巡先改 边审边改 立行立改类 分阶段整改 分阶段整改类 持续整改类 即行即改 立查立改 "
    "专项检查 选人用人 意识形态 个人 查摆 自查 自身 共性 同类 类似 举一反三 批次 同级"
).split()
"""Words of another population: an earlier round, another check, the issues cured on the spot."""

MAKES: dict[str, str] = {
    "new": (
        "新建 新制定 新定 新立 新出台 新增 新订 新建立 新设 新制订 新印发 新出 新拟定 新修建 新制 制定出台新"
    ),
    "made": (
        "制定 建立 出台 印发 形成 订立 拟订 拟定 制订 设立 明确 采取 提出 研究制定 推出 细化 建章立制 谋划 列出 确定 编制 部署 研提 健全制定 制定出台 分解 "
        "研究 梳理 推动 逐项制定 起草 配套"
    ),
    "sound": "健全 完善 建立健全 建立完善 制定完善 健全完善 优化 补充完善 堵塞 规范完善 立改废",
    "revised": "修订 修改 修订完善 修编 修正 修订印发 重新修订 修改完善 订正",
    "both": "制修订 修立 制定修订 修订出台 新建修订 建立修订 新修订",
    "abolished": "废止 废除 清理废止 停止执行 取消 宣布失效",
}
"""What is done to regulations; `made` also makes measures."""

STATUS: dict[str, str] = {
    "not": "未 尚未 没有 没 未能 没能 无法 不能 暂未 仍未 还未 还没 还没有 尚没有 未予 未得到 暂无法",
    "basically": "基本 总体 大体 大部分 大部 主体",
    "stage": "阶段性 阶段",
    "deemed": "视同 视为 视作",
    "now": "正在 正 仍在 还在 尚在 在 抓紧 加快 加紧 加速 有序 稳步 积极 全力 着力 继续 接续 按计划 按时序 按序时 按进度 深入 全面推进 抓好 扎实",
    "lasting": "长期 持续 常态 常态化 长效 长期性 不断 需长期 常抓 长效化",
    "partly": "部分",
    "done": (
        "完成 整改完成 整改到位 整改完毕 改完 改好 改到位 办结 销号 销账 解决 化解 清零 整改落实到位 落实到位 到位 完结 办理完毕 纠正 改正 已改 已整改 已督促整改 已推动整改 见底清零 "
        "验收销号 整改销号 对账销号 已落实 已办理 了结 审结 完成率达到 整治到位 处理到位 解决到位 办理完成 改毕 已纠正 已处理 已治理 消除 申请销号 申请验收 待验收 待销号"
    ),
    "act": "整改 推进 办理 推动 进行 攻坚 坚持 治理 开展 整治 巩固 跟进 抓 化解中 督办中 深化 见效 督促",
    "carry": "落实 实施 执行 兑现",
    "ongoing": "阶段性成效 阶段性成果 阶段性进展 取得阶段性成效 取得阶段性成果 需持续 纳入常态 纳入长效 长期坚持 持续坚持 持续整改 长期整改 持续巩固 持续深化",
    "in_progress": (
        "持续推进 整改中 推进中 办理中 进行中 正推进 实施中 列入治理计划 列入计划 纳入计划 列入整改计划 部分完成 部分整改 取得进展 "
        "取得明显进展 取得积极进展 取得一定进展 达到时序进度 未完结"
    ),
    "pace": "达到序时进度 达序时进度 序时进度 时序进度 符合序时进度 时间进度 进度要求",
    "not_completed": "逾期 滞后 进度滞后 申请延期 延期 超期 暂不具备整改条件 暂不具备条件 不具备整改条件 未启动 未办结 逾期未完成 未达序时进度 未达到序时进度 未按期",
}
"""The pieces of which a result is built; `read_status` puts them together."""
NOT_STATUS = (
    "完成率 整改率 完成时限 完成情况 完成时间 整改情况 整改工作 整改方案 整改进展 整改台账 整改落实情况 整改过程 整改完成情况 整改成效 集中整改 "
    "巡察整改 巡视整改 审计整改 督察整改 整改责任 整改期间 整改领导小组 进展情况 推进会 推进会议 整改时限 整改目标 整改清单 整改专题 整改主体责任 "
    "在此 现在 在全 全市 全县 全省 全区 全州 全局 全镇 全体 全年 全党 未来 没收 中央 中心 其他 解决方案 处理意见 期间 基本情况 所在 存在 正确 正常"
).split()
"""Words in which a piece of a result stands without being one."""

RATES = (
    "完成率 整改率 办结率 销号率 落实率 到位率 化解率 整改完成率 问题整改率 解决率 完成比例 整改比例 办理率 完结率 整改到位率 整改销号率 总体完成率 整改落实率 "
    "任务完成率 问题完成率 措施完成率 措施落实率 整改完成比例 按期完成率 问题整改完成率"
).split()
"""Rates of the rectification."""
OTHER_RATES = "率 满意率 满意度 群众满意率 开工率 增长率 覆盖率 参与率 知晓率 优良率 达标率 比例 合格率 同比 增长 下降 提高 上升 参训率 未完成率".split()
"""Rates of something else; the rate nearest to the figure counts."""

MARKS: dict[str, str] = {
    "total": "共 共计 合计 总计 累计 总共 一共 计 总数 总量 累计达 共有 总数达",
    "remain": "剩余 余下 其余 还剩 尚余 仅剩 剩下 尚有 还有 仍有 剩 尚剩 另有",
    "all": "均 全部 悉数 全数 都 皆 全 均已 一律 全面",
    "subset": "其中 含 包括 包含 其中包括 内含 里面",
    "add": "另 另外 此外 另行 同时",
    "except": "除 除了 除去 除开",
    "beside": "外 以外 之外 外其余",
    "respectively": "分别 依次 分别为 分别是",
    "part": "中 里 内 当中 之中",
    "or": "或 或者 或已",
    "share": "占 占比 占总数 占比达 占到",
    "every": "每 每个 每月 每周 每季度 每年 每人 各",
    "stop": "针对 围绕 对照 聚焦 对 把 将 向 由 为了 以 使 就 因 按照 根据 通过 组织 召开 举办 成立 设立 下设 给予 予以 受到 被 受 涉嫌",
    "give": "给予 予以 受到 被 受 进行 作出",
    "join": "、 和 及 与 以及 并 并且 且 暨 但 而 又 , ,",
    "fill": (
        "达 达到 为 有 是 已 已经 的 了 等 数 数量 中的 仅 只有 再 也 先后 多达 开 开了 次数 情况 个数 目前 当前 提请 申请 按期 按时 如期 提前 "
        "相关 有关 所 需 须 需要 各类 任务数 问题数 项数 件数 条数 “ ” \" ‘ ’ 「 」 : 得到 得以 予 实现 取得 成功 主动 自主 全面 及时 集中 期间 具体 重点 成 出 "
        "分别 合 相应 能 可 后 上 这 该 上述 以下 下列 因 主要 整体 共性 个 余 约 近 逾 超 超过 内部 型 类 性 党内 专项 配套 严格 严肃 依法 依规 依纪 进一步 "
        "- — ( ) 发 发了 率先 着 还 仍 尚 确 确实 工作 一批 多 要求 至 到"
    ),
}
"""Words that say how a figure stands to its neighbours, and words that say nothing."""



TABLES: tuple[tuple[str, dict[str, str]], ...] = (
    ("noun", {**NOUNS, "body": " ".join(BODIES), "people": " ".join(PEOPLE), "thing": " ".join(THINGS)}),
    ("event", {"": " ".join(EVENTS)}),
    ("meeting", {"": " ".join(MEETINGS)}),
    ("sanction", SANCTIONS),
    ("money", {"back": " ".join(RECOVERIES), "not": " ".join(NOT_RECOVERED)}),
    ("report", {"": " ".join(REPORTS)}),
    ("split", {"": " ".join(SPLITS)}),
    ("lead", {"": " ".join(LEADS)}),
    ("side", {"": " ".join(SIDES)}),
    ("make", MAKES),
    ("status", STATUS),
    ("noise", {"": " ".join((*NOT_STATUS, *NOT_MEETINGS))}),
    ("rate", {"": " ".join(RATES), "other": " ".join(OTHER_RATES)}),
    ("mark", MARKS),
)


TITLE = {"noun": "titles"}
"""The senses of a title in its marks."""


class Word(NamedTuple):
    """A word of the tables at `text[start:end]`: what it is, as kind -> sense."""

    text: str
    senses: dict[str, str]
    start: int
    end: int


def find_words(text: str, start: int, end: int) -> list[Word]:
    """The words of the tables in `text[start:end]`, longest first at each place; what is in none is passed over.

    A document's title in its marks is one word, whatever stands in it.
    """
    found: list[Word] = []
    while start < end:
        if text[start] == "《" and (close := text.find("》", start, end)) > 0:
            found.append(Word("《》", TITLE, start, close + 1))
            start = close + 1
            continue
        for size in _SIZES.get(text[start], ()):
            word = text[start : start + size]
            senses = _LEXICON.get(word)
            if senses is not None and start + size <= end:
                found.append(Word(word, senses, start, start + size))
                start += size
                break
        else:
            start += 1
    return found


def _lexicon() -> dict[str, dict[str, str]]:
    lexicon: dict[str, dict[str, str]] = {}
    for kind, table in TABLES:
        for sense, words in table.items():
            for word in words.split():
                lexicon.setdefault(word, {}).setdefault(kind, sense)
    return lexicon


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with each character, longest first."""
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(found, reverse=True)) for letter, found in sizes.items()}


_LEXICON = _lexicon()
_SIZES = _sizes(_LEXICON)
