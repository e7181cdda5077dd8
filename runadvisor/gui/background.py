"""The one door to other threads: one that alone owns the history, one that draws."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable


class Worker(QObject):
    """Runs functions one after the other in a thread; answers arrive in the window's."""

    _answered = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start without a thread; the first task makes it."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._is_open = True
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        task: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        owner: QObject | None = None,
    ) -> None:
        """Run a task in the thread; exactly one of the two answers is called here.

        An answer for an ``owner`` that has been deleted meanwhile is dropped. After
        ``shut_down`` nothing is run: a chart may still ask while its window goes.
        """
        if not self._is_open:
            return

        def answered(future: Future[Any]) -> None:
            if self._is_open:
                self._answered.emit(future, (owner, done, failed))

        self._pool.submit(task).add_done_callback(answered)

    def shut_down(self, last: Callable[[], None] | None = None) -> None:
        """Run one last task in the thread, wait for it, and take no more."""
        self._is_open = False
        if last is not None:
            self._pool.submit(last)
        self._pool.shutdown(wait=True, cancel_futures=False)

    @Slot(object, object)
    def _deliver(
        self,
        future: Future[Any],
        answers: tuple[QObject | None, Callable[[Any], None], Callable[[BaseException], None]],
    ) -> None:
        owner, done, failed = answers
        if owner is not None and not isValid(owner):
            return
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)
