from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.training_load.data_quality import data_quality
from runadvisor.training_load.quality_messages import quality_messages
from runadvisor.wording import sentence
from tests.builders import DAY_ONE, activity, runs

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


def _said(history: list[Activity]) -> list[str]:
    found = data_quality(history, as_of=DAY_ONE + timedelta(days=60), features={})
    return [sentence(message) for message in quality_messages(found)]


def test_without_runs_that_is_all_there_is_to_say() -> None:
    assert _said([]) == ["There are no runs yet."]


def test_the_share_of_runs_with_each_thing_is_said() -> None:
    history = runs([(n, 5_000) for n in range(4)])
    history[0] = replace(history[0], average_heart_rate_bpm=150.0, session_rpe=3.0)
    assert _said(history) == [
        (
            "Of 4 runs: 100 % a distance, 100 % a time, 25 % a heart rate, 0 % a climb, "
            "25 % a rating of effort, 0 % a track."
        )
    ]


def test_what_is_left_out_is_counted_with_its_reason() -> None:
    history = [
        activity(DAY_ONE, number=1, max_heart_rate_bpm=190.0, ignores_heart_rate=True),
        activity(DAY_ONE, 100, number=2),
        activity(DAY_ONE, 120, number=3),
        activity(DAY_ONE, None, number=4),
        activity(DAY_ONE, 10_000, number=5, moving_time_s=600.0),
    ]
    assert _said(history)[1:] == [
        "Runs whose heart rate is left out, as you said: 1.",
        (
            "Left out of every distance rule: 1 without a distance; 2 of less than 300 m, taken "
            "for accidental starts; 1 faster than anyone runs."
        ),
    ]
