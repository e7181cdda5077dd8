"""Lists that leave something open are answered on the page; each file says what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from runadvisor.cli.json_output import dumped, import_json
from runadvisor.gui.doctor_words import mended_words, reason_words
from runadvisor.gui.pages.dating_card import DatingForm
from runadvisor.gui.pages.doctor import DoctorPage
from runadvisor.gui.pages.import_page import ImportPage
from runadvisor.gui.pages.mapping import MappingPage
from runadvisor.sources.column_mapping import mapping_text
from runadvisor.sources.import_report import FileOutcome
from runadvisor.sources.list_layout import Role
from tests.gui.conftest import WAIT_MS
from tests.sources.gpx_text import points
from tests.sources.gpx_text import run as gpx_run

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

UNKNOWN = "Wann,Soviel,Gebraucht\n2026-03-10,8.0,48:00\n2026-03-12,10.0,60:30\nbald,1,9:00\n"
NO_UNIT = "Date,Distance,Time\n2026-03-24,5,38:00\n2026-03-26,6,47:00\n"


@pytest.fixture
def shown(window: Window, tmp_path: Path) -> MainWindow:
    return window(history=tmp_path / "own.runadvisor", size=(1024, 700))


def _import(shown: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.import_files(list(paths))


def _press(page: QWidget, text: str) -> None:
    # What was just laid out is painted, and counts as visible, in the next turn of the loop.
    QCoreApplication.processEvents()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())
    button.click()


def _words(page: QWidget) -> str:
    QCoreApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_answer_in_the_row_brings_the_list_in_and_leaves_the_rest_as_it_was(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown.pages["import"]
    assert isinstance(page, ImportPage)
    unit = _written(tmp_path, "unit.csv", NO_UNIT)
    _import(shown, qtbot, unit, _written(tmp_path, "own.csv", UNKNOWN))
    assert page.sentence == "Nothing new came in. 2 need a look."
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "Miles")
    assert page.sentence == "2 runs of 2026. 1 needs a look."
    assert shown.workspace.advice is not None
    assert [a.distance_m for a in shown.workspace.advice.activities] == [
        pytest.approx(5 * 1609.344),
        pytest.approx(6 * 1609.344),
    ]
    assert "unit.csv" not in _words(page)
    assert "own.csv" in _words(page)


def test_unknown_headings_are_chosen_on_their_page_and_remembered(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(shown, qtbot, _written(tmp_path, "own.csv", UNKNOWN))
    page = shown.pages["mapping"]
    assert isinstance(page, MappingPage)
    _press(shown.pages["import"], "Choose the columns …")
    qtbot.waitUntil(lambda: page.preview is not None, timeout=WAIT_MS)
    assert page.isVisible()
    assert "“Soviel” with “Gebraucht” makes paces" in _words(page)
    assert "The first 3 of 3 rows" in _words(page)
    for scroll in page.findChildren(QScrollArea):
        assert scroll.horizontalScrollBar().maximum() == 0
    unit = page.choices[Role.DISTANCE].unit
    assert unit is not None
    unit.setCurrentIndex(unit.findData("mi"))
    qtbot.waitUntil(
        lambda: page.preview is not None and page.preview.units[Role.DISTANCE] == "mi",
        timeout=WAIT_MS,
    )
    assert mapping_text(page.mapping()).startswith("date=Wann,distance=Soviel:mi,time=Gebraucht")
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "Import like this")
    assert shown.pages["import"].isVisible()
    _import(shown, qtbot, _written(tmp_path, "next.csv", UNKNOWN.replace("-03-", "-04-")))
    report = shown.workspace.report
    assert report is not None
    assert report.added == 2, "the next list with these headings is read without asking"
    assert "mapping-remembered" in [repair.code for repair in report.repairs]


def test_a_list_cannot_be_imported_while_its_unit_is_open(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(shown, qtbot, _written(tmp_path, "unit.csv", NO_UNIT))
    page = shown.pages["mapping"]
    assert isinstance(page, MappingPage)
    _press(shown.pages["import"], "Choose the columns …")
    qtbot.waitUntil(lambda: page.preview is not None, timeout=WAIT_MS)
    assert not page.import_button.isEnabled()
    assert "Choose what is still open" in _words(page)
    unit = page.choices[Role.DISTANCE].unit
    assert unit is not None
    unit.setCurrentIndex(unit.findData("km"))
    qtbot.waitUntil(page.import_button.isEnabled, timeout=WAIT_MS)


def test_the_doctor_says_of_each_file_what_the_report_says_and_nothing_else(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    own = _written(tmp_path, "own.csv", UNKNOWN)
    bad = _written(tmp_path, "notes.gpx", "not a track")
    good = _written(tmp_path, "good.csv", "Date,Distance (km),Time\n2026-03-10,8.0,48:00\n")
    _import(shown, qtbot, own, bad, good)
    page, report = shown.pages["doctor"], shown.workspace.report
    assert isinstance(page, DoctorPage)
    assert report is not None
    shown.go_to("doctor")
    assert page.model.rowCount() == 3
    said = dumped(import_json(report))
    for result in page.model.shown():
        for words in (*reason_words(result), *mended_words(result)):
            sentence = words.partition(": ")[2] if words.startswith("Row ") else words
            assert dumped({"": sentence})[7:-3] in said
    page.outcome.setCurrentIndex(page.outcome.findData(FileOutcome.ADDED))
    assert [result.path for result in page.model.shown()] == [str(good)]
    assert "Nothing to do." in _words(page)
    page.outcome.setCurrentIndex(0)
    page.search.setText("NO LIST notes")
    assert [result.path for result in page.model.shown()] == [str(bad)]
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("notes.gpx: Needs a look")
    assert str(tmp_path) not in copied
    target = tmp_path / "saved.csv"
    with qtbot.waitSignal(shown.workspace.done, timeout=WAIT_MS):
        page.save(target)
    assert str(bad) in target.read_text(encoding="utf-8-sig")


def test_a_deleted_run_comes_back_from_the_doctor(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from functools import partial  # noqa: PLC0415 - used here alone

    from runadvisor.history.requests import deletion  # noqa: PLC0415 - as above

    good = _written(tmp_path, "good.csv", "Date,Distance (km),Time\n2026-03-10,8.0,48:00\n")
    _import(shown, qtbot, good)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.change(
            lambda advisor: advisor.history.ask(
                partial(
                    deletion, activity_ids=[a.activity_id for a in advisor.history.activities()]
                )
            )
        )
    _import(shown, qtbot, good)
    page = shown.pages["doctor"]
    assert isinstance(page, DoctorPage)
    shown.go_to("doctor")
    assert page.model.result(0).outcome is FileOutcome.STAYS_DELETED
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "Import again")
    assert shown.workspace.advice is not None
    assert len(shown.workspace.advice.activities) == 1


def test_a_cancelled_import_offers_to_go_on(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [
        _written(tmp_path, f"{n}.csv", f"Date,Distance (km),Time\n2026-03-{10 + n},8,48:00\n")
        for n in range(6)
    ]
    workspace = shown.workspace
    workspace.import_started.connect(workspace.cancel_import)
    _import(shown, qtbot, *files)
    workspace.import_started.disconnect(workspace.cancel_import)
    page = shown.pages["import"]
    assert isinstance(page, ImportPage)
    assert "“Go on” brings in the rest" in page.sentence
    with qtbot.waitSignal(workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "Go on")
    assert workspace.advice is not None
    assert len(workspace.advice.activities) == len(files)


def test_a_file_without_times_comes_in_once_the_runner_says_when(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "route.gpx"
    path.write_bytes(gpx_run([replace(point, at=None) for point in points()]))
    _import(shown, qtbot, path)
    page = shown.pages["import"]
    (form,) = page.findChildren(DatingForm)
    form.start.setText("soon")
    assert not form.add.isEnabled()
    form.start.setText("7:30")
    form.duration.setText("9:00")
    form.day.show_day(date(2026, 3, 10))
    assert "1.8 km in 9:00 is 5:00 /km." in _words(form)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    assert shown.workspace.advice is not None
    (activity,) = shown.workspace.advice.activities
    assert (activity.local_date, activity.moving_time_s) == (date(2026, 3, 10), 540)
    assert "as you typed them" in _words(page)
    assert not page.findChildren(DatingForm)


def test_an_import_is_undone_from_its_own_page(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    good = _written(tmp_path, "good.csv", "Date,Distance (km),Time\n2026-03-10,8.0,48:00\n")
    _import(shown, qtbot, good)
    page = shown.pages["import"]
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "Undo this import")
    assert shown.workspace.advice is not None
    assert not shown.workspace.advice.activities
    assert "The import is taken back." in _words(page)


def test_the_home_zone_is_asked_until_it_is_answered_with_the_computers_at_hand(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown.pages["import"]
    first = "Date,Distance (km),Time\n2026-03-10,8.0,48:00\n"
    _import(shown, qtbot, _written(tmp_path, "a.csv", first))
    assert "Where do you live?" in _words(page)
    _import(shown, qtbot, _written(tmp_path, "later.csv", first.replace("-10", "-12")))
    assert "Where do you live?" in _words(page), "an import later it is still not known"
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        _press(page, "This is my home zone")
    assert "Where do you live?" not in _words(page)
    _import(shown, qtbot, _written(tmp_path, "b.csv", first.replace("-10", "-11")))
    assert "Where do you live?" not in _words(page)
