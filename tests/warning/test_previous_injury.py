"""An injury within a year lifts a watch that concerns its region by one tier, and no further."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor import wording
from runadvisor.domain.body import ALL_TISSUES, BodyRegion, BodySite, Side, Tissue
from runadvisor.domain.diary import Diary, Injury
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rules.previous_injury import lifted
from tests.builders import runs
from tests.diaries import DAY, known, later, mornings, pain

if TYPE_CHECKING:
    from runadvisor.warning.rule import Facts

CALF = Injury(
    region=BodyRegion.CALF, side=Side.RIGHT, start=later(-60), end=later(-30), injury_id=1
)


def warning(rule: str, tier: Tier = Tier.WATCH, tissues: tuple[Tissue, ...] = ALL_TISSUES) -> Any:
    return TrainingWarning(
        rule=rule,
        code="x",
        tier=tier,
        grade=EvidenceGrade.WEAK,
        date=DAY,
        clears_on=None,
        tissues=tissues,
        title=Message("t"),
        message=Message("m"),
        values={},
        clears=Message("c"),
        sure=Message("s"),
        not_shown=Message("n"),
        citations=("own_choice",),
    )


def facts(injury: Injury = CALF, *, sore: bool = False, day: int = 0) -> Facts:
    entries = (pain(BodySite.CALF, 1),) if sore else ()
    return known(Diary(injuries=(injury,), pain=entries), day=later(day))


def tier(one: TrainingWarning, known_now: Facts) -> Tier:
    (made,) = lifted([one], known_now)
    return made.tier


@pytest.mark.parametrize("rule", ["R09", "R10", "R11", "R12", "R13"])
def test_a_watch_about_the_injured_tissue_becomes_act(rule: str) -> None:
    about = warning(rule, tissues=(Tissue.CALF_ACHILLES,))
    (made,) = lifted([about], facts())
    assert made.tier is Tier.ACT
    assert made.lifted_by is not None
    assert wording.sentence(made.lifted_by) == (
        "One step higher since calf, right was injured within the last twelve months."
    )
    assert "malisoux2015" in made.citations
    assert tier(warning(rule, tissues=(Tissue.KNEE_CAP,)), facts()) is Tier.WATCH


@pytest.mark.parametrize("rule", ["R01", "R02"])
def test_a_watch_about_everything_needs_pain_of_the_region_within_28_days(rule: str) -> None:
    assert tier(warning(rule), facts()) is Tier.WATCH
    assert tier(warning(rule), facts(sore=True)) is Tier.ACT
    left = replace(CALF, side=Side.LEFT)
    assert tier(warning(rule), facts(left, sore=True)) is Tier.WATCH
    old = known(Diary(injuries=(CALF,), pain=(pain(BodySite.CALF, 1, day=later(-28)),)))
    assert tier(warning(rule), old) is Tier.WATCH


@pytest.mark.parametrize("given", [Tier.INFO, Tier.ACT, Tier.STOP_RUN, Tier.LOCK])
def test_only_a_watch_is_lifted(given: Tier) -> None:
    assert tier(warning("R01", given), facts(sore=True)) is given


@pytest.mark.parametrize("rule", ["R04", "R06", "R08", "R15", "R19", "R21", "R27"])
def test_other_rules_are_not_lifted(rule: str) -> None:
    assert tier(warning(rule), facts(sore=True)) is Tier.WATCH


def test_a_lifted_warning_is_not_lifted_again() -> None:
    (once,) = lifted([warning("R01")], facts(sore=True))
    assert tier(once, facts(sore=True)) is Tier.ACT


@pytest.mark.parametrize(("days_since_end", "expected"), [(365, Tier.ACT), (366, Tier.WATCH)])
def test_twelve_months_after_its_end_it_counts_no_more(days_since_end: int, expected: Tier) -> None:
    injury = replace(CALF, start=later(-500), end=later(-days_since_end))
    assert tier(warning("R11", tissues=(Tissue.CALF_ACHILLES,)), facts(injury)) is expected


def test_one_that_lasts_counts_however_old() -> None:
    injury = replace(CALF, start=later(-800), end=None)
    assert tier(warning("R11", tissues=(Tissue.CALF_ACHILLES,)), facts(injury)) is Tier.ACT


def test_pain_that_rises_where_it_was_injured_is_act() -> None:
    rising = mornings(BodySite.CALF, [2, 3])
    for side, expected in ((Side.RIGHT, Tier.ACT), (Side.LEFT, Tier.WATCH), (Side.BOTH, Tier.ACT)):
        diary = Diary(injuries=(replace(CALF, side=side),), pain=rising)
        found = standing_warnings(known(diary, day=later(1)))
        assert [w.tier for w in found if w.rule == "R20"] == [expected]


def test_a_spike_after_calf_pain_is_act_now_and_in_the_history() -> None:
    history = runs([(-3, 10_000), (0, 11_500)], start=DAY)
    diary = Diary(injuries=(CALF,), pain=(pain(BodySite.CALF, 1, day=later(-1)),))
    now = known(diary, runs=history)
    assert next(w.tier for w in standing_warnings(now) if w.rule == "R01") is Tier.ACT
    assert Tier.ACT in {w.tier for w in raised_warnings(now) if w.rule == "R01"}


def test_the_runner_is_told_once_for_each_injury() -> None:
    (told,) = [w for w in standing_warnings(facts()) if w.rule == "R03"]
    assert (told.tier, told.grade, told.clears_on) == (
        Tier.INFO,
        EvidenceGrade.STRONG,
        later(-30 + 366),
    )
    assert "calf" in wording.sentence(told.message).lower()
    assert [w for w in standing_warnings(facts(day=336)) if w.rule == "R03"] == []
    (raised,) = [w for w in raised_warnings(facts()) if w.rule == "R03"]
    assert raised.date == CALF.start


def test_the_end_of_an_injury_is_not_known_before_it() -> None:
    diary = Diary(injuries=(replace(CALF, end=later(5)),))
    assert diary.until(later(4)).injuries[0].end is None
    assert diary.until(later(5)).injuries[0].end == later(5)
