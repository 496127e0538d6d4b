"""The questions that `notice stats` asks: SQL and the names of what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from notice_cli.language import Words, words_in
from notice_cli.reports.parse_table import GENRE_WORDS, STATUS_WORDS
from notice_cli.reports.stats_model import Chart, StatColumn

LEVEL_WORDS: dict[str, Words] = {
    "central": Words("中央"),
    "province": Words("省级"),
    "city": Words("市级"),
    "county": Words("县级"),
    "unit": words_in("queries", "单位"),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its SQL (`$limit` is the most rows of a ranking) and its columns."""

    title: Words
    sql: str
    columns: tuple[StatColumn, ...]
    chart: Chart | None = None
    note: Words | None = None


def _text(name: str, about: Words, words: dict[str, Words] | None = None) -> StatColumn:
    return StatColumn(name, about, "text", words)


def _number(name: str, about: Words) -> StatColumn:
    return StatColumn(name, about, "number")


def _percent(name: str, about: Words) -> StatColumn:
    return StatColumn(name, about, "percent")


_BY_STATUS = """
    count(*) FILTER (status = 'completed') AS completed,
    count(*) FILTER (status = 'basically_completed') AS basically_completed,
    count(*) FILTER (status = 'ongoing') AS ongoing,
    count(*) FILTER (status = 'in_progress') AS in_progress,
    count(*) FILTER (status = 'not_completed') AS not_completed,
    count(*) FILTER (status IS NULL) AS not_stated"""
_STATUS_COLUMNS = (
    *(StatColumn(name, words, "number") for name, words in STATUS_WORDS.items()),
    _number("not_stated", Words("未注明")),
)
_NOTICE_COLUMNS = (
    _text("title", words_in("queries", "通报")),
    _text("body", Words("单位")),
    StatColumn("year", Words("年份")),
)
_DECLARED = """
    SELECT notice_id,
        arg_min(value, count_position) FILTER (what = 'issues') AS issues,
        arg_min(value, count_position) FILTER (what = 'issues_completed') AS completed,
        arg_min(value, count_position) FILTER (what = 'completion_rate') AS stated
    FROM counts WHERE scope = 'notice' AND NOT derived GROUP BY notice_id"""
_LISTED = """
    SELECT notice_id, count(*) FILTER (status IS NOT NULL) AS judged,
        count(*) FILTER (status = 'completed') AS completed
    FROM issues GROUP BY notice_id"""
_RATES = f"""
    SELECT n.notice_id, n.title, n.body, n.year, n.uri,
        d.issues AS declared_issues, d.completed AS declared_completed, d.stated AS stated_rate,
        CASE WHEN d.completed <= d.issues THEN 100 * d.completed / nullif(d.issues, 0) END AS declared_rate,
        l.judged AS listed_issues, l.completed AS listed_completed,
        100 * l.completed / nullif(l.judged, 0) AS listed_rate
    FROM notices n LEFT JOIN ({_DECLARED}) d USING (notice_id) LEFT JOIN ({_LISTED}) l USING (notice_id)"""  # noqa: S608 - our own

QUERIES: dict[str, Query] = {
    "overview": Query(
        Words("概况"),
        """SELECT genre, count(*) AS notices, sum(issues_listed) AS issues, sum(measures_listed) AS measures,
            sum(errors) AS errors, sum(warnings) AS warnings
        FROM notices GROUP BY genre ORDER BY notices DESC, genre""",
        (
            _text("genre", Words("类别"), GENRE_WORDS),
            _number("notices", Words("通报")),
            _number("issues", Words("问题")),
            _number("measures", Words("措施")),
            _number("errors", words_in("queries", "错误")),
            _number("warnings", words_in("queries", "警告")),
        ),
    ),
    "status": Query(
        Words("问题的整改结果"),
        """SELECT status, count(*) AS issues, 100.0 * count(*) / sum(count(*)) OVER () AS share
        FROM issues GROUP BY status ORDER BY issues DESC, status""",
        (
            _text("status", Words("整改结果"), STATUS_WORDS),
            _number("issues", Words("问题")),
            _percent("share", Words("占比")),
        ),
        Chart((0,), (1,)),
    ),
    "topics": Query(
        Words("问题的主题"),
        """SELECT topic, count(*) AS issues, count(DISTINCT notice_id) AS notices,
            100.0 * count(*) FILTER (status = 'completed') / nullif(count(status), 0) AS completed_share
        FROM issues WHERE topic IS NOT NULL GROUP BY topic ORDER BY issues DESC, topic LIMIT $limit""",
        (
            _text("topic", Words("主题")),
            _number("issues", Words("问题")),
            _number("notices", Words("通报")),
            _percent("completed_share", Words("已完成占比")),
        ),
        Chart((0,), (1,)),
        Words("每个问题算在它最先说到的主题下"),
    ),
    "levels": Query(
        Words("各级各年的问题"),
        f"""SELECT level, year, count(DISTINCT notice_id) AS notices, count(*) AS issues, {_BY_STATUS}
        FROM issues JOIN notices USING (notice_id) GROUP BY level, year
        ORDER BY array_position(['central', 'province', 'city', 'county', 'unit'], level) NULLS LAST,
            year NULLS LAST""",  # noqa: S608
        (
            _text("level", Words("层级"), LEVEL_WORDS),
            StatColumn("year", Words("年份")),
            _number("notices", Words("通报")),
            _number("issues", Words("问题")),
            *_STATUS_COLUMNS,
        ),
        Chart((0, 1), (4, 5, 6, 7, 8, 9)),
    ),
    "completion": Query(
        Words("完成率：申报的与列出的"),
        f"""SELECT year, count(*) AS notices, count(stated_rate) AS stating, avg(stated_rate) AS stated,
            count(declared_rate) AS declaring,
            100 * sum(declared_completed) FILTER (declared_rate IS NOT NULL)
                / nullif(sum(declared_issues) FILTER (declared_rate IS NOT NULL), 0) AS declared,
            count(listed_rate) AS listing,
            100.0 * sum(listed_completed) / nullif(sum(listed_issues), 0) AS listed
        FROM ({_RATES}) GROUP BY year ORDER BY year NULLS LAST""",  # noqa: S608
        (
            StatColumn("year", Words("年份")),
            _number("notices", Words("通报")),
            _number("stating", Words("写明完成率的")),
            _percent("stated", Words("写明的完成率（平均）")),
            _number("declaring", Words("申报完成数的")),
            _percent("declared", Words("申报的完成率")),
            _number("listing", Words("逐条列出结果的")),
            _percent("listed", Words("列出的完成率")),
        ),
        None,
        Words(
            "申报的：各通报申报的完成数之和除以问题数之和；列出的：列出结果的问题中已完成的占比",
        ),
    ),
    "gaps": Query(
        Words("申报与列出相差最大的通报"),
        f"""SELECT title, body, year, declared_issues, declared_completed, declared_rate, listed_issues,
            listed_completed, listed_rate, declared_rate - listed_rate AS gap, uri
        FROM ({_RATES}) WHERE abs(declared_rate - listed_rate) >= 0.05
        ORDER BY abs(gap) DESC, uri LIMIT $limit""",  # noqa: S608
        (
            *_NOTICE_COLUMNS,
            _number("declared_issues", Words("申报问题")),
            _number("declared_completed", Words("申报完成")),
            _percent("declared_rate", Words("申报的完成率")),
            _number("listed_issues", Words("列出问题")),
            _number("listed_completed", Words("列出完成")),
            _percent("listed_rate", Words("列出的完成率")),
            _percent("gap", Words("相差")),
            _text("uri", Words("来源")),
        ),
    ),
    "contradictions": Query(
        Words("数字自相矛盾的通报"),
        """SELECT n.title, n.body, n.year, c.contradicted, n.errors,
            (SELECT string_agg(message, '; ' ORDER BY finding_position) FROM findings f
             WHERE f.notice_id = n.notice_id AND f.level = 'error' AND len(f.arithmetic) > 0) AS findings,
            n.uri
        FROM notices n JOIN (
            SELECT notice_id, count(*) AS contradicted FROM counts WHERE state = 'contradicted' GROUP BY ALL
        ) c USING (notice_id)
        ORDER BY c.contradicted DESC, n.errors DESC, n.uri LIMIT $limit""",
        (
            *_NOTICE_COLUMNS,
            _number("contradicted", Words("矛盾的数字")),
            _number("errors", words_in("queries", "错误")),
            _text("findings", Words("矛盾")),
            _text("uri", Words("来源")),
        ),
    ),
}
"""By name, in the order that they are told in."""
