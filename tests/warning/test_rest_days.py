from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from runadvisor.warning.rules.rest_days import REST_DAYS, rest_tier
from tests.builders import DAY_ONE, runs, weekly_runs
from tests.diaries import pain

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.warning import TrainingWarning


def _standing(
    history: list[Activity], offset: int, code: str = "few-rest-days"
) -> list[TrainingWarning]:
    known = facts(history, as_of=DAY_ONE + timedelta(days=offset))
    return [w for w in standing_warnings(known) if w.code == code]


def _raised(
    history: list[Activity], offset: int, code: str = "few-rest-days"
) -> list[TrainingWarning]:
    known = facts(history, as_of=DAY_ONE + timedelta(days=offset))
    return [w for w in raised_warnings(known) if w.code == code]


@pytest.mark.parametrize(
    ("rest_days", "tier"),
    [(0, Tier.WATCH), (3, Tier.WATCH), (4, Tier.INFO), (7, Tier.INFO), (8, None), (28, None)],
)
def test_the_tier_follows_the_rest_days_in_28(rest_days: int, tier: Tier | None) -> None:
    assert rest_tier(rest_days) is tier


SIX_DAYS = dict.fromkeys(range(6), 5_000)


def test_one_rest_day_a_week_is_information() -> None:
    (warning,) = _standing(weekly_runs(6, SIX_DAYS), 41)
    assert (warning.tier, warning.values["rest_days"]) == (Tier.INFO, 4)


def test_two_rest_days_a_week_say_nothing() -> None:
    assert _standing(weekly_runs(6, dict.fromkeys(range(5), 5_000)), 41) == []


def test_four_weeks_of_history_are_needed() -> None:
    assert _standing(weekly_runs(6, SIX_DAYS), 26) == []
    assert len(_standing(weekly_runs(6, SIX_DAYS), 27)) == 1


def test_a_history_that_ends_before_its_first_window_raises_nothing() -> None:
    assert _raised(weekly_runs(1, SIX_DAYS), 5) == []
    assert _raised([], 5) == []


def test_it_stands_since_the_first_day_of_the_stretch() -> None:
    calm = weekly_runs(8, {1: 5_000, 3: 5_000})
    busy = weekly_runs(6, SIX_DAYS, start=DAY_ONE + timedelta(weeks=8))
    (warning,) = _standing(calm + busy, 8 * 7 + 41)
    assert DAY_ONE + timedelta(weeks=8) < warning.date < DAY_ONE + timedelta(days=8 * 7 + 28)


def test_with_two_rest_days_a_week_it_is_gone_on_the_day_it_names() -> None:
    history = weekly_runs(6, dict.fromkeys(range(7), 5_000))
    (warning,) = _standing(history, 41)
    day = history[-1].local_date
    assert warning.clears_on is not None
    ahead = (warning.clears_on - day).days
    kept = [(42 + n, 5_000) for n in range(ahead) if n % 7 not in {0, 3}]
    assert _standing(history + runs(kept), 41 + ahead) == []
    assert len(_standing(history + runs(kept), 41 + ahead - 1)) == 1


def test_a_count_that_wavers_about_its_edge_speaks_once_in_14_days() -> None:
    week = weekly_runs(6, dict.fromkeys(range(5), 5_000))
    # One weekend run: seven rest days in 28; four weeks later eight, and seven the day after.
    saturdays = runs([(26, 5_000), (55, 5_000)])
    later = weekly_runs(6, dict.fromkeys(range(5), 5_000), start=DAY_ONE + timedelta(weeks=6))
    assert [w.date for w in _raised(week + saturdays + later, 70)] == [DAY_ONE + timedelta(days=27)]


def test_a_higher_tier_speaks_at_once() -> None:
    history = weekly_runs(5, SIX_DAYS) + weekly_runs(
        4, dict.fromkeys(range(7), 5_000), start=DAY_ONE + timedelta(weeks=5)
    )
    assert [w.tier for w in _raised(history, 62)] == [Tier.INFO, Tier.WATCH]


def test_fourteen_running_days_in_a_row_are_a_watch_once_a_streak() -> None:
    history = runs([(n, 5_000) for n in range(20)])
    (raised,) = _raised(history, 25, "run-streak")
    assert raised.date == DAY_ONE + timedelta(days=13)
    (standing,) = _standing(history, 19, "run-streak")
    assert standing.values["streak_days"] == 20
    assert standing.clears_on == DAY_ONE + timedelta(days=20)
    assert _standing(history, 20, "run-streak") == []


def test_thirteen_days_in_a_row_say_nothing() -> None:
    assert _raised(runs([(n, 5_000) for n in range(13)]), 12, "run-streak") == []


def test_every_sentence_can_be_worded() -> None:
    (warning,) = _standing(weekly_runs(6, SIX_DAYS), 41)
    assert wording.sentence(warning.message) == (
        "4 of the last 28 days were without running or hard training."
    )
    assert wording.sentence(warning.clears).startswith("Eight rest days in four weeks.")


def _with_pain(*offsets: int, score: int = 4) -> list[tuple[int, Tier]]:
    """Every few-rest-days of a daily runner up to day 40, with calf pain on some days."""
    entries = tuple(
        pain(BodySite.CALF, score, day=DAY_ONE + timedelta(days=offset), entry_id=number)
        for number, offset in enumerate(offsets, start=1)
    )
    daily = runs([(day, 5_000) for day in range(41)])
    known = facts(daily, as_of=DAY_ONE + timedelta(days=40), diary=Diary(pain=entries))
    found = [w for w in REST_DAYS.raised(known) if w.code == "few-rest-days"]
    standing = [w for w in REST_DAYS.standing(known) if w.code == "few-rest-days"]  # pyright: ignore[reportOptionalCall] - it has one
    return [((w.date - DAY_ONE).days, w.tier) for w in (*found, *standing)]


def test_too_few_rest_days_are_act_only_with_pain_that_asks_for_care_within_14_days() -> None:
    assert _with_pain() == [(27, Tier.WATCH), (27, Tier.WATCH)]
    assert _with_pain(38) == [(27, Tier.WATCH), (38, Tier.ACT), (27, Tier.ACT)]
    assert _with_pain(27)[-1] == (27, Tier.ACT)
    assert _with_pain(26) == [(27, Tier.ACT), (27, Tier.WATCH)]


def test_pain_that_asks_for_nothing_leaves_too_few_rest_days_at_watch() -> None:
    assert _with_pain(38, score=1) == [(27, Tier.WATCH), (27, Tier.WATCH)]


def test_four_rest_days_stay_information_with_pain_too() -> None:
    sore = Diary(pain=(pain(BodySite.CALF, 4, day=DAY_ONE + timedelta(days=40)),))
    known = facts(weekly_runs(6, SIX_DAYS), as_of=DAY_ONE + timedelta(days=41), diary=sore)
    assert [w.tier for w in standing_warnings(known) if w.code == "few-rest-days"] == [Tier.INFO]
