"""What the runner may say of a warning, and what that hides."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from runadvisor.advisor import advise
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.domain.warning_mark import NO_MARK, WarningMark
from runadvisor.warning.marks import (
    MOST_SNOOZE_DAYS,
    acknowledged,
    brought_back,
    is_snoozed,
    may_snooze,
    noted,
    parted,
    put_aside,
    refusal,
)
from tests.builders import DAY_ONE, runs

TODAY = DAY_ONE
TOMORROW = TODAY + timedelta(days=1)
WEEK = TODAY + timedelta(days=7)


def warning(tier: Tier = Tier.WATCH, **values: str) -> TrainingWarning:
    said = Message("Something.")
    return TrainingWarning(
        rule="R09",
        code="hard-days-close",
        tier=tier,
        grade=EvidenceGrade.WEAK,
        date=TODAY,
        clears_on=None,
        title=said,
        message=said,
        values=values,
        clears=said,
        sure=said,
        not_shown=said,
        citations=("own_choice",),
    )


ASIDE = put_aside(warning(), NO_MARK, today=TODAY, until=WEEK)


def test_a_warning_put_aside_is_out_of_sight_until_its_day_and_then_back() -> None:
    assert is_snoozed(warning(), ASIDE, TODAY)
    assert is_snoozed(warning(), ASIDE, WEEK - timedelta(days=1))
    assert not is_snoozed(warning(), ASIDE, WEEK)


def test_it_is_back_as_soon_as_its_tier_rises() -> None:
    assert not is_snoozed(warning(Tier.ACT), ASIDE, TOMORROW)
    assert is_snoozed(warning(Tier.INFO), ASIDE, TOMORROW)


@pytest.mark.parametrize("tier", [Tier.STOP_RUN, Tier.LOCK])
def test_a_stop_is_never_out_of_sight_whatever_its_mark_says(tier: Tier) -> None:
    forged = WarningMark(snoozed_until=WEEK, snoozed_tier=Tier.LOCK)
    assert not may_snooze(warning(tier))
    assert not is_snoozed(warning(tier), forged, TODAY)
    assert refusal(warning(tier), today=TODAY, until=TOMORROW) is not None
    with pytest.raises(ValueError, match="stop"):
        put_aside(warning(tier), NO_MARK, today=TODAY, until=TOMORROW)


@pytest.mark.parametrize(("days", "is_refused"), [(0, True), (1, False), (28, False), (29, True)])
def test_it_is_put_aside_for_one_to_28_days(days: int, *, is_refused: bool) -> None:
    assert MOST_SNOOZE_DAYS == 28
    why = refusal(warning(), today=TODAY, until=TODAY + timedelta(days=days))
    assert (why is not None) is is_refused


def test_marks_leave_each_other_alone() -> None:
    mark = noted(acknowledged(ASIDE, on=TOMORROW), "  after the holiday ")
    assert (mark.seen_on, mark.snoozed_until, mark.note) == (TOMORROW, WEEK, "after the holiday")
    assert brought_back(mark) == replace(mark, snoozed_until=None, snoozed_tier=None)


def test_a_mark_belongs_to_what_a_rule_saw_on_a_day_at_a_spot() -> None:
    assert warning().mark_key == f"hard-days-close/{TODAY}"
    assert warning(spot="calf/left").mark_key == f"hard-days-close/{TODAY}/calf/left"
    assert replace(warning(), date=TOMORROW).mark_key != warning().mark_key


def test_what_stands_is_parted_in_its_order() -> None:
    one, two, three = warning(Tier.ACT, spot="a"), warning(spot="b"), warning(spot="c")
    marks = {two.mark_key: ASIDE, three.mark_key: acknowledged(NO_MARK, on=TODAY)}
    assert parted((one, two, three), marks, TODAY) == ((one, three), (two,))


def test_a_warning_put_aside_still_counts_for_limits_and_plan() -> None:
    history = runs([(0, 10_000), (10, 10_000), (20, 14_000)])
    day = DAY_ONE + timedelta(days=21)
    catalog = load_catalog()
    loud = advise(history, as_of=day, catalog=catalog, athlete=NOBODY)
    spike = next(w for w in loud.standing if w.rule == "R01")
    aside = put_aside(spike, NO_MARK, today=day, until=day + timedelta(days=7))
    quiet = advise(
        history, as_of=day, catalog=catalog, athlete=NOBODY, marks={spike.mark_key: aside}
    )
    assert quiet.snoozed == (spike,)
    assert spike not in quiet.in_sight
    assert quiet.standing == loud.standing
    assert quiet.plan == loud.plan
