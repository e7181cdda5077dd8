from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.history.changes import EditField
from runadvisor.history.merging import merged, richest_first, with_edits
from tests.history.conftest import BERLIN, START, recording

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording

TRACK = recording(
    1,
    points=600,
    sport_is_known=False,
    name="morning.gpx",
    distance_m=10_140.0,
    elevation_gain_m=80.0,
    average_heart_rate_bpm=150.0,
    **BERLIN,
)
STRAVA = recording(
    2,
    path="b.csv",
    kind="strava-csv",
    sport=Sport.HIKE,
    name="With Anna",
    distance_m=10_020.0,
    elevation_gain_m=None,
    session_rpe=4.0,
)
BY_HAND = recording(
    3,
    path="log.csv",
    kind="list-csv",
    started_at=None,
    local_start=START.replace(tzinfo=None),
    precision=StartPrecision.DAY,
    distance_m=10_000.0,
)


def test_the_best_of_each_source_makes_the_activity() -> None:
    best = merged([TRACK, STRAVA])
    assert (best.sport, best.name) == (Sport.HIKE, "With Anna")
    assert (best.distance_m, best.elevation_gain_m) == (10_020, 80)
    assert (best.points, best.zone, best.session_rpe) == (600, "Europe/Berlin", 4)
    assert best.average_heart_rate_bpm == 150


def test_a_track_counts_more_than_a_hand_kept_list() -> None:
    best = merged([BY_HAND, TRACK])
    assert (best.distance_m, best.precision) == (10_140, StartPrecision.SECOND)


def test_one_race_flag_makes_a_race() -> None:
    assert merged([TRACK, recording(4, path="c.csv", is_race=True)]).is_race


def test_the_watchs_own_file_is_richer_than_what_a_service_made_of_it() -> None:
    fit = recording(5, path="a.fit", kind="fit", points=600)
    tcx = recording(6, path="a.tcx", kind="tcx", points=3_600)
    assert richest_first([BY_HAND, TRACK, tcx, fit]) == [fit, tcx, TRACK, BY_HAND]


def test_a_file_that_was_cut_short_comes_after_a_whole_one() -> None:
    cut = recording(5, path="a.fit", kind="fit", points=600, elapsed_time_s=1_200.0)
    assert richest_first([cut, TRACK]) == [TRACK, cut]


def test_what_is_typed_in_names_the_run_and_its_effort() -> None:
    typed = recording(
        7, path="typed in", kind="by-hand", name="Hills", session_rpe=8.0, notes="Wet"
    )
    best = merged([STRAVA, TRACK, typed])
    assert (best.name, best.session_rpe, best.notes) == ("Hills", 8, "Wet")
    assert best.distance_m == 10_020


def test_a_name_set_to_nothing_is_none() -> None:
    assert with_edits(merged([STRAVA]), {EditField.NAME: ""}).name is None


@given(st.permutations([TRACK, STRAVA, BY_HAND, recording(9, started_at=START + timedelta(1))]))
def test_the_order_of_sources_never_changes_the_activity(order: list[Recording]) -> None:
    best = merged(order)
    assert (best.name, best.distance_m, best.sport) == ("With Anna", 10_020, Sport.HIKE)
