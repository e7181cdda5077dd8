from __future__ import annotations

from dataclasses import replace
from datetime import date

from runadvisor.domain.plan import DayKind
from runadvisor.domain.text import Message
from runadvisor.printout.effort import date_list, effort_rows, rest_reasons
from tests.printout import mara


def test_every_kind_of_training_has_an_effort() -> None:
    assert [row.kind for row in effort_rows(mara.plan())] == ["Easy", "Long", "Hard", "Bike"]


def test_easy_and_long_runs_show_the_runners_own_pace() -> None:
    easy, long, *_ = effort_rows(mara.plan())

    assert easy.measure == long.measure == "6:05–6:35 /km"


def test_an_unknown_pace_is_left_out() -> None:
    plan = replace(mara.plan(), easy_pace_s_per_km=None)

    assert effort_rows(plan)[0].measure == ""


def test_a_hard_run_says_what_it_holds() -> None:
    assert effort_rows(mara.plan())[2].effort.startswith("Hard run, 3 × 5 min. Effort 7")


def test_cross_training_shows_the_time_it_takes() -> None:
    assert effort_rows(mara.plan())[3].measure == "30–40 min"


def test_each_walk_run_pattern_has_a_row_with_its_dates() -> None:
    plan = mara.plan()
    ladder = tuple(
        replace(
            day,
            kind=DayKind.WALK_RUN,
            distance_m=1600,
            title=Message(f"Walk {walk} min, run 1 min, and repeat"),
            intensity=Message("Effort 3 of 10 at most"),
        )
        for day, walk in zip(plan.days[:2], (4, 3), strict=True)
    )
    rows = effort_rows(replace(plan, days=ladder))

    assert [row.measure for row in rows] == ["24 Nov", "25 Nov"]
    assert rows[0].effort == "Walk 4 min, run 1 min, and repeat. Effort 3 of 10 at most"


def test_one_length_of_cross_training_is_no_range() -> None:
    plan = mara.plan()
    ride = next(day for day in plan.days if day.kind is DayKind.CROSS)

    assert effort_rows(replace(plan, days=(ride,)))[0].measure == "30 min"


def test_every_rest_day_is_named_once() -> None:
    plan = mara.plan()
    named = ", ".join(group.dates for group in rest_reasons(plan))
    resting = [day for day in plan.days if day.kind is DayKind.REST]

    assert sum(part.split()[0].isdigit() for part in named.split(", ")) == len(resting)


def test_equal_reasons_share_a_line() -> None:
    reasons = [group.reason for group in rest_reasons(mara.plan())]

    assert len(reasons) == len(set(reasons)) == 3


def test_dates_name_the_month_where_it_changes() -> None:
    days = [date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 4)]

    assert date_list(days) == "23, 27 Nov, 4 Dec"


def test_no_dates_are_no_words() -> None:
    assert date_list([]) == ""
