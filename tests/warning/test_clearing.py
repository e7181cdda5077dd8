"""What would clear each warning, and on which day: gone on the day named, and not before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.activity import Activity, Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import Diary, HealthItem, IllnessSign, Injury
from runadvisor.domain.rule_settings import RuleSettings
from runadvisor.domain.text import Message
from runadvisor.warning.assess import assess
from runadvisor.warning.rules import RULES
from tests.builders import DAY_ONE, activity
from tests.diaries import (
    DAY,
    NO,
    YES,
    health,
    known,
    later,
    mornings,
    night,
    pain,
    seen,
)
from tests.warning.test_rule_table import CASES, Case, known_of, run, weeks

if TYPE_CHECKING:
    from runadvisor.domain.warning import TrainingWarning

ALL_ON = RuleSettings(wanted=frozenset(rule.rule_id for rule in RULES if rule.is_opt_in))
RULE = {rule.rule_id: rule for rule in RULES}
SPEAKING = [case for case in CASES if case.tier is not None]


def standing(case: Case, day: date) -> list[TrainingWarning]:
    """What stands of the rule of a case on a day after its last activity."""
    last = max(a.local_date for a in case.history)
    then = known_of(replace(case, days_after=(day - last).days))
    return [w for w in RULE[case.rule].tells(then).standing if w.code != "no-baseline"]


def rested(case: Case, until: date) -> Case:
    """The same, and then what the words of its warning ask for beside doing nothing."""
    last = max(a.local_date for a in case.history)
    after = [last + timedelta(days=n) for n in range(1, (until - last).days + 1)]
    number = 9_000_000
    more: list[Activity] = []
    if case.rule == "R08" and "in a row" not in case.what:
        # Two rest days in each seven, the first of them tomorrow.
        more = [
            activity(day, 5_000, number=number + n)
            for n, day in enumerate(after)
            if n % 7 not in {0, 3}
        ]
    if case.rule == "R23":
        more = [activity(until, None, number=number, sport=Sport.STRENGTH)]
    return replace(case, history=[*case.history, *more])


def names_its_day(warning: TrainingWarning) -> bool:
    """Whether the words hold the day it is gone, or the last day it stands."""
    assert warning.clears_on is not None
    words = wording.sentence(warning.clears)
    ends = (warning.clears_on - timedelta(days=1), warning.clears_on)
    return any(wording.sentence(Message("{on_date}", {"on_date": on})) in words for on in ends)


@pytest.mark.parametrize("case", SPEAKING, ids=lambda case: f"{case.rule}: {case.what}")
def test_a_warning_of_load_is_gone_on_its_day_and_not_before(case: Case) -> None:
    told_on = max(w.date for w in RULE[case.rule].raised(known_of(case)))
    last = max(a.local_date for a in case.history)
    warning = max(standing(case, last) or standing(case, told_on), key=lambda w: w.date)
    assert warning.clears_on is not None
    eve = warning.clears_on - timedelta(days=1)
    assert warning.code in [w.code for w in standing(rested(case, warning.clears_on), eve)] or (
        # A day of strength work counts from its morning on.
        case.rule == "R23"
    )
    gone = standing(rested(case, warning.clears_on), warning.clears_on)
    assert warning.code not in [w.code for w in gone]
    assert names_its_day(warning) or warning.code == "session-spike-small"


def hard_days(*numbers: int) -> list[Activity]:
    return [run(0), *(run(n, session_rpe=8) for n in numbers)]


@pytest.mark.parametrize(
    ("rule", "history", "gone_day"),
    [
        # Hard on days 8 and 9: gone on day 11, but day 10 was hard again: day 12.
        ("R09", hard_days(8, 9), 11),
        ("R09", hard_days(8, 9, 10), 12),
        # A big week, and an even bigger one after it.
        ("R04", weeks(*[12e3] * 4, 18e3), 42),
        ("R04", weeks(*[12e3] * 4, 18e3, 27e3), 49),
        # Growing for months: a week as before goes on with it, a lighter one ends it.
        ("R37", weeks(*[20e3] * 12, *[33e3] * 4), 119),
        ("R37", weeks(*[20e3] * 12, *[33e3] * 4, 33e3), 126),
        ("R37", weeks(*[20e3] * 12, *[33e3] * 4, 23e3), 119),
    ],
)
def test_what_goes_on_is_not_called_over(rule: str, history: list[Activity], gone_day: int) -> None:
    case = Case(rule=rule, what="", history=history, tier=None)
    gone_on = DAY_ONE + timedelta(days=gone_day)
    assert standing(case, gone_on - timedelta(days=1))
    assert standing(case, gone_on) == []


def test_a_warning_that_goes_on_is_raised_no_more_often() -> None:
    case = Case(rule="R04", what="", history=weeks(*[12e3] * 4, 18e3, 27e3), tier=None)
    assert len(RULE["R04"].raised(known_of(replace(case, days_after=1)))) == 1


def of_diary(diary: Diary, code: str, *, day: date = DAY, **given: object) -> list[TrainingWarning]:
    found = assess(known(diary, day=day, **given), settings=ALL_ON)  # pyright: ignore[reportArgumentType] - as known takes them
    return [w for w in found.standing if w.code == code]


INJURED = Injury(
    injury_id=1,
    region=BodyRegion.FRONT_HIP,
    side=Side.RIGHT,
    start=later(-40),
    end=later(-20),
)
BABY = health(HealthItem.BIRTH, day=later(-100))
CHECKED = (
    health(HealthItem.POSTNATAL_SIGNS, NO),
    health(HealthItem.POSTNATAL_WALK),
)


@pytest.mark.parametrize(
    ("code", "diary"),
    [
        ("previous-injury", Diary(injuries=(INJURED,))),
        ("pain-amber", Diary(pain=(pain(BodySite.CALF, 4),))),
        ("pain-mornings", Diary(pain=mornings(BodySite.CALF, [3, 3]))),
        ("sign-s-pain", Diary(pain=(pain(BodySite.CALF, 7),))),
        ("medicine-quinolone", Diary(health=(health(HealthItem.QUINOLONE, day=later(-10)),))),
        ("after-birth-too-early", Diary(health=(health(HealthItem.BIRTH, day=later(-20)),))),
        ("after-birth-ladder", Diary(health=(BABY, *CHECKED))),
        ("bone-risk", Diary(health=(BABY,))),
        ("cold", Diary(check_ins=(night(DAY, None, IllnessSign.NECK_UP),))),
        (
            "illness",
            Diary(
                check_ins=(
                    night(later(-1), None, IllnessSign.FEVER),
                    night(DAY, illness=frozenset()),
                )
            ),
        ),
        (
            "after-illness",
            Diary(
                check_ins=(
                    night(later(-3), None, IllnessSign.FEVER),
                    night(later(-1), illness=frozenset()),
                )
            ),
        ),
    ],
)
def test_a_warning_of_the_diary_is_gone_on_its_day_and_not_before(code: str, diary: Diary) -> None:
    day = later(1) if code == "pain-mornings" else DAY
    (warning,) = of_diary(diary, code, day=day)
    assert warning.clears_on is not None
    assert of_diary(diary, code, day=warning.clears_on - timedelta(days=1))
    assert of_diary(diary, code, day=warning.clears_on) == []
    assert names_its_day(warning)


def test_two_calm_mornings_end_a_stop_on_the_day_named_as_the_earliest() -> None:
    red = pain(BodySite.CALF, 7)
    calm = mornings(BodySite.CALF, [1, 1], start=later(1), walking=0)
    for told_by_now, day in (((red,), 0), ((red, calm[0]), 1)):
        (stop,) = of_diary(Diary(pain=told_by_now), "pain-red", day=later(day))
        assert stop.values["earliest_date"] == later(2)
        assert "26 November" in wording.sentence(stop.clears)
    assert of_diary(Diary(pain=(red, *calm)), "pain-red", day=later(2)) == []
    assert of_diary(Diary(pain=(red, calm[1])), "pain-red", day=later(2)) != []
    (late,) = of_diary(Diary(pain=(red,)), "pain-red", day=later(9))
    assert late.values["earliest_date"] == later(10)


def test_a_visit_ends_a_stop_and_a_lock() -> None:
    for entry, code in (
        (pain(BodySite.CALF, 7), "pain-red"),
        (pain(BodySite.FRONT_HIP, 3, answers={"rest": YES}), "sign-u-a"),
    ):
        assert of_diary(Diary(pain=(entry,)), code)
        seen_by = Diary(pain=(entry,), clearances=(seen(later(1)),))
        assert of_diary(seen_by, code, day=later(1)) == []


def test_a_start_bit_by_bit_names_the_day_from_which_its_questions_are_asked_again() -> None:
    entry = pain(BodySite.FRONT_HIP, 2, answers={"gradual": YES})
    (stop,) = of_diary(Diary(pain=(entry,)), "sign-u-a-week")
    assert "from Tuesday 1 December on" in wording.sentence(stop.clears)
    calm = pain(BodySite.FRONT_HIP, 0, number=2, day=later(7))
    assert of_diary(Diary(pain=(entry, calm)), "sign-u-a-week", day=later(7)) == []


def test_signs_of_the_health_answers_end_with_the_answer_not_with_a_day() -> None:
    lost = Diary(health=(health(HealthItem.WEIGHT_LOSS),))
    (sign,) = of_diary(lost, "sign-s-weight", day=later(60))
    assert sign.clears_on is None
    assert "health answer changes" in wording.sentence(sign.clears)
    changed = Diary(health=(*lost.health, health(HealthItem.WEIGHT_LOSS, NO, date=later(61))))
    assert of_diary(changed, "sign-s-weight", day=later(61)) == []


def test_age_ends_with_the_year_in_which_nobody_born_then_is_under_18() -> None:
    young = Athlete(birth_year=2009)
    (note,) = of_diary(Diary(), "minor", athlete=young)
    assert note.clears_on == date(2028, 1, 1)
    assert of_diary(Diary(), "minor", day=date(2027, 12, 31), athlete=young)
    assert of_diary(Diary(), "minor", day=date(2028, 1, 1), athlete=young) == []


def test_a_short_history_is_gone_when_thirty_days_and_six_runs_are_there() -> None:
    history = [run(n) for n in range(0, 18, 3)]
    case = Case(rule="R26", what="", history=history, tier=None)
    (note,) = standing(case, DAY_ONE + timedelta(days=16))
    assert note.clears_on == DAY_ONE + timedelta(days=30)
    assert names_its_day(note)
    assert standing(case, DAY_ONE + timedelta(days=29))
    assert standing(case, DAY_ONE + timedelta(days=30)) == []
    few = replace(case, history=history[:3])
    assert [w.clears_on for w in standing(few, DAY_ONE + timedelta(days=60))] == [None]
