"""The sport a word names."""

from __future__ import annotations

import pytest

from runadvisor.domain.activity import Sport
from runadvisor.sources.sport_words import sport_of

WORDS = {
    Sport.RUN: "Run|Running|Lauf|Laufen|Löpning|Løb|Løping|Bieganie|Carrera|Course à pied|Corsa"
    "|Corrida|Hardlopen|Hardloopsessie|跑步|ラン|Track Running|RUNNING",
    Sport.TRAIL_RUN: "Trail Run|trail_running|TrailRun",
    Sport.TREADMILL_RUN: "Treadmill Running|Laufbandtraining|Löpband|Corrida em esteira"
    "|Entrenamiento en cinta|Virtual Run|VirtualRun|Indoor Running|跑步机",
    Sport.RIDE: "Ride|Virtual Ride|Cycling|Radfahren|Vélo|Ciclismo|Fietsrit|mountain biking|骑行"
    "|Trail Ride|Indoor Cycling|E-Bike Ride",
    Sport.SWIM: "Swim|Pool Swim|Schwimmen|Schwimmbadschwimmen|Natation|Natação em piscina",
    Sport.WALK: "Walk|Walking|Spaziergang|Marche",
    Sport.HIKE: "Hike|Hiking|Wandern|Randonnée",
    Sport.SKI: "Nordic Ski|Alpine Ski|AlpineSki|Langlaufen",
    Sport.STRENGTH: "Weight Training|Strength Training|Krafttraining|Treinamento de força"
    "|WeightTraining",
    Sport.ELLIPTICAL: "Elliptical|Crosstrainer",
    Sport.YOGA: "Yoga|Pilates",
    Sport.ROW: "Rowing|Rudern",
    Sport.OTHER: "Workout|Sail|Football (Soccer)|Snowshoe",
}


@pytest.mark.parametrize(
    ("word", "sport"),
    [(word, sport) for sport, words in WORDS.items() for word in words.split("|")],
)
def test_a_word_of_an_export_names_its_sport_in_any_language(word: str, sport: Sport) -> None:
    assert sport_of(word) is sport


@pytest.mark.parametrize("word", ["", "LaD", "WK", "unknown", "gpx from joyrun 1646833486", "t"])
def test_words_we_do_not_know_name_no_sport(word: str) -> None:
    assert sport_of(word) is None
