"""A rule in its parts: what it looks for, and what it says when it finds it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from runadvisor.domain.text import Message
from runadvisor.domain.warning import TrainingWarning
from runadvisor.warning.rule import Rule, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.body import Tissue
    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import EvidenceGrade, Tier
    from runadvisor.warning.rule import Facts

COOL_OFF_DAYS = 14
"""A rule does not speak again sooner, unless at a higher tier (rules.md 42)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A pattern on the day it showed, in numbers."""

    code: str
    tier: Tier
    date: date
    stands_days: int
    """Days it stands, its own day included, when it is not seen again meanwhile."""
    activity_ids: tuple[int, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict[str, "Value"])

    @property
    def clears_on(self) -> date:
        """The first day it no longer stands."""
        return self.date + timedelta(days=self.stands_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of a pattern; templates know its values, ``{clears_date}`` among them."""

    title: str
    message: str
    clears: str
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A row of the rule tables, before its thresholds are settled."""

    rule_id: str
    name: str
    thresholds: Mapping[str, float]
    grade: EvidenceGrade
    citations: tuple[str, ...]
    tissues: tuple[Tissue, ...]
    words: Mapping[str, Words]
    """By code."""
    sure: str
    not_shown: str
    found: Callable[[Facts, Mapping[str, float]], Iterable[Finding]]
    """Every place in the history where the pattern showed, in order of day; each rests on
    its own day and those before."""
    cool_off_days: int = COOL_OFF_DAYS
    is_said_once: bool = False
    """Whether it goes by its own day even where the pattern goes on."""
    is_opt_in: bool = False
    is_fixed: bool = False
    """Whether its thresholds may not be changed, because limits and plans rest on them."""

    def rule(self) -> Rule:
        """Return the rule at its default thresholds."""
        return self._at(self.thresholds)

    def _at(self, thresholds: Mapping[str, float]) -> Rule:
        is_at_default = thresholds == self.thresholds

        def told(known: Facts) -> Told:
            found = tuple(self.found(known, thresholds))
            spoken = tuple(_cooled(found, self.cool_off_days))
            raised = tuple(self._warning(f, is_at_default=is_at_default) for f in spoken)
            lasting = spoken if self.is_said_once else _prolonged(spoken, found)
            # Most end on the day they named when they arose.
            warnings = tuple(
                said if late is early else self._warning(late, is_at_default=is_at_default)
                for late, early, said in zip(lasting, spoken, raised, strict=True)
            )
            return Told(
                raised=raised,
                standing=tuple(warning for warning in warnings if warning.stands_on(known.as_of)),
                lasting=warnings,
            )

        return Rule(
            rule_id=self.rule_id,
            name=self.name,
            thresholds=thresholds,
            grade=self.grade,
            citations=self.citations,
            tissues=self.tissues,
            raised=lambda known: told(known).raised,
            told=told,
            tuned=None if self.is_fixed else self._at,
            is_opt_in=self.is_opt_in,
            is_about_load=True,
        )

    def _warning(self, finding: Finding, *, is_at_default: bool) -> TrainingWarning:
        words = self.words[finding.code]
        clears_on = finding.clears_on
        values: dict[str, Value] = {**finding.values, "clears_date": clears_on}
        return TrainingWarning(
            rule=self.rule_id,
            code=finding.code,
            tier=finding.tier,
            grade=self.grade,
            date=finding.date,
            clears_on=clears_on,
            activity_ids=finding.activity_ids,
            tissues=self.tissues,
            title=Message(words.title),
            message=Message(words.message, values),
            values=values,
            clears=Message(words.clears, values),
            advice=tuple(Message(line, values) for line in words.advice),
            sure=Message(self.sure),
            not_shown=Message(self.not_shown),
            citations=self.citations,
            is_at_default=is_at_default,
        )


def _cooled(findings: Iterable[Finding], cool_off_days: int) -> Iterator[Finding]:
    last: Finding | None = None
    for finding in findings:
        is_soon = last is not None and finding.date - last.date < timedelta(days=cool_off_days)
        if last is None or not is_soon or finding.tier > last.tier:
            yield finding
            last = finding


def _prolonged(spoken: Sequence[Finding], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what was said, each as long as the pattern shows again before it is gone.

    A warning that goes on its day although what it warns of goes on would tell a runner that
    all is well; saying it again would be a second alarm about one thing. What is said anew
    takes the place of what was prolonged.
    """
    days = [finding.date for finding in found]
    for finding, after in zip_longest(spoken, spoken[1:]):
        begin = bisect_right(days, finding.date)
        end = len(found) if after is None else bisect_left(days, after.date)
        clears_on = finding.clears_on
        for again in found[begin:end]:
            if again.date <= clears_on and again.code == finding.code:
                clears_on = max(clears_on, again.clears_on)
        if after is not None:
            clears_on = max(finding.clears_on, min(clears_on, after.date))
        is_longer = clears_on != finding.clears_on
        yield (
            replace(finding, stands_days=(clears_on - finding.date).days) if is_longer else finding
        )


def spoken_days(days: Iterable[int], cool_off_days: int = COOL_OFF_DAYS) -> Iterator[int]:
    """Yield the days on which a pattern of one tier is spoken of, of those on which it showed.

    For patterns that show for months on end and are said once: the others would be made and
    not heard.

    Args:
        days: As ordinals, in order.
        cool_off_days: As the pattern has it.
    """
    last: int | None = None
    for day in days:
        if last is None or day - last >= cool_off_days:
            yield day
            last = day


def silent_rule(
    *,
    rule_id: str,
    name: str,
    thresholds: Mapping[str, float],
    grade: EvidenceGrade,
    citations: tuple[str, ...],
    tissues: tuple[Tissue, ...],
    needs: str | None = None,
) -> Rule:
    """Return a rule that never warns: its number is only shown, or its data is not there."""
    return Rule(
        rule_id=rule_id,
        name=name,
        thresholds=thresholds,
        grade=grade,
        citations=citations,
        tissues=tissues,
        raised=lambda _: (),
        is_silent=True,
        needs=needs,
    )
