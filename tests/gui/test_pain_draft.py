"""An entry while it is filled in: nothing is assumed, and what is open counts as yes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.body import BodySite, Side, has_sides
from runadvisor.domain.diary import Answer, Diary, PainEntry
from runadvisor.gui.models.pain_draft import PainDraft
from runadvisor.warning.profile import Profile, profile_on
from tests.diaries import DAY, NO, YES, at, healthy, pain


def profile() -> Profile:
    return profile_on(DAY, Diary(health=healthy()), NOBODY)


def draft(site: BodySite = BodySite.CALF, side: Side = Side.RIGHT) -> PainDraft:
    return PainDraft(site=BodySite.LOW_BACK, side=Side.MIDDLE).at(site, side)


def made(of: PainDraft) -> PainEntry:
    return of.entry(day=DAY, now=at(DAY))


@pytest.mark.parametrize("site", BodySite)
def test_every_place_makes_an_entry_and_no_to_all_leaves_nothing_open(site: BodySite) -> None:
    filled = draft(site).scored("during", 2)
    assert filled.left_open(profile()) == filled.questions(profile())
    assert filled.all_no(profile()).left_open(profile()) == ()
    entry = made(filled.all_no(profile()))
    assert (entry.site, entry.during) == (site, 2)
    assert (entry.side is Side.MIDDLE) is not has_sides(site)


def test_no_to_all_leaves_what_was_answered() -> None:
    front = draft(BodySite.FRONT_HIP).answered("rest", YES).all_no(profile())
    assert front.answers["rest"] is YES
    assert front.answers["walk"] is NO


def test_answers_and_ticks_belong_to_their_place_scores_go_along() -> None:
    first = draft().scored("during", 3).answered("limp", NO).ticking("uphill", is_on=True)
    moved = first.at(BodySite.ACHILLES, Side.LEFT)
    assert (moved.answers, moved.ticked, moved.scores) == ({}, frozenset(), {"during": 3})
    other_side = first.at(BodySite.CALF, Side.BOTH)
    assert other_side.answers == first.answers
    assert first.ticking("uphill", is_on=False).ticked == frozenset()


def test_a_score_taken_back_is_not_said() -> None:
    assert made(draft().scored("during", 3).scored("during", None)).during is None


def test_where_nothing_hurts_nothing_is_asked_and_no_answer_is_kept() -> None:
    calm = draft(BodySite.FRONT_HIP).answered("rest", Answer.UNKNOWN).scored("morning", 0)
    assert calm.questions(profile()) == ()
    assert calm.left_open(profile()) == ()
    assert made(calm).answers == {}
    assert draft(BodySite.FRONT_HIP).questions(profile())


def test_the_run_is_named_only_where_a_score_speaks_of_it() -> None:
    sunday = DAY - timedelta(days=2)
    of_a_run = PainDraft(site=BodySite.CALF, side=Side.LEFT, run_date=sunday)
    assert made(of_a_run.scored("morning", 1)).run_date is None
    assert made(of_a_run.scored("after", 1)).run_date == sunday
    today = PainDraft(site=BodySite.CALF, side=Side.LEFT, run_date=DAY)
    assert made(today.scored("after", 1)).run_date is None


def test_an_entry_goes_through_the_form_unchanged() -> None:
    entry = pain(
        BodySite.FRONT_HIP,
        2,
        number=4,
        after=1,
        morning=0,
        walking=3,
        stiff_min=5,
        run_date=DAY - timedelta(days=1),
        ticked=frozenset({"S-catch"}),
        note="stairs",
    )
    assert made(PainDraft.of(entry)) == entry
