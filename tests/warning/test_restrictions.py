"""What pain, illness, sleep and health leave a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.domain.athlete import NOBODY, Athlete
from runadvisor.domain.body import BodyRegion, BodySite, Side, Tissue
from runadvisor.domain.diary import (
    Diary,
    HealthAnswer,
    HealthItem,
    IllnessSign,
    Injury,
    InjuryKind,
    Permission,
)
from runadvisor.domain.exercise import ExerciseDone, Feel, StrainGrade
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.pain_facts import (
    last_pain,
    pain_lately,
    pain_rule_spoke,
    pain_since,
    tissue_pain_lately,
)
from runadvisor.warning.restrictions import NO_RESTRICTIONS, PlanRestrictions, restrictions
from tests.builders import activity
from tests.diaries import (
    DAY,
    NO,
    YES,
    health,
    healthy,
    known,
    later,
    mornings,
    night,
    pain,
    seen,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.exercise import ExerciseLimits

S = BodySite
GROWN = Athlete(birth_year=1985)


def held(
    diary: Diary, *, day: int = 0, runs: Sequence[Activity] = (), athlete: Athlete = GROWN
) -> PlanRestrictions:
    facts = known(diary, day=later(day), runs=runs, athlete=athlete)
    return restrictions(facts, standing_warnings(facts))


def test_nothing_is_held_back_without_a_diary() -> None:
    free = held(Diary())
    for name in PlanRestrictions.__slots__:
        if name != "exercise_limits":
            assert getattr(free, name) == getattr(NO_RESTRICTIONS, name), name


@pytest.mark.parametrize(("score", "share"), [(3, 0.75), (4, 0.50), (5, 0.50)])
def test_an_amber_takes_a_quarter_to_a_half_off_the_next_run(score: int, share: float) -> None:
    amber = held(Diary(pain=(pain(S.CALF, score),)))
    assert amber.next_run_share == share
    assert amber.no_hard_until is not None
    assert amber.no_hard_until >= DAY
    assert amber.volume_share == 1.0


def test_a_morning_two_above_the_usual_takes_off_half() -> None:
    entries = (pain(S.CALF, 2), *mornings(S.CALF, [2], start=later(1)))
    assert held(Diary(pain=entries), day=1).next_run_share == 0.50


def test_a_trend_takes_a_quarter_off_seven_days_and_keeps_hard_runs_out() -> None:
    trend = held(Diary(pain=mornings(S.CALF, [1, 2, 3])), day=2)
    assert (trend.volume_share, trend.volume_until) == (0.75, later(8))
    assert trend.no_hard_until is not None
    assert trend.no_hard_until >= later(8)


def test_after_a_stop_the_next_run_is_half_the_last() -> None:
    red = pain(S.CALF, 6)
    calm = mornings(S.CALF, [0, 0], start=later(1), walking=0)
    before = [activity(later(-2), 9_000, number=1), activity(DAY, 8_000, number=2)]
    over = Diary(pain=(red, *calm))
    assert held(over, day=1, runs=before).next_run_limit_m is None
    assert held(over, day=2, runs=before).next_run_limit_m == 4_000
    done = [*before, activity(later(2), 3_000, number=3)]
    assert held(over, day=3, runs=done).next_run_limit_m is None
    assert held(over, day=2).next_run_limit_m is None


def test_pain_at_the_front_of_the_hip_keeps_hard_runs_out_for_14_days() -> None:
    sore = Diary(pain=(pain(S.FRONT_HIP, 1, answers={"gradual": NO}),))
    assert held(sore).no_hard_until == later(13)
    assert held(sore, day=14).no_hard_until is None
    calm = Diary(pain=(pain(S.FRONT_HIP, 0),))
    assert held(calm).no_hard_until is None


def test_after_an_illness_nothing_is_hard_or_long() -> None:
    ill = tuple(night(later(n), None, IllnessSign.FEVER) for n in range(3))
    well = Diary(check_ins=(*ill, night(later(3), illness=frozenset())))
    easy = held(well, day=4)
    assert (easy.no_hard_until, easy.no_long_until) == (later(6), later(6))
    assert held(well, day=7).no_long_until is None
    assert held(well, day=2).stopped is not None


def test_short_sleep_takes_growth_only_while_it_is_watched() -> None:
    def growth(before: float, now: float) -> bool:
        nights = [night(later(n - 41), before if n < 28 else now) for n in range(42)]
        return held(Diary(check_ins=tuple(nights))).allows_growth

    assert not growth(7.5, 6.5)
    assert growth(6.5, 6.5)


def test_pregnancy_takes_growth_and_hard_runs() -> None:
    pregnant = held(Diary(health=(*healthy(), health(HealthItem.PREGNANT))))
    assert not pregnant.allows_growth
    assert pregnant.no_hard_until is not None
    assert pregnant.no_hard_until > later(200)
    assert pregnant.stopped is None


def test_the_ladder_begins_after_a_lock_was_opened_or_a_birth_checked() -> None:
    locked = Diary(screenings=(told("U-c"),))
    assert held(locked).ladder_since is None
    opened = Diary(screenings=locked.screenings, clearances=(seen(later(4)),))
    assert held(opened, day=4).ladder_since == later(4)
    week = Diary(pain=(pain(S.HEEL_BONE, answers={"rest": YES}),), clearances=(seen(later(4)),))
    assert held(week, day=4).ladder_since is None
    visited = Diary(clearances=(seen(later(4)),))
    assert held(visited, day=4).ladder_since is None
    born: tuple[HealthAnswer, ...] = (
        *healthy(),
        health(HealthItem.BIRTH, day=DAY),
        health(HealthItem.POSTNATAL_SIGNS, NO, date=later(90)),
        health(HealthItem.POSTNATAL_WALK, YES, date=later(90)),
    )
    assert held(Diary(health=born), day=90).ladder_since == later(90)


def test_a_way_back_led_by_a_clinician_is_not_planned_until_handed_back() -> None:
    locked = (told("U-a"),)
    guided = Diary(screenings=locked, clearances=(seen(later(4), Permission.GUIDED),))
    stopped = held(guided, day=5).stopped
    assert stopped is not None
    assert stopped.tier is Tier.INFO
    handed_back = Diary(
        screenings=locked,
        clearances=(seen(later(4), Permission.GUIDED), seen(later(50), clearance_id=2)),
    )
    assert held(handed_back, day=50).stopped is None
    assert held(handed_back, day=50).ladder_since == later(50)


@pytest.mark.parametrize(("born", "is_stopped"), [(2011, True), (2010, False)])
def test_under_16_there_is_no_plan(born: int, is_stopped: bool) -> None:  # noqa: FBT001 - a column
    young = held(Diary(), athlete=Athlete(birth_year=born))
    assert (young.stopped is not None) is is_stopped
    assert not young.allows_return_plan


# ── exercises ────────────────────────────────────────────────────────────────────────────────


def exercises(diary: Diary, **more: Any) -> ExerciseLimits:
    return held(diary, **more).exercise_limits


def test_a_lock_and_a_bone_sign_withhold_exercises() -> None:
    assert exercises(Diary(screenings=(told("NOW-1"),))).is_locked
    week = exercises(Diary(pain=(pain(S.HEEL_BONE, answers={"rest": YES}),)))
    assert (week.is_locked, week.has_bone_alert, week.runs_stopped) == (False, True, True)
    red = exercises(Diary(pain=(pain(S.CALF, 6),)))
    assert (red.has_bone_alert, red.runs_stopped) == (False, True)


def test_a_sore_front_hip_is_described_by_its_days_and_latest_pain() -> None:
    sudden = {"gradual": NO}
    first = pain(S.FRONT_HIP, 2, answers=sudden)
    second = pain(S.FRONT_HIP, 1, number=2, day=later(4), answers=sudden)
    hip = exercises(Diary(pain=(first, second)), day=6).front_hip
    assert hip is not None
    assert (hip.days, hip.worst_pain, hip.grade) == (6, 1, None)
    assert exercises(Diary(pain=(first,)), day=14).front_hip is None
    assert exercises(Diary(pain=(pain(S.FRONT_HIP, 0),))).front_hip is None


def test_groin_pain_within_28_days_is_known_only_where_something_is_written() -> None:
    assert exercises(Diary()).groin_pain_28d is None
    assert exercises(Diary(check_ins=(night(DAY, 7.0),))).groin_pain_28d is False
    sore = Diary(pain=(pain(S.ADDUCTOR, 1),))
    assert exercises(sore, day=27).groin_pain_28d is True
    assert exercises(sore, day=28).groin_pain_28d is False
    assert exercises(sore).has_pubic_pain is True
    assert exercises(sore).hamstring_pain is False


def test_health_answers_reach_the_exercises() -> None:
    said = (
        *healthy(),
        health(HealthItem.QUINOLONE, day=later(-20)),
        health(HealthItem.BIRTH, day=later(-100)),
        health(HealthItem.BLOOD_THINNER),
    )
    limits = exercises(Diary(health=said))
    assert (limits.days_since_quinolone, limits.months_after_birth) == (20, 3)
    assert (limits.on_blood_thinner, limits.is_pregnant, limits.age) == (True, False, 41)
    skipped = exercises(Diary(health=(health(HealthItem.CLOT, NO),)), athlete=NOBODY)
    assert (skipped.on_blood_thinner, skipped.age, skipped.days_since_quinolone) == (None,) * 3
    assert exercises(Diary(), athlete=Athlete(birth_year=2010)).age == 15


def test_a_strain_a_pinch_and_a_calf_sign_are_passed_on() -> None:
    strain = Injury(region=BodyRegion.CALF, side=Side.LEFT, start=later(-3), kind=InjuryKind.MUSCLE)
    assert exercises(Diary(injuries=(strain,))).days_since_strain == 3
    pinch = Diary(pain=(pain(S.KNEE_FRONT, ticked=frozenset({"S-catch"})),))
    assert exercises(pinch).has_hip_pinch is True
    assert exercises(Diary(pain=(pain(S.CALF, answers={"swollen": YES}),))).has_calf_clot_sign


def test_hopping_is_barred_unless_nothing_speaks_against_it() -> None:
    assert exercises(Diary()).hops_barred is False
    reasons: tuple[tuple[Diary, Athlete], ...] = (
        (Diary(), NOBODY),
        (Diary(), Athlete(birth_year=1966)),
        (Diary(), Athlete(birth_year=2009)),
        (Diary(health=healthy(osteoporosis=YES)), GROWN),
        (Diary(health=healthy(pregnant=YES)), GROWN),
        (Diary(health=(*healthy(), health(HealthItem.RECENT_STEROID))), GROWN),
        (Diary(pain=(pain(S.ADDUCTOR, 1),)), GROWN),
        (
            Diary(
                injuries=(
                    Injury(
                        region=BodyRegion.CALF,
                        side=Side.LEFT,
                        start=later(-50),
                        kind=InjuryKind.MUSCLE,
                    ),
                )
            ),
            GROWN,
        ),
    )
    for diary, athlete in reasons:
        assert exercises(diary, athlete=athlete).hops_barred is True


# ── what rules about load may ask ────────────────────────────────────────────────────────────


def test_pain_lately_looks_at_places_scores_and_days() -> None:
    facts = known(Diary(pain=(pain(S.CALF, 1),)), day=later(10))
    assert pain_lately(facts, [S.CALF], days=11)
    assert not pain_lately(facts, [S.CALF], days=10)
    assert not pain_lately(facts, [S.ACHILLES], days=11)
    assert not pain_lately(facts, [S.CALF], days=11, least=2)
    assert pain_lately(facts, [S.CALF], days=1, day=DAY)
    assert tissue_pain_lately(facts, [Tissue.CALF_ACHILLES], days=11)
    assert not tissue_pain_lately(facts, [Tissue.KNEE_CAP], days=11)


def test_the_pain_rule_spoke_within_so_many_days() -> None:
    facts = known(Diary(pain=(pain(S.CALF, 3),)), day=later(10))
    assert pain_rule_spoke(facts, days=11)
    assert not pain_rule_spoke(facts, days=10)
    assert not pain_rule_spoke(known(Diary(pain=(pain(S.CALF, 2),))), days=1)
    assert pain_rule_spoke(facts, days=1, day=DAY)


def test_pain_has_a_beginning_and_a_last_day() -> None:
    entries = (
        pain(S.CALF, 1),
        pain(S.CALF, 0, number=2, day=later(3)),
        pain(S.CALF, 2, number=3, day=later(30), run_date=later(29)),
        pain(S.CALF, 1, number=4, day=later(40)),
    )
    facts = known(Diary(pain=entries), day=later(50))
    spot = entries[0].spots[0]
    assert pain_since(facts, spot) == later(29)
    assert last_pain(facts, spot) == later(40)
    other = pain(S.HAMSTRING).spots[0]
    assert (pain_since(facts, other), last_pain(facts, other)) == (None, None)


def _hip_day() -> PainEntry:
    return pain(S.FRONT_HIP, 1, answers={"gradual": NO})


def _held(*feels: Feel | None, first: int = 1) -> tuple[ExerciseDone, ...]:
    return tuple(
        ExerciseDone(date=later(first + n), exercise_id="E02", feel=feel)
        for n, feel in enumerate(feels)
    )


def test_only_painless_holds_since_the_pain_began_open_the_band_work() -> None:
    done = (*_held(Feel.EASY, Feel.HURT, None, Feel.RIGHT), *_held(Feel.EASY, first=-5))
    hip = exercises(Diary(pain=(_hip_day(),), exercises=done), day=8).front_hip
    assert hip is not None
    assert hip.painless_holds == 2


def test_a_slight_strain_that_was_examined_grades_the_front_hip() -> None:
    for kind, grade in ((InjuryKind.SLIGHT_STRAIN, StrainGrade.I), (InjuryKind.MUSCLE, None)):
        strain = Injury(region=BodyRegion.FRONT_HIP, side=Side.RIGHT, start=later(0), kind=kind)
        hip = exercises(Diary(pain=(_hip_day(),), injuries=(strain,)), day=6).front_hip
        assert hip is not None
        assert hip.grade is grade


def test_a_visit_since_then_that_allows_running_is_a_clinicians_word() -> None:
    for visit, agrees in (
        (seen(later(3)), True),
        (seen(later(3), Permission.GUIDED), False),
        (seen(later(-3)), False),
    ):
        hip = exercises(Diary(pain=(_hip_day(),), clearances=(visit,)), day=6).front_hip
        assert hip is not None
        assert hip.clinician_agrees is agrees
