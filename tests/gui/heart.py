"""A heart for the window: it beats in the thread of the window, and knows its longest gap."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

BEAT_MS = 10


class Heart(QObject):
    """Beats in the window's thread, and remembers the longest gap."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest_gap_ms = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        self.beats += 1
        self.longest_gap_ms = max(self.longest_gap_ms, self._clock.restart())
