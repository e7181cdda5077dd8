from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.catalog import load_catalog
from runadvisor.domain.exercise import Bar, Care, ExerciseLimits, FrontHip, StrainGrade
from runadvisor.plan import exercises as module
from runadvisor.plan.blocks import chosen_blocks
from runadvisor.plan.exercises import allowed_exercises, block_exercises

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

ON_BACK = {"E05", "E10", "E11", "E26", "E27", "E28"}
ONE_LEG = {"E11", "E14", "E15", "E16", "E17", "E18", "E20"}
NOT_IRRITABLE = {"E04", "E05", "E06", "E13", "E16", "E20", "E28", "E31"}


@cache
def known() -> Catalog:
    return load_catalog()


def barred(**limits: Any) -> set[str]:
    return set(allowed_exercises(known(), ExerciseLimits(**limits)).barred)


def cares(**limits: Any) -> dict[str, list[str]]:
    offer = allowed_exercises(known(), ExerciseLimits(**limits))
    return {key: [care.template for care in found] for key, found in offer.cares.items()}


def front_hip(**state: Any) -> ExerciseLimits:
    usual = {"days": 30, "grade": StrainGrade.I, "worst_pain": 0, "painless_holds": 3}
    return ExerciseLimits(front_hip=FrontHip(**usual | state))


def barred_by(limits: ExerciseLimits) -> set[str]:
    return set(allowed_exercises(known(), limits).barred)


def test_with_nothing_known_against_it_all_34_are_offered() -> None:
    offer = allowed_exercises(known(), ExerciseLimits())

    assert [e.exercise_id for e in offer.offered] == list(known().exercises)
    assert (offer.barred, offer.cares, offer.withheld, offer.pain_limit) == ({}, {}, None, 3)


@pytest.mark.parametrize("state", ["is_locked", "has_bone_alert"])
def test_under_a_lock_or_a_bone_alert_no_exercise_is_shown(state: str) -> None:
    offer = allowed_exercises(known(), ExerciseLimits(**{state: True}))

    assert offer.offered == ()
    assert offer.withheld is not None
    assert set(offer.barred) == set(known().exercises)


@pytest.mark.parametrize(("day", "is_withheld"), [(0, True), (1, True), (2, False)])
def test_a_strained_front_hip_rests_on_days_0_and_1(day: int, *, is_withheld: bool) -> None:
    offer = allowed_exercises(known(), front_hip(days=day, painless_holds=0))

    assert (offer.withheld is not None) is is_withheld
    assert ("E02" in offer.barred) is is_withheld


def test_a_sore_front_hip_exercises_up_to_2_of_10() -> None:
    offer = allowed_exercises(known(), front_hip())

    assert {offer.pain_limit_of(exercise) for exercise in offer.offered} == {2}


def test_the_front_of_the_hip_exercises_up_to_2_and_the_rest_up_to_3() -> None:
    offer = allowed_exercises(known(), ExerciseLimits())
    limits = {e.exercise_id: offer.pain_limit_of(e) for e in offer.offered}

    assert {key for key, limit in limits.items() if limit == 2} == {
        *("E01", "E02", "E03", "E04", "E05", "E20")
    }


@pytest.mark.parametrize(
    ("day", "holds", "may"), [(4, 3, False), (5, 3, True), (5, 2, False), (30, 2, False)]
)
def test_band_work_waits_for_day_5_and_three_painless_holds(
    day: int, holds: int, *, may: bool
) -> None:
    assert ("E01" not in barred_by(front_hip(days=day, painless_holds=holds))) is may


@pytest.mark.parametrize("grade", [StrainGrade.II, StrainGrade.III, None])
@pytest.mark.parametrize(
    ("day", "agrees", "may"), [(13, True, False), (14, False, False), (14, True, True)]
)
def test_a_torn_or_ungraded_front_hip_waits_for_day_14_and_a_clinician(
    grade: StrainGrade | None, day: int, *, agrees: bool, may: bool
) -> None:
    limits = front_hip(days=day, grade=grade, clinician_agrees=agrees)

    assert ("E01" not in barred_by(limits)) is may
    assert ("E03" not in barred_by(limits)) is may


@pytest.mark.parametrize(("day", "may"), [(13, False), (14, True)])
def test_slow_lowering_waits_for_day_14(day: int, *, may: bool) -> None:
    assert ("E03" not in barred_by(front_hip(days=day))) is may


@pytest.mark.parametrize(
    ("state", "is_irritable"),
    [
        ({"days": 4}, True),
        ({"days": 5}, False),
        ({"worst_pain": 2}, False),
        ({"worst_pain": 3}, True),
        ({"worst_pain": None}, True),
    ],
)
def test_no_stretch_into_an_acute_or_irritable_front_hip(
    state: dict[str, Any], *, is_irritable: bool
) -> None:
    assert (barred_by(front_hip(**state)) >= NOT_IRRITABLE) is is_irritable
    assert ("E04" in barred_by(front_hip(**state))) is is_irritable


@pytest.mark.parametrize("state", ["has_hip_pinch", "has_loose_hip"])
def test_no_stretch_with_a_pinch_or_a_loose_hip(state: str) -> None:
    assert barred(**{state: True}) == {"E04", "E05"}


def test_a_sore_front_hip_takes_no_quicker_steps() -> None:
    assert barred_by(front_hip()) == {"E34"}


def test_a_sore_back_of_the_thigh_takes_no_quicker_steps() -> None:
    assert barred(hamstring_pain=True) == {"E34"}


@pytest.mark.parametrize(("days", "may"), [(0, False), (6, False), (7, True)])
def test_no_pressure_on_a_fresh_strain_for_seven_days(days: int, *, may: bool) -> None:
    assert barred(days_since_strain=days) == (set() if may else {"E32", "E33"})


def test_no_roller_and_no_calf_work_with_a_sign_of_a_clot() -> None:
    assert barred(has_calf_clot_sign=True) == {"E23", "E24", "E25", "E32", "E33"}


def test_no_roller_with_a_blood_thinner() -> None:
    assert barred(on_blood_thinner=True) == {"E32", "E33"}


@pytest.mark.parametrize(("days", "may"), [(0, False), (60, False), (61, True)])
def test_no_calf_load_within_60_days_of_a_quinolone(days: int, *, may: bool) -> None:
    assert barred(days_since_quinolone=days) == (set() if may else {"E23", "E24", "E25"})


def test_no_copenhagen_within_four_weeks_of_groin_pain() -> None:
    assert barred(groin_pain_28d=True) == {"E21"}


@pytest.mark.parametrize(("weeks", "may"), [(19, True), (20, False), (None, False)])
def test_no_long_lying_on_the_back_from_week_20(weeks: int | None, *, may: bool) -> None:
    assert barred(is_pregnant=True, weeks_pregnant=weeks) == {"E21"} | (set() if may else ON_BACK)


def test_pubic_pain_in_pregnancy_bars_squeeze_and_one_leg() -> None:
    found = barred(is_pregnant=True, weeks_pregnant=10, has_pubic_pain=True)

    assert found == {"E21", "E22"} | ONE_LEG
    assert barred(has_pubic_pain=True) == set()


@pytest.mark.parametrize(("months", "may"), [(0, False), (5, False), (6, True)])
def test_no_copenhagen_in_the_half_year_after_birth(months: int, *, may: bool) -> None:
    assert barred(months_after_birth=months) == (set() if may else {"E21"})


def test_under_a_stop_of_running_the_library_stays_without_its_running_drill() -> None:
    assert barred(runs_stopped=True) == {"E34"}
    assert cares(runs_stopped=True) == {"E31": ["Leave out skips and strides."]}


def test_where_hops_are_barred_the_warm_up_has_no_skips() -> None:
    assert cares(hops_barred=True) == {"E31": ["Leave out skips and strides."]}


@pytest.mark.parametrize("limits", [{"age": 65}, {"age": 40, "has_osteoporosis": True}])
def test_thin_bones_or_65_years_hold_on_to_something(limits: dict[str, Any]) -> None:
    held = {
        key for key, found in cares(**limits).items() if "Hold on to something steady." in found
    }

    assert held == {"E17", "E18", "E20"}
    assert cares(age=64) == {}


@pytest.mark.parametrize("limits", [{"age": 17}, {"has_uncontrolled_blood_pressure": True}])
def test_under_18_or_with_high_blood_pressure_nobody_lifts_to_the_limit(
    limits: dict[str, Any],
) -> None:
    found = cares(**limits)

    assert found["E24"] == [
        "Never heavier than you can lift eight times.",
        "Breathe on; never hold your breath.",
    ]
    assert found["E02"] == ["Breathe on; never hold your breath."]
    assert cares(age=18) == {}


def test_in_pregnancy_nobody_lifts_to_the_limit() -> None:
    assert cares(is_pregnant=True)["E24"] == ["Never heavier than you can lift eight times."]


def test_every_bar_and_care_of_the_catalog_has_its_rule() -> None:
    assert set(module._BARS) == set(Bar)
    assert set(module._CARES) == set(Care)
    assert {bar for e in known().exercises.values() for bar in e.bars} == set(Bar)
    assert {care for e in known().exercises.values() for care in e.cares} == set(Care)


# ── Blocks ───────────────────────────────────────────────────────────────────────────────────


def in_block(name: str, limits: ExerciseLimits) -> list[str]:
    return list(block_exercises(known().templates[name], known(), limits))


def test_hip_and_core_takes_the_copenhagen_only_where_no_groin_pain_is_known() -> None:
    with_bench = ["E31", "E07", "E11", "E09", "E13", "E16", "E21"]

    assert in_block("hip-core-25", ExerciseLimits(groin_pain_28d=False)) == with_bench
    for limits in (ExerciseLimits(), ExerciseLimits(groin_pain_28d=True)):
        assert in_block("hip-core-25", limits) == [*with_bench[:-1], "E22"]


@pytest.mark.parametrize("limits", [{"is_pregnant": True}, {"months_after_birth": 3}])
def test_hip_and_core_takes_the_ball_in_pregnancy_and_after_birth(limits: dict[str, Any]) -> None:
    members = in_block("hip-core-25", ExerciseLimits(groin_pain_28d=False, **limits))

    assert "E21" not in members
    assert members[-1] == "E22"


def test_a_block_leaves_out_what_nothing_stands_in_for() -> None:
    assert "E10" not in in_block("front-hip-rebuild-1", ExerciseLimits(is_pregnant=True))


def test_a_block_of_which_nothing_is_left_is_not_planned() -> None:
    choice = chosen_blocks(known(), ExerciseLimits(has_hip_pinch=True), as_of=date(2026, 11, 24))

    assert [block.template_id for block in choice.strength] == ["hip-core-25"]
    assert choice.light == ()


def test_the_front_hip_rebuild_follows_its_own_bars() -> None:
    assert in_block("front-hip-rebuild-1", front_hip(days=2, painless_holds=0)) == [
        "E02",
        "E10",
        "E12",
    ]
    assert in_block("front-hip-rebuild-2", front_hip(days=7)) == ["E01", "E11"]
    assert in_block("front-hip-rebuild-3", front_hip(days=22)) == ["E31", "E01", "E03", "E20"]


@given(
    st.builds(
        ExerciseLimits,
        is_locked=st.booleans(),
        has_bone_alert=st.booleans(),
        runs_stopped=st.booleans(),
        front_hip=st.none()
        | st.builds(
            FrontHip,
            days=st.integers(0, 60),
            grade=st.none() | st.sampled_from(StrainGrade),
            worst_pain=st.none() | st.integers(0, 10),
            painless_holds=st.integers(0, 5),
            clinician_agrees=st.booleans(),
        ),
        groin_pain_28d=st.none() | st.booleans(),
        is_pregnant=st.none() | st.booleans(),
        has_calf_clot_sign=st.none() | st.booleans(),
        age=st.none() | st.integers(10, 90),
    )
)
def test_whatever_is_known_each_exercise_is_offered_or_barred_with_a_reason(
    limits: ExerciseLimits,
) -> None:
    offer = allowed_exercises(known(), limits)
    offered = {exercise.exercise_id for exercise in offer.offered}

    assert offered | set(offer.barred) == set(known().exercises)
    assert not offered & set(offer.barred)
    assert all(offer.barred.values())
    assert set(offer.cares) <= offered
    for name in known().templates:
        assert set(in_block(name, limits)) <= offered
