"""How a cell of the history is painted and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QWidget

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.gui.models.run_table import COLUMNS, NUMBERS, ROW_ROLE, cell_words
from runadvisor.gui.run_rows import Column
from runadvisor.gui.theme import current_theme, text_font
from runadvisor.gui.typed_numbers import typed_distance_m, typed_time_s
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.evidence import TONES, paint_tier
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from runadvisor.gui.run_rows import RunRow

    _Index = QModelIndex | QPersistentModelIndex

PAD_PX = 8
MARK_PX = 11
MOST_RPE = 10


class RunCell(QStyledItemDelegate):
    """Paints a cell in one go, and makes the control to edit it with."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, words and, for a warning, its shape."""
        theme = current_theme()
        row: RunRow = index.data(ROW_ROLE)
        column = COLUMNS[index.column()]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.primary_tint))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.primary), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        is_quiet = row.is_deleted or column in {Column.SOURCE, Column.DAY}
        painter.setFont(text_font(13, 500 if column is Column.TITLE else 400, tabular=True))
        painter.setPen(QColor(theme.muted if is_quiet else theme.ink))
        if column is Column.WARNING and row.tier is not None:
            mark = QRectF(inner.left(), rect.center().y() - MARK_PX / 2, MARK_PX, MARK_PX)
            paint_tier(painter, mark, row.tier, theme)
            painter.setFont(text_font(12, 600))
            painter.setPen(QColor(getattr(theme, TONES[row.tier])))
            inner.setLeft(mark.right() + 6)
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(
            cell_words(row, column), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Return the control for a column."""
        column = COLUMNS[index.column()]
        if column is Column.SPORT:
            return self._drop_down(
                parent, [(sport.value, wording.sport_name(sport)) for sport in Sport], _("Sport")
            )
        if column is Column.RPE:
            ratings = [(f"{n}", f"{n}") for n in range(MOST_RPE + 1)]
            return self._drop_down(parent, [("", _("none")), *ratings], _("Effort, 0 to 10"))
        field = QLineEdit(parent)
        field.setObjectName("cellField")
        names = {
            Column.TITLE: _("Title"),
            Column.DISTANCE: _("Distance"),
            Column.TIME: _("Time moving"),
        }
        field.setAccessibleName(names[column])
        return field

    def _drop_down(
        self, parent: QWidget, options: Sequence[tuple[object, str]], name: str
    ) -> Choice:
        choice = Choice(options, name=name, small=True, parent=parent)
        # Chosen is done: nobody expects to press Enter after it.
        choice.activated.connect(lambda _index: self._finish(choice))
        return choice

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Show what is there."""
        row: RunRow = index.data(ROW_ROLE)
        if isinstance(editor, Choice):
            editor.choose(_key(row, COLUMNS[index.column()]))
        elif isinstance(editor, QLineEdit):
            editor.setText(cell_words(row, COLUMNS[index.column()]))
            editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: _Index
    ) -> None:
        """Ask for what was typed, where it can be read and is something else."""
        column = COLUMNS[index.column()]
        row: RunRow = index.data(ROW_ROLE)
        if isinstance(editor, Choice):
            key = editor.currentData()
            if key is not None and key != _key(row, column):
                model.setData(index, key if column is Column.SPORT else float(key) if key else None)
        elif isinstance(editor, QLineEdit) and editor.text() != cell_words(row, column):
            readers = {Column.DISTANCE: typed_distance_m, Column.TIME: typed_time_s}
            model.setData(index, readers.get(column, str.strip)(editor.text()))


def _key(row: RunRow, column: Column) -> str:
    activity = row.activity
    if column is Column.SPORT:
        return activity.sport.value
    return "" if activity.session_rpe is None else f"{activity.session_rpe:g}"
