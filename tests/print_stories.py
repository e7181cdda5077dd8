"""The runners whose prints are looked at: new, seasoned, injured, stopped."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from runadvisor.advisor import advise
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import Diary, Injury, InjuryKind
from runadvisor.domain.plan import PlanWishes
from tests.builders import runs, weekly_runs
from tests.diaries import DAY, YES, healthy, pain

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog

_MONDAY = DAY - timedelta(days=1)


def stories(catalog: Catalog) -> dict[str, Advice]:
    """Return the advice of each invented runner on the same Tuesday."""
    return {
        "new runner, 3 runs": new_runner(catalog),
        "10 years, 6 runs a week": seasoned(catalog),
        "injured, ladder": injured(catalog),
        "stop": stopped(catalog),
    }


@cache
def _runner() -> Athlete:
    return Athlete(name="Mara Voss")


def new_runner(catalog: Catalog) -> Advice:
    """Return the advice after three first runs."""
    first = _MONDAY - timedelta(days=6)
    known = runs([(0, 2_000), (2, 2_500), (5, 3_000)], start=first)
    return advise(known, as_of=DAY, catalog=catalog, athlete=_runner())


def seasoned(catalog: Catalog) -> Advice:
    """Return the advice after ten years of six runs a week, the last a much longer one."""
    weeks = 520
    week = {0: 8_000.0, 1: 12_000.0, 2: 8_000.0, 3: 14_000.0, 5: 10_000.0, 6: 22_000.0}
    known = weekly_runs(weeks, week, start=_MONDAY - timedelta(weeks=weeks))
    spike = runs([(0, 29_000)], start=DAY - timedelta(days=1))
    return advise([*known, *spike], as_of=DAY, catalog=catalog, athlete=_runner())


def injured(catalog: Catalog) -> Advice:
    """Return the advice after five weeks off with a calf strain: the walk-run ladder."""
    weeks = 30
    known = weekly_runs(
        weeks, {1: 6_000.0, 3: 7_000.0, 6: 14_000.0}, start=_MONDAY - timedelta(weeks=weeks + 5)
    )
    diary = Diary(
        injuries=(
            Injury(
                region=BodyRegion.CALF,
                side=Side.RIGHT,
                start=DAY - timedelta(days=36),
                end=DAY - timedelta(days=3),
                kind=InjuryKind.OTHER,
            ),
        ),
        health=healthy(),
    )
    return advise(
        known, as_of=DAY, catalog=catalog, athlete=_runner(), wishes=PlanWishes(), diary=diary
    )


def stopped(catalog: Catalog) -> Advice:
    """Return the advice of somebody whose front hip hurts at rest."""
    known = weekly_runs(
        26, {1: 6_000.0, 3: 7_000.0, 6: 14_000.0}, start=_MONDAY - timedelta(weeks=26)
    )
    hip = pain(BodySite.FRONT_HIP, 4, answers={"rest": YES}, note="since the last long run")
    diary = Diary(pain=(hip,), health=healthy())
    return advise(known, as_of=DAY, catalog=catalog, athlete=_runner(), diary=diary)
