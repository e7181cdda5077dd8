"""Mara Voss, an invented runner: 17.4 km on Sunday 22 November 2026 after 14.0 km on 1 November."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from runadvisor.advisor import Advice
from runadvisor.domain.activity import Activity, Sport, ZoneSource
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days, week_start
from runadvisor.domain.knowledge import (
    BlockKind,
    BlockTemplate,
    Catalog,
    Citation,
    Exercise,
    RedFlag,
    Urgency,
)
from runadvisor.domain.plan import (
    DayKind,
    PlannedBlock,
    PlannedDay,
    PlannedWeek,
    Stopped,
    TrainingPlan,
)
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.training_load.load_series import load_series
from runadvisor.training_load.workload import workload

AS_OF = date(2026, 11, 24)
FIRST_MONDAY = date(2026, 6, 1)
ACT_DAY = date(2026, 7, 26)
SPIKE_DAY = date(2026, 11, 22)
LONGEST_DAY = date(2026, 11, 1)
UNTIL = date(2026, 12, 6)

_LONG_M = {ACT_DAY: 16_200, LONGEST_DAY: 14_000, SPIKE_DAY: 17_400}
_SHORT_M = {1: (4_600, 3_600, 5_000), 3: (4_200, 5_100, 3_400), 5: (5_200, 4_400, 3_900)}
_WEEKS = """
R  B30 5.0 6.0 R+ 4.0 L12.0
R  5.5 B40+ 6.5 R+ 4.5 L13.0
R  6.0+ B40 H6.0 R+ 5.0 L14.0
R  5.0 B30+ 5.0 R+ R L10.0
R  5.0 B30+ 5.0 R+ R L10.0
"""


def activities(weeks: int = 25) -> tuple[Activity, ...]:
    """Three short runs and a long one each week, a ride now and then, up to 22 November."""
    last_monday = week_start(SPIKE_DAY)
    found: list[Activity] = []
    for monday in (last_monday - timedelta(weeks=back) for back in reversed(range(weeks))):
        for day in days(monday, monday + timedelta(days=DAYS_PER_WEEK)):
            choice = day.toordinal() // DAYS_PER_WEEK
            if day.weekday() == 6:
                distance_m = _LONG_M.get(day, 9_000 + choice % 4 * 900)
            elif day.weekday() in _SHORT_M:
                distance_m = _SHORT_M[day.weekday()][choice % 3]
            elif day.weekday() == 0 and choice % 5 == 0:
                found.append(activity(len(found) + 1, day, Sport.RIDE, 14_000))
                continue
            else:
                continue
            found.append(activity(len(found) + 1, day, Sport.RUN, distance_m))
    return tuple(found)


def activity(number: int, day: date, sport: Sport, distance_m: float | None) -> Activity:
    return Activity(
        activity_id=number,
        started_at=datetime.combine(day, time(7), UTC),
        zone="Europe/Berlin",
        zone_source=ZoneSource.HOME,
        local_date=day,
        sport=sport,
        distance_m=distance_m,
        moving_time_s=2400.0,
    )


def spike(
    known: tuple[Activity, ...],
    *,
    day: date = SPIKE_DAY,
    tier: Tier = Tier.WATCH,
    longest_m: int = 14_000,
    longest_date: date = LONGEST_DAY,
) -> TrainingWarning:
    """R01 for the run of a day."""
    run = next(one for one in known if one.local_date == day)
    longest = next((one for one in known if one.local_date == longest_date), run)
    distance_m = run.distance_m or 0
    until = day + timedelta(days=14)
    values = {
        "distance_m": distance_m,
        "longest_m": longest_m,
        "longest_date": longest_date,
        "ratio": distance_m / longest_m,
        "jump_percent": (distance_m / longest_m - 1) * 100,
        "run_weekday": day,
        "limit_m": longest_m * 11 // 10,
        "until_date": until,
    }
    return TrainingWarning(
        rule="R01",
        code="session-spike",
        tier=tier,
        grade=EvidenceGrade.MODERATE,
        date=day,
        clears_on=until + ONE_DAY,
        activity_ids=(run.activity_id, longest.activity_id),
        title=Message("A run much longer than usual"),
        message=Message(
            "{run_weekday}’s {distance_m} was {jump_percent} longer than any run of the"
            " 30 days before.",
            values,
        ),
        values=values,
        clears=Message("It ends after {until_date}.", values),
        advice=(Message("Rest or easy cross-training on the day after."),),
        sure=Message("One large study: 5,205 runners, 588,071 runs."),
        not_shown=Message("Cause. Runners reported injuries themselves."),
        citations=("frandsen2025",),
    )


def few_rest_days() -> TrainingWarning:
    """R08, info."""
    return TrainingWarning(
        rule="R08",
        code="few-rest-days",
        tier=Tier.INFO,
        grade=EvidenceGrade.WEAK,
        date=SPIKE_DAY,
        clears_on=None,
        title=Message("Few rest days"),
        message=Message("7 of the last 28 days were without running or hard training."),
        values={"rest_days": 7},
        clears=Message("Eight rest days in four weeks."),
        advice=(Message("Make two days a week rest days."),),
        sure=Message("Weak. Elite athletes answered from memory."),
        not_shown=Message("Whether it holds for you."),
        citations=("own_choice",),
    )


CORE = PlannedBlock(
    kind=BlockKind.STRENGTH,
    template_id="hip-core-25",
    title="Hip & core 25",
    short_title="core 25",
    exercises=("E07", "E21"),
    minutes=25,
    is_heavy=True,
)
STRETCH = PlannedBlock(
    kind=BlockKind.STRETCHING,
    template_id="hip-flexor-stretch",
    title="Hip flexor stretch",
    short_title="stretch 6",
    exercises=("E04",),
    minutes=6,
    is_heavy=False,
)

_SHAPES = {
    "R": (DayKind.REST, "Rest", None),
    "B": (DayKind.CROSS, "Bike", "Effort 2 to 3 of 10, light"),
    "L": (DayKind.LONG, "Long run, easy", "Effort 3 of 10, slower at the end is fine"),
    "H": (DayKind.HARD, "Hard run, 3 × 5 min", "Effort 7 of 10 in the fast parts"),
    "": (DayKind.EASY, "Easy run", "Effort 2 to 3 of 10, you can talk"),
}
_REST_REASONS = {
    0: "The day after the long run: tendon and bone rebuild slower than breath.",
    5: "The eve of the long run: fresh legs carry it best.",
}


def planned_day(day: date, word: str, *, limit_m: int) -> PlannedDay:
    """Return the day a word of the week table stands for: ``B40+`` is 40 min bike and core."""
    number = word.strip("RBLH+")
    kind, title, effort = _SHAPES[word[0] if word[0] in _SHAPES else ""]
    distance_m = round(float(number) * 1000) if kind.is_run else None
    return PlannedDay(
        date=day,
        kind=kind,
        distance_m=distance_m,
        moving_time_s=int(number) * 60 if kind is DayKind.CROSS else None,
        intensity=None if effort is None else Message(effort),
        title=Message(title),
        reason=Message(_REST_REASONS.get(day.weekday(), "One of two days a week without running.")),
        limit_m=limit_m,
        blocks=(CORE,) if word.endswith("+") else (STRETCH,) if kind is DayKind.EASY else (),
    )


def plan(first: date = AS_OF, weeks: int = 4) -> TrainingPlan:
    table = [line.split() for line in _WEEKS.strip().splitlines()]
    end = first + timedelta(weeks=weeks)
    mondays = list(days(week_start(first), end))[::DAYS_PER_WEEK]
    rows: list[PlannedWeek] = []
    for number, monday in enumerate(mondays, start=1):
        limit_m = 15_400 if monday <= UNTIL else 16_900
        cells = tuple(
            planned_day(day, table[number - 1][day.weekday()], limit_m=limit_m)
            if first <= day < end
            else None
            for day in days(monday, monday + timedelta(days=DAYS_PER_WEEK))
        )
        rows.append(
            PlannedWeek(
                start=monday,
                number=number,
                days=cells,
                done_m=0,
                planned_m=sum(cell.distance_m or 0 for cell in cells if cell),
                limit_m=limit_m,
                is_lighter=number == 4,
            )
        )
    return TrainingPlan(
        as_of=AS_OF,
        first_day=first,
        days=tuple(cell for row in rows for cell in row.days if cell),
        weeks=tuple(rows),
        clearing={"R01": UNTIL + ONE_DAY},
        notes=(Message("At least two days without running in any week."),),
        easy_pace_s_per_km=(365, 395),
    )


def advice(
    *, history_weeks: int = 25, first: date = AS_OF, standing: bool = True, name: str = "Mara Voss"
) -> Advice:
    """Return the advice of Tuesday 24 November 2026."""
    known = activities(history_weeks)
    spikes = [spike(known)] if known else []
    if any(one.local_date == ACT_DAY for one in known):
        spikes.append(
            spike(known, day=ACT_DAY, tier=Tier.ACT, longest_m=11_700, longest_date=ACT_DAY)
        )
    return Advice(
        as_of=AS_OF,
        athlete=Athlete(name=name),
        activities=known,
        load=load_series(known, as_of=AS_OF),
        work=workload(known, features={}, athlete=Athlete(name=name)),
        standing=(spikes[0], few_rest_days()) if standing and known else (),
        raised=tuple(sorted(spikes, key=lambda one: one.date)),
        plan=plan(first),
    )


def stopped(tier: Tier = Tier.STOP_RUN) -> Advice:
    """Return an advice under a stop: no running."""
    given = advice()
    stop = Stopped(
        tier=tier,
        reason=Message("Front-hip pain with a limp: no running until it has been looked at."),
        advice=(Message("See a doctor today or tomorrow."), Message("Walking is fine.")),
    )
    return replace(given, plan=replace(given.plan, days=(), weeks=(), stopped=stop))


def catalog() -> Catalog:
    """Return as much knowledge as the plan names."""
    exercises = (
        _exercise("E07", "Side-lying leg raise", "3 × 12 each side"),
        _exercise("E21", "Copenhagen, knee on bench", "2 × 5 each side", checked=False),
        _exercise("E04", "Half-kneel hip flexor stretch", "3 × 30 s each side"),
    )
    return Catalog(
        citations={
            "frandsen2025": Citation(
                key="frandsen2025",
                short="Frandsen 2025",
                full="Frandsen and others 2025, British Journal of Sports Medicine 59:1203",
            ),
            "own_choice": Citation(key="own_choice", short="our choice", full="Our own choice"),
        },
        exercises={one.exercise_id: one for one in exercises},
        templates={
            block.template_id: BlockTemplate(
                template_id=block.template_id,
                kind=block.kind,
                title=block.title,
                short_title=block.short_title,
                minutes=block.minutes,
                rounds=2,
                exercises=block.exercises,
                note="pain while doing it: at most 3 of 10",
            )
            for block in (CORE, STRETCH)
        },
        red_flags=(
            RedFlag(
                flag_id="NOW-1",
                urgency=Urgency.NOW,
                text="Chest pain or pressure that stays, coughing blood.",
                on_sheet=True,
            ),
            RedFlag(
                flag_id="U-b",
                urgency=Urgency.URGENT,
                text="Bone pain at one spot, or at night, or when walking.",
                on_sheet=True,
            ),
            RedFlag(
                flag_id="U-k",
                urgency=Urgency.URGENT,
                text="Asked for in the app only.",
                on_sheet=False,
            ),
        ),
    )


def _exercise(key: str, name: str, dose: str, *, checked: bool = True) -> Exercise:
    return Exercise(
        exercise_id=key,
        name=name,
        how="Lift slowly, pause a second, lower slowly.",
        dose=dose,
        avoid_when="a fresh strain",
        citation="frandsen2025",
        checked=checked,
    )
