from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, Track
from runadvisor.domain.plan import DayKind
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning


def _warning(**fields: Any) -> TrainingWarning:
    words = {name: Message("x") for name in ("title", "message", "clears", "sure", "not_shown")}
    return TrainingWarning(
        **{
            "rule": "R01",
            "code": "session-spike",
            "tier": Tier.WATCH,
            "grade": EvidenceGrade.WEAK,
            "date": date(2026, 1, 1),
            "clears_on": date(2026, 1, 3),
            "values": {},
            "citations": ("own_choice",),
        }
        | words
        | fields
    )


def test_trail_and_treadmill_are_running_and_a_hike_is_not() -> None:
    assert Sport.TRAIL_RUN.is_run
    assert Sport.TREADMILL_RUN.is_run
    assert not Sport.HIKE.is_run


def test_a_warning_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="no citation"):
        _warning(citations=())


def test_a_warning_stands_from_its_day_up_to_the_day_it_clears() -> None:
    warning = _warning()
    day = warning.date
    assert [warning.stands_on(day + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_warning_with_no_end_in_sight_keeps_standing() -> None:
    assert _warning(clears_on=None).stands_on(date(2030, 1, 1))


def test_tiers_are_spelled_as_the_command_line_spells_them() -> None:
    assert [tier.slug for tier in Tier] == ["info", "watch", "act", "stop-run", "lock"]


def test_cross_training_and_rest_are_the_days_without_impact() -> None:
    assert {kind for kind in DayKind if not kind.is_run} == {DayKind.REST, DayKind.CROSS}


def test_a_track_is_as_long_as_its_points() -> None:
    column = np.zeros(3)
    track = Track(
        time_s=column,
        latitude_deg=column,
        longitude_deg=column,
        altitude_m=column,
        heart_rate_bpm=column,
        cadence_spm=column,
        distance_m=column,
        speed_mps=column,
        segment=np.zeros(3, dtype=np.int32),
    )
    assert len(track) == 3
