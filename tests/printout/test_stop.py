"""What is read, said and taken along when running is stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from runadvisor.advisor import advise
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodySite, Side
from runadvisor.domain.diary import Diary, IllnessSign, Permission
from runadvisor.printout.html import html
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from runadvisor.printout.stop import NOT_YET, StopNotice
from runadvisor.printout.text import text
from runadvisor.printout.typeset import pdf
from tests.diaries import YES, healthy, knowledge, night, pain, seen, told
from tests.printout import mara

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice

S = BodySite
DAY = mara.AS_OF
HIP = Diary(
    health=healthy(),
    pain=(
        pain(S.CALF, 1, day=mara.SPIKE_DAY, note="hills"),
        pain(
            S.FRONT_HIP,
            2,
            number=2,
            run_date=mara.SPIKE_DAY,
            stiff_min=5,
            answers={"rest": YES},
        ),
    ),
    check_ins=(night(DAY, 6.5, medicines="ibuprofen"), night(DAY - timedelta(days=40), 8.0)),
)


def advice(diary: Diary, *, day: date = DAY, runs: int = 25) -> Advice:
    return advise(
        mara.activities(runs),
        as_of=day,
        catalog=knowledge(),
        athlete=Athlete(name="Mara Voss", birth_year=1988),
        diary=diary,
    )


def sheet(diary: Diary, *, runs: int = 25) -> PlanSheet:
    return plan_sheet(
        advice(diary, runs=runs),
        knowledge(),
        emergency_number="999",
        out_of_hours_number="116 117",
    )


def notice(diary: Diary, *, runs: int = 25) -> StopNotice:
    stop = sheet(diary, runs=runs).stop
    assert stop is not None
    return stop


def test_the_page_says_what_to_do_why_and_what_opens_the_plan() -> None:
    stop = notice(HIP)
    assert stop.reason == "See a doctor today or tomorrow, before you run again."
    assert stop.why.startswith("Pain here can come from the bone.")
    assert [step.what for step in stop.steps][:2] == [
        "Stop running and jumping.",
        "Call your doctor or the out-of-hours service.",
    ]
    assert stop.told == (
        (
            "Front of the right hip, Tuesday 24 November: yes to “Hurts at rest, or wakes you "
            "without lying on it?”."
        ),
    )
    assert stop.grade_words == "clinical consensus"
    assert stop.visit == (
        ("Seen on", NOT_YET),
        ("By whom", NOT_YET),
        ("Allowed to run", NOT_YET),
    )


def test_what_to_say_is_the_runners_own_story() -> None:
    assert notice(HIP).say == (
        "I run about 25 km a week. Since Sunday the front of the right hip hurts, 2 of 10 when "
        "running, and it hurts at rest or wakes me. I ran 17.4 km on Sunday. Could it be a stress "
        "injury of the neck of the thigh bone? An early X-ray can be clear; may I have an MRI?"
    )


def test_older_pain_is_told_by_its_day_and_several_answers_are_joined() -> None:
    entries = tuple(
        pain(S.DEEP_GROIN, 1, number=n, day=DAY - timedelta(days=d), answers={"gradual": YES})
        for n, d in ((1, 12), (2, 5))
    )
    last = pain(S.DEEP_GROIN, None, number=3, answers={"rest": YES, "walk": YES, "rising": YES})
    said = notice(replace(HIP, pain=(*entries, last))).say
    assert "Since Thursday 12 November it hurts deep in the right groin, 1 of 10" in said
    assert (
        "and it hurts when I stand or walk, it hurts at rest or wakes me, and it comes earlier or "
        "stronger run after run."
    ) in said


RED = Diary(health=healthy(), pain=(pain(S.CALF, 6, day=DAY),))
ILL = Diary(health=healthy(), check_ins=(night(DAY, 8.0, IllnessSign.FEVER),))


def test_running_stopped_for_soreness_says_what_may_be_done_instead() -> None:
    stop = notice(RED)
    assert stop.instead[0] == "Bike with the foot well forward on the pedal, or swim."
    assert len(stop.instead) == 4
    assert stop.instead_grade_words == "weak evidence"


@pytest.mark.parametrize("form", ["text", "html", "pdf"])
def test_every_form_of_the_print_says_it(form: str) -> None:
    made = sheet(RED)
    words = {
        "text": lambda: text(made),
        "html": lambda: html(made),
        "pdf": lambda: "".join(page.extract_text() for page in PdfReader(BytesIO(pdf(made))).pages),
    }[form]()
    assert "Instead of running" in words
    assert "foot well forward" in " ".join(words.split())


@pytest.mark.parametrize("diary", [HIP, ILL], ids=["a sign to stop for", "an illness"])
def test_a_stop_that_forbids_all_training_offers_none(diary: Diary) -> None:
    stop = notice(diary)
    assert stop.instead == ()
    assert stop.instead_grade_words == ""
    assert "Instead of running" not in text(sheet(diary))


def test_without_runs_no_kilometres_are_told() -> None:
    said = notice(HIP, runs=0).say
    assert said.startswith("Since Sunday")
    assert "I ran" not in said


def test_a_general_sign_is_told_by_its_words() -> None:
    assert (
        "I noticed: one calf swollen, warm"
        in notice(Diary(health=healthy(), screenings=(told("U-c"),))).say
    )


def test_an_emergency_says_whom_to_call_and_wastes_no_words() -> None:
    stop = notice(Diary(health=healthy(), screenings=(told("NOW-3"),)))
    assert stop.reason == "Call 999 now."
    assert stop.steps[0].what == "Call 999 now."
    assert stop.say == "Could it be heat stroke? Cooling has begun."
    hospital = notice(Diary(health=healthy(), screenings=(told("NOW-5"),)))
    assert hospital.reason == "Go to an emergency department today."


def test_a_stop_of_the_pain_rule_needs_no_visit() -> None:
    stop = notice(Diary(health=healthy(), pain=(pain(S.CALF, 6),)))
    assert stop.reason == "No running until two calm mornings in a row."
    assert (stop.visit, stop.say, stop.take_along) == ((), "", ())
    assert "at the earliest" in stop.opens
    assert not stop.is_urgent
    ill = notice(Diary(health=healthy(), check_ins=(night(DAY, None, IllnessSign.FEVER),)))
    assert ill.reason == "No running until you are well again."
    assert ill.diary == (("24 Nov", "ill (fever)"),)


def test_a_visit_that_does_not_allow_running_is_shown() -> None:
    refused = replace(HIP, clearances=(seen(DAY, Permission.NO),))
    assert notice(refused).visit == (
        ("Seen on", "Tuesday 24 November"),
        ("By whom", "Dr Berg"),
        ("Allowed to run", "no, not yet"),
    )


def test_the_record_holds_28_days_of_diary_and_8_weeks_of_runs() -> None:
    stop = notice(HIP)
    assert stop.diary == (
        (
            "24 Nov",
            "front of the right hip: 2 in the run, stiff for 5 min; slept 6 h 30, ibuprofen",
        ),
        ("22 Nov", "right calf: 1 in the run (hills)"),
    )
    assert len(stop.runs) == 8
    assert stop.runs[0] == ("23–29 Nov", "no run")
    assert stop.runs[1][1].endswith("longest 17.4 km")
    silent = pain(S.FRONT_HIP, None, side=Side.LEFT)
    assert notice(Diary(health=healthy(), pain=(replace(silent, answers={}),))).diary == (
        ("24 Nov", "front of the left hip: no number"),
    )


def test_what_stands_beside_the_stop_is_found_without_it() -> None:
    found = sheet(HIP)
    assert found.finding.standing is not None
    assert found.finding.standing.tier == "watch"
    assert "doctor" not in found.finding.headline


def test_a_plan_that_is_only_withheld_is_no_stop() -> None:
    young = advise(
        mara.activities(),
        as_of=DAY,
        catalog=knowledge(),
        athlete=Athlete(birth_year=2013),
        diary=Diary(),
    )
    made = plan_sheet(young, knowledge())
    assert made.title == "No plan for now"
    assert made.stop is not None
    assert (made.stop.told, made.stop.grade, made.stop.opens) == ((), None, "")
    assert "under 16" in text(made)


@pytest.mark.parametrize("form", [text, html])
def test_text_and_web_page_hold_all_of_it(form) -> None:  # noqa: ANN001 - a function of two modules
    made = sheet(HIP)
    assert made.stop is not None
    words = " ".join(form(made).split())
    for part in (
        *(step.how for step in made.stop.steps),
        *made.stop.told,
        made.stop.opens,
        *made.stop.take_along,
        *(line for _, line in (*made.stop.diary, *made.stop.runs)),
        *("999", "116 117", "clinical consensus"),
    ):
        assert " ".join(part.split()) in words, part


def test_the_print_has_a_page_to_act_on_and_a_page_to_show() -> None:
    first, second = (
        "".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf(sheet(HIP)))).pages
    )
    assert "Whattosay" in first
    assert "116117" in first
    assert "Diary,last28days" in second
    assert "longest17.4km" in second
    red = Diary(health=healthy(), pain=(pain(S.CALF, 6),))
    assert len(PdfReader(BytesIO(pdf(sheet(red)))).pages) == 1
