"""A chart by mouse and by key; drawn in place of another thread, so that nothing is waited for."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog

from runadvisor.charts.run_limits import run_limits_chart
from runadvisor.charts.weekly_load import weekly_load_chart
from runadvisor.gui.models.chart_rows import ChartRows
from runadvisor.gui.widgets.chart_view import ChartView
from tests.printout import mara

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.charts.span import Span
    from runadvisor.gui.workspace import Workspace

SIZE = (760, 260)
SUMMARY = "Kilometres per week, as the test says."


class _Here(QObject):
    """A workspace that does at once what is asked of it."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.drawings = 0

    def run(self, task: Callable[[], Any], done: Callable[[Any], None], **_owner: object) -> None:
        self.drawings += 1
        done(task())


@pytest.fixture
def here() -> _Here:
    return _Here()


@pytest.fixture
def view(qtbot: QtBot, here: _Here, _look: None) -> ChartView:
    advice = mara.advice()

    def make(palette: Palette, size: tuple[int, int], dpi: float, span: Span | None) -> Chart:
        return weekly_load_chart(advice, palette=palette, size_px=size, dpi=dpi, span=span)

    shown = ChartView(cast("Workspace", here), height_px=200, name="Load by week")
    qtbot.addWidget(shown)
    shown.resize(*SIZE)
    shown.show()
    shown.show_along(make, SUMMARY)
    _settle(qtbot, shown)
    return shown


def _settle(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: view.chart is not None and not view._timer.isActive())


def _place(view: ChartView, number: int) -> QPoint:
    return QPoint(round(view.readings[number].x_px), 100)


def _turn(view: ChartView, notches: int, *, at: QPoint, ctrl: bool = True) -> QWheelEvent:
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at),
        view.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(view, event)
    return event


def test_the_wheel_draws_nearer_and_leaves_the_week_pointed_at_in_place(
    view: ChartView, qtbot: QtBot
) -> None:
    place = _place(view, 20)
    week = view.readings[20].week
    _turn(view, 3, at=place)
    _settle(qtbot, view)
    assert view.chart is not None
    nearest = view.chart.nearest(place.x(), place.y())
    assert nearest is not None
    shown = view.readings[nearest].week
    assert week is not None
    assert shown is not None
    # Weeks are shown whole: it may have moved by the rest of one.
    assert abs(shown - week) <= timedelta(days=7)
    assert len(view.readings) < 20


def test_a_wheel_without_ctrl_scrolls_the_page_unless_the_chart_has_the_focus(
    view: ChartView,
) -> None:
    view.clearFocus()
    assert not _turn(view, 1, at=_place(view, 5), ctrl=False).isAccepted()
    assert view.span is None


def test_nothing_is_nearer_than_four_weeks_or_farther_than_the_history(
    view: ChartView, qtbot: QtBot
) -> None:
    for _notch in range(12):
        _turn(view, 1, at=_place(view, 2))
        _settle(qtbot, view)
    assert 4 <= len(view.readings) <= 5
    for _notch in range(24):
        _turn(view, -1, at=QPoint(300, 100))
        _settle(qtbot, view)
    assert view.span == (None if view.chart is None else view.chart.whole)


def test_dragging_moves_along_and_opens_nothing(view: ChartView, qtbot: QtBot) -> None:
    _turn(view, 4, at=_place(view, 20))
    _settle(qtbot, view)
    before = view.span
    opened: list[object] = []
    view.week_wanted.connect(opened.append)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    qtbot.mouseMove(view, QPoint(420, 100))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(420, 100))
    assert before is not None
    assert view.span is not None
    assert view.span.low < before.low
    assert view.span.length == pytest.approx(before.length)
    assert opened == []


@pytest.mark.parametrize("way", ["double click", "escape", "0", "home"])
def test_there_is_a_way_back_to_the_first_view(view: ChartView, qtbot: QtBot, way: str) -> None:
    first = [reading.words for reading in view.readings]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    _settle(qtbot, view)
    assert len(view.readings) < len(first)
    if way == "double click":
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    else:
        keys = {"escape": Qt.Key.Key_Escape, "0": Qt.Key.Key_0, "home": Qt.Key.Key_Home}
        qtbot.keyClick(view, keys[way])
    _settle(qtbot, view)
    assert [reading.words for reading in view.readings] == first


def test_a_click_and_the_enter_key_open_the_week_that_is_read(
    view: ChartView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.week_wanted) as clicked:
        qtbot.mouseMove(view, _place(view, 3))
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=_place(view, 3))
    assert clicked.args == [view.readings[3].week]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.week_wanted) as entered:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.reading is not None
    assert entered.args == [view.reading.week]


def test_a_click_on_a_run_opens_the_run(view: ChartView, qtbot: QtBot) -> None:
    advice = mara.advice()
    view.show_along(
        lambda palette, size, dpi, span: run_limits_chart(
            advice, palette=palette, size_px=size, dpi=dpi, span=span
        ),
        SUMMARY,
    )
    _settle(qtbot, view)
    spike = view.readings[-1]
    assert spike.y_px is not None
    at = QPoint(round(spike.x_px), round(spike.y_px))
    with qtbot.waitSignal(view.run_wanted) as opened:
        qtbot.mouseMove(view, at)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [spike.activity_id]


def test_what_is_read_stays_read_when_the_chart_is_drawn_anew(
    view: ChartView, qtbot: QtBot
) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    words = view.accessibleDescription()
    view.resize(600, 260)
    qtbot.wait(100)
    _settle(qtbot, view)
    assert view.reading is not None
    assert view.reading.words == words


def test_a_screen_reader_hears_the_summary_or_what_is_read(view: ChartView, qtbot: QtBot) -> None:
    assert view.accessibleDescription() == SUMMARY
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert "km" in view.accessibleDescription()
    view.clearFocus()
    assert view.accessibleDescription() == SUMMARY


def test_the_menu_offers_what_can_be_done_and_says_the_keys(view: ChartView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, _place(view, 3))
    actions = {action.text(): action for action in view.menu.made().actions() if action.text()}
    assert list(actions) == [
        "Open this week",
        "Nearer",
        "Farther",
        "Back to the first view",
        "Copy as picture",
        "Save as …",
        "Show as table",
    ]
    with qtbot.waitSignal(view.week_wanted):
        actions["Open this week"].trigger()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(view, event)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_ctrl_c_copies_a_sharp_picture_and_says_so(
    view: ChartView, qtbot: QtBot, here: _Here
) -> None:
    view.setFocus()
    with qtbot.waitSignal(here.done) as said:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "copied" in said.args[0]
    assert QGuiApplication.clipboard().image().width() == 2 * SIZE[0]


@pytest.mark.parametrize(
    ("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_it_is_saved_as_the_kind_its_name_says(
    view: ChartView, here: _Here, qtbot: QtBot, tmp_path: Path, suffix: str, start: bytes
) -> None:
    path = tmp_path / f"weeks{suffix}"
    with qtbot.waitSignal(here.done) as said:
        view.menu.save(path)
    assert path.read_bytes().startswith(start)
    assert str(path) in said.args[0]


def test_a_name_without_a_kind_gets_the_one_that_was_chosen(
    view: ChartView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = (str(tmp_path / "my weeks"), "Table, CSV (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: chosen)
    view.menu.ask_where()
    with (tmp_path / "my weeks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(view.readings)
    assert float(rows[-1]["distance_m"]) >= 0


def test_the_table_says_what_the_chart_says_and_closes_with_escape(
    view: ChartView, qtbot: QtBot
) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_T)
    table = view.menu.table
    assert table is not None
    assert table.isVisible()
    assert not table.isModal()
    model = table.rows.model()
    assert isinstance(model, ChartRows)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == len(view.readings)
    assert table.rows.accessibleDescription() == SUMMARY
    words = model.data(model.index(0, 1, QModelIndex()), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Kilometres per week: ")
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert view.menu.table is None


def test_a_storm_of_wishes_is_drawn_once_not_each(
    view: ChartView, qtbot: QtBot, here: _Here
) -> None:
    before = here.drawings
    for width in range(500, 560, 5):
        view.resize(width, 240)
    qtbot.wait(120)
    _settle(qtbot, view)
    assert here.drawings == before + 1
    assert view._image.width() == 555


def test_nothing_is_drawn_while_nobody_sees_it(view: ChartView, qtbot: QtBot, here: _Here) -> None:
    view.hide()
    before = here.drawings
    view.resize(400, 240)
    qtbot.wait(120)
    assert here.drawings == before
    view.show()
    _settle(qtbot, view)
    assert here.drawings > before
    assert view._image.width() == 400


def test_a_picture_is_as_sharp_as_the_screen(
    view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scale in (1.0, 2.0, 3.0):
        monkeypatch.setattr(view, "devicePixelRatioF", lambda scale=scale: scale)
        QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
        qtbot.wait(80)
        _settle(qtbot, view)
        assert view._image.width() == SIZE[0] * scale
        assert view._image.devicePixelRatio() == scale
    assert max(reading.x_px for reading in view.readings) < SIZE[0]


def test_a_chart_that_cannot_be_drawn_is_said_and_the_next_one_is_drawn(
    view: ChartView, qtbot: QtBot, here: _Here
) -> None:
    def broken(*_look: object) -> Chart:
        msg = "no such colour"
        raise ValueError(msg)

    with qtbot.waitSignal(here.failed):
        view.show_chart(broken, "")
    drawings = here.drawings
    view.redraw()
    _settle(qtbot, view)
    assert here.drawings == drawings + 1
