"""What holds Python up is loaded while files are chosen, not while they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from runadvisor.gui import import_ahead
from runadvisor.gui.widgets.drop_area import DropArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Window


def test_every_way_to_choose_files_loads_ahead(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loads: list[str] = []
    monkeypatch.setattr(import_ahead, "_load", lambda: loads.append("loaded"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    shown = window(history=tmp_path / "own.runadvisor")
    names = ("&Import files …", "Import a &folder …")
    menu = [action for action in shown.actions() if action.text() in names]
    drop = shown.pages["import"].findChildren(DropArea)[0]
    ways: list[Callable[[], object]] = [action.trigger for action in menu]
    ways += [button.click for button in drop.findChildren(QPushButton)]
    ways += [shown.first_start.choose_button.click]
    ways += [lambda: shown.dragEnterEvent(_dragged(tmp_path))]
    assert len(ways) == 6
    for number, way in enumerate(ways, start=1):
        way()
        qtbot.waitUntil(lambda number=number: len(loads) == number)


def test_the_map_of_zones_is_there_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[tuple[float, float]] = []
    monkeypatch.setattr(
        "runadvisor.sources.position_zone.zone_at", lambda *place: places.append(place)
    )
    import_ahead._load()
    assert len(places) == 1


_kept: list[QMimeData] = []
"""An event does not own what is dragged."""


def _dragged(path: Path) -> QDragEnterEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    _kept[:] = [data]
    return QDragEnterEvent(
        QPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
