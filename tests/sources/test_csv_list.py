"""Lists of activities: Strava, Garmin, others and hand-kept ones; C1-C12 of the defects."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, StartPrecision, ZoneSource
from runadvisor.sources.csv_list import read_list
from runadvisor.sources.place import Place

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading

PLACE = Place("list.csv")

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    "Elevation Gain,Elevation Loss,Max Heart Rate,Average Heart Rate,Perceived Exertion,Competition"
)
STRAVA_ROW = (
    '77,"Mar 10, 2024, 6:30:00 AM",Morning,Run,,1860,5.01,,,false,,,activities/8000.gpx,,,'
    "1850.0,1800.0,5012.3,,,42.0,40.0,172,151,6,1.0"
)
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR"


def read(text: str | bytes) -> Reading:
    return read_list(text if isinstance(text, bytes) else text.encode(), PLACE).reading


def only(text: str | bytes) -> Recording:
    (recording,) = read(text).recordings
    return recording


def problems(text: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.row) for problem in read(text).problems]


def notes(text: str) -> list[str]:
    return [note.code for note in read(text).repairs]


# --- Strava ----------------------------------------------------------------------------


def test_a_strava_row_gives_all_it_holds() -> None:
    recording = only(f"{STRAVA}\n{STRAVA_ROW}\n")
    assert recording.source_id == "strava:77"
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert recording.local_start is None
    assert (recording.distance_m, recording.moving_time_s, recording.elapsed_time_s) == (
        5012.3,
        1800,
        1850,
    )
    assert (recording.average_heart_rate_bpm, recording.max_heart_rate_bpm) == (151, 172)
    assert (recording.elevation_gain_m, recording.elevation_loss_m) == (42, 40)
    assert (recording.session_rpe, recording.is_race) == (6, True)
    assert (recording.sport, recording.name) == (Sport.RUN, "Morning")


def test_c1_german_headings_and_dates_are_read() -> None:
    header = (
        "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
        "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Dateiname,"
        "Verstrichene Zeit,Bewegungszeit,Distanz"
    )
    row = '5,"10.03.2024, 06:30:00",x,Lauf,,1850,"5,01",,,,activities/5.fit.gz,1850.0,1800.0,5012.3'
    recording = only(f"{header}\n{row}")
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert (recording.distance_m, recording.moving_time_s) == (5012.3, 1800)


def test_c1_a_language_we_do_not_know_is_read_by_position() -> None:
    header = "A,B,C,D,E,Zeitx,Wegx,H,R,P,Fx,Zeitx,Mx,Wegx"
    row = '5123,"2024-03-10 06:30:00",x,Run,,1850,"5,01",,,,activities/5.gpx,1850.0,1800.0,5012.3'
    assert only(f"{header}\n{row}").distance_m == 5012.3


def test_c2_the_second_distance_is_the_one_in_metres() -> None:
    row = STRAVA_ROW.replace("5.01", "15.9").replace(",Run,", ",Sail,").replace("5012.3", "29610.0")
    assert only(f"{STRAVA}\n{row}").distance_m == 29610


def test_c2_without_a_second_distance_the_first_is_kilometres_and_said_so() -> None:
    text = f"{STRAVA.partition(',Athlete')[0]}\n{STRAVA_ROW.partition(',,,1850')[0]}"
    assert only(text).distance_m == pytest.approx(5010)
    assert notes(text) == ["rounded-distance"]


def test_c4_more_columns_at_the_end_change_nothing() -> None:
    assert only(f"{STRAVA},New One,Media\n{STRAVA_ROW},x,").distance_m == 5012.3


def test_c5_line_breaks_in_a_description_shift_no_line_number() -> None:
    first = STRAVA_ROW.replace("Run,,1860", 'Run,"two\nlines",1860')
    bad = STRAVA_ROW.replace("77,", "78,").replace("5012.3", "abc")
    assert problems(f"{STRAVA}\n{first}\n{bad}\n") == [("bad-distance", 4)]


def test_headings_wrapped_in_html_are_read() -> None:
    header = STRAVA.replace("Moving Time", '"<span class=""missing"">Moving Time</span>"')
    assert only(f"{header}\n{STRAVA_ROW}").moving_time_s == 1800


def test_an_elapsed_time_of_months_is_unknown_and_said_so() -> None:
    text = f"{STRAVA}\n{STRAVA_ROW.replace('1850.0', '7253684.0').replace('1860', '7253684')}"
    assert only(text).elapsed_time_s is None
    assert "absurd-time" in notes(text)


# --- Garmin ----------------------------------------------------------------------------


def test_a_garmin_row_is_wall_clock_without_a_zone() -> None:
    recording = only(
        f'{GARMIN}\nRunning,2024-03-10 07:30:00,false,"10k","10.01","500","00:50:00","151","172"'
    )
    assert recording.started_at is None
    assert recording.zone is None
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    assert recording.distance_m == pytest.approx(10_010)


def test_a_list_with_some_of_garmins_words_is_not_taken_for_garmins() -> None:
    assert only("Date,Title,Distance,Time\n2024-03-10,x,5,30:00").source.format == "list-csv"


def test_an_old_garmin_list_without_favourites_is_read_by_its_names() -> None:
    text = "Activity Type,Date,Title,Distance,Time\nRunning,2024-03-10 07:30:00,10k,10.0,50:00"
    assert (only(text).distance_m, only(text).source.format) == (10_000, "garmin-csv")


def test_c10_miles_are_inferred_from_titles() -> None:
    text = f'{GARMIN}\nRunning,2024-03-10 07:30:00,false,"City 10k","6.22","5","00:50:00","1","1"'
    assert only(text).distance_m == pytest.approx(10_010, rel=1e-3)
    assert notes(text) == ["unit-inferred"]


def test_c10_without_evidence_kilometres_are_assumed_and_said_so() -> None:
    text = f'{GARMIN}\nRunning,2024-03-10 07:30:00,false,"Town","6.22","5","00:50:00","1","1"'
    assert only(text).distance_m == pytest.approx(6220)
    assert notes(text) == ["unit-assumed"]


def test_c8_decimal_commas_are_found_by_column() -> None:
    rows = (
        'Corrida,2024-03-10 07:30:00,false,"5k","5,01","412","00:30:00","151","172"\n'
        'Natação em piscina,2024-03-11 07:30:00,false,"x","1.000","412","00:30:00","151","172"'
    )
    header = (
        "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,FC máxima"
    )
    run, swim = read(f"{header}\n{rows}").recordings
    assert run.distance_m == pytest.approx(5010)
    assert swim.distance_m == 1000


def test_c11_two_dashes_are_unknown_not_zero() -> None:
    text = f'{GARMIN}\nRunning,2024-03-10 07:30:00,false,"5k","5.01","--","00:30:00","--","--"'
    assert only(text).average_heart_rate_bpm is None


def test_c7_dates_resaved_by_a_spreadsheet_are_month_first() -> None:
    text = f'{GARMIN}\nRunning,3/10/2024 7:30,FALSE,"5k","5.01","412","00:30:00","151","172"'
    recording = only(text)
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    assert recording.precision is StartPrecision.MINUTE


def test_a_garmin_list_in_an_unknown_language_is_read_by_position() -> None:
    text = "a,b,c,d,e,f,g,h,i\nRunning,2024-03-10 07:30:00,false,5k,5.01,412,00:30:00,151,172"
    assert only(text).distance_m == pytest.approx(5010)


def test_c12_rides_swims_and_strength_are_kept() -> None:
    row = '{},2024-03-1{} 07:30:00,false,"x","{}","412","00:30:00","151","172"'
    rows = [
        row.format("Cycling", 0, "20.5"),
        row.format("Pool Swim", 1, "1,000"),
        row.format("Strength Training", 2, "0.00"),
    ]
    ride, swim, strength = read("\n".join([GARMIN, *rows])).recordings
    assert (ride.sport, ride.distance_m) == (Sport.RIDE, 20_500)
    assert (swim.sport, swim.distance_m) == (Sport.SWIM, 1000)
    assert (strength.sport, strength.distance_m) == (Sport.STRENGTH, None)


# --- hand-kept lists -------------------------------------------------------------------


def test_the_plainest_list_is_read_and_its_unit_said() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5.0,30:00\n"
    recording = only(text)
    assert (recording.distance_m, recording.moving_time_s) == (5000, 1800)
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, False)
    assert notes(text) == []
    assert notes(text.replace(" (km)", "")) == ["unit-assumed"]


def test_a_day_alone_is_placed_at_local_noon() -> None:
    recording = only("Date,Distance (km),Time\n2024-03-10,5.0,30:00\n")
    assert recording.started_at is None
    assert recording.local_start == datetime(2024, 3, 10, 12)  # noqa: DTZ001 - wall clock
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
        "Date,DistanceInMeters,TimeTotalInHours\n2024-03-10,5000,0.5",
        "Date,Start time,Distance (km),Time\n2024-03-10,07:30,5,30:00",
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
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_c9_every_encoding_is_read(encoding: str) -> None:
    text = "Date,Distance (km),Durée\n2024-03-10,5.0,30:00"
    assert only(text.encode(encoding)).moving_time_s == 1800


def test_c9_a_byte_order_mark_hides_no_heading() -> None:
    data = codecs.BOM_UTF8 + b"date,distance_km,time\n2024-03-10,5,30:00"
    assert only(data).distance_m == 5000


def test_a_row_of_totals_is_left_out() -> None:
    text = "Datum;Strecke (km);Zeit\n10.03.2024;5,0;30:00\nSumme;5,0;30:00"
    assert only(text).distance_m == 5000
    assert notes(text) == ["summary-rows"]


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


def test_an_odd_but_possible_run_is_kept_and_noted() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,5.0,3:00:00\n"
    assert only(text).moving_time_s == 10800
    assert notes(text) == ["odd-values"]


def test_two_parts_are_hours_where_minutes_would_be_absurd() -> None:
    text = "Date,Distance (km),Time\n2024-03-10,12.0,1:10\n"
    assert only(text).moving_time_s == 4200
    assert notes(text) == ["hours-first"]


def test_plain_times_are_minutes_unless_the_pace_says_seconds() -> None:
    assert only("Date,Distance (km),Time\n2024-03-10,5,30").moving_time_s == 1800
    assert only("Date,Distance (km),Time\n2024-03-10,5,1800").moving_time_s == 1800


def test_distances_in_the_thousands_are_metres() -> None:
    assert only("Date,Distance,Time\n2024-03-10,5000,30:00").distance_m == 5000


def test_open_dates_take_the_order_that_keeps_the_list_sorted() -> None:
    days = ("3/1/2024", "4/1/2024", "5/1/2024", "1/2/2024")
    text = "Datum,Distanz (km),Zeit\n" + "\n".join(f"{day},5,30:00" for day in days)
    starts = [recording.local_start for recording in read(text).recordings]
    assert [start.month for start in starts if start] == [1, 1, 1, 2]
    assert notes(text) == ["date-order-assumed"]


def test_own_words_for_kinds_of_runs_are_read_as_runs() -> None:
    text = "Date,Type,Distance (km),Time\n2024-03-10,LaD,5,30:00"
    assert (only(text).sport, only(text).sport_is_known) == (Sport.RUN, False)
    assert notes(text) == ["sport-assumed"]


# --- services told by their headings ---------------------------------------------------

INTERVALS = (
    "id,start_date_local,name,type,moving_time,distance,elapsed_time,average_cadence,trainer,"
    "start_date"
)


def test_intervals_icu_tells_local_time_utc_and_so_the_zone() -> None:
    recording = only(
        f"{INTERVALS}\ni1,2024-03-10T17:30:00,E,Run,1800,5012.3,1850,82.7,false,2024-03-10T06:30:00Z"
    )
    assert recording.source_id == "intervals:i1"
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert recording.local_start == datetime(2024, 3, 10, 17, 30)  # noqa: DTZ001 - wall clock
    assert (recording.zone, recording.zone_source) == ("+11:00", ZoneSource.SOURCE)
    assert recording.average_cadence_spm == pytest.approx(165.4)
    assert recording.distance_m == 5012.3


def test_runkeeper_names_its_unit_and_its_files() -> None:
    text = (
        "Date,Type,Route Name,Distance (mi),Duration,Climb (ft),GPX File\n"
        "2015-03-27 12:26:34,Running,,3.11,30:00,100,2015-03-27-1226.gpx"
    )
    listed = read_list(text.encode(), PLACE)
    (recording,) = listed.reading.recordings
    assert recording.distance_m == pytest.approx(5005, abs=1)
    assert recording.elevation_gain_m == pytest.approx(30.48)
    assert recording.source_id == "runkeeper:2015-03-27 12:26:34"
    assert listed.files == {"2015-03-27-1226.gpx": recording}


def test_planned_rows_and_rest_days_are_not_runs() -> None:
    text = (
        '"Title","WorkoutType","PlannedDuration","WorkoutDay","DistanceInMeters","TimeTotalInHours"\n'
        '"Tempo","Run","1","2024-03-10","10254.9","1"\n'
        '"Planned","Run","0.75","2024-03-11","",""\n'
        '"Rest","Day Off","","2024-03-12","",""\n'
    )
    assert (only(text).distance_m, only(text).moving_time_s) == (10254.9, 3600)
    assert sorted(notes(text)) == ["planned-rows", "rest-rows"]


def test_a_polar_session_is_its_one_row() -> None:
    text = (
        "Name,Sport,Date,Start time,Duration,Total distance (km)\n"
        "A,RUNNING,20-06-2018,11:17:03,00:30:08,5.01\n"
        "Sample rate,Time,HR (bpm)\n1,00:00:00,90\n,00:00:01,91\n"
    )
    recording = only(text)
    assert recording.local_start == datetime(2018, 6, 20, 11, 17, 3)  # noqa: DTZ001 - wall clock
    assert recording.distance_m == pytest.approx(5010)


# --- what is no list -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Name,Email\nA,a@example.org\n", "not-a-list"),
        ('"Laps","Time","Cumulative Time","Distance","Avg Pace"\n1,5:00,5:00,1,5:00', "lap-list"),
        ("Ronden,Tijd,Afstand\n1,5:00,1", "lap-list"),
        ("#time,trackpoint_type,latitude,longitude\n", "samples"),
        ("Type,Local Number,Message,Field 1\nData,0,file_id,x\n", "not-a-list"),
        ("Date,Distance (km),Time\n", "empty-list"),
        ("just words", "not-a-list"),
    ],
)
def test_what_is_no_list_of_activities_is_refused(text: str, code: str) -> None:
    assert problems(text) == [(code, None)]
    assert read(text).recordings == ()


def test_more_than_200_rows_in_an_hour_are_samples() -> None:
    start = datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    rows = "\n".join(f"{start + timedelta(seconds=n)},0.003,{n + 1}" for n in range(300))
    text = f"Date,Distance (km),Time (s)\n{rows}"
    assert read(text).recordings == ()
    assert ("samples", None) in problems(text)
