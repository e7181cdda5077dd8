from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from runadvisor.domain.activity import Sport
from runadvisor.training_load.data_quality import LeftOutRun, data_quality
from runadvisor.training_load.runs import LeftOut
from tests.builders import DAY_ONE, activity
from tests.tracks import features

HISTORY = [
    activity(
        DAY_ONE,
        number=1,
        average_heart_rate_bpm=150.0,
        elevation_gain_m=50.0,
        average_cadence_spm=170.0,
        session_rpe=3.0,
    ),
    activity(DAY_ONE + timedelta(days=1), number=2, max_heart_rate_bpm=180.0),
    activity(DAY_ONE + timedelta(days=2), None, number=3, moving_time_s=None),
    activity(DAY_ONE + timedelta(days=3), 120, number=4),
    activity(DAY_ONE + timedelta(days=4), number=5, sport=Sport.RIDE),
    activity(DAY_ONE + timedelta(days=9), number=6),
]
AS_OF = DAY_ONE + timedelta(days=5)


def test_every_column_is_counted_over_the_runs_up_to_the_day() -> None:
    history = [*HISTORY, activity(AS_OF, None, number=7, sport=Sport.RIDE)]
    history[1] = replace(history[1], ignores_heart_rate=True)
    found = data_quality(history, as_of=AS_OF, features={1: features((60, 3.0))})
    assert (found.runs, found.with_distance, found.with_time) == (4, 3, 3)
    assert (found.with_heart_rate, found.heart_rate_ignored) == (1, 1)
    assert (found.with_altitude, found.with_cadence, found.with_session_rpe) == (1, 1, 1)
    assert (found.with_track, found.share(found.with_distance)) == (1, 0.75)


def test_what_was_left_out_is_named_with_its_reason() -> None:
    found = data_quality(HISTORY, as_of=AS_OF, features={})
    assert found.left_out == (
        LeftOutRun(activity_id=3, date=DAY_ONE + timedelta(days=2), why=LeftOut.NO_DISTANCE),
        LeftOutRun(activity_id=4, date=DAY_ONE + timedelta(days=3), why=LeftOut.TOO_SHORT),
    )


def test_asked_since_a_day_only_later_runs_count() -> None:
    since = DAY_ONE + timedelta(days=3)
    found = data_quality(HISTORY, as_of=AS_OF, features={}, since=since)
    assert found.runs == 1


def test_a_history_without_runs_has_a_share_of_nothing() -> None:
    assert data_quality([], as_of=AS_OF, features={}).share(0) == 0
