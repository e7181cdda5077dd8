"""The two small sheets of the help menu."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from runadvisor.gui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

_ABOUT = (
    (
        "General advice for healthy adults who run. It describes training patterns that studies "
        "linked to injuries; it is no diagnosis and does not replace a doctor or physiotherapist."
    ),
    "Everything stays on this computer: no account, no network.",
    (
        "MIT licence. Qt and PySide6 under the LGPL, the Inter typeface under the SIL Open Font "
        "License; docs/third-party.md names the rest."
    ),
)


def about(parent: QWidget) -> None:
    """Show what this is and under which licences."""
    dialog, column = _sheet(parent, "About RunAdvisor")
    column.addWidget(Label(f"RunAdvisor {version('runadvisor')}", size=18, weight=600))
    for paragraph in _ABOUT:
        text = Label(paragraph, size=14, wrap=True)
        text.setMinimumWidth(440)
        column.addWidget(text)
    _close_button(dialog, column)
    dialog.open()


def shortcut_sheet(parent: QWidget, actions: Sequence[QAction]) -> None:
    """Show every action that has a key."""
    dialog, column = _sheet(parent, "Keyboard shortcuts")
    grid = QGridLayout()
    grid.setHorizontalSpacing(40)
    keyed = [action for action in actions if not action.shortcut().isEmpty()]
    own = [(action.text().replace("&", "").rstrip(" …"), action.shortcut()) for action in keyed]
    shown = [(text, keys.toString(QKeySequence.SequenceFormat.NativeText)) for text, keys in own]
    shown += [
        ("Search exercises or the guide", "Ctrl+F"),
        ("Back in the guide", "Alt+Left"),
        ("Between the days of a plan", "arrow keys"),
        ("Next control", "Tab"),
    ]
    for row, (text, keys) in enumerate(shown):
        grid.addWidget(Label(text), row, 0)
        grid.addWidget(Label(keys, weight=600), row, 1, Qt.AlignmentFlag.AlignRight)
    column.addLayout(grid)
    _close_button(dialog, column)
    dialog.open()


def _sheet(parent: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 24, 28, 20)
    column.setSpacing(12)
    return dialog, column


def _close_button(dialog: QDialog, column: QVBoxLayout) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addSpacing(8)
    column.addWidget(buttons)
