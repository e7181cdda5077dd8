"""The plan as data: what the window saves is what the command line prints."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from runadvisor.domain.plan import DayKind, EffortTarget, LockedDay, PlanBreach
from runadvisor.domain.text import Message
from runadvisor.plan.cross_training import FRONT_HIP
from runadvisor.printout.plan_data import plan_csv, plan_json
from tests.cli.test_json_output import schema
from tests.printout import mara

PLAN = mara.plan()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_the_table_has_a_row_a_day_with_the_numbers_of_the_plan() -> None:
    told = rows(plan_csv(PLAN))
    assert [row["date"] for row in told] == [day.date.isoformat() for day in PLAN.days]
    assert [row["distance_m"] for row in told] == [str(day.distance_m or "") for day in PLAN.days]
    assert {row["kind"] for row in told} == {day.kind.value for day in PLAN.days}


def test_a_title_that_starts_like_a_formula_is_none_in_a_spreadsheet() -> None:
    day = replace(PLAN.days[0], title=Message("=HYPERLINK(1)"))
    (told,) = rows(plan_csv(replace(PLAN, days=(day,))))
    assert told["title"].startswith("'=")


def test_the_runners_own_effort_stands_in_both_forms() -> None:
    target = EffortTarget(pace_s_per_km=(300, 310), least_bpm=150, most_bpm=160)
    day = replace(PLAN.days[0], target=target, is_locked=True)
    plan = replace(PLAN, days=(day,))
    (row,) = rows(plan_csv(plan))
    assert (row["fast_pace_s_per_km"], row["slow_pace_s_per_km"]) == ("300", "310")
    assert (row["least_bpm"], row["most_bpm"], row["is_locked"]) == ("150", "160", "1")
    told = plan_json(plan)["days"][0]
    assert told["target"] == {"pace_s_per_km": [300, 310], "least_bpm": 150, "most_bpm": 160}
    assert told["is_locked"] is True


def test_breaches_wishes_and_cross_training_follow_the_schema() -> None:
    day = PLAN.days[0].date
    remedy = LockedDay(date=day, kind=DayKind.EASY, distance_m=5_000)
    plan = replace(
        PLAN,
        cross=FRONT_HIP,
        given_way=(Message("A wish."),),
        breaches=(
            PlanBreach(date=day, message=Message("Too far."), remedy=remedy),
            PlanBreach(date=day, message=Message("Too close.")),
        ),
    )
    told = plan_json(plan)
    schema("plan").validate(told)
    assert told["given_way"] == ["A wish."]
    assert [breach["remedy"] and breach["remedy"]["kind"] for breach in told["breaches"]] == [
        "easy",
        None,
    ]
    assert told["cross_training"]["grade"] == "weak"


def test_a_block_says_how_much_of_each_exercise_in_both_forms() -> None:
    stepped = replace(mara.CORE, doses={"E07": "3 × 15 each side", "E21": "2 × 6 each side"})
    plan = replace(PLAN, days=(replace(PLAN.days[0], blocks=(stepped,)),))
    (row,) = rows(plan_csv(plan))
    assert row["doses"] == "E07 3 × 15 each side; E21 2 × 6 each side"
    told = plan_json(plan)
    schema("plan").validate(told)
    assert told["days"][0]["blocks"][0]["doses"] == dict(stepped.doses)
