"""What ended lately: which, on which day, and by what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary, IllnessSign
from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings
from runadvisor.domain.text import Message
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.cleared import _OF_TREND, CLEARED_DAYS, Cleared, cleared_lately
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs
from tests.diaries import DAY, known, later, mornings, night, pain, seen, told

if TYPE_CHECKING:
    from runadvisor.warning.rule import Facts

SPIKE_DAY = 6
SPIKING = runs([(0, 10_000), (3, 10_000), (SPIKE_DAY, 12_000), (9, 8_000)])


def ended(known_now: Facts, settings: RuleSettings = DEFAULT_SETTINGS) -> tuple[Cleared, ...]:
    return cleared_lately(known_now, standing_warnings(known_now), settings=settings)


def spiking(day: int) -> Facts:
    return facts(SPIKING, as_of=DAY_ONE + timedelta(days=day))


def test_a_spike_is_cleared_on_the_day_it_stands_no_more_and_forgotten_four_weeks_later() -> None:
    gone = SPIKE_DAY + 15
    assert ended(spiking(gone - 1)) == ()
    (cleared,) = ended(spiking(gone))
    assert (cleared.warning.code, cleared.on) == (
        "session-spike",
        DAY_ONE + timedelta(days=gone),
    )
    assert cleared.days == 15
    assert wording.sentence(cleared.why) == "its fourteen days are over"
    assert ended(spiking(gone + CLEARED_DAYS - 1))
    assert ended(spiking(gone + CLEARED_DAYS)) == ()


def test_notes_of_tier_info_and_rules_switched_off_are_not_named() -> None:
    off = RuleSettings(off=frozenset({"R01"}))
    now = spiking(SPIKE_DAY + 15)
    assert all(each.warning.tier >= Tier.WATCH for each in ended(now))
    assert ended(now, off) == ()


def test_a_stop_for_pain_is_cleared_by_calm_mornings_and_a_lock_by_a_visit() -> None:
    red = pain(BodySite.CALF, 7)
    calm = mornings(BodySite.CALF, [1, 1], start=later(1), walking=0)
    now = known(Diary(pain=(red, *calm)), day=later(2))
    (stop,) = [each for each in ended(now) if each.warning.code == "pain-red"]
    assert (stop.on, stop.days) == (later(2), 2)
    assert "two calm mornings" in wording.sentence(stop.why)
    visited = Diary(screenings=(told("NOW-1"),), clearances=(seen(later(3)),))
    (lock,) = ended(known(visited, day=later(5)))
    assert (lock.warning.tier, lock.on) == (Tier.LOCK, later(3))
    assert "looked at" in wording.sentence(lock.why)


def test_what_still_stands_is_not_called_cleared() -> None:
    ill = Diary(check_ins=(night(DAY, None, IllnessSign.FEVER),))
    assert ended(known(ill, day=later(9))) == ()


def test_well_again_clears_the_stop_of_an_illness_and_then_its_easy_days() -> None:
    days = (night(DAY, None, IllnessSign.FEVER), night(later(1), illness=frozenset()))
    cleared = ended(known(Diary(check_ins=days), day=later(6)))
    assert [(each.warning.code, each.on) for each in cleared] == [
        ("after-illness", later(4)),
        ("illness", later(2)),
    ]


def test_what_was_known_on_a_day_is_what_the_facts_of_that_day_hold() -> None:
    diary = Diary(
        pain=(pain(BodySite.CALF, 4), pain(BodySite.CALF, 5, number=2, day=later(4))),
        screenings=(told("U-c", day=later(3)),),
    )
    now = known(diary, day=later(6))
    for ahead in range(6):
        then = known(diary, day=later(ahead))
        assert standing_warnings(now.until(later(ahead))) == standing_warnings(then)
    whole = spiking(30)
    for day in range(31):
        on = DAY_ONE + timedelta(days=day)
        assert standing_warnings(whole.until(on)) == standing_warnings(spiking(day))


def test_mornings_that_no_longer_rise_clear_their_trend() -> None:
    rising = mornings(BodySite.ACHILLES, [1, 2, 3], start=DAY)
    calm = mornings(BodySite.ACHILLES, [0] * 14, start=later(3))
    now = known(Diary(pain=(*rising, *calm)), day=later(16))
    trends = [each for each in ended(now) if each.warning.rule == "R20"]
    assert trends
    assert {wording.sentence(each.why) for each in trends} == {wording.sentence(Message(_OF_TREND))}
