from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.athlete import Athlete, Experience, GapAnswer, GapKind, Shoe, TrimpSex
from runadvisor.domain.errors import HistoryError
from runadvisor.history.profile import athlete_of, keep_athlete, known_athlete, profile_text

if TYPE_CHECKING:
    from runadvisor.history.store import History

EVERYTHING = Athlete(
    name="Mara Voss",
    birth_year=1984,
    trimp_sex=TrimpSex.FEMALE,
    experience=Experience.NEW,
    takes_heart_rate_medicine=False,
    resting_heart_rate_bpm=52.0,
    max_heart_rate_bpm=186.0,
    threshold_heart_rate_bpm=168.0,
    heart_rate_zone_edges_bpm=(112.0, 130.0, 149.0, 167.0),
    threshold_speed_mps=3.6,
    easy_speed_mps=2.8,
    shoes=(
        Shoe(name="Blue ones", first_day=date(2026, 3, 1)),
        Shoe(name="Old", last_day=date(2026, 2, 1)),
    ),
    gap_answers=(
        GapAnswer(
            first_day=date(2026, 7, 1), last_day=date(2026, 7, 14), kind=GapKind.NOT_RECORDED
        ),
    ),
    shows_tissue_loads=False,
)


def test_every_answer_comes_back_as_it_was_given() -> None:
    assert athlete_of(profile_text(EVERYTHING)) == EVERYTHING
    given = {f.name for f in fields(Athlete) if getattr(EVERYTHING, f.name) != f.default}
    assert given == {f.name for f in fields(Athlete)} - {"home_zone"}


def test_what_was_not_answered_is_not_written() -> None:
    assert profile_text(Athlete(name="Mara")) == '{"name": "Mara", "shows_tissue_loads": true}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1, 2]",
        '{"trimp_sex": "other", "birth_year": "soon", "shoes": [{}], "hat_size": 7}',
        '{"takes_heart_rate_medicine": "maybe", "gap_answers": [{"first_day": "today"}]}',
    ],
)
def test_what_cannot_be_read_counts_as_not_answered(text: str) -> None:
    assert athlete_of(text) == Athlete()


def test_until_something_was_answered_the_given_athlete_stands(history: History) -> None:
    given = Athlete(name="Mara")
    assert known_athlete(history, otherwise=given) == given
    keep_athlete(history, EVERYTHING)
    assert known_athlete(history, otherwise=given) == EVERYTHING


def test_the_home_zone_is_the_historys_own(history: History) -> None:
    keep_athlete(history, replace(EVERYTHING, home_zone="Europe/Rome"))
    assert history.home_zone == "Europe/Rome"
    history.set_home_zone("Europe/Oslo")
    assert known_athlete(history, otherwise=Athlete()).home_zone == "Europe/Oslo"


def test_a_zone_that_does_not_exist_leaves_everything_as_it_was(history: History) -> None:
    with pytest.raises(HistoryError, match="no time zone Atlantis"):
        keep_athlete(history, replace(EVERYTHING, home_zone="Atlantis"))
    assert known_athlete(history, otherwise=Athlete()) == Athlete()
