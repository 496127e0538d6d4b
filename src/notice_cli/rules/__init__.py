"""Rules over a notice: the table of them, and the report that they make together."""

from notice_cli.rules.choosing import choose
from notice_cli.rules.judging import judge
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.rules.table import RULES

__all__ = ["RULES", "Failed", "Held", "Outcome", "Rule", "Silent", "choose", "judge"]
