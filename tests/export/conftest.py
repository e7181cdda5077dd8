"""A history of every kind of recording, and a diary beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Recording, Source, Sport, StartPrecision, ZoneSource
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import Answer, CheckIn, Diary, IllnessSign, Injury
from runadvisor.domain.exercise import Feel
from runadvisor.history.changes import EditField
from runadvisor.history.exercise_log import tick_exercises
from runadvisor.history.requests import edit
from runadvisor.history.store import History
from tests.diaries import at, healthy, later, pain, seen, told
from tests.tracks import track, without

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.activity import Track

AS_OF = date(2026, 11, 24)
FIRST = datetime(2026, 9, 1, 6, 30, 15, tzinfo=UTC)
BERLIN = {"zone": "Europe/Berlin", "zone_source": ZoneSource.POSITION}
FORMULA = "=HYPERLINK(1)"


def recording(number: int, *, kind: str = "gpx", **fields: Any) -> Recording:
    return Recording(
        **{
            "source": Source(path=f"{number}.{kind}", member=None, format=kind),
            "digest": f"digest-{number}",
            "started_at": FIRST + timedelta(days=2 * number),
            "sport": Sport.RUN,
            "distance_m": 10_000.4,
            "moving_time_s": 3_600.5,
            "elapsed_time_s": 3_650.0,
        }
        | BERLIN
        | fields
    )


def with_track(number: int, run: Track, **fields: Any) -> Recording:
    climb: dict[str, Any] = {"elevation_gain_m": 16.8, "elevation_loss_m": 10.75}
    return recording(
        number,
        track=run,
        points=len(run),
        average_heart_rate_bpm=145.0,
        max_heart_rate_bpm=171.0,
        average_cadence_spm=168.0,
        **(climb | fields),
    )


def recordings() -> list[Recording]:
    outdoors = track((600, 2.8), (300, 3.6), (600, 2.8), grade=(0.01, -0.01, 0.0))
    indoors = without(outdoors, "latitude_deg", "longitude_deg", "altitude_m")
    halves = replace(outdoors, segment=(outdoors.time_s > 700).astype("int32"))
    rows = [
        recording(20 + number, kind="list-csv", distance_m=8_000.0 + 250 * number)
        for number in range(10)
    ]
    return [
        with_track(1, outdoors, name="Round the lake", distance_m=4_440.0, moving_time_s=1_500.0),
        with_track(2, indoors, kind="fit", sport=Sport.TREADMILL_RUN, distance_m=4_400.0),
        with_track(3, halves, sport=Sport.TRAIL_RUN, elevation_gain_m=120.5, elevation_loss_m=90.0),
        recording(4, distance_m=None, kind="list-csv", average_heart_rate_bpm=150.0),
        recording(5, sport=Sport.RIDE, distance_m=30_000.0, name=FORMULA),
        recording(6, sport=Sport.STRENGTH, distance_m=None, session_rpe=6.0),
        recording(
            7,
            kind="list-csv",
            started_at=None,
            local_start=datetime(2026, 9, 15, 12),  # noqa: DTZ001 - a wall clock
            precision=StartPrecision.DAY,
            zone=None,
            zone_source=None,
        ),
        recording(8, is_race=True, session_rpe=8.0, notes="Cold, “quick”;\nthen rain."),
        recording(9, started_at=FIRST + timedelta(days=18, milliseconds=250)),
        recording(10, started_at=FIRST + timedelta(days=18, minutes=90)),
        *rows,
    ]


def diary() -> Diary:
    """Return a record of every kind."""
    day = date(2026, 11, 20)
    calf = pain(BodySite.CALF, 2, day=day, note="since =SUM(1)")
    return Diary(
        pain=(replace(calf, entered_at=at(day), ticked=frozenset({"b", "a"})),),
        check_ins=(
            CheckIn(
                date=day,
                entered_at=at(day),
                sleep_h=6.5,
                illness=frozenset({IllnessSign.NECK_UP}),
                took_fever_medicine=Answer.NO,
                medicines="none; really",
            ),
            CheckIn(date=later(-1), entered_at=at(later(-1)), illness=frozenset()),
        ),
        injuries=(
            Injury(region=BodyRegion.KNEE, side=Side.LEFT, start=date(2025, 3, 1), note="skiing"),
        ),
        health=healthy(),
        screenings=(told(day=day),),
        clearances=(seen(later(-2)),),
    )


@pytest.fixture(scope="package")
def advisor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Advisor]:
    with History.open(tmp_path_factory.mktemp("full") / "full.runadvisor") as history:
        history.add(recordings(), home_zone="Europe/Berlin")
        lake = next(one for one in history.activities() if one.name == "Round the lake")
        history.ask(lambda index: edit(index, [lake.activity_id], EditField.DISTANCE_M, 4_500.0))
        full = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        full.keep_athlete(Athlete(resting_heart_rate_bpm=52, max_heart_rate_bpm=188))
        full.keep(diary())
        tick_exercises(history, date(2026, 11, 20), ["E07"], is_done=True, feel=Feel.EASY)
        tick_exercises(history, date(2026, 11, 20), ["E11"], is_done=True)
        yield full
