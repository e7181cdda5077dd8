"""``runadvisor warnings``: what stands, and why; or all that ever arose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.json_output import dumped, warnings_json
from runadvisor.cli.warning_marking import keep_marks, wants_marking
from runadvisor.cli.warning_words import raised_lines, standing_lines

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from runadvisor.domain.warning import Tier, TrainingWarning


def run(arguments: Namespace) -> ExitCode:
    """Print the warnings of a day, or of the whole history."""
    as_of = arguments.as_of or clock.today()
    with opened(arguments.history) as advisor:
        advice = advisor.advice(as_of=as_of)
        if wants_marking(arguments):
            keep_marks(advisor.history, advice, arguments)
            advice = advisor.advice(as_of=as_of)
        catalog = advisor.catalog
    if arguments.json:
        shown = advice.raised if arguments.all else advice.standing
        told = warnings_json(
            advice.as_of, shown, marks=advice.marks, rule_settings=advice.rule_settings
        )
        print(dumped(told))
    else:
        lines = raised_lines(advice) if arguments.all else standing_lines(advice, catalog)
        print("\n".join(lines))
    return tier_code(advice.standing, arguments.fail_on)


def tier_code(standing: Sequence[TrainingWarning], fail_on: Tier | None) -> ExitCode:
    """Return whether a warning of a tier, or of a higher one, stands; put aside or not."""
    if fail_on is not None and any(warning.tier >= fail_on for warning in standing):
        return ExitCode.TIER_STANDS
    return ExitCode.DONE
