from __future__ import annotations

from runadvisor.training_load.session_load import LoadMethod, SessionLoad, session_load
from tests.builders import DAY_ONE, activity


def test_worked_example_f21_gives_720() -> None:
    load = session_load(activity(DAY_ONE, moving_time_s=120 * 60, session_rpe=6.0))
    assert load == SessionLoad(720, LoadMethod.SESSION_RPE)


def test_without_a_rating_a_session_by_itself_is_worth_its_moving_minutes() -> None:
    load = session_load(activity(DAY_ONE, moving_time_s=1_800))
    assert load == SessionLoad(30, LoadMethod.MOVING_MINUTES)


def test_an_activity_without_a_time_has_no_load_by_itself() -> None:
    assert session_load(activity(DAY_ONE, moving_time_s=None)) is None
