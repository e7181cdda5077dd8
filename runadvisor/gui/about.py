"""The two small sheets of the help menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from runadvisor.domain.text import N_
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

_ABOUT = (
    N_(
        "General advice for healthy adults who run. It describes training patterns that studies "
        "linked to injuries; it is no diagnosis and does not replace a doctor or physiotherapist."
    ),
    N_("Everything stays on this computer: no account, no network."),
    N_(
        "MIT licence. Qt and PySide6 under the LGPL, the Inter typeface under the SIL Open Font "
        "License; docs/third-party.md names the rest."
    ),
)
_EVERYWHERE = (
    (N_("Between the days of a plan"), N_("arrow keys")),
    (N_("Next control"), "Tab"),
    (N_("Press the control in front"), N_("space bar")),
    (N_("Open a menu"), N_("Alt and the letter underlined")),
)
"""What the system gives: no action of ours carries it."""


def about(parent: QWidget) -> None:
    """Show what this is and under which licences."""
    from importlib.metadata import version  # noqa: PLC0415 - start-up time

    dialog, column = _sheet(parent, _("About RunAdvisor"))
    column.addWidget(Label(f"RunAdvisor {version('runadvisor')}", size=18, weight=600))
    for paragraph in _ABOUT:
        text = Label(_(paragraph), size=14, wrap=True)
        text.setMinimumWidth(440)
        column.addWidget(text)
    _close_button(dialog, column)
    dialog.open()


def shortcut_sheet(parent: QWidget) -> None:
    """Show every key of the window, as its actions and pages have them."""
    dialog, column = _sheet(parent, _("Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(40)
    shown = [*keys_of(parent), *((_(text), _(keys)) for text, keys in _EVERYWHERE)]
    for row, (text, keys) in enumerate(shown):
        grid.addWidget(Label(text), row, 0)
        grid.addWidget(Label(keys, weight=600), row, 1, Qt.AlignmentFlag.AlignRight)
    column.addLayout(grid)
    _close_button(dialog, column)
    dialog.open()


def keys_of(window: QWidget) -> list[tuple[str, str]]:
    """Return what the keys of a window do, and the keys as this system writes them."""
    pairs = [(action.text(), action.shortcut()) for action in window.actions()]
    # A key of one page says in its help what it is for.
    pairs += [(each.whatsThis(), each.key()) for each in window.findChildren(QShortcut)]
    shown = {
        text.replace("&", "").rstrip(" …"): keys.toString(QKeySequence.SequenceFormat.NativeText)
        for text, keys in pairs
        if text and not keys.isEmpty()
    }
    return list(shown.items())


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
