from __future__ import annotations

from dataclasses import asdict

from runadvisor.domain.warning import Tier
from runadvisor.printout.choices import Paper, PrintChoices
from runadvisor.printout.sheet import PlanSheet, plan_sheet
from tests.printout import mara


def test_the_header_says_what_for_whom_and_from_when_to_when(sheet: PlanSheet) -> None:
    assert sheet.title == "Prevention plan, 4 weeks"
    assert sheet.period == "24 November to 21 December 2026"
    assert (sheet.person, sheet.made_on) == ("Mara Voss", "Tuesday 24 November 2026")


def test_paper_is_a4_unless_asked(sheet: PlanSheet) -> None:
    assert sheet.paper is Paper.A4
    letter = plan_sheet(mara.advice(), mara.catalog(), choices=PrintChoices(paper=Paper.LETTER))
    assert letter.paper is Paper.LETTER


def test_the_name_is_optional() -> None:
    assert plan_sheet(mara.advice(name=""), mara.catalog()).person == ""


def test_the_disclaimer_is_on_every_sheet(sheet: PlanSheet) -> None:
    assert "does not replace a doctor" in sheet.disclaimer


def test_a_stop_replaces_weeks_exercises_and_efforts() -> None:
    stopped = plan_sheet(mara.stopped(Tier.LOCK), mara.catalog())

    assert stopped.title == "No running for now"
    assert stopped.period == "from Tuesday 24 November 2026"
    assert stopped.stop is not None
    assert stopped.stop.tier_word == "Stop"
    assert [*stopped.weeks, *stopped.blocks, *stopped.efforts, *stopped.each_morning] == []


def test_the_same_advice_gives_the_same_sheet(sheet: PlanSheet) -> None:
    assert asdict(sheet) == asdict(plan_sheet(mara.advice(), mara.catalog()))
