"""What the sheet rests on: how sure we are, which runs were read, which studies carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.printout.finding import BREAK_DAYS, Standing, standing_line
from runadvisor.wording import full_day, long_day_range, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.knowledge import Catalog

_LOOK_BACK = timedelta(days=365)
_GAPS_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """How well studies carry one statement, and what they could not show."""

    standing: Standing
    sure: str
    not_shown: str


def certainties(advice: Advice) -> tuple[Certainty, ...]:
    """Word the evidence behind each standing warning."""
    return tuple(
        Certainty(
            standing=standing_line(warning),
            sure=sentence(warning.sure),
            not_shown=sentence(warning.not_shown),
        )
        for warning in advice.standing
    )


def rests_on(advice: Advice) -> tuple[str, ...]:
    """Say which days and runs were read, what is missing, and what the plan kept to."""
    runs = [activity for activity in advice.activities if activity.is_run]
    others = len(advice.activities) - len(runs)
    if not advice.activities:
        return ("No activity has been imported.",)
    first, last = advice.activities[0].local_date, advice.activities[-1].local_date
    period = long_day_range(first, last) if first != last else full_day(first)
    plan = advice.plan
    counted = [_counted(len(runs), "run", "runs")]
    if others:
        counted.append(_counted(others, "other activity", "other activities"))
    return (
        f"{' and '.join(counted)}, {period}.",
        *_gaps(runs, advice.as_of),
        *_left_out(runs),
        *map(sentence, (*plan.notes, *plan.given_way, *(each.message for each in plan.breaches))),
    )


def sources(advice: Advice, catalog: Catalog) -> tuple[str, ...]:
    """List the full references of everything the sheet says, each once.

    Our own choices come last, as what they are.
    """
    keys = dict.fromkeys(_cited(advice, catalog))
    listed = [catalog.citations[key].full for key in keys if key != OWN_CHOICE]
    return (*listed, "Where no study settles a number, it is our own choice and graded weak.")


def _cited(advice: Advice, catalog: Catalog) -> Iterable[str]:
    for warning in advice.standing:
        yield from warning.citations
    for day in advice.plan.days:
        for block in day.blocks:
            yield from (catalog.exercises[key].citation for key in block.exercises)


def _gaps(runs: Sequence[Activity], as_of: date) -> list[str]:
    days = [run.local_date for run in runs if run.local_date > as_of - _LOOK_BACK]
    gaps = [
        long_day_range(before + ONE_DAY, after - ONE_DAY)
        for before, after in pairwise([*days, as_of + ONE_DAY])
        if (after - before).days > BREAK_DAYS
    ]
    if not gaps:
        return []
    named = "; ".join(gaps[-_GAPS_NAMED:])
    more = f"; and {len(gaps) - _GAPS_NAMED} earlier" if len(gaps) > _GAPS_NAMED else ""
    return [f"No run in the last year: {named}{more}. If you ran then, import those runs."]


def _left_out(runs: Sequence[Activity]) -> list[str]:
    without = sum(run.distance_m is None for run in runs)
    if not without:
        return []
    if without == 1:
        return ["1 run has no distance and counts for no limit."]
    return [f"{number(without)} runs have no distance and count for no limit."]


def _counted(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"
