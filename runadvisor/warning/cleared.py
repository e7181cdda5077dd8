"""Which warnings ended in the last weeks, on which day, and what ended them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.warning.rule_settings import rules_at
from runadvisor.warning.rules import RULES
from runadvisor.warning.rules.previous_injury import lifted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts, Rule

CLEARED_DAYS = 28

_ENDED: Mapping[str, str] = {
    "session-spike": N_("its fourteen days are over"),
    "minutes-spike": N_("fourteen days without another such run"),
    "few-rest-days": N_("enough rest days again"),
    "run-streak": N_("a rest day came"),
    "short-sleep": N_("seven hours a night again, or too few nights written down"),
    "pain-amber": N_("no more of it was entered with the next run, or two weeks passed"),
    "pain-red": N_("two calm mornings in a row, or a visit that allows running"),
    "pain-third-amber": N_("two calm mornings in a row, or a visit that allows running"),
    "illness": N_("well again"),
    "after-illness": N_("its easy days are over"),
    "hard-days-close": N_("easy days came between"),
    "races-close": N_("its quiet days are over"),
    "over-the-step": N_("the runs since kept to the steps"),
    "over-the-injury-step": N_("the runs since kept to the steps"),
    "over-the-week": N_("the runs since kept to the steps"),
    "hard-too-soon": N_("the runs since kept to the steps"),
}
_ENDED_OTHERWISE = N_("its days are over, and it did not show again")
_OF_TREND = N_("no such pain in the entries since")
_OF_SIGN = N_("looked at, taken back, or its days are over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A warning that stood not long ago and stands no more."""

    warning: TrainingWarning
    """As it stood on its last day."""
    on: date
    """The first day without it."""

    @property
    def days(self) -> int:
        """For how many days it stood."""
        return (self.on - self.warning.date).days

    @property
    def why(self) -> Message:
        """What ended it, in a few words."""
        warning = self.warning
        if warning.rule == "R20":
            return Message(_OF_TREND)
        if warning.rule == "R21":
            return Message(_OF_SIGN)
        return Message(_ENDED.get(warning.code, _ENDED_OTHERWISE))


def cleared_lately(
    known: Facts,
    standing: Sequence[TrainingWarning],
    *,
    settings: RuleSettings,
    rules: Sequence[Rule] = RULES,
    days: int = CLEARED_DAYS,
) -> tuple[Cleared, ...]:
    """Return the warnings of tier watch and above that ended in the last days, latest first.

    Args:
        known: What is known on the day that is looked at.
        standing: What stands on that day.
        settings: How the rules are wanted.
        rules: The rules.
        days: How far back an end may lie.
    """
    still = {_name(each) for card in standing for each in card.every}
    ended: list[Cleared] = []
    # Once for all rules: latest day first.
    earlier = [known.until(known.as_of - timedelta(days=back)) for back in range(1, days + 1)]
    for rule in rules_at(rules, settings):
        found = (
            _by_its_dates(rule, known)
            if rule.standing is None
            else _day_by_day(rule.standing, earlier)
        )
        ended += [
            each
            for each in found
            if each.warning.tier >= Tier.WATCH
            and _name(each.warning) not in still
            and each.on > known.as_of - timedelta(days=days)
        ]
    return tuple(sorted(ended, key=lambda each: (each.on, each.warning.tier), reverse=True))


def _by_its_dates(rule: Rule, known: Facts) -> Iterator[Cleared]:
    for warning in lifted(rule.tells(known).lasting, known):
        if warning.clears_on is not None and warning.clears_on <= known.as_of:
            yield Cleared(warning=warning, on=warning.clears_on)


def _day_by_day(
    standing: Callable[[Facts], Iterable[TrainingWarning]], earlier: Sequence[Facts]
) -> Iterator[Cleared]:
    """Yield what stood on one of the days, latest first, once, for the last day that it did."""
    seen: set[tuple[str, str, str]] = set()
    for then in earlier:
        for warning in lifted(standing(then), then):
            if _name(warning) not in seen:
                seen.add(_name(warning))
                yield Cleared(warning=warning, on=then.as_of + ONE_DAY)


def _name(warning: TrainingWarning) -> tuple[str, str, str]:
    """Return what stays the same of a warning from day to day."""
    runs = "/".join(map(str, warning.activity_ids[:1]))
    return warning.code, str(warning.values.get("spot")), runs
