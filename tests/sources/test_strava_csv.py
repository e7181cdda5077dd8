"""Strava's activities.csv: every language, every year; C1-C6 of the defects."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from runadvisor.domain.activity import Sport
from tests.sources.list_text import STRAVA, STRAVA_ROW, notes, only, problems, read

DE = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,"
    "Hinweis zur Privatsphäre für Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht,"
    "Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,"
    "Durchschnittliche Geschwindigkeit,Höhenzunahme,Höhenunterschied,Max. Herzfrequenz,"
    "Durchschnittliche Herzfrequenz"
)
IT = (
    "ID attività,Data dell’attività,Nome attività,Tipo attività,Descrizione dell’attività,"
    "Tempo trascorso,Distanza,Frequenza cardiaca massima,Sforzo relativo,Tragitto pendolare,"
    "Nota privata sulle attività,Attrezzatura attività,Nome del file,Peso dell’atleta,"
    "Peso della bici,Tempo trascorso,Tempo in movimento,Distanza,Velocità massima,Velocità media,"
    "Dislivello positivo,Dislivello negativo,Frequenza cardiaca massima,Frequenza cardiaca media"
)
FR = (
    "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,"
    "Description de l'activité,Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,"
    "Déplacement-transport,Note privée sur les activités,Matériel utilisé pour l'activité,"
    "Nom du fichier,Poids de l'athlète,Poids du vélo,Temps écoulé,Durée de déplacement,Distance,"
    "Vitesse max.,Vitesse moyenne,Dénivelé positif,Dénivelé négatif,Fréquence cardiaque max.,"
    "Fréquence cardiaque moyenne"
)
ES = (
    "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,"
    "Descripción de la actividad,Tiempo transcurrido,Distancia,Ritmo cardiaco máximo,x,x,x,x,"
    "Nombre del archivo,x,x,Tiempo transcurrido,Tiempo en movimiento,Distancia,x,x,"
    "Desnivel positivo,x,Ritmo cardiaco máximo,Ritmo cardiaco promedio"
)
NL = (
    "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,"
    "Beschrijving van activiteit,Verstreken tijd,Afstand,Max. hartslag,x,x,x,x,Bestandsnaam,x,x,"
    "Verstreken tijd,Beweegtijd,Afstand,x,x,Totale stijging,x,Max. hartslag,Gemiddelde hartslag"
)
PT = (
    "ID da atividade,Data da atividade,Nome da atividade,Tipo de atividade,"
    "Descrição da atividade,Tempo decorrido,Distância,FC,x,x,x,x,Nome do arquivo,x,x,"
    "Tempo decorrido,Tempo de movimentação,Distância,x,x,Ganho de elevação,x,FC,FC 2"
)
ZH = (
    "活动 ID,活动日期,活动名称,活动类型,活动描述,全程耗时,距离,最大心率,x,x,x,x,文件名,x,x,"
    "全程耗时,移动时间,距离,x,x,爬升海拔,x,最大心率,平均心率"
)
JA = (
    "アクティビティ ID,アクティビティ日,名前,タイプ,説明,経過時間,距離,最大心拍数,x,x,x,x,"
    "ファイル名,x,x,経過時間,移動時間,距離,x,x,獲得標高,x,最大心拍数,平均心拍数"
)
UNKNOWN = "a,b,c,d,e,tt,dd,hh,i,j,k,l,ff,m,n,tt,mm,dd,p,q,up,r,hh,hv"
LANGUAGES = {
    "de": (DE, "10.03.2024, 06:30:00", "Lauf"),
    "it": (IT, "10 mar 2024, 06:30:00", "Corsa"),
    "fr": (FR, "10 mars 2024 à 06:30:00", "Course à pied"),
    "fr-comma": (FR, "10 mars 2024, 06:30:00", "Course à pied"),
    "es": (ES, "10 mar 2024, 6:30:00", "Carrera"),
    "nl": (NL, "10 mrt. 2024 06:30:00", "Hardloopsessie"),
    "nl-comma": (NL, "10 mrt 2024, 06:30:00", "Hardloopsessie"),
    "pt": (PT, "10 de mar. de 2024, 06:30:00", "Corrida"),
    "zh": (ZH, "2024年3月10日 06:30:00", "跑步"),
    "ja": (JA, "2024/03/10 6:30:00", "ラン"),
    "unknown": (UNKNOWN, "2024-03-10 06:30:00", "Run"),
}


def row(date: str, sport: str) -> str:
    return (
        f'7712,"{date}","Morning, early",{sport},,1860,"5,01",171,,,,,activities/8000.fit.gz,,,'
        "1850.0,1800.0,5012.3,,,42.0,40.0,172,151"
    )


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_c1_headings_dates_and_sports_of_every_language_are_read(language: str) -> None:
    header, date, sport = LANGUAGES[language]
    recording = only(f"{header}\n{row(date, sport)}")
    assert recording.source.format == "strava-csv"
    assert recording.source_id == "strava:7712"
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, True)
    assert (recording.distance_m, recording.moving_time_s) == (5012.3, 1800)
    assert recording.elapsed_time_s == 1850
    assert recording.elevation_gain_m == 42
    assert (recording.max_heart_rate_bpm, recording.average_heart_rate_bpm) == (172, 151)
    assert notes(f"{header}\n{row(date, sport)}") == []


def test_c1_a_list_whose_columns_stand_elsewhere_is_read_by_its_names() -> None:
    header = (
        "Activiteits-ID,Datum van activiteit,Naam van activiteit,Activiteitstype,Bestandsnaam,"
        "Verstreken tijd,Beweegtijd,Afstand,Totale stijging,Gemiddelde hartslag,Max. hartslag"
    )
    text = (
        f'{header}\n5123,"9 mei 2026, 19:00:00",x,Hardloopsessie,activities/5.gpx,1850,1800,'
        '"5,01",42,151,172'
    )
    recording = only(text)
    assert (recording.distance_m, recording.moving_time_s) == (pytest.approx(5010), 1800)
    assert recording.started_at == datetime(2026, 5, 9, 19, tzinfo=UTC)
    assert notes(text) == ["rounded-distance"]


def test_c2_the_second_distance_is_the_one_in_metres() -> None:
    rounded = STRAVA_ROW.replace("5.01", "15.9").replace(",Run,", ",Sail,")
    assert only(f"{STRAVA}\n{rounded.replace('5012.3', '29610.0')}").distance_m == 29610


def test_c2_without_a_second_distance_the_first_is_kilometres_and_said_so() -> None:
    text = f"{STRAVA.partition(',Athlete')[0]}\n{STRAVA_ROW.partition(',,,1850')[0]}"
    assert only(text).distance_m == pytest.approx(5010)
    assert notes(text) == ["rounded-distance"]


def test_c2_an_empty_second_distance_falls_back_on_the_first() -> None:
    empty = STRAVA_ROW.replace("5012.3", "").replace("77,", "78,")
    first, second = read(f"{STRAVA}\n{STRAVA_ROW}\n{empty}").recordings
    assert (first.distance_m, second.distance_m) == (5012.3, pytest.approx(5010))


def test_c2_the_first_distance_may_be_miles() -> None:
    miles = STRAVA_ROW.replace("5.01", "3.11")
    empty = miles.replace("5012.3", "").replace("77,", "78,")
    _, second = read(f"{STRAVA}\n{miles}\n{empty}").recordings
    assert second.distance_m == pytest.approx(5005, abs=1)


def test_c3_both_decimal_marks_in_one_row_are_read() -> None:
    text = f"{STRAVA}\n{STRAVA_ROW.replace('5.01', chr(34) + '5,01' + chr(34))}"
    assert only(text).distance_m == 5012.3


@pytest.mark.parametrize("columns", [24, 60, 84, 92, 99, 103])
def test_c4_any_number_of_columns_is_read(columns: int) -> None:
    names = STRAVA.split(",")
    more = [f"Column {n}" for n in range(columns - len(names))]
    header, cells = ",".join([*names, *more][:columns]), STRAVA_ROW + "," * len(more)
    assert only(f"{header}\n{cells}").distance_m == 5012.3


def test_c4_a_list_without_the_private_note_is_read() -> None:
    header = STRAVA.replace("Activity Private Note,", "")
    recording = only(f"{header}\n{STRAVA_ROW.replace('false,,,activities', 'false,,activities')}")
    assert (recording.distance_m, recording.max_heart_rate_bpm) == (5012.3, 172)


def test_c5_line_breaks_in_a_description_shift_no_line_number() -> None:
    first = STRAVA_ROW.replace("Run,,1860", 'Run,"two\nlines",1860')
    bad = STRAVA_ROW.replace("77,", "78,").replace("5012.3", "abc")
    assert problems(f"{STRAVA}\n{first}\n{bad}\n") == [("bad-distance", 4)]


def test_c6_the_form_before_2018_counts_in_metres() -> None:
    text = (
        "id,date,name,type,description,elapsed_time,distance,relative_effort,commute,gear,filename\n"
        "7712,2018-09-12 15:02:23,Morning,Run,,1850,5012.3,,false,,activities/7712.gpx\n"
    )
    recording = only(text)
    assert recording.started_at == datetime(2018, 9, 12, 15, 2, 23, tzinfo=UTC)
    assert (recording.distance_m, recording.elapsed_time_s) == (5012.3, 1850)
    assert notes(text) == []


def test_c7_dates_are_utc_with_twelve_hours_and_any_blank_before_pm() -> None:
    evening = STRAVA_ROW.replace("6:30:00 AM", "6:30:00\u202fPM")
    assert only(f"{STRAVA}\n{evening}").started_at == datetime(2024, 3, 10, 18, 30, tzinfo=UTC)


def test_headings_wrapped_in_html_are_read() -> None:
    header = STRAVA.replace("Moving Time", '"<span class=""missing"">Moving Time</span>"')
    assert only(f"{header}\n{STRAVA_ROW}").moving_time_s == 1800


def test_an_elapsed_time_of_months_is_unknown_and_said_so() -> None:
    text = f"{STRAVA}\n{STRAVA_ROW.replace('1850.0', '7253684.0').replace('1860', '7253684')}"
    assert only(text).elapsed_time_s is None
    assert "absurd-time" in notes(text)
