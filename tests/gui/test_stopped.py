"""The window while running is stopped: every page opens, and says what to do."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.gui.widgets.labels import Label
from runadvisor.history.store import History
from tests.diaries import YES, healthy, pain, told
from tests.gui.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

LOCK = Diary(health=healthy(), screenings=(told("NOW-2", day=TODAY),))
STOP = Diary(health=healthy(), pain=(pain(BodySite.CALF, 6, day=TODAY),))
BONE = Diary(
    health=healthy(), pain=(pain(BodySite.HEEL_BONE, 2, day=TODAY, answers={"rest": YES}),)
)


def stopped(
    window: Window, sample: Path, tmp_path: Path, diary: Diary, size: tuple[int, int] = (1280, 800)
) -> MainWindow:
    path = tmp_path / "stopped.runadvisor"
    shutil.copy(sample, path)
    with History.open(path) as history:
        history.diary.keep(diary)
    return window(history=path, size=size)


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Label) if each.isVisible())


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
@pytest.mark.parametrize("diary", [LOCK, STOP], ids=["lock", "stop"])
def test_every_page_opens(
    window: Window,
    sample: Path,
    tmp_path: Path,
    qtbot: QtBot,
    diary: Diary,
    size: tuple[int, int],
) -> None:
    shown = stopped(window, sample, tmp_path, diary, size)
    for key in shown.pages:
        shown.go_to(key)
        qtbot.wait(50)
        assert shown.pages[key].isVisible()


def test_a_lock_says_what_to_do_where_the_plan_would_be(
    window: Window, sample: Path, tmp_path: Path
) -> None:
    shown = stopped(window, sample, tmp_path, LOCK)
    for key, call, step in (
        ("overview", "Call 112 now.", "Say: fainted in effort"),
        ("plan", "Call the emergency number now", "1. Call the emergency number now. Say: fainted"),
    ):
        shown.go_to(key)
        said = words(shown.pages[key])
        assert call in said
        assert step in said
        assert "limit" not in said
        assert "km" not in said.replace(shown.pages[key]._subtitle.text(), "")


def test_a_bone_sign_and_a_lock_show_no_exercise_a_sore_calf_does(
    window: Window, sample: Path, tmp_path: Path
) -> None:
    for diary, is_withheld in ((LOCK, True), (BONE, True), (STOP, False)):
        shown = stopped(window, sample, tmp_path, diary)
        shown.go_to("exercises")
        assert ("no exercises" in words(shown.pages["exercises"]).lower()) is is_withheld


def test_a_lock_without_any_run_is_shown(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "empty.runadvisor"
    with History.open(path) as history:
        history.diary.keep(LOCK)
    shown = window(history=path)
    assert "Call 112 now." in words(shown.pages["overview"])


def test_when_it_is_over_the_overview_is_back(window: Window, sample: Path, tmp_path: Path) -> None:
    calm = tuple(
        pain(BodySite.CALF, None, day=TODAY - timedelta(days=n), morning=0, walking=0)
        for n in (1, 0)
    )
    past = pain(BodySite.CALF, 6, day=TODAY - timedelta(days=3))
    shown = stopped(window, sample, tmp_path, Diary(health=healthy(), pain=(past, *calm)))
    overview = shown.pages["overview"]
    assert "No running for now" not in words(overview)
    assert "km" in words(overview)
