"""The load page on the sample history: drawn, read, saved, answered."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from runadvisor.gui.pages.load import LoadPage
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from runadvisor.gui.widgets.chart_view import ChartView
    from tests.gui.conftest import Window


def _load(shown: MainWindow) -> LoadPage:
    shown.go_to("load")
    page = shown.pages["load"]
    assert isinstance(page, LoadPage)
    return page


def _drawn(qtbot: QtBot, chart: ChartView) -> ChartView:
    qtbot.waitUntil(lambda: bool(chart.readings), timeout=WAIT_MS)
    return chart


def _words(page: LoadPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_every_chart_is_drawn_named_and_told_in_words(window: Window, qtbot: QtBot) -> None:
    page = _load(window())
    charts = [page.week_chart, page.limit_chart, page.acute_chronic.chart]
    for chart in charts:
        _drawn(qtbot, chart)
        assert chart.accessibleName()
        assert len(chart.accessibleDescription()) > 40
    assert len(page.tissues.panels) == 6
    assert "17.4 km on Sun 22 Nov (watch)" in page.week_chart.accessibleDescription()


def test_the_page_names_its_unit_and_what_the_runs_tell(window: Window) -> None:
    words = _words(_load(window()))
    assert "Load here is " in words
    assert "Of 664 runs: 100 % a distance" in words
    assert "Model, not measured" in words


def test_the_three_ratios_stand_in_grey_and_without_a_verdict(window: Window) -> None:
    page = _load(window())
    ratios = page.acute_chronic.ratios
    assert ratios.text().count("1.") == 3
    assert ratios.property("tone") == "muted"
    assert "A description, not a warning" in _words(page)


def test_time_and_effort_change_the_bars_and_their_title(window: Window, qtbot: QtBot) -> None:
    page = _load(window())
    for text, title in (("Time", "Hours of running per week"), ("Effort", "Running load per week")):
        button = next(b for b in page.measure.findChildren(QPushButton) if b.text() == text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert title in _words(page)
        said = page.week_chart.accessibleDescription
        qtbot.waitUntil(lambda said=said, title=title: said().startswith(title), timeout=WAIT_MS)


def test_all_weeks_reach_back_to_the_first(window: Window) -> None:
    page = _load(window())
    page.weeks.setCurrentIndex(page.weeks.count() - 1)
    assert "6 November 2023 to 23 November 2026" in _words(page)


def test_the_arrow_keys_step_through_a_chart(window: Window, qtbot: QtBot) -> None:
    chart = _drawn(qtbot, _load(window()).week_chart)
    chart.setFocus()
    summary = chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading is chart.readings[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading is chart.readings[-2]
    assert chart.accessibleDescription() == chart.readings[-2].words
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.reading is chart.readings[0]
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reading is chart.readings[1]
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.reading is chart.readings[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert (chart.reading, chart.accessibleDescription()) == (None, summary)


def test_pointing_at_a_bar_reads_its_week(window: Window, qtbot: QtBot) -> None:
    chart = _drawn(qtbot, _load(window()).week_chart)
    wanted = chart.readings[5]
    qtbot.mouseMove(chart, QPoint(round(wanted.x_px) + 3, chart.height() // 2))
    assert chart.reading is wanted
    before = chart.grab().toImage()
    qtbot.mouseMove(chart, QPoint(round(chart.readings[20].x_px), chart.height() // 2))
    assert chart.grab().toImage() != before


def test_every_chart_can_be_saved_and_where_it_went_is_said(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = window()
    page = _load(shown)
    menu = page.save.menu()
    assert len(menu.actions()) == 4
    _drawn(qtbot, page.week_chart)
    path = tmp_path / "weeks.png"
    chosen = (str(path), "Picture (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: chosen)
    with qtbot.waitSignal(shown.workspace.done, timeout=WAIT_MS) as said:
        menu.actions()[0].trigger()
    assert path.read_bytes().startswith(b"\x89PNG")
    assert str(path) in said.args[0]


def test_an_answered_gap_is_asked_no_more(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = _load(shown)
    assert page.gaps.isVisible()
    rested = next(b for b in page.gaps.findChildren(QPushButton) if b.text() == "I rested")
    before = shown.workspace.advice
    with qtbot.waitSignals([shown.workspace.advice_changed, shown.workspace.done], timeout=WAIT_MS):
        rested.click()
    assert not page.gaps.isVisible()
    assert "counts as rest now" in shown.message_bar._text.text()
    advice = shown.workspace.advice
    assert advice is not None
    assert len(advice.athlete.gap_answers) == 1
    # What was unknown before is a stretch of nothing now.
    assert before is not None
    gap = before.load.unanswered_gaps[-1]
    chronic = [
        each.load.daily["running_chronic_load"][pd.Timestamp(gap.last_day)]
        for each in (before, advice)
    ]
    assert isnan(chronic[0]) or chronic[1] < chronic[0]


def test_the_tissue_model_can_be_switched_off_and_on_again(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = _load(shown)
    for is_on in (False, True):
        with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
            page.tissues.switch.click()
        QApplication.processEvents()
        assert len(page.tissues.panels) == (6 if is_on else 0)
        assert ("Model, not measured" in _words(page)) is is_on


def test_in_a_narrow_window_the_tissues_stand_in_two_rows(window: Window) -> None:
    page = _load(window(size=(1024, 700)))
    tops = {panel.y() for panel in page.tissues.panels}
    assert len(tops) == 2


def test_without_runs_the_page_says_what_to_do(window: Window, tmp_path: Path) -> None:
    page = _load(window(history=tmp_path / "new.runadvisor"))
    assert "Import your runs" in _words(page)
    assert not page.week_chart.isVisible()
