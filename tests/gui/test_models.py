"""Every item model keeps Qt's own rules, whatever it is asked to show."""

from __future__ import annotations

import pkgutil
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from runadvisor.domain.activity import Lap, Sport
from runadvisor.gui import models
from runadvisor.gui.models.chart_rows import ChartRows
from runadvisor.gui.models.lap_table import LapTable
from runadvisor.gui.models.run_table import COLUMNS, EDITABLE, RunTable
from runadvisor.gui.models.warning_list import WarningList
from runadvisor.gui.run_rows import Column, RunFilter, run_rows
from tests.builders import DAY_ONE, activity
from tests.gui.test_run_rows import warning

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LAPS = (
    Lap(start_s=0, moving_time_s=300, distance_m=1000, average_heart_rate_bpm=150),
    Lap(start_s=300),
)
RUNS = run_rows(
    [activity(DAY_ONE + timedelta(days=n), 5_000 + 100 * n, number=n) for n in range(1, 8)],
    [activity(DAY_ONE, number=20, sport=Sport.RIDE)],
    [warning(activity_ids=(3,))],
)


@pytest.fixture(autouse=True)
def _qt(qtbot: QtBot) -> None:
    assert qtbot is not None


def _tested(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )


def _words(table: RunTable, row: int) -> dict[Column, str]:
    return {column: table.index(row, number).data() for number, column in enumerate(COLUMNS)}


def test_the_table_of_runs_keeps_qts_rules_through_filter_order_and_other_rows() -> None:
    table = RunTable()
    _tested(table)
    table.show(RUNS)
    table.sort(COLUMNS.index(Column.DISTANCE), Qt.SortOrder.AscendingOrder)
    table.set_filter(RunFilter(has_warning=True))
    assert table.rowCount() == 1
    table.set_filter(RunFilter())
    table.show(())
    assert table.rowCount() == 0


def _every_model() -> list[type[QAbstractItemModel]]:
    modules = [
        import_module(f"{models.__name__}.{found.name}")
        for found in pkgutil.iter_modules(models.__path__)
    ]
    return [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type)
        and issubclass(each, QAbstractItemModel)
        and each.__module__ == module.__name__
        and each is not ChartRows  # has its rows from the start: tested beside the chart
    ]


@pytest.mark.parametrize("kind", _every_model(), ids=lambda kind: kind.__name__)
def test_every_model_keeps_qts_rules_from_the_start(kind: type[QAbstractItemModel]) -> None:
    model = kind()
    _tested(model)
    assert model.rowCount() == 0


def test_the_lists_of_laps_and_warnings_keep_qts_rules_with_rows() -> None:
    laps, warnings = LapTable(), WarningList()
    for model in (laps, warnings):
        _tested(model)
    for _round in range(2):
        laps.show(LAPS)
        warnings.show([warning(activity_ids=(1,))])
    assert (laps.rowCount(), warnings.rowCount()) == (2, 1)


def test_a_row_says_what_is_known_and_leaves_the_rest_empty() -> None:
    table = RunTable()
    table.show(RUNS)
    table.sort(COLUMNS.index(Column.DAY), Qt.SortOrder.AscendingOrder)
    words = _words(table, 2)
    assert words[Column.DAY] == "Thu 8 Jan 2026"
    assert words[Column.DISTANCE] == "5.3 km"
    assert words[Column.PACE] == "6:00 /km"
    assert words[Column.WARNING] == "Watch"
    assert words[Column.HEART_RATE] == words[Column.TITLE] == ""
    heard = table.index(2, COLUMNS.index(Column.WARNING))
    assert heard.data(Qt.ItemDataRole.AccessibleTextRole) == "Watch: A run much longer than usual"


def test_only_what_the_runner_may_set_can_be_edited_and_nothing_of_a_deleted_one() -> None:
    table = RunTable()
    table.show(RUNS)
    can = {
        column
        for number, column in enumerate(COLUMNS)
        if table.flags(table.index(0, number)) & Qt.ItemFlag.ItemIsEditable
    }
    assert can == EDITABLE
    table.set_filter(RunFilter(is_deleted=True))
    title = table.index(0, COLUMNS.index(Column.TITLE))
    assert not table.flags(title) & Qt.ItemFlag.ItemIsEditable


def test_an_edit_is_asked_for_and_shown_only_once_the_history_has_it() -> None:
    table = RunTable()
    table.show(RUNS)
    asked: list[tuple[object, ...]] = []
    table.edited.connect(lambda *parts: asked.append(parts))
    title = table.index(0, COLUMNS.index(Column.TITLE))
    assert table.setData(title, "Canal")
    assert asked == [(table.rows[0], Column.TITLE, "Canal")]
    assert title.data() == ""
    assert not table.setData(QModelIndex(), "nothing")


def test_laps_tell_their_pace_where_it_is_known() -> None:
    table = LapTable()
    table.show(LAPS)
    rows = [[table.index(row, n).data() for n in range(5)] for row in range(2)]
    assert rows == [["1", "1.0 km", "5:00", "5:00 /km", "150"], ["2", "–", "–", "–", "–"]]
