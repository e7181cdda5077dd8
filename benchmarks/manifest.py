"""``python -m benchmarks.manifest``: every file of the collection, each into a fresh history.

Prints what came in beside what the collection expects, and names each miss with its
reason. Ends with 1 where a miss has none.
"""

from __future__ import annotations

import csv
import math
import sys
import tempfile
from argparse import ArgumentParser
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from runadvisor.domain.activity import Activity, Recording
    from runadvisor.sources.import_report import ImportReport

    CameIn: TypeAlias = Activity | Recording

SAMPLES = Path(__file__).resolve().parents[1].parent / "shared" / "samples"
TRACK_FORMATS = frozenset({"gpx", "tcx", "fit", "fit.gz", "kml"})

NO_DEVICE_TOTAL = "a GPX holds no device total: the way of its points is what there is"
CLOCK_UNSET = "the watch counted from when it was switched on: its local time was taken"
ROUTE = "no point has a time: a route, named as such"
REASONS = {
    ("no_time.gpx", "points"): ROUTE,
    ("no_time.gpx", "distance"): ROUTE,
    ("track-with-extremes.gpx", "points"): ROUTE,
    ("track-with-extremes.gpx", "distance"): ROUTE,
    ("track_with_dilution_errors.gpx", "points"): ROUTE,
    ("legacy_gpx_pause_resume.gpx", "distance"): "two of its points lie beyond the pole",
    ("662168188.gpx", "distance"): NO_DEVICE_TOTAL,
    ("705495576.gpx", "distance"): f"{NO_DEVICE_TOTAL}, and the receiver stood still",
    ("714095632.gpx", "distance"): NO_DEVICE_TOTAL,
    ("662168188.gpx", "moving"): "57 s in which the points lead nowhere; the app’s timer ran on",
    ("714095632.gpx", "moving"): "36 s in which the points lead nowhere; the app’s timer ran on",
    ("TestEncode.fit", "points"): "one record and no activity: refused, as its remark asks",
    ("valid_only_contain_fileid.fit", "points"): "one record and no totals: refused, as its "
    "remark asks",
    ("antfs-dump.63.fit", "start"): CLOCK_UNSET,
    ("compressed-speed-distance.fit", "start"): CLOCK_UNSET,
    ("chained_Activity_activity_poolswim.fit", "distance"): "its paddle session tells no total: "
    "the way of its points counts too",
    ("generic_bad_rows.csv", "rows"): "of eight rows one is good, and it is there twice",
    ("trainingpeaks_workouts.csv", "rows"): "one done, one planned, one day of rest",
    ("samples.zip", "rows"): "the same ride three times and a folder: kept once",
    ("strava_bulk_small.zip", "rows"): "a FIT file of another day than its row: both stay",
}
"""Why an expectation is not met, by file and figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the collection says of one file; an empty text is no expectation."""

    path: str
    format: str
    figures: dict[str, str]

    @property
    def name(self) -> str:
        """The file's own name."""
        return Path(self.path).name

    @property
    def is_track(self) -> bool:
        """Whether it is a file of one recording rather than a list or an archive."""
        return self.format in TRACK_FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One figure of one file: what was expected, what came in."""

    file: str
    figure: str
    expected: str
    found: str
    is_kept: bool

    @property
    def reason(self) -> str | None:
        """Why it is missed; ``None`` where it is kept, or nobody knows."""
        return None if self.is_kept else REASONS.get((self.file, self.figure))


def expectations(samples: Path = SAMPLES) -> list[Expected]:
    """Return what the collection expects; nothing where there is none."""
    manifest = samples / "MANIFEST.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8") as file:
        return [_expected(row) for row in csv.DictReader(file, delimiter="\t")]


def _expected(row: dict[str, str]) -> Expected:
    is_track = row["format"] in TRACK_FORMATS
    distance = row["expect_distance_m"] or (row["geometric_distance_m"] if is_track else "")
    return Expected(
        path=row["path"],
        format=row["format"],
        figures={
            "start": row["expect_start_utc"],
            "points" if is_track else "rows": row["expect_n_points_or_rows"],
            "distance": distance,
            "moving": row["expect_moving_or_timer_s"],
            "elapsed": row["expect_elapsed_s"],
            "ascent": row["expect_ascent_m"],
        },
    )


# --- one file, one fresh history -------------------------------------------------------

_catalog = cache(load_catalog)


def imported(path: Path) -> tuple[ImportReport, tuple[Activity, ...]]:
    """Return the report of importing a file into a history of its own, and what is in it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        History.open(Path(folder) / "fresh.runadvisor") as history,
    ):
        advisor = Advisor(history, catalog=_catalog(), athlete=Athlete())
        report = advisor.import_files([path], home_zone="UTC")
        return report, advisor.activities()


_WITHIN: dict[str, Callable[[float, float], bool]] = {
    "points": lambda found, expected: found == expected,
    "rows": lambda found, expected: found == expected,
    # The collection rounds its distances to tenths of a metre and its times to tenths of a second.
    "distance": lambda found, expected: math.isclose(found, expected, rel_tol=0.01, abs_tol=0.5),
    "moving": lambda found, expected: math.isclose(found, expected, rel_tol=0.02, abs_tol=1),
    "elapsed": lambda found, expected: math.isclose(found, expected, rel_tol=0.01, abs_tol=1),
    "ascent": lambda found, expected: math.isclose(found, expected, rel_tol=0.1, abs_tol=1),
}


def checks(expected: Expected, came_in: Sequence[CameIn], *, is_said: bool) -> list[Check]:
    """Return each figure of a file, and whether it came in as expected.

    Args:
        expected: What the collection says.
        came_in: The activities or recordings of the file.
        is_said: Whether the report says why there are none; what gives none must say so.
    """
    found = _figures(came_in, is_track=expected.is_track)
    made: list[Check] = []
    for figure, text in expected.figures.items():
        if not text or (figure == "start" and not came_in):
            continue
        is_kept = (
            found["start"] == text
            if figure == "start"
            else _WITHIN[figure](float(found[figure]), float(text))
        )
        made.append(
            Check(
                file=expected.name,
                figure=figure,
                expected=text,
                found=found[figure],
                is_kept=is_kept,
            )
        )
    if not came_in:
        made.append(
            Check(file=expected.name, figure="said", expected="", found="", is_kept=is_said)
        )
    return made


def _figures(came_in: Sequence[CameIn], *, is_track: bool) -> dict[str, str]:
    """Return the figures of a file's activities together; of a list those of its runs."""
    summed = came_in if is_track else [each for each in came_in if each.sport.is_run]
    starts = [each.started_at for each in came_in if each.started_at is not None]

    def total(values: Iterable[float | None]) -> str:
        return f"{sum(value or 0.0 for value in values):.1f}"

    return {
        "start": f"{min(starts):%Y-%m-%dT%H:%M:%SZ}" if starts else "",
        "points": str(sum(each.points for each in came_in)),
        "rows": str(len(came_in)),
        "distance": total(each.distance_m for each in summed),
        "moving": total(each.moving_time_s for each in summed),
        "elapsed": total(each.elapsed_time_s for each in summed),
        "ascent": total(each.elevation_gain_m for each in summed),
    }


# --- the table -------------------------------------------------------------------------

_COLUMNS = ("start", "points", "rows", "distance", "moving", "elapsed", "ascent")


def _checked(expected: Expected, samples: Path) -> list[Check]:
    report, activities = imported(samples / expected.path)
    return checks(expected, activities, is_said=bool(report.problems or report.skipped))


def main() -> int:
    """Print the table and return 1 where a miss has no reason."""
    parser = ArgumentParser(prog="python -m benchmarks.manifest", description=__doc__)
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="the collection's folder")
    samples: Path = parser.parse_args().samples
    rows = [(expected, _checked(expected, samples)) for expected in expectations(samples)]
    for expected, made in rows:
        print(f"{expected.format:<7} {expected.path}")
        for check in made:
            mark = "ok  " if check.is_kept else "MISS"
            print(f"    {mark} {check.figure:<9} {check.expected:>22} {check.found:>22}")
    every = [check for _, made in rows for check in made]
    print("\nfigure      kept  missed")
    for figure in (*_COLUMNS, "said"):
        of_figure = [check for check in every if check.figure == figure]
        kept = sum(check.is_kept for check in of_figure)
        print(f"{figure:<9} {kept:>6} {len(of_figure) - kept:>7}")
    missed = [check for check in every if not check.is_kept]
    print("\nmisses, and why")
    for check in missed:
        print(f"    {check.file}, {check.figure}: {check.reason or 'NO REASON KNOWN'}")
    return int(any(check.reason is None for check in missed))


if __name__ == "__main__":
    sys.exit(main())
