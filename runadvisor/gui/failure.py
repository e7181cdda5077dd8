"""The one place where an error becomes words on the screen."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from runadvisor.domain.errors import RunAdvisorError
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.log import program, trace_of

if TYPE_CHECKING:
    from types import TracebackType

_log = logging.getLogger(__name__)
_OUR_BUG = N_(
    "RunAdvisor met an error of its own. Your history is safe: every import is kept whole or "
    "not at all. Copy the report and send it to the developers, then start again."
)


def sentence(error: BaseException) -> str:
    """Return what to tell the runner about an error."""
    if isinstance(error, RunAdvisorError):
        _log.warning("%s", error)
        return str(error)
    _log.error("not foreseen", exc_info=error)
    return _("That did not work: {reason}.").format(reason=error or type(error).__name__)


def install_last_resort() -> None:
    """Show an error that nothing else caught, instead of dying without a word."""
    sys.excepthook = _show


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
    if issubclass(kind, KeyboardInterrupt):
        sys.exit(130)
    _log.critical("nothing caught this", exc_info=(kind, error, trace))
    report = f"{program()}\n{trace_of(kind, error, trace)}\n"
    box = QMessageBox(QMessageBox.Icon.Critical, "RunAdvisor", _(_OUR_BUG))
    box.setDetailedText(report)
    copy = box.addButton(_("Copy report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)
