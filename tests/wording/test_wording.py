from __future__ import annotations

from datetime import date

import pytest

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.domain.body import BodySite, Side, has_sides
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier
from tests.builders import small_catalog

SUNDAY = date(2026, 11, 22)


def test_a_message_shows_each_value_by_the_unit_in_its_name() -> None:
    message = Message(
        "{run_weekday} {distance_m} {jump_percent} {ratio} {until_date} {moving_time_s} "
        "{easy_pace} {runs} {band} {none_m}",
        {
            "run_weekday": SUNDAY,
            "distance_m": 17_400,
            "jump_percent": 24.3,
            "ratio": 1.243,
            "until_date": date(2026, 12, 6),
            "moving_time_s": 4_500,
            "easy_pace": 366.0,
            "runs": 1_812,
            "band": "10-30 %",
            "none_m": None,
        },
    )
    assert wording.sentence(message) == (
        "Sunday 17.4 km 24 % 1.24 Sunday 6 December 1 h 15 6:06 /km 1,812 10-30 % –"
    )


@pytest.mark.parametrize(
    ("value", "words"), [(24.3, "24 %"), (10.4, "10.4 %"), (29.2, "29.2 %"), (101.0, "101.0 %")]
)
def test_a_percentage_is_whole_but_for_a_point_about_an_edge(value: float, words: str) -> None:
    assert wording.percent(value) == words


def test_a_ratio_near_an_edge_shows_on_which_side_it_is() -> None:
    assert (wording.ratio(1.104), wording.ratio(1.24)) == ("1.104", "1.24")


@pytest.mark.parametrize(
    ("seconds", "words"), [(6_372, "1:46:12"), (2_772, "46:12"), (59.6, "1:00"), (None, "–")]
)
def test_durations(seconds: float | None, words: str) -> None:
    assert wording.duration(seconds) == words


def test_what_is_not_known_is_a_dash_and_never_a_zero() -> None:
    words = {wording.distance(None), wording.bare_distance(None), wording.pace(None)}
    assert words | {wording.minutes(None), wording.pace_range(None)} == {"–"}


def test_days_are_said_as_people_say_them() -> None:
    assert wording.full_day(SUNDAY) == "Sunday 22 November 2026"
    assert wording.weekday_day(SUNDAY) == "Sun 22 Nov"
    assert wording.day_range(date(2026, 11, 23), date(2026, 11, 29)) == "23–29 Nov"
    assert wording.day_range(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov–6 Dec"
    assert (
        wording.long_day_range(date(2026, 11, 23), date(2026, 12, 20))
        == "23 November to 20 December 2026"
    )
    assert (
        wording.long_day_range(date(2026, 12, 21), date(2027, 1, 17))
        == "21 December 2026 to 17 January 2027"
    )


def test_paces_times_and_numbers() -> None:
    assert wording.pace_range((365, 395)) == "6:05–6:35 /km"
    assert wording.minutes(1_800) == "30 min"
    assert wording.number(588_071) == "588,071"
    assert wording.sport_name(Sport.TRAIL_RUN) == "Trail run"


def test_every_tier_and_grade_has_words_and_a_shape() -> None:
    for tier in Tier:
        assert wording.tier_word(tier)
        assert wording.tier_meaning(tier)
        assert wording.tier_shape(tier)
    for grade in EvidenceGrade:
        assert wording.grade_words(grade)
        assert wording.grade_dots(grade)


def test_sources_are_named_in_full_one_after_the_other() -> None:
    line = wording.source_line(("frandsen2025", "own_choice"), small_catalog())
    assert line == "frandsen2025 · own_choice"


def test_a_text_where_a_number_was_expected_is_shown_as_it_is() -> None:
    assert wording.shown("distance_m", "far") == "far"
    assert wording.shown("until_date", "soon") == "soon"


def test_spots_are_named_as_people_say_them() -> None:
    assert wording.spot_words("front-hip/right") == "front of the right hip"
    assert wording.spot_words("calf/both") == "both calves"
    assert wording.spot_words("low-back/middle") == "low back"
    assert wording.region_words("calf/left") == "calf, left"
    assert wording.region_words("knee/both") == "knee, both sides"
    assert wording.region_words("low-back/middle") == "low back"


def test_every_place_has_words_for_every_side() -> None:
    for site in BodySite:
        sides = (Side.LEFT, Side.RIGHT, Side.BOTH) if has_sides(site) else (Side.MIDDLE,)
        said = [wording.site_words(site, side) for side in sides]
        assert len(set(said)) == len(sides)
        assert not [words for words in said if "{" in words]


def test_a_sentence_that_begins_with_a_value_begins_with_a_capital() -> None:
    assert wording.sentence(Message("{spot}: sore.", {"spot": "calf/left"})) == "Left calf: sore."
    assert wording.hours(6.5) == "6 h 30"
