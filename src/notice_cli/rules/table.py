"""The table of all rules: a new one is a file and a line here."""

from __future__ import annotations

from notice_cli.rules.counts import (
    completion_rate,
    full_rate,
    issue_refs,
    issues_parts,
    issues_status,
    issues_total,
    ladder_order,
    measures_completed,
    measures_listed,
    person_times,
    persons_parts,
    regulations_named,
    regulations_parts,
    restated,
    section_total,
)
from notice_cli.rules.dates import (
    after_publication,
    before_feedback,
    date_order,
    garbled_date,
    impossible_date,
    period_length,
    signed_on,
)
from notice_cli.rules.metadata import (
    index_year,
    issuer_mismatch,
    metadata_missing,
    team_mismatch,
    title_mismatch,
)
from notice_cli.rules.numbering import (
    issue_duplicate,
    issue_gap,
    measure_order,
    number_style,
    section_order,
)
from notice_cli.rules.privacy import identity_number, mobile_number, private_mailbox
from notice_cli.rules.rule import Rule
from notice_cli.rules.structure import (
    no_contact,
    no_measures,
    no_signature,
    no_status,
    status_contradiction,
)
from notice_cli.rules.text import lost_characters, repeated_issue, repeated_measure, unbalanced, unfinished

RULES: tuple[Rule, ...] = (
    issues_total.RULE,
    issues_parts.RULE,
    issues_status.RULE,
    issue_refs.RULE,
    measures_completed.RULE,
    measures_listed.RULE,
    completion_rate.RULE,
    section_total.RULE,
    regulations_named.RULE,
    persons_parts.RULE,
    regulations_parts.RULE,
    restated.RULE,
    ladder_order.RULE,
    full_rate.RULE,
    person_times.RULE,
    issue_gap.RULE,
    issue_duplicate.RULE,
    measure_order.RULE,
    section_order.RULE,
    number_style.RULE,
    impossible_date.RULE,
    garbled_date.RULE,
    date_order.RULE,
    before_feedback.RULE,
    after_publication.RULE,
    signed_on.RULE,
    period_length.RULE,
    title_mismatch.RULE,
    issuer_mismatch.RULE,
    index_year.RULE,
    metadata_missing.RULE,
    team_mismatch.RULE,
    no_status.RULE,
    no_measures.RULE,
    no_contact.RULE,
    no_signature.RULE,
    status_contradiction.RULE,
    lost_characters.RULE,
    repeated_measure.RULE,
    repeated_issue.RULE,
    unbalanced.RULE,
    unfinished.RULE,
    identity_number.RULE,
    mobile_number.RULE,
    private_mailbox.RULE,
)
"""Every rule, in the order of the codes within a family."""
