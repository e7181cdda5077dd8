"""Steps of a history: the stack moves once the history has, and never alone."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.domain.errors import HistoryError
from runadvisor.gui.change_stack import ChangeStack, Made
from runadvisor.history import requests
from runadvisor.history.changes import NOTHING, EditField
from runadvisor.history.store import History
from tests.history.conftest import recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.advisor import Advisor


_LATER = datetime(2026, 6, 3, 7)  # noqa: DTZ001 - a wall clock


class _Advisor:
    def __init__(self, history: History) -> None:
        self.history = history


class _Thread:
    """Takes tasks as the worker does, and does them when the test says so."""

    def __init__(self, history: History) -> None:
        self.advisor: Any = _Advisor(history)
        self.errors: list[str] = []
        self._waiting: list[tuple[Any, Any, Any]] = []

    def run(
        self,
        task: Callable[[Advisor], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._waiting.append((task, done, failed))

    def work(self) -> None:
        while self._waiting:
            task, done, failed = self._waiting.pop(0)
            try:
                answer = task(self.advisor)
            except HistoryError as error:
                self.errors.append(str(error))
                failed(error)
            else:
                done(answer)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.runadvisor") as opened:
        opened.add([recording(1)], home_zone="Europe/Berlin")
        yield opened


@pytest.fixture
def thread(history: History) -> _Thread:
    return _Thread(history)


@pytest.fixture
def stack(qtbot: QtBot, thread: _Thread) -> ChangeStack:
    assert qtbot is not None
    return ChangeStack(thread.run)


def _name(history: History) -> str | None:
    return history.activities()[0].name


def _rename(stack: ChangeStack, name: str, said: str = "") -> None:
    activity_id = 1
    request = partial(requests.edit, activity_ids=[activity_id], field=EditField.NAME, value=name)
    stack.ask(request, f"title {name}", said)


def test_what_was_changed_is_undone_and_made_again(
    stack: ChangeStack, thread: _Thread, history: History
) -> None:
    for name in ("one", "two"):
        _rename(stack, name)
        thread.work()
    seen = []
    for step in (stack.undo, stack.undo, stack.redo, stack.redo, stack.undo):
        step()
        thread.work()
        seen.append(_name(history))
    assert seen == ["one", None, "one", "two", "one"]
    assert (stack.undoText(), stack.redoText()) == ("title one", "title two")


def test_nothing_moves_while_a_change_is_on_its_way(stack: ChangeStack, thread: _Thread) -> None:
    _rename(stack, "one")
    thread.work()
    stack.undo()
    assert (stack.canUndo(), stack.canRedo()) == (False, False)
    assert stack.undoText() == "title one", "the history has not moved yet"
    stack.undo()
    thread.work()
    assert (stack.canUndo(), stack.canRedo()) == (False, True)


def test_a_step_that_fails_stays_where_it_is(
    stack: ChangeStack, thread: _Thread, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_is_full(_change: object) -> None:
        msg = "The disk is full."
        raise HistoryError(msg)

    _rename(stack, "one")
    thread.work()
    with monkeypatch.context() as patch:
        patch.setattr(History, "apply", lambda _self, change: disk_is_full(change))
        stack.undo()
        thread.work()
    assert thread.errors == ["The disk is full."]
    assert (_name(history), stack.undoText()) == ("one", "title one")
    stack.undo()
    thread.work()
    assert _name(history) is None


def test_a_step_of_another_history_is_refused_and_said(
    stack: ChangeStack, thread: _Thread, history: History, tmp_path: Path
) -> None:
    _rename(stack, "one")
    thread.work()
    with History.open(tmp_path / "other.runadvisor") as other:
        other.add([recording(7, path="other.gpx")], home_zone="Europe/Berlin")
        _rename_directly(other, "kept")
        thread.advisor = _Advisor(other)
        stack.undo()
        thread.work()
        assert _name(other) == "kept"
    assert thread.errors == ["Another history is open now: nothing was changed."]
    assert _name(history) == "one"


def _rename_directly(history: History, name: str) -> None:
    history.ask(partial(requests.edit, activity_ids=[1], field=EditField.NAME, value=name))


def test_what_changes_nothing_is_no_step_and_is_not_said(
    stack: ChangeStack, thread: _Thread, history: History
) -> None:
    said: list[str] = []
    stack.made.connect(said.append)
    _rename(stack, "one", said="Renamed.")
    thread.work()
    _rename(stack, "one", said="Renamed.")
    thread.work()
    stack.note(Made(history=history, way_back=NOTHING), "import", is_import=True)
    assert said == ["Renamed."]
    stack.undo()
    thread.work()
    assert not stack.canUndo()


def test_an_import_is_undone_by_its_own_button_only_while_it_is_the_newest(
    stack: ChangeStack, thread: _Thread, history: History
) -> None:
    added = history.add(
        [recording(2, path="b.gpx", started_at=None, local_start=_LATER)], home_zone="Europe/Berlin"
    )
    stack.note(Made(history=history, way_back=added.inverse), "import of 1 run", is_import=True)
    assert stack.newest_is_import
    _rename(stack, "one")
    thread.work()
    stack.undo_import()
    thread.work()
    assert len(history.activities()) == 2
    stack.undo()
    thread.work()
    stack.undo_import()
    thread.work()
    assert len(history.activities()) == 1


def test_nothing_is_left_when_another_history_opens(stack: ChangeStack, thread: _Thread) -> None:
    _rename(stack, "one")
    thread.work()
    stack.clear()
    assert (stack.canUndo(), stack.canRedo()) == (False, False)
