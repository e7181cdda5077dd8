"""The rules of load, each just below and just above each of its edges."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from runadvisor.domain.activity import Activity, Sport
from runadvisor.domain.athlete import NOBODY, Athlete, Experience, GapAnswer, GapKind
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import Diary, Injury
from runadvisor.domain.track_features import BestEffort, FastBouts, Stretches, TrackFeatures
from runadvisor.domain.warning import Tier
from runadvisor.training_load.workload import workload
from runadvisor.warning.rule import Facts, facts
from runadvisor.warning.rules import RULES
from tests.builders import DAY_ONE, activity
from tests.diaries import pain
from tests.tracks import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RULE = {rule.rule_id: rule for rule in RULES}
NEW = Athlete(experience=Experience.NEW)
EASY = Athlete(easy_speed_mps=2.5)
FAST = Athlete(easy_speed_mps=2.5, threshold_speed_mps=3.0)
NO_ROWS = np.zeros(0, dtype=np.float32)


def day(number: int) -> date:
    return DAY_ONE + timedelta(days=number)


def run(number: int, metres: float | None = 10_000, **fields: Any) -> Activity:
    """A run on a day; its id is told apart by day and distance."""
    return activity(day(number), metres, number=number * 100_000 + round(metres or 0), **fields)


def later_that_day(number: int, metres: float, hours: float, **fields: Any) -> Activity:
    first = run(number, metres)
    return run(number, metres, started_at=first.started_at + timedelta(hours=hours), **fields)


def every(days: Sequence[int], metres: float = 10_000, **fields: Any) -> list[Activity]:
    return [run(number, metres, **fields) for number in days]


def weeks(*metres: float) -> list[Activity]:
    """Each week's distance in three equal runs, on Monday, Wednesday and Saturday."""
    return [run(7 * n + d, m / 3) for n, m in enumerate(metres) for d in (0, 2, 5)]


def paced(number: int, minutes: float, mps: float, **fields: Any) -> Activity:
    return run(number, minutes * 60 * mps, moving_time_s=minutes * 60, **fields)


def sore(site: BodySite, number: int) -> Diary:
    return Diary(pain=(pain(site, 3, day=day(number)),))


def bouts(mps: float, count: int, seconds: int, *, top_mps: float = 7.0) -> TrackFeatures:
    return TrackFeatures(
        stretches=Stretches(
            seconds=NO_ROWS,
            speed_mps=NO_ROWS,
            grade=NO_ROWS,
            cadence_spm=NO_ROWS,
            heart_rate_bpm=NO_ROWS,
        ),
        best_efforts=(BestEffort(10, top_mps * 10),),
        fast_bouts=(FastBouts(mps, count, seconds),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    rule: str
    what: str
    history: list[Activity]
    tier: Tier | None
    athlete: Athlete = NOBODY
    diary: Diary = field(default_factory=Diary)
    features: Mapping[int, TrackFeatures] = field(default_factory=dict)
    days_after: int = 0
    """Days from the last activity to the day that is looked at."""


def known_of(case: Case) -> Facts:
    last = max(a.local_date for a in case.history)
    return facts(
        case.history,
        as_of=last + timedelta(days=case.days_after),
        athlete=case.athlete,
        diary=case.diary,
        work=workload(case.history, features=case.features, athlete=case.athlete),
    )


def edges(
    rule: str, what: str, below: list[Activity], above: list[Activity], tiers: Any, **given: Any
) -> list[Case]:
    """Two cases: just below an edge, and just above it."""
    return [
        Case(rule=rule, what=f"{what}, {side}", history=history, tier=tier, **given)
        for side, history, tier in zip(("below", "above"), (below, above), tiers, strict=True)
    ]


INFO, WATCH, ACT = Tier.INFO, Tier.WATCH, Tier.ACT
TEN = every([0, 3])
MONTH = every(range(0, 42, 3))
THREE_KM = every([0, 3], 3_000)


def timed(seconds: float, *, usual_s: float = 6000) -> list[Activity]:
    usual = every(range(0, 33, 3), moving_time_s=usual_s)
    return [*usual, run(36, None, moving_time_s=seconds)]


def same_days(minutes: float, run_days: int) -> list[Activity]:
    """Nine weeks of four days of 75 minutes, then a week of equal days."""
    usual = [paced(7 * n + d, 75, 2.5) for n in range(13) for d in (0, 2, 4, 6)]
    return [*usual, *(paced(91 + d, minutes, 2.5) for d in range(7 - run_days, 7))]


def resting(run_days: list[int]) -> list[Activity]:
    """Four weeks from a walk on, with so many running days."""
    return [run(0, 900, sport=Sport.WALK), *every(run_days), run(27, 900, sport=Sport.WALK)]


def hard(*numbers: int, rpe: float = 7) -> list[Activity]:
    return [*every([0]), *every(numbers, session_rpe=rpe)]


def hip(minutes: float, *, usual_min: float = 0) -> list[Activity]:
    easy = [paced(d, 30, 2.5) for d in range(0, 42, 2)]
    usual = [paced(d, usual_min, 3.5) for d in range(1, 36, 7)] if usual_min else []
    return [*easy, *usual, paced(43, minutes, 3.5)]


def tracked(history: list[Activity]) -> dict[int, TrackFeatures]:
    """What the tracks of these runs say: even pace, even cadence, flat."""
    return {
        a.activity_id: features(
            (a.moving_time_s or 0, (a.distance_m or 0) / (a.moving_time_s or 1)), cadence=165.0
        )
        for a in history
    }


def hip_edges(what: str, below: list[Activity], above: list[Activity]) -> list[Case]:
    """Two cases just below and just above an edge of R10, each with its tracks."""
    return [
        replace(case, features=tracked(list(case.history)))
        for case in edges("R10", what, below, above, (None, WATCH), athlete=EASY)
    ]


def fast(seconds: float, *, usual_s: float = 0) -> list[Activity]:
    easy = [paced(7 * n, 30, 2.5) for n in range(6)]
    usual = [paced(7 * n + 2, usual_s / 60, 3.2) for n in range(5)] if usual_s else []
    return [*easy, *usual, paced(41, seconds / 60, 3.2)]


def hills(
    measure: str, height_m: float, *, usual_m: float, metres: float = 10_000
) -> list[Activity]:
    usual = every(range(0, 33, 3), **{measure: usual_m})
    return [*usual, run(36, metres, **{measure: height_m})]


def back(metres: float, *, days_off: int, **fields: Any) -> list[Activity]:
    return [*every(range(0, 30, 2)), run(28 + days_off + 1, metres, **fields)]


def races(*numbers: int, metres: float = 5_000) -> list[Activity]:
    return [*every([0]), *every(numbers, metres, is_race=True)]


def split(*metres: float, usual_m: float = 10_000) -> list[Activity]:
    """Runs of one day, or of the last days, after five weeks of the same run."""
    usual = every(range(0, 33, 3), usual_m)
    return [*usual, *(later_that_day(36, m, 6 * n) for n, m in enumerate(metres))]


def two_days(first_m: float, second_m: float) -> list[Activity]:
    return [*every(range(0, 33, 3)), run(36, first_m), run(37, second_m)]


def surface(trail_m: float, road_m: float = 1_000, *, before_m: float = 0) -> list[Activity]:
    road = every(range(0, 36, 3))
    trail = [run(20, before_m, sport=Sport.TRAIL_RUN)] if before_m else []
    return [*road, *trail, run(41, road_m), run(42, trail_m, sport=Sport.TRAIL_RUN)]


def steps(spm: float) -> list[Activity]:
    return [paced(d, 30, 2.5, average_cadence_spm=spm) for d in range(0, 12, 2)]


def lifting(*numbers: int) -> list[Activity]:
    return [run(0), *(run(n, None, sport=Sport.STRENGTH) for n in numbers)]


def sprints(count: int, *, before: int = 0) -> dict[str, Any]:
    history = [run(0), run(10), run(30)]
    ids = [a.activity_id for a in history]
    return {
        "history": history,
        "features": {
            ids[0]: bouts(6.3, 0, 0),
            ids[1]: bouts(6.3, before, 30),
            ids[2]: bouts(6.3, count, 30),
        },
    }


def well_over(seconds: int) -> dict[str, Any]:
    history = fast(590)
    return {
        "history": history,
        "features": {history[-1].activity_id: bouts(3.4, 2, seconds)},
        "athlete": FAST,
    }


def very_fast(seconds: int, *, usual_s: int = 0) -> dict[str, Any]:
    history = [paced(d, 30, 2.5) for d in range(0, 44, 2)]
    ids = [a.activity_id for a in history]
    usual = {i: bouts(5.0, 3, usual_s) for i in ids[:-1:3]} if usual_s else {}
    # A fast stretch that its run's mean does not show.
    return {
        "history": history,
        "features": {**usual, ids[-1]: bouts(5.0, 3, seconds)},
        "athlete": Athlete(easy_speed_mps=2.5, threshold_speed_mps=4.0),
    }


OVER_50 = Athlete(birth_year=1976)
UNDER_50 = Athlete(birth_year=1977)
ELSEWHERE = Athlete(
    gap_answers=(GapAnswer(first_day=day(29), last_day=day(42), kind=GapKind.NOT_RECORDED),)
)
HURT = Diary(injuries=(Injury(region=BodyRegion.CALF, side=Side.LEFT, start=day(25), end=day(40)),))

CASES = [
    *edges("R01", "10 %", [*TEN, run(6, 11_000)], [*TEN, run(6, 11_001)], (INFO, WATCH))[1:],
    *edges("R01", "30 %", [*TEN, run(6, 13_000)], [*TEN, run(6, 13_001)], (WATCH, ACT)),
    *edges("R01", "100 %", [*TEN, run(6, 20_000)], [*TEN, run(6, 20_001)], (ACT, ACT)),
    *edges("R01", "1 km", [*THREE_KM, run(6, 3_999)], [*THREE_KM, run(6, 4_000)], (INFO, ACT)),
    *edges("R02", "10 %", timed(6600), timed(6601), (None, INFO)),
    *edges("R02", "30 %", timed(7800), timed(7801), (INFO, WATCH)),
    *edges("R02", "6 min", timed(2159, usual_s=1800), timed(2160, usual_s=1800), (None, INFO)),
    *edges(
        "R04",
        "30 %",
        weeks(*[12e3] * 4, 15_600),
        weeks(*[12e3] * 4, 15_603),
        (None, INFO),
        days_after=1,
    ),
    *edges(
        "R04",
        "30 %, new",
        weeks(*[12e3] * 4, 15_600),
        weeks(*[12e3] * 4, 15_603),
        (None, WATCH),
        days_after=1,
        athlete=NEW,
    ),
    *edges(
        "R04",
        "10 km",
        weeks(*[6e3] * 4, 9_999),
        weeks(*[6e3] * 4, 10_002),
        (None, INFO),
        days_after=1,
    ),
    *edges("R06", "1.5", same_days(75, 4), same_days(75, 5), (None, INFO)),
    *edges("R06", "its own usual week", same_days(49.9, 6), same_days(50, 6), (INFO, WATCH)),
    *edges("R06", "most of a usual week", same_days(35.9, 5), same_days(36, 5), (None, INFO)),
    *edges("R07", "own most", same_days(75, 4), same_days(75.1, 5), (None, INFO)),
    *edges(
        "R08",
        "8 of 28",
        resting([d for d in range(28) if d % 7 not in {0, 3}]),
        resting([d for d in range(28) if d % 7 not in {0, 3} or d == 7]),
        (None, INFO),
    ),
    *edges(
        "R08",
        "4 of 28",
        resting([d for d in range(28) if d % 7]),
        resting([d for d in range(28) if d % 7 or d == 7]),
        (INFO, WATCH),
    ),
    *edges("R08", "14 in a row", every(range(13)), every(range(14)), (None, WATCH)),
    *edges("R09", "a day between", hard(8, 10), hard(8, 9), (None, WATCH)),
    *edges("R09", "effort of 7", hard(8, 9, rpe=6.9), hard(8, 9), (None, WATCH)),
    Case(rule="R09", what="at 49", history=hard(8, 9), tier=WATCH, athlete=UNDER_50),
    Case(rule="R09", what="at 50", history=hard(8, 9), tier=ACT, athlete=OVER_50),
    Case(
        rule="R09",
        what="with pain that called",
        history=hard(8, 9),
        tier=ACT,
        diary=sore(BodySite.ACHILLES, 5),
    ),
    Case(
        rule="R09",
        what="same day",
        history=[run(8, session_rpe=8), later_that_day(8, 5_000, 6, session_rpe=8)],
        tier=WATCH,
    ),
    *hip_edges("1,500 steps", hip(9.4), hip(9.6)),
    *hip_edges("half as much again", hip(45, usual_min=30), hip(45.5, usual_min=30)),
    Case(rule="R10", what="no tracks", history=hip(30), tier=None, athlete=EASY),
    Case(
        rule="R10",
        what="front hip sore",
        history=hip(9.6),
        features=tracked(hip(9.6)),
        tier=ACT,
        athlete=EASY,
        diary=sore(BodySite.FRONT_HIP, 40),
    ),
    Case(
        rule="R10",
        what="no easy speed",
        history=[run(d, moving_time_s=None) for d in range(0, 44, 2)],
        tier=None,
    ),
    Case(rule="R10", what="very fast, below", tier=None, **very_fast(179)),
    Case(rule="R10", what="very fast, above", tier=WATCH, **very_fast(180)),
    *edges(
        "R11",
        "10 min more",
        fast(1199, usual_s=600),
        fast(1200, usual_s=600),
        (None, WATCH),
        athlete=FAST,
    ),
    *edges(
        "R11",
        "30 %",
        fast(3120, usual_s=2400),
        fast(3121, usual_s=2400),
        (None, WATCH),
        athlete=FAST,
    ),
    *edges("R11", "first, 15 min", fast(590), fast(901), (None, ACT), athlete=FAST),
    Case(rule="R11", what="first, 5 min well over, below", tier=None, **well_over(300)),
    Case(rule="R11", what="first, 5 min well over, above", tier=ACT, **well_over(301)),
    *edges(
        "R12",
        "half as much again",
        hills("elevation_gain_m", 150, usual_m=100),
        hills("elevation_gain_m", 151, usual_m=100),
        (None, INFO),
    ),
    *edges(
        "R12",
        "150 m",
        hills("elevation_gain_m", 149, usual_m=60, metres=9_000),
        hills("elevation_gain_m", 150, usual_m=60, metres=9_000),
        (None, INFO),
    ),
    *edges(
        "R12",
        "15 m on a kilometre",
        hills("elevation_gain_m", 151, usual_m=60, metres=10_100),
        hills("elevation_gain_m", 152, usual_m=60, metres=10_100),
        (None, INFO),
    ),
    *edges(
        "R12",
        "20 m on a kilometre",
        hills("elevation_gain_m", 199, usual_m=60),
        hills("elevation_gain_m", 200, usual_m=60),
        (INFO, WATCH),
    ),
    Case(
        rule="R12",
        what="sit-bone sore",
        history=hills("elevation_gain_m", 151, usual_m=60),
        tier=WATCH,
        diary=sore(BodySite.SIT_BONE, 20),
    ),
    Case(
        rule="R12", what="no altitude", history=hills("elevation_gain_m", 300, usual_m=0), tier=None
    ),
    *edges(
        "R13",
        "half as much again",
        hills("elevation_loss_m", 150, usual_m=100),
        hills("elevation_loss_m", 151, usual_m=100),
        (None, INFO),
    ),
    *edges(
        "R13",
        "20 m on a kilometre",
        hills("elevation_loss_m", 199, usual_m=60),
        hills("elevation_loss_m", 200, usual_m=60),
        (INFO, WATCH),
    ),
    Case(
        rule="R13",
        what="knee sore",
        history=hills("elevation_loss_m", 151, usual_m=60),
        tier=WATCH,
        diary=sore(BodySite.KNEE_FRONT, 20),
    ),
    *edges(
        "R14", "160 steps", steps(161), steps(160), (None, INFO), diary=sore(BodySite.OUTER_HIP, 9)
    ),
    Case(
        rule="R14",
        what="front hip sore too",
        history=steps(160),
        tier=None,
        diary=Diary(
            pain=(
                pain(BodySite.OUTER_HIP, 3, day=day(9)),
                pain(BodySite.FRONT_HIP, 3, day=day(9), number=2),
            )
        ),
    ),
    Case(rule="R14", what="nothing sore", history=steps(160), tier=None),
    *edges(
        "R16",
        "8 running days",
        every(range(0, 28, 4)),
        [*every(range(0, 28, 3))[:8], run(27)],
        (None, INFO),
        days_after=7,
    ),
    Case(
        rule="R16",
        what="a ride",
        history=[*every(range(0, 28, 3)), run(20, sport=Sport.RIDE), run(27)],
        tier=None,
    ),
    *edges("R17", "3 km", every([0], 3_000), every([0], 3_001), (None, WATCH), athlete=NEW),
    Case(
        rule="R17",
        what="second week",
        history=[run(0, 3_000), run(7, 5_000)],
        tier=None,
        athlete=NEW,
    ),
    Case(rule="R17", what="used to it", history=every([0]), tier=None),
    *edges(
        "R18", "half after 14 days", back(5_000, days_off=14), back(5_001, days_off=14), (None, ACT)
    ),
    *edges(
        "R18",
        "four fifths after 13 days",
        back(8_000, days_off=13),
        back(8_001, days_off=13),
        (None, INFO),
    ),
    *edges("R18", "6 and 7 days", back(10_000, days_off=6), back(10_000, days_off=7), (None, INFO)),
    *edges(
        "R18",
        "the first rung after 30 days",
        back(1_600, days_off=30),
        back(1_601, days_off=30),
        (None, ACT),
    ),
    *edges(
        "R18",
        "the first rung after 14 days through injury",
        back(1_600, days_off=14),
        back(1_601, days_off=14),
        (None, ACT),
        diary=HURT,
    ),
    Case(
        rule="R18",
        what="13 days through injury",
        history=back(8_000, days_off=13),
        tier=None,
        diary=HURT,
    ),
    Case(
        rule="R18",
        what="the ladder outlasts the steps of a healthy break",
        history=[*back(1_600, days_off=14), *every(range(48, 64, 5), 1_600), run(67, 3_000)],
        tier=ACT,
        diary=HURT,
    ),
    Case(
        rule="R18",
        what="no such run after a healthy break",
        history=[*back(1_600, days_off=14), *every(range(48, 64, 5), 1_600), run(67, 3_000)],
        tier=None,
    ),
    Case(
        rule="R18", what="hard too soon", history=back(4_000, days_off=14, session_rpe=8), tier=ACT
    ),
    Case(
        rule="R18",
        what="a full week",
        history=[*back(5_000, days_off=14), *every([44, 45, 46, 47], 5_000)],
        tier=ACT,
    ),
    Case(
        rule="R18",
        what="ran elsewhere",
        history=back(10_000, days_off=14),
        tier=None,
        athlete=ELSEWHERE,
    ),
    *edges("R23", "10 days", [run(0), run(9)], [run(0), run(10)], (None, INFO)),
    *edges("R28", "3 days after 5 km", races(8, 12), races(8, 11), (None, WATCH)),
    *edges(
        "R28",
        "10 days after a marathon",
        races(8, 19, metres=42_195),
        races(8, 18, metres=42_195),
        (None, WATCH),
    ),
    *edges(
        "R28",
        "14 days after longer",
        races(8, 23, metres=50_000),
        races(8, 22, metres=50_000),
        (None, WATCH),
    ),
    *edges("R28", "three in 14 days", races(8, 15, 22), races(8, 15, 21), (None, WATCH)),
    Case(rule="R28", what="sore", history=races(8, 11), tier=ACT, diary=sore(BodySite.CALF, 10)),
    *edges("R29", "30 % on a day", split(6_500, 6_500), split(6_500, 6_510), (None, INFO)),
    *edges(
        "R29",
        "3 km on a day",
        split(4_000, 3_999, usual_m=5_000),
        split(4_000, 4_001, usual_m=5_000),
        (None, INFO),
    ),
    *edges("R29", "5 km in two days", two_days(7_500, 7_499), two_days(7_500, 7_500), (None, INFO)),
    Case(
        rule="R29",
        what="sore",
        history=split(6_500, 6_510),
        tier=WATCH,
        diary=sore(BodySite.CALF, 30),
    ),
    *edges(
        "R30",
        "two days more",
        [*every([0, 3, 7, 10, 14, 17, 21, 24]), *every([28, 30, 34], 6_000)],
        [*every([0, 3, 7, 10, 14, 17, 21, 24]), *every([28, 30, 32, 34], 5_000)],
        (None, INFO),
    ),
    Case(
        rule="R30",
        what="with a week jump",
        history=[*every([0, 3, 7, 10, 14, 17, 21, 24]), *every([28, 30, 32, 34])],
        tier=WATCH,
    ),
    *edges("R31", "8 km", surface(7_999), surface(8_000), (None, INFO)),
    *edges("R31", "half of the week", surface(8_000, 8_001), surface(8_000, 8_000), (None, INFO)),
    *edges(
        "R31",
        "a tenth before",
        surface(9_000, before_m=10_000),
        surface(9_000, before_m=9_000),
        (None, INFO),
    ),
    Case(rule="R33", what="three bouts, below", tier=None, **sprints(2)),
    Case(rule="R33", what="three bouts, above", tier=INFO, **sprints(3)),
    Case(rule="R33", what="sprinted lately", tier=None, **sprints(3, before=3)),
    Case(rule="R33", what="sore", tier=WATCH, diary=sore(BodySite.HAMSTRING, 20), **sprints(3)),
    *edges("R36", "21 days without", lifting(1, 23), lifting(1, 24), (INFO, INFO)),
    *edges(
        "R37",
        "half as much again",
        weeks(*[20e3] * 12, *[30e3] * 4),
        weeks(*[20e3] * 12, *[30.03e3] * 4),
        (None, INFO),
        days_after=1,
    ),
    Case(
        rule="R37",
        what="a lighter week",
        history=weeks(*[20e3] * 12, 33e3, 33e3, 19e3, 36e3),
        tier=None,
        days_after=1,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.what}")
def test_each_rule_speaks_on_its_side_of_each_edge(case: Case) -> None:
    known = known_of(case)
    warnings = RULE[case.rule].raised(known)
    tiers = [w.tier for w in warnings if w.code not in {"no-baseline", "short-history"}]
    assert max(tiers, default=None) == case.tier
