"""What every page has: a heading, actions on its right, content that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from runadvisor.gui.theme import CONTENT_WIDTH_PX, scaled
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QResizeEvent, QShowEvent, QUndoStack

    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace

PADDING_PX = 24
SCROLL_BAR_PX = 14


class Page(QWidget):
    """A screen of the window."""

    go_to = Signal(str)
    """Asks for another page by its key."""
    read_more = Signal(str)
    """Asks for a page of the guide by the id of a rule, a condition or the page."""
    print_wanted = Signal(object)
    """Asks for a print: a ``PrintOrder``."""
    exercise_wanted = Signal(str)
    """Asks for an exercise by its id."""
    run_wanted = Signal(int)
    """Asks for a run by its activity id."""
    week_wanted = Signal(object)
    """Asks for a training week by its first day."""
    warning_wanted = Signal(object)
    """Asks for the why of a warning."""
    rule_wanted = Signal(str)
    """Asks for the settings of a rule; empty for all."""
    list_wanted = Signal(object)
    """Asks for the columns of a list by its place."""
    feeling_wanted = Signal()
    """Asks for an entry of today in the diary."""
    no_pain_wanted = Signal()
    """Asks for an entry of today that begins with no pain."""
    signs_wanted = Signal()
    """Asks for the serious signs in full, after a run."""
    key = ""
    rail_key = ""
    """The page of the rail it belongs to; empty for its own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make an empty page over a workspace."""
        super().__init__(parent)
        self.setObjectName("page")
        self.workspace = workspace
        self._title = Label(size=22, weight=600)
        self._subtitle = Label(size=13, tone="muted")
        self._actions = FlowLayout()
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        self._lay_out()

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """Say what the page shows."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)
        self._arrange_heading()

    def set_heading_shown(self, *, shown: bool) -> None:
        """Leave the heading out where the page is all of one thing."""
        for label in (self._title, self._subtitle):
            label.setVisible(shown)
        for number in range(self._actions.count()):
            item = self._actions.itemAt(number)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.setVisible(shown)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right of the heading; the primary one comes last."""
        self._actions.addWidget(widget)

    def show_advice(self, advice: Advice) -> None:
        """Show what is known now; pages override it."""

    def forget(self) -> None:
        """Drop what belonged to a history: another one is open; pages override it."""

    def remember(self, store: QSettings) -> None:
        """Keep how the page is set until the next start; pages with settings override it."""

    def recall(self, store: QSettings) -> None:
        """Take on what was kept; pages with settings override it."""

    def own_steps(self) -> QUndoStack | None:
        """Return the steps that Undo means here; ``None`` where it means the history's."""
        return None

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll until a part of the page can be seen, and put the focus into it."""
        self._scroll.ensureWidgetVisible(widget)
        widget.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the controls under the heading where they do not fit beside it."""
        super().resizeEvent(event)
        self._arrange_heading()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look again: the words may have changed while the page was hidden."""
        super().showEvent(event)
        self._arrange_heading()

    def _arrange_heading(self) -> None:
        room = min(self.width(), scaled(CONTENT_WIDTH_PX)) - 2 * PADDING_PX - SCROLL_BAR_PX
        needed = self._words.sizeHint().width() + self._actions.sizeHint().width() + PADDING_PX
        self._heading.setDirection(
            QBoxLayout.Direction.LeftToRight if needed <= room else QBoxLayout.Direction.TopToBottom
        )

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._words = words
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(10)
        self._heading.addLayout(words)
        self._heading.addStretch()
        self._heading.addLayout(self._actions)
        self._heading.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)
        inner = QWidget()
        inner.setObjectName("page")
        inner.setMaximumWidth(scaled(CONTENT_WIDTH_PX) + 2 * PADDING_PX)
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING_PX, 20, PADDING_PX, PADDING_PX)
        column.setSpacing(16)
        column.addLayout(self._heading)
        column.addLayout(self.content, 1)
        holder = QWidget()
        holder.setObjectName("page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


def clear(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
