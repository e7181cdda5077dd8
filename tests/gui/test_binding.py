"""PySide6 6.12.0 gives away a reference to True with every signal: CPython 3.11 aborts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

EMISSIONS = 200


class _Sender(QObject):
    sent = Signal(bool)


def test_a_signal_does_not_lose_references_to_true() -> None:
    sender = _Sender()
    sender.sent.connect(lambda _: None)
    before = sys.getrefcount(True)  # noqa: FBT003 - the object itself is looked at
    for _ in range(EMISSIONS):
        sender.sent.emit(True)  # noqa: FBT003 - a signal's argument has no name
    assert sys.getrefcount(True) > before - EMISSIONS // 2  # noqa: FBT003 - as above
