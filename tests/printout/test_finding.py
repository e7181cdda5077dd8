from __future__ import annotations

from dataclasses import replace
from datetime import date

from runadvisor.domain.text import Message
from runadvisor.printout.finding import also_standing, finding
from tests.printout import mara


def test_the_strongest_warning_is_told_with_its_arithmetic() -> None:
    found = finding(mara.advice())

    assert found.headline == "Sunday’s 17.4 km was 24 % longer than any run of the 30 days before."
    assert found.detail == (
        "17.4 km ÷ 14.0 km (1 November) = 1.24. Stay at or under 15.4 km until 6 December."
    )


def test_the_tier_is_a_word_and_the_grade_is_one_too() -> None:
    standing = finding(mara.advice()).standing

    assert standing is not None
    assert (standing.tier_word, standing.grade_words) == ("Watch", "moderate evidence")


def test_the_longest_run_allowed_has_a_last_day() -> None:
    allowance = finding(mara.advice()).allowance

    assert allowance is not None
    assert (allowance.distance, allowance.until) == ("15.4 km", "until 6 December")


def test_with_nothing_standing_the_limit_of_the_first_week_is_named() -> None:
    found = finding(mara.advice(standing=False))

    assert found.standing is None
    assert found.headline == "Nothing in your training stands out."
    assert found.allowance is not None
    assert (found.allowance.distance, found.allowance.until) == ("15.4 km", "until 29 November")


def test_an_empty_history_is_not_called_fine() -> None:
    assert finding(mara.advice(history_weeks=0)).headline == "There is no run to judge yet."


def test_a_warning_without_arithmetic_gives_its_advice() -> None:
    advice = replace(mara.advice(), standing=(mara.few_rest_days(),))

    assert finding(advice).detail == "Make two days a week rest days."


def test_a_stop_allows_no_distance() -> None:
    assert finding(mara.stopped()).allowance is None


def test_beside_a_stop_no_distance_is_advised() -> None:
    stopped = mara.stopped()

    assert finding(stopped).detail == "17.4 km ÷ 14.0 km (1 November) = 1.24."
    other = replace(stopped, standing=(mara.few_rest_days(),))
    assert finding(other).detail == ""


def test_a_long_break_is_named() -> None:
    advice = mara.advice(standing=False)
    before = tuple(one for one in advice.activities if one.local_date.month < 11)
    found = finding(replace(advice, activities=before))

    assert found.headline == "You have not run for 23 days."


def test_every_further_warning_has_a_line() -> None:
    assert [one.title for one in also_standing(mara.advice())] == ["Few rest days"]


def test_a_held_limit_of_a_weaker_warning_counts_as_well() -> None:
    weaker = replace(
        mara.few_rest_days(),
        values={"limit_m": 9_000, "until_date": date(2026, 12, 1)},
        message=Message("Held."),
    )
    allowance = finding(replace(mara.advice(), standing=(weaker,))).allowance

    assert allowance is not None
    assert allowance.distance == "9.0 km"
