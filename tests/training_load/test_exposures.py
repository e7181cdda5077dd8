from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import RunLabel, Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import Tissue
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.training_load.exposures import RunExposure, run_exposures
from runadvisor.training_load.hard_runs import HardReason
from runadvisor.training_load.tissue_load import MODELLED_TISSUES
from tests.builders import DAY_ONE, activity, runs
from tests.strategies import histories
from tests.tracks import features, track, without

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures

EASY_MPS = 3.0
KNOWN = Athlete(easy_speed_mps=EASY_MPS, threshold_speed_mps=4.0)
WAY_M = 9000.0
UP, DOWN = 0.08, -0.08


def _of(
    run: Activity, own: TrackFeatures | None = None, *, athlete: Athlete = KNOWN
) -> RunExposure:
    known = {} if own is None else {run.activity_id: own}
    (exposure,) = run_exposures([run], features=known, athlete=athlete)
    return exposure


def _tissues(*parts: tuple[float, float], **fields: Any) -> dict[Tissue, float]:
    return dict(_of(activity(DAY_ONE, WAY_M), features(*parts, **fields)).tissues)


def _moved(changed: dict[Tissue, float]) -> set[Tissue]:
    """Return the tissues that carried more than on the same way, flat and easy."""
    flat = _tissues((WAY_M / EASY_MPS, EASY_MPS))
    return {tissue for tissue in MODELLED_TISSUES if changed[tissue] > 1.02 * flat[tissue] + 1}


# ── tissues: the same nine kilometres flat, fast, up, down ────────────────────────────────


def test_running_flat_and_easy_gives_the_hip_flexors_nothing_beyond_easy_steps() -> None:
    flat = _tissues((WAY_M / EASY_MPS, EASY_MPS))
    assert flat[Tissue.HIP_FLEXOR] == 0
    assert flat[Tissue.BONE] == pytest.approx(168 * 50, rel=0.001)


def test_the_same_way_fast_moves_calf_hip_flexor_and_hamstring_only() -> None:
    fast = _tissues((WAY_M / 4.5, 4.5), cadence=180.0)
    assert _moved(fast) == {Tissue.CALF_ACHILLES, Tissue.HIP_FLEXOR, Tissue.HAMSTRING}


def test_the_same_way_uphill_moves_hip_flexor_and_hamstring_only() -> None:
    assert _moved(_tissues((WAY_M / EASY_MPS, EASY_MPS), grade=UP)) == {
        Tissue.HIP_FLEXOR,
        Tissue.HAMSTRING,
    }


def test_the_same_way_downhill_moves_knee_shin_and_outer_hip_only() -> None:
    assert _moved(_tissues((WAY_M / EASY_MPS, EASY_MPS), grade=DOWN)) == {
        Tissue.KNEE_CAP,
        Tissue.BONE,
        Tissue.GLUTEAL_TENDON,
    }


def test_a_way_twice_as_long_doubles_every_tissue_that_carried_anything() -> None:
    once = _tissues((1500, EASY_MPS))
    twice = _tissues((3000, EASY_MPS))
    assert all(twice[tissue] == pytest.approx(2 * once[tissue]) for tissue in once)


def test_f24_quicker_steps_unload_knee_and_outer_hip_and_load_the_hip_flexors() -> None:
    history = [
        activity(DAY_ONE + timedelta(days=n), WAY_M, number=n, average_cadence_spm=168.0)
        for n in range(5)
    ]

    def last(cadence: float) -> dict[Tissue, float]:
        own = {4: features((WAY_M / 3.6, 3.6), cadence=cadence)}
        return dict(run_exposures(history, features=own, athlete=KNOWN)[-1].tissues)

    usual, quick = last(168.0), last(168.0 * 1.10)
    # F24, measured at usual steps and at a tenth more (Lenhart 2014, table 1).
    outer_hip, iliacus, thigh_in_swing = (32.05, 28.65), (19.29, 20.43), (8.00, 9.11)
    assert quick[Tissue.GLUTEAL_TENDON] / usual[Tissue.GLUTEAL_TENDON] == pytest.approx(
        1.10 * outer_hip[1] / outer_hip[0], rel=1e-3
    )
    steps = 168.0 * WAY_M / 3.6 / SECONDS_PER_MINUTE
    a_step, a_quick_step = (
        load[Tissue.HIP_FLEXOR] / number + 1
        for load, number in ((usual, steps), (quick, 1.10 * steps))
    )
    assert iliacus[1] / iliacus[0] < a_quick_step / a_step < thigh_in_swing[1] / thigh_in_swing[0]
    assert quick[Tissue.KNEE_CAP] / usual[Tissue.KNEE_CAP] == pytest.approx(
        1.10 * (1 - 0.118), rel=1e-3
    )
    assert quick[Tissue.HIP_FLEXOR] > 1.10 * usual[Tissue.HIP_FLEXOR]


def test_the_hip_flexors_extra_steps_can_be_recomputed_by_hand() -> None:
    """Ten minutes at 4.5 m/s, 3.0 being easy: 1680 × ((4.5 ÷ 3.0)² − 1) extra easy steps."""
    loads = _tissues((600, 4.5))
    assert loads[Tissue.HIP_FLEXOR] == pytest.approx(1680 * (1.5**2 - 1), rel=1e-3)


def test_the_achilles_weight_can_be_recomputed_by_hand() -> None:
    """Peak force +19.5 % at 5.6 m/s against 3.3, to the ninth power."""
    slow, fast = _tissues((600, 3.3)), _tissues((600, 5.6))
    assert fast[Tissue.CALF_ACHILLES] / slow[Tissue.CALF_ACHILLES] == pytest.approx(
        1.195**9, rel=1e-3
    )
    assert _tissues((600, 6.5))[Tissue.CALF_ACHILLES] == pytest.approx(
        fast[Tissue.CALF_ACHILLES], rel=1e-3
    )


def test_without_an_easy_speed_hip_flexor_and_hamstring_are_left_out() -> None:
    loads = _of(activity(DAY_ONE, WAY_M), features((600, 4.5)), athlete=Athlete()).tissues
    assert set(MODELLED_TISSUES) - set(loads) == {Tissue.HIP_FLEXOR, Tissue.HAMSTRING}


def test_a_run_without_a_track_is_reckoned_from_its_averages_and_says_so() -> None:
    hilly = _of(activity(DAY_ONE, WAY_M, moving_time_s=3000.0, elevation_gain_m=360.0))
    flat = _of(activity(DAY_ONE, WAY_M, moving_time_s=3000.0))
    assert not hilly.is_measured
    assert hilly.tissues[Tissue.KNEE_CAP] > flat.tissues[Tissue.KNEE_CAP]
    assert hilly.tissues[Tissue.HAMSTRING] > flat.tissues[Tissue.HAMSTRING]
    assert Tissue.HIP_FLEXOR not in hilly.tissues


def test_a_device_without_a_distance_second_by_second_ran_evenly() -> None:
    bare = track((3000, EASY_MPS))
    own = features((3000, EASY_MPS))
    from runadvisor.training_load.track_features import track_features  # noqa: PLC0415

    treadmill = track_features(without(bare, "latitude_deg", "longitude_deg"), sport=Sport.RUN)
    run = activity(DAY_ONE, WAY_M, moving_time_s=3000.0)
    assert _of(run, treadmill).tissues[Tissue.CALF_ACHILLES] == pytest.approx(
        _of(run, own).tissues[Tissue.CALF_ACHILLES], rel=1e-3
    )


# ── fast minutes ──────────────────────────────────────────────────────────────────────────


def test_fast_time_is_the_time_at_threshold_speed_with_hills_at_their_cost() -> None:
    flat = _of(activity(DAY_ONE), features((600, 3.0), (900, 4.1), (600, 3.0)))
    hill = _of(activity(DAY_ONE), features((600, 3.0), (900, 3.0), grade=[0.0, 0.08]))
    assert flat.fast_s == pytest.approx(900, abs=15)
    assert hill.fast_s == pytest.approx(900, abs=30)


def test_very_fast_time_needs_bouts_at_5_0_and_at_110_percent_of_threshold() -> None:
    strides = features(*[(60, 2.8), (20, 5.6)] * 4, (60, 2.8))
    known = _of(activity(DAY_ONE), strides)
    slower = _of(activity(DAY_ONE), strides, athlete=Athlete(threshold_speed_mps=5.2))
    assert known.very_fast_s == pytest.approx(80, abs=12)
    assert slower.very_fast_s == 0


def test_without_a_threshold_or_a_track_fast_time_is_unknown() -> None:
    nobody = _of(activity(DAY_ONE), features((600, 4.0)), athlete=Athlete())
    assert (nobody.fast_s, nobody.very_fast_s) == (None, None)
    assert _of(activity(DAY_ONE)).very_fast_s is None


# ── hard runs ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"is_race": True}, HardReason.RACE),
        ({"session_rpe": 7.0}, HardReason.RATED_HARD),
        ({"label": RunLabel.INTERVAL}, HardReason.LABELLED_HARD),
        ({"label": RunLabel.TEMPO}, HardReason.LABELLED_HARD),
        ({"label": RunLabel.HILL_REPS}, HardReason.LABELLED_HARD),
        ({"elevation_loss_m": 400.0}, HardReason.DESCENT),
        ({"moving_time_s": 2400.0}, HardReason.THRESHOLD_SPEED),
    ],
)
def test_a_run_is_hard_by_any_one_sign(fields: dict[str, Any], reason: HardReason) -> None:
    assert _of(activity(DAY_ONE, **fields)).hard == (reason,)


@pytest.mark.parametrize(
    "fields",
    [
        {"session_rpe": 6.9},
        {"label": RunLabel.EASY},
        {"label": RunLabel.LONG},
        {"elevation_loss_m": 399.0},
        {"distance_m": 7000.0, "moving_time_s": 2400.0, "elevation_loss_m": 299.0},
    ],
)
def test_a_run_just_below_every_edge_is_not_hard(fields: dict[str, Any]) -> None:
    assert _of(activity(DAY_ONE, **fields)).hard == ()


def test_twenty_minutes_at_threshold_count_in_all_and_not_in_one_piece() -> None:
    four = features(*[(180, 2.8), (310, 4.1)] * 4)
    three = features(*[(180, 2.8), (310, 4.1)] * 3)
    assert _of(activity(DAY_ONE), four).hard == (HardReason.THRESHOLD_SPEED,)
    assert _of(activity(DAY_ONE), three).hard == ()


def test_heart_rate_is_measured_only_against_a_threshold_the_athlete_entered() -> None:
    own = features((1500, 3.0), heart_rate=176.0)
    entered = Athlete(threshold_heart_rate_bpm=172.0)
    medicine = Athlete(threshold_heart_rate_bpm=172.0, takes_heart_rate_medicine=True)
    assert _of(activity(DAY_ONE), own, athlete=entered).hard == (HardReason.THRESHOLD_HEART_RATE,)
    for athlete in (Athlete(), medicine):
        assert _of(activity(DAY_ONE), own, athlete=athlete).hard == ()
    assert _of(activity(DAY_ONE, ignores_heart_rate=True), own, athlete=entered).hard == ()


def test_a_spike_at_watch_or_above_is_hard_and_one_of_less_than_a_kilometre_is_not() -> None:
    found = run_exposures(
        runs([(0, 10_000), (3, 11_100), (6, 12_050)]), features={}, athlete=Athlete()
    )
    assert [e.hard for e in found] == [(), (HardReason.SPIKE,), ()]


# ── which runs, and what they may rest on ─────────────────────────────────────────────────


def test_accidental_starts_vehicles_and_rides_are_no_exposure() -> None:
    odd = [
        activity(DAY_ONE, 200),
        activity(DAY_ONE, 10_000, number=2, moving_time_s=600.0),
        activity(DAY_ONE, number=3, sport=Sport.RIDE),
        activity(DAY_ONE, None, number=4),
    ]
    found = run_exposures(odd, features={}, athlete=Athlete())
    assert [e.run.activity_id for e in found] == [4]


def test_asked_since_a_day_the_days_before_it_still_count() -> None:
    history = runs([(n * 2, 6_000) for n in range(20)])
    whole = run_exposures(history, features={}, athlete=Athlete())
    since = DAY_ONE + timedelta(days=20)
    assert run_exposures(history, features={}, athlete=Athlete(), since=since) == whole[10:]


def test_an_empty_history_has_no_exposures() -> None:
    assert run_exposures([], features={}, athlete=Athlete()) == ()


@settings(max_examples=30)
@given(histories(max_runs=25), st.integers(0, 90), st.randoms())
def test_neither_the_future_nor_the_order_of_import_changes_an_exposure(
    history: list[Activity], offset: int, random: Any
) -> None:
    day = DAY_ONE + timedelta(days=offset)
    then = [a for a in history if a.local_date <= day]
    whole = run_exposures(random.sample(history, len(history)), features={}, athlete=Athlete())
    assert run_exposures(then, features={}, athlete=Athlete()) == whole[: len(then)]
