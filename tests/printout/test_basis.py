from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from runadvisor.domain.activity import Sport
from runadvisor.printout.basis import certainties, rests_on, sources
from tests.printout import mara


def test_the_runs_and_the_period_are_named() -> None:
    assert rests_on(mara.advice())[0] == (
        "100 runs and 5 other activities, 2 June to 22 November 2026."
    )


def test_no_history_is_said_plainly() -> None:
    assert rests_on(mara.advice(history_weeks=0)) == ("No activity has been imported.",)


def test_one_run_is_named_by_its_day() -> None:
    advice = mara.advice()
    alone = replace(advice, activities=advice.activities[-1:])

    assert rests_on(alone)[0] == "1 run, Sunday 22 November 2026."


def test_a_break_of_more_than_two_weeks_is_a_gap() -> None:
    advice = mara.advice()
    kept = tuple(
        one
        for one in advice.activities
        if not timedelta(0) < mara.LONGEST_DAY - one.local_date < timedelta(days=16)
    )
    words = rests_on(replace(advice, activities=kept))

    assert any(line.startswith("No run in the last year: 16 October to 31") for line in words)


def test_many_gaps_name_the_last_three() -> None:
    day = mara.AS_OF
    runs = tuple(
        mara.activity(back, day - timedelta(days=20 * back), Sport.RUN, 5_000)
        for back in range(6, 0, -1)
    )
    words = rests_on(replace(mara.advice(), activities=runs))

    assert "and 3 earlier" in words[1]


def test_runs_without_distance_are_counted() -> None:
    advice = mara.advice()
    last = replace(advice.activities[-1], distance_m=None)
    words = rests_on(replace(advice, activities=(*advice.activities[:-1], last)))

    assert "1 run has no distance and counts for no limit." in words


def test_the_plan_says_what_it_kept_to() -> None:
    assert rests_on(mara.advice())[-1] == "At least two days without running in any week."


def test_each_standing_warning_says_how_sure_it_is() -> None:
    assert [one.standing.grade for one in certainties(mara.advice())] == ["moderate", "weak"]


def test_a_source_is_named_once_and_our_own_choice_as_such() -> None:
    assert sources(mara.advice(), mara.catalog()) == (
        "Frandsen and others 2025, British Journal of Sports Medicine 59:1203",
        "Where no study settles a number, it is our own choice and graded weak.",
    )
