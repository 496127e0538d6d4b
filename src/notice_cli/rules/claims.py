"""What became of each declared figure: verified, contradicted, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.model import Claim, Finding, Passed


def judge_claims(size: int, findings: Sequence[Finding], passed: Sequence[Passed]) -> tuple[Claim, ...]:
    """For each of `size` figures: contradicted where a finding rests on it, verified where a sum does."""
    against = _codes_by_count([one for one in findings if one.level != "note"])
    backing = _codes_by_count(passed)
    return tuple(
        Claim(count=index, state="contradicted", codes=against[index])
        if index in against
        else Claim(count=index, state="verified", codes=backing[index])
        if index in backing
        else Claim(count=index, state="unverified")
        for index in range(size)
    )


def _codes_by_count(results: Sequence[Finding] | Sequence[Passed]) -> dict[int, tuple[str, ...]]:
    codes: dict[int, tuple[str, ...]] = {}
    for result in results:
        for equation in result.arithmetic:
            for count in [one.count for one in equation.operands if one.count is not None]:
                if result.code not in codes.get(count, ()):
                    codes[count] = (*codes.get(count, ()), result.code)
    return codes
