"""Short nights: against seven hours, and against the runner's own usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.diary import Diary
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from tests.diaries import known, later, night

if TYPE_CHECKING:
    from runadvisor.domain.diary import CheckIn
    from runadvisor.domain.warning import TrainingWarning


def nights(*runs: tuple[int, float]) -> tuple[CheckIn, ...]:
    """(so many nights, hours each), one after the other; the last is night 0."""
    hours = [h for number, h in runs for _ in range(number)]
    return tuple(night(later(n - len(hours) + 1), h) for n, h in enumerate(hours))


def found(*runs: tuple[int, float], day: int = 0) -> list[TrainingWarning]:
    facts = known(Diary(check_ins=nights(*runs)), day=later(day))
    return [warning for warning in standing_warnings(facts) if warning.rule == "R15"]


@pytest.mark.parametrize(
    ("before", "now", "tier"),
    [
        ((28, 7.0), 6.9, Tier.WATCH),
        ((28, 7.0), 7.0, None),
        ((28, 6.9), 6.8, Tier.INFO),
        ((28, 6.9), 6.0, Tier.INFO),
        ((28, 6.9), 5.9, Tier.WATCH),
        ((9, 8.0), 6.5, Tier.INFO),
        ((10, 8.0), 6.5, Tier.WATCH),
    ],
)
def test_a_new_shortage_or_a_severe_one_is_watched_a_usual_one_is_told(
    before: tuple[int, float], now: float, tier: Tier | None
) -> None:
    assert [w.tier for w in found(before, (14, now))] == ([] if tier is None else [tier])


def test_ten_of_fourteen_nights_are_needed() -> None:
    assert found((9, 5.0)) == []
    assert [w.tier for w in found((10, 5.0))] == [Tier.WATCH]


def test_it_is_gone_on_its_day_with_seven_hours_a_night_and_not_before() -> None:
    (warning,) = found((28, 7.5), (10, 6.5), (4, 7.5))
    assert warning.clears_on is not None
    assert warning.date < later(0)
    left = (warning.clears_on - later(0)).days
    asleep = (28, 7.5), (10, 6.5), (4, 7.5)
    for ahead, stands in ((left - 1, True), (left, False)):
        check_ins = nights(*asleep) + tuple(night(later(n), 7.0) for n in range(1, ahead + 1))
        known_then = known(Diary(check_ins=check_ins), day=later(ahead))
        codes = [w.code for w in standing_warnings(known_then)]
        assert ("short-sleep" in codes) is stands


def test_with_too_few_nights_written_down_nothing_is_said() -> None:
    asleep = (28, 7.5), (14, 6.5)
    assert found(*asleep, day=4)
    assert found(*asleep, day=5) == []


def test_it_is_raised_once_and_the_usual_short_sleeper_once_in_28_days() -> None:
    def raised(*runs: tuple[int, float]) -> list[Tier]:
        facts = known(Diary(check_ins=nights(*runs)))
        return [w.tier for w in raised_warnings(facts) if w.rule == "R15"]

    assert raised((28, 7.5), (14, 6.5)) == [Tier.WATCH]
    assert raised((10, 6.5), (1, 14.0), (1, 6.0)) == [Tier.INFO]
    assert raised((60, 6.5)) == [Tier.INFO]


def test_hours_are_worded_as_hours() -> None:
    (warning,) = found((28, 7.5), (14, 6.5))
    assert wording.sentence(warning.message) == (
        "6 h 30 of sleep a night over the last 14 nights; before, usually 7 h 30."
    )
    (short,) = found((14, 5.5))
    assert wording.sentence(short.message) == ("5 h 30 of sleep a night over the last 14 nights.")
    for message in (warning.clears, *warning.advice):
        assert "{" not in wording.sentence(message)


def test_a_mean_that_wavers_about_seven_hours_is_raised_once_in_two_weeks() -> None:
    wavering = nights((28, 7.2), (3, 6.0), (2, 6.5), (6, 8.0), (3, 5.0))
    facts = known(Diary(check_ins=wavering), day=later(0))
    assert len([w for w in raised_warnings(facts) if w.rule == "R15"]) == 1
