"""The questions that `notice stats` asks: SQL and the names of what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from notice_cli.language import Words
from notice_cli.reports.parse_table import GENRE_WORDS, STATUS_WORDS
from notice_cli.reports.stats_model import Chart, StatColumn

LEVEL_WORDS: dict[str, Words] = {
    "central": Words("中央", "central"),
    "province": Words("省级", "province"),
    "city": Words("市级", "city"),
    "county": Words("县级", "county"),
    "unit": Words("单位", "unit"),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its SQL (`$limit` is the most rows of a ranking) and its columns."""

    title: Words
    sql: str
    columns: tuple[StatColumn, ...]
    chart: Chart | None = None
    note: Words | None = None


def _text(name: str, zh: str, en: str, words: dict[str, Words] | None = None) -> StatColumn:
    return StatColumn(name, Words(zh, en), "text", words)


def _number(name: str, zh: str, en: str) -> StatColumn:
    return StatColumn(name, Words(zh, en), "number")


def _percent(name: str, zh: str, en: str) -> StatColumn:
    return StatColumn(name, Words(zh, en), "percent")


_BY_STATUS = """
    count(*) FILTER (status = 'completed') AS completed,
    count(*) FILTER (status = 'basically_completed') AS basically_completed,
    count(*) FILTER (status = 'ongoing') AS ongoing,
    count(*) FILTER (status = 'in_progress') AS in_progress,
    count(*) FILTER (status = 'not_completed') AS not_completed,
    count(*) FILTER (status IS NULL) AS not_stated"""
_STATUS_COLUMNS = (
    *(StatColumn(name, words, "number") for name, words in STATUS_WORDS.items()),
    _number("not_stated", "未注明", "not stated"),
)
_NOTICE_COLUMNS = (
    _text("title", "通报", "notice"),
    _text("body", "单位", "body"),
    StatColumn("year", Words("年份", "year")),
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
        Words("概况", "Overview"),
        """SELECT genre, count(*) AS notices, sum(issues_listed) AS issues, sum(measures_listed) AS measures,
            sum(errors) AS errors, sum(warnings) AS warnings
        FROM notices GROUP BY genre ORDER BY notices DESC, genre""",
        (
            _text("genre", "类别", "genre", GENRE_WORDS),
            _number("notices", "通报", "notices"),
            _number("issues", "问题", "issues"),
            _number("measures", "措施", "measures"),
            _number("errors", "错误", "errors"),
            _number("warnings", "警告", "warnings"),
        ),
    ),
    "status": Query(
        Words("问题的整改结果", "Issues by status"),
        """SELECT status, count(*) AS issues, 100.0 * count(*) / sum(count(*)) OVER () AS share
        FROM issues GROUP BY status ORDER BY issues DESC, status""",
        (
            _text("status", "整改结果", "status", STATUS_WORDS),
            _number("issues", "问题", "issues"),
            _percent("share", "占比", "share"),
        ),
        Chart((0,), (1,)),
    ),
    "topics": Query(
        Words("问题的主题", "Issues by topic"),
        """SELECT topic, count(*) AS issues, count(DISTINCT notice_id) AS notices,
            100.0 * count(*) FILTER (status = 'completed') / nullif(count(status), 0) AS completed_share
        FROM issues WHERE topic IS NOT NULL GROUP BY topic ORDER BY issues DESC, topic LIMIT $limit""",
        (
            _text("topic", "主题", "topic"),
            _number("issues", "问题", "issues"),
            _number("notices", "通报", "notices"),
            _percent("completed_share", "已完成占比", "completed"),
        ),
        Chart((0,), (1,)),
        Words("每个问题算在它最先说到的主题下", "each issue counts under the topic that it names first"),
    ),
    "levels": Query(
        Words("各级各年的问题", "Issues by level and year"),
        f"""SELECT level, year, count(DISTINCT notice_id) AS notices, count(*) AS issues, {_BY_STATUS}
        FROM issues JOIN notices USING (notice_id) GROUP BY level, year
        ORDER BY array_position(['central', 'province', 'city', 'county', 'unit'], level) NULLS LAST,
            year NULLS LAST""",  # noqa: S608
        (
            _text("level", "层级", "level", LEVEL_WORDS),
            StatColumn("year", Words("年份", "year")),
            _number("notices", "通报", "notices"),
            _number("issues", "问题", "issues"),
            *_STATUS_COLUMNS,
        ),
        Chart((0, 1), (4, 5, 6, 7, 8, 9)),
    ),
    "completion": Query(
        Words("完成率：申报的与列出的", "Completion: as declared and as listed"),
        f"""SELECT year, count(*) AS notices, count(stated_rate) AS stating, avg(stated_rate) AS stated,
            count(declared_rate) AS declaring,
            100 * sum(declared_completed) FILTER (declared_rate IS NOT NULL)
                / nullif(sum(declared_issues) FILTER (declared_rate IS NOT NULL), 0) AS declared,
            count(listed_rate) AS listing,
            100.0 * sum(listed_completed) / nullif(sum(listed_issues), 0) AS listed
        FROM ({_RATES}) GROUP BY year ORDER BY year NULLS LAST""",  # noqa: S608
        (
            StatColumn("year", Words("年份", "year")),
            _number("notices", "通报", "notices"),
            _number("stating", "写明完成率的", "stating a rate"),
            _percent("stated", "写明的完成率（平均）", "rate as stated (mean)"),
            _number("declaring", "申报完成数的", "declaring figures"),
            _percent("declared", "申报的完成率", "rate as declared"),
            _number("listing", "逐条列出结果的", "listing statuses"),
            _percent("listed", "列出的完成率", "rate as listed"),
        ),
        None,
        Words(
            "申报的：各通报申报的完成数之和除以问题数之和；列出的：列出结果的问题中已完成的占比",
            "declared: sum of declared completions over declared issues; listed: completed among the issues "
            "with a status",
        ),
    ),
    "gaps": Query(
        Words("申报与列出相差最大的通报", "Notices whose declared and listed completion differ most"),
        f"""SELECT title, body, year, declared_issues, declared_completed, declared_rate, listed_issues,
            listed_completed, listed_rate, declared_rate - listed_rate AS gap, uri
        FROM ({_RATES}) WHERE abs(declared_rate - listed_rate) >= 0.05
        ORDER BY abs(gap) DESC, uri LIMIT $limit""",  # noqa: S608
        (
            *_NOTICE_COLUMNS,
            _number("declared_issues", "申报问题", "declared"),
            _number("declared_completed", "申报完成", "completed"),
            _percent("declared_rate", "申报的完成率", "rate as declared"),
            _number("listed_issues", "列出问题", "listed"),
            _number("listed_completed", "列出完成", "completed"),
            _percent("listed_rate", "列出的完成率", "rate as listed"),
            _percent("gap", "相差", "difference"),
            _text("uri", "来源", "source"),
        ),
    ),
    "contradictions": Query(
        Words("数字自相矛盾的通报", "Notices whose figures contradict themselves"),
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
            _number("contradicted", "矛盾的数字", "contradicted figures"),
            _number("errors", "错误", "errors"),
            _text("findings", "矛盾", "contradictions"),
            _text("uri", "来源", "source"),
        ),
    ),
}
"""By name, in the order that they are told in."""
