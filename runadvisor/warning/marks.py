"""Acknowledge, put aside, note: what the runner may say of a warning, and what it hides.

Nothing here changes a tier, a limit or a plan: a warning put aside still counts for them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.domain.warning_mark import NO_MARK, WarningMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning

NO_MARKS: Mapping[str, WarningMark] = {}
MOST_SNOOZE_DAYS = 28
"""Longer would be switching the rule off, which is another thing to ask for."""

CANNOT_SNOOZE = Message(N_("A stop is not put aside: it ends when what it waits for has happened."))
WRONG_DAY = Message(N_("A warning is put aside until a day after today, at most four weeks ahead."))


def may_snooze(warning: TrainingWarning) -> bool:
    """Whether a warning may be put aside; a stop may not (rules.md 8)."""
    return warning.tier < Tier.STOP_RUN


def mark_of(warning: TrainingWarning, marks: Mapping[str, WarningMark]) -> WarningMark:
    """Return what was said of a warning."""
    return marks.get(warning.mark_key, NO_MARK)


def is_snoozed(warning: TrainingWarning, mark: WarningMark, day: date) -> bool:
    """Whether a warning is out of sight on a day: until its day, or until its tier rises.

    A stop is never out of sight, whatever its mark says.
    """
    if mark.snoozed_until is None or mark.snoozed_tier is None or not may_snooze(warning):
        return False
    return day < mark.snoozed_until and warning.tier <= mark.snoozed_tier


def parted(
    standing: Iterable[TrainingWarning], marks: Mapping[str, WarningMark], day: date
) -> tuple[tuple[TrainingWarning, ...], tuple[TrainingWarning, ...]]:
    """Return the warnings in sight on a day, and those put aside; each in the order given."""
    in_sight: list[TrainingWarning] = []
    aside: list[TrainingWarning] = []
    for warning in standing:
        is_aside = is_snoozed(warning, mark_of(warning, marks), day)
        (aside if is_aside else in_sight).append(warning)
    return tuple(in_sight), tuple(aside)


def acknowledged(mark: WarningMark, *, on: date | None) -> WarningMark:
    """Return the mark after the runner said that the warning was seen; ``None`` takes it back."""
    return replace(mark, seen_on=on)


def refusal(warning: TrainingWarning, *, today: date, until: date) -> Message | None:
    """Return why a warning cannot be put aside until a day; ``None`` when it can."""
    if not may_snooze(warning):
        return CANNOT_SNOOZE
    if not timedelta() < until - today <= timedelta(days=MOST_SNOOZE_DAYS):
        return WRONG_DAY
    return None


def put_aside(
    warning: TrainingWarning, mark: WarningMark, *, today: date, until: date
) -> WarningMark:
    """Return the mark after the runner put the warning aside until a day.

    Raises:
        ValueError: It is refused; see ``refusal``.
    """
    why = refusal(warning, today=today, until=until)
    if why is not None:
        raise ValueError(why.template)
    return replace(mark, snoozed_until=until, snoozed_tier=warning.tier)


def brought_back(mark: WarningMark) -> WarningMark:
    """Return the mark of a warning that is no longer put aside."""
    return replace(mark, snoozed_until=None, snoozed_tier=None)


def noted(mark: WarningMark, note: str) -> WarningMark:
    """Return the mark with another note; an empty one takes it away."""
    return replace(mark, note=note.strip())
