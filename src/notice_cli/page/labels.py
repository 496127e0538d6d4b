"""Words by which pages label their metadata and their furniture. Data only."""

from __future__ import annotations

METADATA_LABELS: dict[str, tuple[str, ...]] = {
    "index_number": ("信息索引号", "索引号", "索引码", "索取号"),
    "document_number": ("发文字号", "文件编号", "文件字号", "发文文号", "发文号", "文号"),
    "topic": ("主题分类", "信息分类", "组配分类", "所属主题", "分类"),
    "issuer": (
        *("发文单位", "发布机构", "发文机关", "发布单位", "公开机构", "制发机关", "发文机构", "公开责任部门"),
        *("成文单位", "责任单位", "信息所属单位", "生成单位"),
    ),
    "title": ("信息名称", "文件名称", "信息标题", "名称", "标题"),
    "published_on": (
        *("发布日期", "发布时间", "公开日期", "公开时间", "信息时间", "信息发布时间"),
        "发表时间",
    ),
    "issued_on": (
        "发文日期",
        "成文日期",
        "生成日期",
        "成文时间",
        "生成时间",
        "发文时间",
        "形成日期",
        "签发日期",
    ),
    "validity": ("有效性", "时效性", "效力状态", "有效状态", "文件状态", "时效状态", "效力"),
    "origin": ("信息来源", "文章来源", "稿件来源", "来源"),
}
"""Field of the record, and the labels that stand for it; a label may have spaces between its characters."""

OTHER_LABELS = (
    *("公开属性", "公开方式", "公开范围", "公开形式", "公开时限", "服务对象", "体裁分类", "关键词", "关键字"),
    *("主题词", "内容概述", "信息类别", "责任编辑", "作者", "编辑", "审核", "审核人", "签发人", "废止日期"),
    *(
        "生效日期",
        "失效日期",
        "实施日期",
        "载体形式",
        "公开程序",
        "摘要",
        "内容摘要",
        "内容提要",
        "导读",
        "文种",
        "语种",
        "撰稿",
        "供稿",
    ),
)
"""Labels of a page's metadata that the record keeps under `other`."""

UNSURE_DATES = ("时间", "日期", "更新时间", "更新日期", "录入时间", "上传时间")
"""Labels of a date that is taken for the publication's only where nothing says it better."""
VISIT_LABELS = (
    "阅读次数",
    "浏览次数",
    "点击数",
    "点击次数",
    "点击率",
    "访问量",
    "访问次数",
    "浏览量",
    "阅读量",
    "人气",
    *(
        "点击",
        "阅读",
        "浏览",
        "访问",
        "字体",
        "字号",
        "字体大小",
        "文字大小",
        "视力保护色",
        "分享",
        "分享到",
        "打印",
    ),
)
"""Counters and tools, never metadata."""

CLOSING_LABELS = (
    "来源",
    "编辑",
    "责任编辑",
    "责编",
    "审核",
    "初审",
    "复审",
    "终审",
    "校对",
    "供稿",
    "撰稿",
    "作者",
    "监制",
)
"""Labels of the line in which an editor signs below a notice."""
BARE_VALUES = ("主动公开", "依申请公开", "不予公开", "全文公开", "朗读", "有效", "听全文", "语音播报")
"""Values that stand in a page's head without their label."""

META_TAGS: dict[str, str] = {
    "sitename": "site_name",
    "columnname": "column",
    "articletitle": "title",
    "pubdate": "published_on",
    "contentsource": "origin",
}
"""The official meta tags (in lower case) and the fields they fill."""
OWN_SITE = ("本站", "本网", "本站原创", "本网站")
"""A source that names the site itself."""

FURNITURE_WORDS = (
    *(
        "网站标识码",
        "ICP备",
        "公网安备",
        "版权所有",
        "分享到",
        "分享至",
        "打印本页",
        "打印正文",
        "关闭窗口",
        "关闭本页",
    ),
    *(
        "返回顶部",
        "回到顶部",
        "保护视力色",
        "色调调节",
        "我要纠错",
        "在手机打开当前页",
        "设为首页",
        "加入收藏",
        "收藏本页",
    ),
    *(
        "您访问的链接",
        "未经授权禁止",
        "禁止转载",
        "网站维护",
        "站内搜索",
        "微信扫码",
        "关注我们",
        "[打印]",
        "【打印",
        "[关闭]",
    ),
    *(
        "【关闭",
        "字体:",
        "字体：",
        "字号:",
        "字号：",
        "【字体",
        "阅读次数:",
        "阅读次数：",
        "浏览次数:",
        "浏览次数：",
        "点击数:",
    ),
    *(
        "点击数：",
        "点击次数:",
        "点击次数：",
        "访问量:",
        "访问量：",
        "浏览量:",
        "浏览量：",
        "阅读量:",
        "阅读量：",
        "您的位置",
    ),
    *("当前位置", "所在位置", "您现在的位置", "Copyright", "CopyRight", "COPYRIGHT", "All Rights Reserved"),
    *(
        "微信扫一扫",
        "喜欢此内容的人还喜欢",
        "继续滑动看下一个",
        "向上滑动看下一个",
        "预览时标签不可点",
        "轻触阅读原文",
        "关注该公众号",
    ),
    *("本版标题导航", "放大+ 缩小", "分辨率浏览", "浏览器浏览"),
)
"""Words that stand in a page's furniture and in no notice's own lines."""
FURNITURE_STARTS = (
    *(
        "网站首页",
        "返回首页",
        "听新闻",
        "扫一扫",
        "上一篇",
        "下一篇",
        "上一条",
        "下一条",
        "无障碍",
        "技术支持",
        "网站地图",
    ),
    *(
        "主办单位:",
        "主办单位：",
        "主办:",
        "主办：",
        "承办单位:",
        "承办单位：",
        "承办:",
        "承办：",
        "相关信息",
        "相关链接",
        "相关阅读",
    ),
    *(
        "相关推荐",
        "相关文章",
        "相关新闻",
        "猜你想看",
        "推荐阅读",
        "热门推荐",
        "栏目导航",
        "责任编辑",
        "今天是",
        "朗读",
        "友情链接",
    ),
    *(
        "用户登录",
        "联系我们",
        "网站声明",
        "隐私声明",
        "延伸阅读",
        "热点新闻",
        "最新发布",
        "正文内容页",
        "信息公开目录",
        "编辑:",
    ),
    *("编辑：", "政府网站", "扫码", "分享", "打印", "收藏", "关于我们", "浏览次数", "语音播报", "推荐给朋友"),
)
"""Beginnings of short lines of furniture."""
