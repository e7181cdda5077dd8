from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from runadvisor.domain.body import (
    REGION_LABELS,
    SITES,
    BodyRegion,
    BodySite,
    Side,
    Spot,
    has_sides,
    sites_of,
    spots_of,
    tissues_of,
)
from runadvisor.domain.diary import (
    Answer,
    CheckIn,
    Clearance,
    Diary,
    HealthItem,
    Injury,
    PainEntry,
    Permission,
)
from runadvisor.domain.exercise import ExerciseDone
from runadvisor.domain.knowledge import RedFlag, Urgency
from tests.diaries import DAY, at, health, later, night, pain, seen, told


@pytest.mark.parametrize(
    "wrong",
    [
        {"during": 11},
        {"morning": -1},
        {"walking": 12},
        {"stiff_min": -1},
        {"run_date": later(1)},
        {"side": Side.MIDDLE},
        {"site": BodySite.LOW_BACK, "side": Side.LEFT},
    ],
)
def test_an_entry_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    fields: dict[str, Any] = {
        "date": DAY,
        "entered_at": at(DAY),
        "site": BodySite.CALF,
        "side": Side.LEFT,
    }
    PainEntry(**fields)
    with pytest.raises(ValueError, match=r"pain is|stiffness|not after|go together"):
        PainEntry(**fields | wrong)


def test_the_scores_of_an_entry_are_read_as_a_runner_means_them() -> None:
    entry = pain(during=2, after=3, morning=1, walking=4, run_date=later(-1))
    assert (entry.in_running, entry.worst, entry.loading_date) == (3, 4, later(-1))
    silent = pain(during=None)
    assert (silent.in_running, silent.worst, silent.loading_date) == (None, None, DAY)
    assert silent.is_painful
    assert not pain(during=0).is_painful


def test_a_night_has_at_most_24_hours() -> None:
    with pytest.raises(ValueError, match="24 hours"):
        CheckIn(date=DAY, entered_at=at(DAY), sleep_h=25)


def test_an_injury_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="does not end"):
        Injury(region=BodyRegion.CALF, side=Side.LEFT, start=DAY, end=later(-1))


def test_a_visit_is_to_somebody_and_written_down_after_it() -> None:
    for wrong in ({"by_whom": " "}, {"seen_on": later(1)}):
        fields: dict[str, Any] = {
            "date": DAY,
            "entered_at": at(DAY),
            "seen_on": DAY,
            "by_whom": "Dr Berg",
            "permission": Permission.YES,
        }
        with pytest.raises(ValueError, match=r"written down|names who"):
            Clearance(**fields | wrong)


def test_nothing_after_a_day_is_known_on_it() -> None:
    whole = Diary(
        pain=(pain(), pain(day=later(1))),
        check_ins=(night(DAY, 7.0), night(later(1), 7.0)),
        injuries=(Injury(region=BodyRegion.KNEE, side=Side.LEFT, start=later(1)),),
        health=(health(HealthItem.CLOT),),
        screenings=(told(), told(day=later(1))),
        clearances=(seen(DAY), seen(later(1))),
        exercises=tuple(ExerciseDone(date=day, exercise_id="E01") for day in (DAY, later(1))),
    )
    known = whole.until(DAY)
    counts = [len(getattr(known, name)) for name in Diary.__slots__]
    assert counts == [1, 1, 0, 1, 1, 1, 1]
    assert whole.until(DAY - timedelta(days=1)) == Diary()


def test_only_yes_and_no_are_known() -> None:
    assert [answer.is_known for answer in Answer] == [True, True, False, False]


def test_every_place_belongs_to_a_region_and_every_region_has_places_and_a_label() -> None:
    assert set(SITES) == set(BodySite)
    for region in BodyRegion:
        assert sites_of(region)
        assert REGION_LABELS[region]
    assert {site for region in BodyRegion for site in sites_of(region)} == set(BodySite)


def test_both_sides_are_two_spots_and_the_middle_is_one() -> None:
    assert [spot.key for spot in spots_of(BodySite.CALF, Side.BOTH)] == ["calf/left", "calf/right"]
    assert spots_of(BodySite.LOW_BACK, Side.MIDDLE) == (Spot(BodySite.LOW_BACK, Side.MIDDLE),)
    assert not has_sides(BodySite.PUBIC_BONE)
    assert Spot(BodySite.SIT_BONE, Side.LEFT).region is BodyRegion.SIT_BONE
    assert tissues_of(BodyRegion.CALF)


def test_a_sign_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="names no citation"):
        RedFlag(flag_id="X", urgency=Urgency.NOW, text="t", on_sheet=False, citations=())
