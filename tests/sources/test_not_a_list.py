"""Tables that are no list of activities, each named for what it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.sources.list_text import problems, read, wall


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Name,Email\nA,a@example.org\n", "not-a-list"),
        ('"Laps","Time","Cumulative Time","Distance","Avg Pace"\n1,5:00,5:00,1,5:00', "lap-list"),
        ("Ronden,Tijd,Afstand\n1,5:00,1", "lap-list"),
        ("Runden,Zeit,Distanz\n1,5:00,1", "lap-list"),
        ("time,latitude,longitude\n0,52,13\n", "samples"),
        ("Minutes, Torq (N-m),Km/h,Watts\n0.02,1,2,3\n", "samples"),
        ("Type,Local Number,Message,Field 1\nData,0,file_id,x\n", "not-a-list"),
        ("Date,Move Minutes count,Calories (kcal),Distance (m),Step count\n",
         "daily-list"),
        ("Start time,End time,Distance (m),Step count\n00:00,00:15,400,50\n", "daily-list"),
        ("Date,Distance (km),Time\n", "empty-list"),
        ("just words", "not-a-list"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_activities_is_refused(text: str, code: str) -> None:
    assert problems(text) == [(code, None)]
    assert read(text).recordings == ()


def test_more_than_200_rows_in_an_hour_are_samples() -> None:
    start = wall(2024, 3, 10, 7, 30)
    rows = "\n".join(f"{start + timedelta(seconds=n)},0.003,{n + 1}" for n in range(300))
    text = f"Date,Distance (km),Time (s)\n{rows}"
    assert read(text).recordings == ()
    assert ("samples", None) in problems(text)
