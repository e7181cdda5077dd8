"""The report a runner can send to the developers: what runs where, and the end of the log."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from runadvisor.log import discreet, program, report_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from runadvisor.domain.activity import Activity
    from runadvisor.sources.import_report import ImportReport


def problem_report(
    activities: Sequence[Activity], last_import: ImportReport | None, log_folder: Path
) -> str:
    """Return the report as text: counts and codes, no positions, no titles, no file names."""
    return "\n".join(
        [
            discreet(program()),
            *_window_lines(),
            *_history_lines(activities),
            *_import_lines(last_import),
            *report_lines(log_folder),
            "",
        ]
    )


def _window_lines() -> Iterator[str]:
    platform = QGuiApplication.platformName()
    yield f"Qt {qVersion()} on {platform}, {QSysInfo.prettyProductName()}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield f"screen {size.width()}x{size.height()} at {screen.devicePixelRatio():g}"


def _history_lines(activities: Sequence[Activity]) -> Iterator[str]:
    yield f"{len(activities)} activities"
    for what, counted in (
        ("sports", Counter(each.sport.value for each in activities)),
        ("formats", Counter(source.format for each in activities for source in each.sources)),
        ("zones from", Counter(each.zone_source.value for each in activities)),
    ):
        yield f"{what}: " + ", ".join(f"{name} {number}" for name, number in counted.most_common())


def _import_lines(report: ImportReport | None) -> Iterator[str]:
    if report is None:
        return
    yield (
        f"last import: {report.files} files, {report.added} added, {report.merged} merged, "
        f"{report.duplicates} there already, {report.skipped} skipped"
    )
    for what, codes in (
        ("problems", Counter(problem.code for problem in report.problems)),
        ("mended", Counter(repair.code for repair in report.repairs)),
    ):
        if codes:
            yield f"{what}: " + ", ".join(f"{code} {number}" for code, number in codes.items())
