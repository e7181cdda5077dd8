"""Garmin Connect's list: thirteen languages, two forms, and a unit it never names."""

from __future__ import annotations

from datetime import date

import pytest

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.sources.choices import Choices
from runadvisor.sources.column_mapping import parsed_mapping
from tests.sources.list_text import GARMIN, notes, only, problems, read, wall

# Type, date, favourite, title, distance, calories, time, average and highest heart rate; then
# ascent, stride where known, elapsed time: as each language heads them.
LANGUAGES = {
    "en": (
        (
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Total Ascent,"
            "Elapsed Time"
        ),
        "Trail Running",
    ),
    "de": (
        (
            "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,"
            "Maximale Herzfrequenz,Anstieg gesamt,Verstrichene Zeit"
        ),
        "Laufen",
    ),
    "sv": (
        (
            "Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid,Medelpuls,Maxpuls,"
            "Total stigning,Total tid"
        ),
        "Löpning",
    ),
    "da": (
        (
            "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,"
            "Maks. puls,Højdeforøgelse,Medgået tid"
        ),
        "Løb",
    ),
    "no": (
        (
            "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid,Gjennomsnittlig puls,"
            "Makspuls,Stigning totalt,Medgått tid"
        ),
        "Løping",
    ),
    "pl": (
        (
            "Typ aktywności,Data,Ulubione,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,"
            "Maksymalne tętno,Całkowity wznios,Upłynęło czasu"
        ),
        "Bieganie",
    ),
    "es": (
        (
            "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,"
            "Frecuencia cardiaca media,FC máxima,Ascenso total,Tiempo transcurrido"
        ),
        "Carrera",
    ),
    "fr": (
        (
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,"
            "Fréquence cardiaque moyenne,Fréquence cardiaque maximale,Ascension totale,Temps écoulé"
        ),
        "Course à pied",
    ),
    "it": (
        (
            "Tipo di attività,Data,Preferito,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,"
            "Ascesa totale,Tempo trascorso"
        ),
        "Corsa",
    ),
    "pt": (
        (
            "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,"
            "FC máxima,Subida total,Tempo transcorrido"
        ),
        "Corrida",
    ),
    "nl": (
        (
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max HS,"
            "Totale stijging,Verstreken tijd"
        ),
        "Hardlopen",
    ),
    "ja": (
        "アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム,平均心拍数,最大心拍数,総上昇量,経過時間",
        "ラン",
    ),
    "zh": ("活动类型,日期,收藏,标题,距离,卡路里,时间,平均心率,最大心率,累计爬升,全程耗时", "跑步"),
}
ROW = '{},2024-03-10 07:30:00,false,"{}","{}","500","{}","151","172"'


def run(distance: str = "10.01", title: str = "City 10k", time: str = "00:50:00") -> str:
    return ROW.format("Running", title, distance, time)


def said(text: str) -> Choices:
    return Choices(mapping=parsed_mapping(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_c1_every_language_gives_all_it_holds(language: str) -> None:
    header, sport = LANGUAGES[language]
    recording = only(f'{header}\n{ROW.format(sport, "x", "10.01", "00:50:00")},"42","00:52:00"')
    assert recording.source.format == "garmin-csv"
    assert recording.sport.is_run
    assert recording.sport_is_known
    assert recording.local_start == wall(2024, 3, 10, 7, 30)
    assert (recording.distance_m, recording.moving_time_s) == (pytest.approx(10_010), 3000)
    assert (recording.average_heart_rate_bpm, recording.max_heart_rate_bpm) == (151, 172)
    assert recording.elevation_gain_m == 42
    assert recording.elapsed_time_s == (None if language == "da" else 3120)


def test_a_garmin_row_is_wall_clock_without_a_zone() -> None:
    recording = only(f"{GARMIN}\n{run()}")
    assert recording.started_at is None
    assert recording.zone is None
    assert recording.local_start == wall(2024, 3, 10, 7, 30)


def test_a_list_with_some_of_garmins_words_is_not_taken_for_garmins() -> None:
    assert only("Date,Title,Distance,Time\n2024-03-10,x,5,30:00").source.format == "list-csv"


def test_an_old_garmin_list_without_favourites_is_read_by_its_names() -> None:
    text = "Activity Type,Date,Title,Distance,Time\nRunning,2024-03-10 07:30:00,10k,10.0,50:00"
    assert (only(text).distance_m, only(text).source.format) == (10_000, "garmin-csv")


def test_the_german_form_of_2012_has_a_title_padding_and_a_comma_at_the_end() -> None:
    text = (
        "Aktivitäten von Mara\n\n"
        " Favorit,Aktivitätsname,Aktivitätstyp,Course,Start,Zeit,Distanz,"
        "Positiver Höhenunterschied,Ø Geschw(Ø Pace),\n"
        ' ,Abends,Laufen,,"Fr, 25 Mai 2012 20:31",47:08,"8,12","31","5:48",\n'
    )
    recording = only(text)
    assert recording.source.format == "garmin-csv"
    assert recording.local_start == wall(2012, 5, 25, 20, 31)
    assert recording.precision is StartPrecision.MINUTE
    assert (recording.distance_m, recording.moving_time_s) == (pytest.approx(8120), 2828)
    assert (recording.elevation_gain_m, recording.average_heart_rate_bpm) == (31, None)
    assert (recording.sport, recording.name) == (Sport.RUN, "Abends")


def test_the_french_form_of_2014_groups_thousands_with_dots() -> None:
    text = (
        "Type d'activité,Date,Titre,Distance,Calories,Durée,Ascension totale\n"
        '"Course à pied","lun., 30 juin 2014 7:03","x","2,94","1.066","17:20","1.102"\n'
    )
    recording = only(text)
    assert recording.local_start == wall(2014, 6, 30, 7, 3)
    assert recording.distance_m == pytest.approx(2940)
    assert recording.elevation_gain_m == 1102


def test_a_garmin_list_in_an_unknown_language_is_read_by_position() -> None:
    text = "a,b,c,d,e,f,g,h,i\nRunning,2024-03-10 07:30:00,false,5k,5.01,412,00:30:00,151,172"
    assert only(text).distance_m == pytest.approx(5010)


def test_a_lap_time_nobody_can_read_harms_nothing() -> None:
    assert only(f'{GARMIN},Best Lap Time\n{run()},"01:00.33.3"').moving_time_s == 3000


# --- C10: kilometres or miles ------------------------------------------------------------


def test_c10_miles_are_told_by_titles() -> None:
    text = f"{GARMIN}\n{run('6.22')}"
    assert only(text).distance_m == pytest.approx(10_010, rel=1e-3)
    assert notes(text) == ["unit-inferred"]


def test_c10_miles_are_told_by_stride_and_steps() -> None:
    header = f"{GARMIN},Avg Run Cadence,Avg Stride Length"
    miles = f'{header}\n{run("6.22", "Town")},"166","3.96"'
    kilometres = f'{header}\n{run("10.01", "Town")},"166","1.21"'
    assert only(miles).distance_m == pytest.approx(10_010, rel=1e-3)
    assert only(kilometres).distance_m == pytest.approx(10_010)


def test_c10_with_miles_come_feet_and_yards() -> None:
    text = (
        f"{GARMIN},Total Ascent\n{run('6.22')},138\n"
        f"{ROW.format('Pool Swim', 'x', '1,000', '00:22:10').replace('10 07', '11 07')},--"
    )
    ten, swim = read(text).recordings
    assert ten.elevation_gain_m == pytest.approx(42.06, abs=0.01)
    assert swim.distance_m == pytest.approx(914.4)


def test_c10_miles_are_told_by_degrees_only_fahrenheit_has() -> None:
    text = f'{GARMIN},Min Temp,Max Temp\n{run("6.22", "Town")},"62.6","71.6"'
    assert only(text).distance_m == pytest.approx(10_010, rel=1e-3)


def test_c10_a_pace_only_the_fastest_have_in_miles_tells_kilometres() -> None:
    text = f"{GARMIN}\n{run('10.01', 'Town')}"
    assert only(text).distance_m == pytest.approx(10_010)
    assert notes(text) == ["unit-inferred"]


def test_c10_without_any_sign_the_unit_is_asked_and_nothing_is_read() -> None:
    text = f"{GARMIN}\n{run('6.22', 'Town')}"
    (problem,) = read(text).problems
    assert read(text).recordings == ()
    assert problem.code == "unit-unclear"
    assert [answer.mapping for answer in problem.answers] == [
        "distance=Distance:km",
        "distance=Distance:mi",
    ]


@pytest.mark.parametrize(("unit", "metres"), [("km", 6220), ("mi", 10_010)])
def test_c10_the_answer_settles_the_unit(unit: str, metres: float) -> None:
    text = f"{GARMIN}\n{run('6.22', 'Town')}"
    choices = said(f"distance=Distance:{unit}")
    assert only(text, choices).distance_m == pytest.approx(metres, rel=1e-3)
    assert notes(text, choices) == []


def test_c10_a_list_corrected_to_miles_takes_the_place_of_the_old_one() -> None:
    text = f"{GARMIN}\n{run('6.22', 'Town')}"
    first, second = (only(text, said(f"distance=Distance:{unit}")) for unit in ("km", "mi"))
    assert first.source_id == second.source_id
    assert first.digest != second.digest


def test_c10_a_list_of_rides_alone_asks_nothing() -> None:
    assert only(f"{GARMIN}\n{ROW.format('Cycling', 'x', '20.5', '01:00:00')}").distance_m == 20_500


# --- numbers and dates -------------------------------------------------------------------


@pytest.mark.parametrize("header", [GARMIN, LANGUAGES["pt"][0]])
def test_c8_decimal_commas_are_found_by_column_whatever_the_language(header: str) -> None:
    rows = (
        'Running,2024-03-10 07:30:00,false,"5k","5,01","1.412","00:30:00","151","172"\n'
        'Swimming,2024-03-11 07:30:00,false,"x","1.000","412","00:30:00","151","172"'
    )
    ten, swim = read(f"{header}\n{rows}").recordings
    assert ten.distance_m == pytest.approx(5010)
    assert swim.distance_m == 1000


def test_c8_in_a_dot_file_a_comma_groups_thousands() -> None:
    rows = f'{run()},"1,086"\n{run("5.01", "5k").replace("10 07", "11 07")},"42"'
    ten, _ = read(f"{GARMIN},Total Ascent\n{rows}").recordings
    assert ten.elevation_gain_m == 1086


def test_c8_a_number_guarded_by_an_apostrophe_is_a_number() -> None:
    text = f'{GARMIN},Total Ascent\n{run()},"\'12"'
    assert only(text).elevation_gain_m == 12


@pytest.mark.parametrize("nothing", ["--", "", "0"])
def test_c11_placeholders_are_unknown_not_zero(nothing: str) -> None:
    text = f"{GARMIN}\n{run()}".replace('"151","172"', f'"{nothing}","0"')
    assert only(text).average_heart_rate_bpm is None
    assert only(text).max_heart_rate_bpm is None


def test_c7_an_order_the_list_proves_is_taken_for_all() -> None:
    rows = (
        'Running,3/14/2024 7:30,FALSE,"5k","5.01","412","00:30:00","151","172"\n'
        'Running,3/10/2024 7:30,FALSE,"5k","5.01","412","00:30:00","151","172"'
    )
    starts = [recording.local_start for recording in read(f"{GARMIN}\n{rows}").recordings]
    assert starts == [wall(2024, 3, 14, 7, 30), wall(2024, 3, 10, 7, 30)]


def test_c7_an_order_nothing_proves_is_asked() -> None:
    text = f'{GARMIN}\nRunning,3/10/2024 7:30,FALSE,"5k","5.01","412","00:30:00","151","172"'
    (problem,) = read(text).problems
    assert problem.code == "date-order-unclear"
    assert [answer.mapping for answer in problem.answers] == [
        "date=Date:day-first",
        "date=Date:month-first",
    ]
    assert only(text, said("date=Date:month-first")).local_start == wall(2024, 3, 10, 7, 30)
    assert only(text, said("date=Date:day-first")).local_start == wall(2024, 10, 3, 7, 30)


def test_c7_an_order_that_lies_in_the_future_is_not_meant() -> None:
    text = f'{GARMIN}\nRunning,3/10/2024 7:30,FALSE,"5k","5.01","412","00:30:00","151","172"'
    choices = Choices(today=date(2024, 4, 1))
    assert only(text, choices).local_start == wall(2024, 3, 10, 7, 30)
    assert notes(text, choices) == ["date-order-assumed"]


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


def test_a_title_changed_since_keeps_the_id_of_its_row() -> None:
    first, second = (only(f"{GARMIN}\n{run(title=title)}") for title in ("City 10k", "My 10k"))
    assert first.source_id == second.source_id == "garmin-list:2024-03-10T07:30"
    assert first.digest != second.digest


def test_an_accidental_start_of_no_distance_is_kept_with_its_time() -> None:
    text = f"{GARMIN}\n{run()}\n{run('0,00', 'x', '00:00:02,8').replace('10 07', '11 07')}"
    assert problems(text) == []
    _, empty = read(text).recordings
    assert (empty.distance_m, empty.moving_time_s) == (None, pytest.approx(2.8))
