"""The menu bar: every action once, with its key, so that the sheet of shortcuts can list them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from runadvisor.gui.history_files import HistoryFiles

Keys = QKeySequence.StandardKey | str
DIGITS = "1234567890"
OWN_KEYS: dict[str, Keys] = {"settings": "Ctrl+,"}
"""Pages that people reach by a key they know from elsewhere."""


class Menus:
    """The menus of the window; ``add`` is how any of them grows."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the menus, empty, in the order in which the bar shows them."""
        self._window = window
        bar = window.menuBar()
        self.file = bar.addMenu(_("&File"))
        self.edit = bar.addMenu(_("&Edit"))
        self.go = bar.addMenu(_("&Go"))
        self.help = bar.addMenu(_("&Help"))

    def add(
        self, menu: QMenu, text: str, do: Callable[[], object], keys: Keys | None = None
    ) -> QAction:
        """Add an action to a menu, and to the window, where its key works on every page."""
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        self._window.addAction(action)
        return action

    def add_histories(self, files: HistoryFiles) -> None:
        """Offer to make, open, copy and restore histories."""
        menu = self.file
        self.add(menu, _("&New history …"), files.new, QKeySequence.StandardKey.New)
        self.add(menu, _("&Open history …"), files.open, QKeySequence.StandardKey.Open)
        recent = menu.addMenu(_("Open &recent"))
        recent.aboutToShow.connect(lambda: _fill(recent, files))
        self.add(menu, _("My own &history"), files.open_own)
        self.add(menu, _("The &sample history"), files.open_sample)
        menu.addSeparator()
        self.add(menu, _("&Back up …"), files.back_up)
        self.add(menu, _("&Restore a copy …"), files.restore_copy)
        self.add(menu, _("&Export everything …"), files.export_all)
        menu.addSeparator()

    def add_pages(
        self, groups: Sequence[Sequence[tuple[str, str]]], go_to: Callable[[str], None]
    ) -> None:
        """Offer every page, given as (key, text); the first ten get a digit."""
        digits = iter(DIGITS)
        for key, text in (page for group in groups for page in group):
            digit = None if key in OWN_KEYS else next(digits, None)
            keys = OWN_KEYS.get(key) or (digit and f"Ctrl+{digit}")
            self.add(self.go, f"&{text}", partial(go_to, key), keys).setData(key)


def _fill(menu: QMenu, files: HistoryFiles) -> None:
    menu.clear()
    for path in files.recent():
        action = menu.addAction(path.name)
        action.setToolTip(str(path))
        action.triggered.connect(partial(files.open_path, path))
    if menu.isEmpty():
        menu.addAction(_("None yet")).setEnabled(False)
