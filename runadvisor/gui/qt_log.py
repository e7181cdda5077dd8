"""What Qt has to say, in our log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages() -> None:
    """Have everything Qt says written to the log instead of to a terminal nobody sees."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    category = context.category or "default"
    _log.log(_LEVELS[kind], "%s: %s", category, words)
