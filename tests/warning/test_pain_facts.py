"""What the diary says of the last days."""

from __future__ import annotations

from runadvisor.domain.body import BodySite, Side, Spot
from runadvisor.warning.pain_facts import sore_lately
from tests.diaries import DAY, later, pain


def test_a_spot_is_sore_for_14_days_after_its_latest_pain() -> None:
    entry = pain(BodySite.CALF, 2)
    spot = Spot(BodySite.CALF, Side.RIGHT)
    assert sore_lately((entry,), later(13)) == {spot: entry}
    assert sore_lately((entry,), later(14)) == {}
    assert sore_lately((entry,), later(-1)) == {}


def test_a_plain_0_ends_it_and_the_other_side_stays() -> None:
    both = pain(BodySite.CALF, 2, side=Side.BOTH)
    calm = pain(BodySite.CALF, None, number=2, day=later(1), morning=0, walking=0)
    assert sore_lately((both, calm), later(1)) == {Spot(BodySite.CALF, Side.LEFT): both}
    assert sore_lately((calm, both), DAY).keys() == {
        Spot(BodySite.CALF, Side.LEFT),
        Spot(BodySite.CALF, Side.RIGHT),
    }
