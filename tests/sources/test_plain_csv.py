"""Lists people keep themselves: headings, units, times, dates; C7-C10 of the defects."""

from __future__ import annotations

from datetime import date

import pytest

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.sources.choices import Choices
from runadvisor.sources.column_mapping import parsed_mapping
from tests.sources.list_text import notes, only, problems, read, wall


def said(text: str) -> Choices:
    return Choices(mapping=parsed_mapping(text))


def test_the_plainest_list_is_read() -> None:
    recording = only("Date,Distance (km),Time\n2024-03-10,5.0,30:00\n")
    assert (recording.distance_m, recording.moving_time_s) == (5000, 1800)
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, False)
    assert notes("Date,Distance (km),Time\n2024-03-10,5.0,30:00\n") == []


def test_a_day_alone_is_placed_at_local_noon() -> None:
    recording = only("Date,Distance (km),Time\n2024-03-10,5.0,30:00\n")
    assert recording.started_at is None
    assert recording.local_start == wall(2024, 3, 10, 12)
    assert recording.precision is StartPrecision.DAY


@pytest.mark.parametrize(
    "text",
    [
        "Datum;Strecke (km);Zeit\n10.03.2024;5,0;30:00",
        "Fecha;Distancia (km);Tiempo\n10/03/2024;5,0;30:00\n13/03/2024;;",
        "Date;Distance (km);Durée\n10/03/2024;5,0;30:00\n13/03/2024;;",
        "date\tdistance_km\tduration\n2024-03-10\t5.0\t30:00",
        "Day,Miles,Minutes\n2024-03-10,3.10686,30",
        "My running\n\nDate,Km,Time\n2024-03-10,5.0,30:00",
        "sep=;\nDate;Km;Time\n2024-03-10;5,0;30:00",
        "Date,DistanceInMeters,TimeTotalInHours\n2024-03-10,5000,0.5",
        "Date,Start time,Distance (km),Time\n2024-03-10,07:30,5,30:00",
        "Date,Distance (km),Time,Pace (min/km)\n2024-03-10,5,30:00,6:00",
        "Date,Pace,Distance (km),Time\n45361,6:00,5,0h 30m 00s",
    ],
)
def test_common_headings_units_and_delimiters_are_read(text: str) -> None:
    recording = only(text)
    assert recording.distance_m == pytest.approx(5000, rel=1e-5)
    assert recording.moving_time_s == 1800
    assert recording.local_start is not None
    assert recording.local_start.date().isoformat() == "2024-03-10"


def test_a_time_of_day_in_its_own_column_is_the_start() -> None:
    recording = only("Date,Time,Distance (km),Duration\n2024-03-10,07:30,5,30:00")
    assert recording.local_start == wall(2024, 3, 10, 7, 30)


def test_a_column_called_time_that_makes_no_pace_is_the_start() -> None:
    rows = "\n".join(f"2024-03-{day},18:{day},10" for day in (10, 12, 14))
    first, *_ = read(f"Date,Time,Distance (km)\n{rows}").recordings
    assert first.local_start == wall(2024, 3, 10, 18, 10)
    assert first.moving_time_s is None


def test_a_heading_whose_cells_are_something_else_is_not_believed() -> None:
    text = "Date,Run,Km,Time\n2024-03-10,along the river,5,30:00\n2024-03-12,hills,5,31:00"
    assert [recording.distance_m for recording in read(text).recordings] == [5000, 5000]


# --- C10: units --------------------------------------------------------------------------


def test_c10_without_a_unit_the_pace_tells_kilometres_and_it_is_said() -> None:
    text = "date,distance,time\n2024-03-10,5.0,30:00\n2024-03-12,10.3,1:00:00\n"
    assert [recording.distance_m for recording in read(text).recordings] == [5000, 10_300]
    assert notes(text) == ["unit-assumed"]


def test_c10_a_language_without_miles_tells_kilometres() -> None:
    text = "Datum;Strecke;Zeit\n10.03.2024;5,0;42:00"
    assert only(text).distance_m == 5000
    assert notes(text) == ["unit-assumed"]


def test_c10_a_pace_that_fits_both_is_asked() -> None:
    text = "date,distance,time\n2024-03-10,5.0,42:00"
    assert problems(text) == [("unit-unclear", None)]
    assert only(text, said("distance=distance:mi")).distance_m == pytest.approx(8046.72)
    assert only(text, said("distance=distance:km")).distance_m == 5000


def test_c10_walking_pace_in_kilometres_means_miles() -> None:
    text = "date,distance,time\n2024-03-10,2.0,31:00"
    assert only(text).distance_m == pytest.approx(3218.7, abs=0.1)


def test_c10_distances_in_the_thousands_are_metres() -> None:
    assert only("Date,Distance,Time\n2024-03-10,5000,30:00").distance_m == 5000


def test_c10_a_unit_in_the_cell_wins() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,3.1 mi,30:00\n2024-03-11,5 km,30:00"
    miles, kilometres = read(text).recordings
    assert (miles.distance_m, kilometres.distance_m) == (pytest.approx(4989, abs=1), 5000)


# --- C10: times --------------------------------------------------------------------------


def test_c10_two_parts_are_hours_where_minutes_would_be_absurd() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,12.0,1:10\n"
    assert only(text).moving_time_s == 4200
    assert notes(text) == ["hours-first"]


def test_c10_a_row_without_distance_follows_the_others() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,12.0,1:10\n2024-03-11,,0:50\n"
    assert [recording.moving_time_s for recording in read(text).recordings] == [4200, 3000]


def test_c10_thirty_hours_of_a_spreadsheet_are_thirty_minutes() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5.0,30:00:00\n"
    assert only(text).moving_time_s == 1800
    assert notes(text) == ["minutes-first"]


@pytest.mark.parametrize(("written", "seconds"), [("30", 1800), ("1800", 1800), ("0.5", 1800)])
def test_c10_plain_times_are_what_makes_a_pace(written: str, seconds: float) -> None:
    text = f"Date,Distance (km),Time\n2024-03-10,5,{written}"
    assert only(text).moving_time_s == seconds
    assert notes(text) == ["time-unit-assumed"]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1h 02m 03s", 3723), ("1h02", 3720), ("45 min", 2700), ("32'10", 1930)],
)
def test_c10_times_in_words_are_read(written: str, seconds: float) -> None:
    assert only(f"Date,Distance (km),Time\n2024-03-10,8,{written}").moving_time_s == seconds


# --- C8: decimal marks -------------------------------------------------------------------


def test_c8_each_column_tells_its_own_decimal_mark() -> None:
    text = 'Date,Distance (km),Time,Ascent\n2024-03-10,"9,99",50:00,1.5\n2024-03-11,"5,012",30:00,2'
    first, second = read(text).recordings
    assert first.distance_m == pytest.approx(9990)
    assert second.distance_m == pytest.approx(5012)
    assert first.elevation_gain_m == 1.5


@pytest.mark.parametrize("written", ["1.234,56", "1,234.56"])
def test_c8_with_both_marks_the_last_is_the_decimal_one(written: str) -> None:
    text = f'Date,Distance (m),Time\n2024-03-10,"{written}",8:00'
    assert only(text).distance_m == 1234.56


def test_c8_three_digits_behind_a_comma_are_not_thousands_of_kilometres() -> None:
    text = 'Date,Distance (km),Time\n2024-03-10,"5,012",30:00\n2024-03-11,"10,250",1:00:00'
    first, second = read(text).recordings
    assert (first.distance_m, second.distance_m) == (pytest.approx(5012), pytest.approx(10_250))


def test_c8_semicolons_go_with_decimal_commas() -> None:
    text = "Datum;Strecke (m);Zeit;Anstieg\n10.03.2024;5012,0;30:00;1.086"
    assert only(text).elevation_gain_m == 1086


# --- C7: dates ---------------------------------------------------------------------------


def test_c7_a_number_over_twelve_settles_the_order_for_all() -> None:
    text = "Date,Distance (km),Time\n3/4/2024,5,30:00\n3/14/2024,5,30:00"
    starts = [recording.local_start for recording in read(text).recordings]
    assert starts == [wall(2024, 3, 4, 12), wall(2024, 3, 14, 12)]
    assert notes(text) == []


def test_c7_open_dates_take_the_order_that_keeps_the_list_sorted() -> None:
    days = ("3/1/2024", "4/1/2024", "5/1/2024", "1/2/2024")
    text = "Date,Distance (km),Time\n" + "\n".join(f"{day},5,30:00" for day in days)
    starts = [recording.local_start for recording in read(text).recordings]
    assert [start.month for start in starts if start] == [1, 1, 1, 2]
    assert notes(text) == ["date-order-assumed"]


def test_c7_open_dates_are_day_first_where_headings_are_not_english() -> None:
    text = "Fecha,Distancia (km),Tiempo\n3/4/2024,5,30:00"
    assert only(text).local_start == wall(2024, 4, 3, 12)
    assert notes(text) == ["date-order-assumed"]


def test_c7_open_dates_are_asked_with_both_days_named() -> None:
    text = "Date,Distance (km),Time\n3/4/2024,5,30:00"
    (problem,) = read(text).problems
    assert problem.code == "date-order-unclear"
    assert problem.reason.values == {
        "text": "3/4/2024",
        "day_first_date": date(2024, 4, 3),
        "month_first_date": date(2024, 3, 4),
    }
    assert only(text, said("date=Date:day-first")).local_start == wall(2024, 4, 3, 12)


def test_c7_a_day_that_is_the_same_either_way_asks_nothing() -> None:
    assert only("Date,Distance (km),Time\n3/3/2024,5,30:00").local_start == wall(2024, 3, 3, 12)


# --- rows --------------------------------------------------------------------------------


def test_rows_that_cannot_be_true_are_problems_with_their_line() -> None:
    text = (
        "date,distance_km,duration\n2024-03-10,5.0,30:00\n2024-13-40,5,30:00\n2024-03-11,abc,20:00\n"
        "2024-03-12,-4,20:00\n2024-03-13,5,\n2024-03-14,500,20:00\n2024-03-10,5.0,30:00\n,,\n"
    )
    assert only(text).distance_m == 5000
    assert problems(text) == [
        ("bad-date", 3),
        ("bad-distance", 4),
        ("impossible", 5),
        ("no-duration", 6),
        ("impossible", 7),
    ]
    assert notes(text) == ["repeated-rows"]


@pytest.mark.parametrize("word", ["Summe", "Total", "Week 12:", "Durchschnitt", "TOTAL 2024"])
def test_a_row_of_totals_is_left_out(word: str) -> None:
    text = f"Datum;Strecke (km);Zeit\n10.03.2024;5,0;30:00\n{word};5,0;30:00"
    assert only(text).distance_m == 5000
    assert notes(text) == ["summary-rows"]


def test_rows_in_the_future_were_planned() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5,30:00\n2024-04-10,8,50:00"
    choices = Choices(today=date(2024, 3, 11))
    assert only(text, choices).distance_m == 5000
    assert notes(text, choices) == ["future-rows"]


def test_an_odd_but_possible_run_is_kept_and_noted() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5.0,2:50:00\n"
    assert only(text).moving_time_s == 10_200
    assert notes(text) == ["odd-values"]


def test_own_words_for_kinds_of_runs_are_read_as_runs() -> None:
    text = "Date,Type,Distance (km),Time\n2024-03-10,LaD,5,30:00"
    assert (only(text).sport, only(text).sport_is_known) == (Sport.RUN, False)
    assert notes(text) == ["sport-assumed"]


def test_a_row_of_a_day_keeps_its_id_when_it_is_edited() -> None:
    rows = [f"Date,Distance (km),Time\n2024-03-10,{km},30:00\n" for km in (5, 5.2)]
    first, second = map(only, rows)
    assert first.source_id == second.source_id is not None
    assert first.digest != second.digest


def test_two_runs_of_one_day_are_two_in_a_grown_list_too() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5,30:00\n2024-03-10,3,18:00\n"
    before = [recording.source_id for recording in read(text).recordings]
    grown = text.replace("Time\n", "Time\n2024-03-10,1,7:00\n")
    after = [recording.source_id for recording in read(grown).recordings]
    assert len(set(after)) == 3
    assert after[1:] == before


def test_a_row_with_a_time_is_told_by_it() -> None:
    text = "Date,Start time,Distance (km),Duration\n2024-03-10,07:30,5,30:00"
    assert only(text).source_id is None


# --- columns nobody named ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mapping"),
    [
        ("Wann;Weg;Dauerte\n10.03.2024;5,0;30:00\n12.03.2024;10,3;1:00:00",
         "date=Wann,distance=Weg,time=Dauerte"),
        ("when,how far,took\n2024-03-10,5,30:00\n2024-03-12,6,40:00",
         "date=when,distance=how far,time=took"),
        ("2024-03-10,5.0,30:00\n2024-03-12,7.0,44:00", "date=#1,distance=#2,time=#3"),
        ("Nr,Tag?,Was,Wie weit,HF\n1,2024-03-10,Lauf,5.2,150\n2,2024-03-12,Lauf,8.1,148",
         "date=Tag?,distance=Wie weit,sport=Was,heart-rate=HF"),
        ("No,When,Type,km?,Secs?\n1,2024-03-10,Run,5.2,1890\n2,2024-03-12,Ride,20.0,4800",
         "date=When,distance=km?,time=Secs?,sport=Type"),
    ],
)  # fmt: skip
def test_columns_without_known_headings_are_guessed_and_asked(text: str, mapping: str) -> None:
    (problem,) = read(text).problems
    assert read(text).recordings == ()
    assert problem.code == "columns-unclear"
    assert [answer.mapping for answer in problem.answers] == [mapping]
    assert read(text, said(mapping)).recordings


def test_a_mapping_is_taken_over_what_headings_say() -> None:
    text = "Date,Distance (km),Way,Time\n2024-03-10,1,5,30:00"
    assert only(text, said("distance=Way:km")).distance_m == 5000


def test_a_mapping_that_fits_no_column_is_said_and_the_list_read_as_it_is() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5,30:00"
    choices = said("distance=Weg:mi")
    assert only(text, choices).distance_m == 5000
    assert notes(text, choices) == ["mapping-unfit"]


def test_what_was_said_once_is_remembered_for_lists_with_these_headings() -> None:
    text = "when,how far,took\n2024-03-10,5,30:00\n2024-03-12,6,40:00"
    remembered = {
        "when | how far | took": parsed_mapping("date=when,distance=how far:mi,time=took")
    }
    first, _ = read(text, Choices(remembered=remembered)).recordings
    assert first.distance_m == pytest.approx(8046.72)
