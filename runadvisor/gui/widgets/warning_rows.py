"""The list of warnings: shape, title, tier, until when; the date on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from runadvisor import wording
from runadvisor.gui.models.warning_list import (
    MARK_ROLE,
    WARNING_ROLE,
    mark_words,
    under_title,
)
from runadvisor.gui.theme import current_theme, scaled, text_font
from runadvisor.gui.widgets.evidence import TONES, paint_tier
from runadvisor.language import _

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning

ROW_PX = (240, 62)
MARK_PX = 14


class WarningRows(QListView):
    """A list view over ``WarningList``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the view; its model is given by the page."""
        super().__init__(parent)
        self.delegate = _Delegate(self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(_("Warnings"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def set_shown(self, *, is_standing: bool, today: date) -> None:
        """Say whether rows tell until when they stand, and which year goes unsaid."""
        self.delegate.is_standing = is_standing
        self.delegate.today = today
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    is_standing = True
    today: date | None = None

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(ROW_PX[0]), scaled(ROW_PX[1]))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        warning: TrainingWarning = index.data(WARNING_ROLE)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(1, 1, -1, -1)  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(theme.primary), 2 if has_focus else 1))
            painter.setBrush(QColor(theme.primary_tint))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(row, 8, 8)
        mark = QRectF(
            row.left() + scaled(14), row.top() + scaled(13), scaled(MARK_PX), scaled(MARK_PX)
        )
        paint_tier(painter, mark, warning.tier, theme)
        when = _day(warning.date, self.today)
        painter.setFont(text_font(12, tabular=True))
        when_px = QFontMetricsF(painter.font()).horizontalAdvance(when)
        painter.setPen(QColor(theme.muted))
        text_left, text_right = mark.right() + scaled(12), row.right() - scaled(12)
        line = QRectF(text_left, row.top() + scaled(9), text_right - text_left, scaled(20))
        under = QRectF(text_left, row.top() + scaled(30), text_right - text_left, scaled(20))
        # The title has a line of its own: a cut title says nothing.
        painter.drawText(under, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        painter.setFont(text_font(13, 600))
        painter.setPen(QColor(theme.ink))
        title = QFontMetricsF(painter.font()).elidedText(
            wording.sentence(warning.title),
            Qt.TextElideMode.ElideRight,
            line.width(),
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(text_font(12, 600))
        painter.setPen(QColor(getattr(theme, TONES[warning.tier])))
        word = wording.tier_word(warning.tier)
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, word)
        word_px = QFontMetricsF(painter.font()).horizontalAdvance(word)
        painter.setFont(text_font(12))
        painter.setPen(QColor(theme.muted))
        said = [under_title(warning, is_standing=self.is_standing)]
        said += mark_words(index.data(MARK_ROLE))
        rest = " · ".join(words for words in said if words)
        if rest:
            beside = under.adjusted(word_px, 0, -when_px - 8, 0)
            shown = QFontMetricsF(painter.font()).elidedText(
                f" · {rest}", Qt.TextElideMode.ElideRight, beside.width()
            )
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _day(day: date, today: date | None) -> str:
    this_year = today is not None and day.year == today.year
    return wording.weekday_day(day) if this_year else f"{wording.short_day(day)} {day.year}"
