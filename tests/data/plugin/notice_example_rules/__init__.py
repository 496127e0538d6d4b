"""EXA001 example：一个插件的规则。

查什么：标题应当短于十个字。
A plugin's rule.

误：标题很长。
正：标题短。

不判：从不。
Never silent.
"""

from notice_cli.language import Words
from notice_cli.rules import Failed, Held, Rule


def check(notice):
    """Titles of ten characters or more."""
    if len(notice.title or "") >= 10:
        yield Failed(Words("标题太长", "the title is too long"))
    else:
        yield Held()


def fail(notice):
    """A rule with a bug."""
    yield Held((1 / 0,))


RULES = (Rule("EXA001", "example", "note", check), Rule("EXA002", "broken-example", "note", fail))
