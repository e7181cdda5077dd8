"""What the sheet rests on: how sure we are, which runs were read, which studies carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.language import _, ngettext
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
        return (_("No activity has been imported."),)
    first, last = advice.activities[0].local_date, advice.activities[-1].local_date
    period = long_day_range(first, last) if first != last else full_day(first)
    plan = advice.plan
    return (
        _what_was_read(len(runs), others, period),
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
    own = _("Where no study settles a number, it is our own choice and graded weak.")
    return (*listed, own)


def _cited(advice: Advice, catalog: Catalog) -> Iterable[str]:
    for warning in advice.standing:
        yield from warning.citations
    if advice.plan.stopped is not None and advice.plan.cross is not None:
        yield from advice.plan.cross.citations
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
    earlier = len(gaps) - _GAPS_NAMED
    if earlier > 0:
        named = ngettext(
            "{days}; and {number} earlier", "{days}; and {number} earlier", earlier
        ).format(days=named, number=number(earlier))
    return [
        _("No run in the last year: {days}. If you ran then, import those runs.").format(days=named)
    ]


def _left_out(runs: Sequence[Activity]) -> list[str]:
    without = sum(run.distance_m is None for run in runs)
    if not without:
        return []
    return [
        ngettext(
            "{number} run has no distance and counts for no limit.",
            "{number} runs have no distance and count for no limit.",
            without,
        ).format(number=number(without))
    ]


def _what_was_read(runs: int, others: int, period: str) -> str:
    counted = ngettext("{number} run", "{number} runs", runs).format(number=number(runs))
    if not others:
        return _("{runs}, {period}.").format(runs=counted, period=period)
    more = ngettext("{number} other activity", "{number} other activities", others).format(
        number=number(others)
    )
    return _("{runs} and {others}, {period}.").format(runs=counted, others=more, period=period)
