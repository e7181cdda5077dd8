"""Miles and other countries' customs, chosen once for the whole program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.domain.text import Message
from runadvisor.domain.units import METRES_PER_MILE, DistanceUnit
from runadvisor.language import FOLDER_VARIABLE, speak_english
from runadvisor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUNDAY = date(2026, 11, 22)
ADVENT = date(2026, 12, 6)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    speak_english()
    wording.measure_in(DistanceUnit.KILOMETRE)


def test_in_miles_distance_pace_and_climb_are_those_of_a_mile_and_feet() -> None:
    wording.measure_in(DistanceUnit.MILE)
    assert wording.distance(METRES_PER_MILE * 10) == "10.0 mi"
    assert wording.bare_distance(17_400) == "10.8"
    assert wording.pace(366) == "9:49 /mi"
    assert wording.pace_range((365, 395)) == "9:47–10:36 /mi"
    assert wording.climb(320) == "1,050 ft"
    assert wording.distance_unit() == "mi"


def test_in_kilometres_climb_is_in_metres() -> None:
    assert wording.climb(1_320.4) == "1,320 m"
    assert wording.climb(None) == "–"


def test_a_message_follows_the_unit() -> None:
    wording.measure_in(DistanceUnit.MILE)
    message = Message("{distance_m} at {easy_pace}", {"distance_m": 5_000, "easy_pace": 366.0})
    assert wording.sentence(message) == "3.1 mi at 9:49 /mi"


@given(metres=st.integers(100, 60_000), unit=st.sampled_from(DistanceUnit))
def test_a_limit_is_never_rounded_up(metres: int, unit: DistanceUnit) -> None:
    wording.measure_in(unit)
    shown = float(wording.bare_at_most(metres)) * wording.unit_metres()
    assert metres - wording.unit_metres() / 10 - 0.01 < shown <= metres + 0.01


def test_a_limit_in_a_sentence_is_never_rounded_up() -> None:
    wording.measure_in(DistanceUnit.MILE)
    # 15.4 km are 9.57 miles.
    assert wording.sentence(Message("{limit_m}", {"limit_m": 15_400})) == "9.5 mi"
    assert wording.sentence(Message("{done_m}", {"done_m": 15_400})) == "9.6 mi"


def test_german_writes_numbers_days_and_units_its_own_way() -> None:
    wording.measure_in(DistanceUnit.KILOMETRE, language="de")
    assert wording.number(588_071) == "588.071"
    assert wording.distance(17_400) == "17,4 km"
    assert wording.long_day(SUNDAY) == "Sonntag, 22. November"
    assert wording.full_day(SUNDAY) == "Sonntag, 22. November 2026"
    assert wording.day_range(SUNDAY, ADVENT) == "22. Nov.\N{THIN SPACE}–\N{THIN SPACE}6. Dez."
    assert wording.weekdays()[0] == "Montag"
    assert wording.minutes(1_800) == "30 Min."
    assert wording.percent(10.4) == "10,4\N{NO-BREAK SPACE}%"
    assert wording.month(ADVENT) == "Dezember"


@pytest.mark.parametrize("language", ["fr", "es", "pt_BR", "fi", "ja", "tr", "pl", "nl"])
def test_every_function_speaks_every_language(language: str) -> None:
    wording.measure_in(DistanceUnit.MILE, language=language)
    said = [
        wording.long_day(SUNDAY),
        wording.full_day(SUNDAY),
        wording.short_day(SUNDAY),
        wording.weekday_day(SUNDAY),
        wording.month_short(SUNDAY),
        wording.weekday_short(SUNDAY),
        wording.day_range(SUNDAY, ADVENT),
        wording.long_day_range(SUNDAY, ADVENT),
        wording.percent(24.3),
        wording.climb(300),
        wording.hours(7.25),
        wording.distance(10_000),
    ]
    assert all(said)
    assert "24" in wording.percent(24.3)
    assert "Sunday" not in " ".join(said)


def test_a_language_nobody_knows_is_refused_and_the_old_customs_stay() -> None:
    with pytest.raises(ValueError, match="no language"):
        wording.measure_in(DistanceUnit.MILE, language="xx")
    assert wording.distance(1_000) == "1.0 km"


def test_the_pseudo_locale_writes_numbers_and_days_as_english_does() -> None:
    wording.measure_in(DistanceUnit.KILOMETRE, language="en_XA")
    assert wording.long_day(ADVENT) == "Sunday 6 December"


def test_settings_choose_unit_and_language_for_the_whole_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pseudo(tmp_path)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    wording.speak_as(Settings(unit=DistanceUnit.MILE, language=PSEUDO))
    assert wording.distance(METRES_PER_MILE) == "1.0 mi"
    assert wording.sport_name(Sport.RUN).startswith("⟦")
    wording.speak_as(Settings())
    assert wording.sport_name(Sport.RUN) == "Run"


def test_a_language_that_was_taken_away_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    wording.speak_as(Settings(language="en_XA"))
    assert wording.sport_name(Sport.RUN) == "Run"


def test_a_week_can_begin_on_any_day() -> None:
    assert wording.weekdays(6)[:2] == ("Sunday", "Monday")


def test_time_left_is_said_as_exactly_as_it_can_be_known() -> None:
    said = [wording.time_left(seconds) for seconds in (4, 34, 61, 400)]
    assert said == ["a few seconds", "about 30 seconds", "about a minute", "about 7 min"]
