"""A break through injury and a healthy one of the same length: what is said of the runs after."""

from __future__ import annotations

from datetime import timedelta

from runadvisor import wording
from runadvisor.domain.athlete import Athlete, GapAnswer, GapKind
from runadvisor.domain.body import BodyRegion, Side
from runadvisor.domain.diary import NO_DIARY, Diary, Injury
from runadvisor.domain.warning import Tier, TrainingWarning
from runadvisor.plan.draft import draft_plan
from runadvisor.training_load.runs import run_sessions
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.injury_breaks import injury_breaks
from runadvisor.warning.rule import Facts, facts
from runadvisor.warning.rules.layoff import _injury_stages
from tests.builders import DAY_ONE, activity
from tests.diaries import knowledge

USUAL = [activity(DAY_ONE + timedelta(days=n), 10_000, number=n + 1) for n in range(0, 56, 2)]
LAST = USUAL[-1].local_date
BACK = LAST + timedelta(days=22)
HURT = Diary(injuries=(Injury(region=BodyRegion.CALF, side=Side.LEFT, start=LAST, end=BACK),))


def after(metres: int, diary: Diary) -> list[TrainingWarning]:
    known = facts([*USUAL, activity(BACK, metres, number=900)], as_of=BACK, diary=diary)
    every = (each for card in raised_warnings(known) for each in card.every)
    return [each for each in every if each.rule == "R18" and each.date == BACK]


def asked(diary: Diary) -> Facts:
    return facts(USUAL, as_of=BACK, diary=diary, catalog=knowledge())


def test_21_days_off_through_injury_are_judged_by_the_ladder() -> None:
    (warning,) = after(5_000, HURT)
    assert warning.tier is Tier.ACT
    assert wording.sentence(warning.message).endswith(
        "5.0 km came soon after 21 days off through injury; the step of walking and running for "
        "that day was 1.6 km."
    )
    assert after(1_600, HURT) == []


def test_21_healthy_days_off_are_judged_by_half_of_what_was_usual() -> None:
    assert after(5_000, NO_DIARY) == []
    (warning,) = after(5_100, NO_DIARY)
    assert "21 days without a run; the step for that day was 5.0 km" in wording.sentence(
        warning.message
    )


def test_the_first_run_a_plan_offers_is_the_longest_nothing_is_said_of() -> None:
    for diary in (HURT, NO_DIARY):
        known = asked(diary)
        plan = draft_plan(known, standing_warnings(known), weeks=1, catalog=knowledge())
        limit_m = plan.days[0].limit_m
        assert limit_m is not None
        assert after(limit_m, diary) == []
        assert after(limit_m + 100, diary) != []


def test_days_run_elsewhere_are_no_break_for_warning_and_plan_alike() -> None:
    answer = GapAnswer(
        first_day=LAST + timedelta(days=1),
        last_day=BACK - timedelta(days=4),
        kind=GapKind.NOT_RECORDED,
    )
    runner = Athlete(gap_answers=(answer,))
    for diary in (HURT, NO_DIARY):
        known = facts(USUAL, as_of=BACK, diary=diary, athlete=runner, catalog=knowledge())
        assert list(injury_breaks(known)) == []
        plan = draft_plan(known, standing_warnings(known), weeks=1, catalog=knowledge())
        assert plan.days[0].limit_m == 11_000
        ran = facts(
            [*USUAL, activity(BACK, 11_000, number=900)], as_of=BACK, diary=diary, athlete=runner
        )
        assert "R18" not in {e.rule for card in raised_warnings(ran) for e in card.every}


def test_a_break_that_is_not_over_ends_today() -> None:
    (pause,) = injury_breaks(asked(HURT))
    assert (pause.first_day, pause.back, pause.days) == (LAST + timedelta(days=1), BACK, 21)


def test_a_break_says_nothing_of_a_run_long_after_it_or_once_the_ladder_is_climbed() -> None:
    pause = injury_breaks(
        facts([*USUAL, activity(BACK, 1_600, number=900)], as_of=BACK, diary=HURT)
    )
    each_second = [activity(BACK + timedelta(days=2 * n), 1_600, number=900 + n) for n in range(21)]
    climbed = run_sessions([*USUAL, *each_second])
    soon, late = BACK + timedelta(days=41), BACK + timedelta(days=43)
    assert list(_injury_stages(pause, climbed[:-12], BACK + timedelta(days=2)))
    assert list(_injury_stages(pause, climbed, soon)) == []
    assert list(_injury_stages(pause, climbed[:-18], late)) == []
