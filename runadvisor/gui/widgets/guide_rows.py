"""The contents of the guide: headings, titles, and where a search found them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from runadvisor.gui.models.guide_contents import ARTICLE_ROLE, EXCERPT_ROLE
from runadvisor.gui.theme import current_theme, text_font
from runadvisor.language import _

PAD_PX = 12
GAP_PX = 8
HEADING_PX = 38
NARROWEST_PX = 200


class GuideRows(QListView):
    """A list view over ``GuideContents``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the view; its model is given by the page."""
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Pages of the guide"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if index.data(ARTICLE_ROLE) is None:
            return QSize(NARROWEST_PX, HEADING_PX)
        # With the room a scroll bar takes, whether there is one yet or not.
        bar_px = self._view.verticalScrollBar().sizeHint().width()
        width = max(NARROWEST_PX, self._view.width() - bar_px) - 2 * PAD_PX
        lines = self._title(index, width).lineCount()
        height = lines * QFontMetricsF(text_font(13)).lineSpacing()
        if index.data(EXCERPT_ROLE):
            height += QFontMetricsF(text_font(12)).lineSpacing()
        return QSize(NARROWEST_PX, round(height) + 2 * GAP_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(1, 1, -1, -1)  # pyright: ignore[reportAttributeAccessIssue]
        if index.data(ARTICLE_ROLE) is None:
            _paint_heading(painter, row, str(index.data()))
        else:
            _paint_ground(painter, row, option.state)  # pyright: ignore[reportAttributeAccessIssue]
            self._paint_page(painter, row, index)
        painter.restore()

    def _paint_page(
        self, painter: QPainter, row: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        inner = row.adjusted(PAD_PX - 1, GAP_PX - 1, 1 - PAD_PX, 0)
        title = self._title(index, inner.width())
        painter.setPen(QColor(theme.ink))
        title.draw(painter, inner.topLeft())
        excerpt = index.data(EXCERPT_ROLE)
        if excerpt:
            font = text_font(12)
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            metrics = QFontMetricsF(font)
            top = inner.top() + title.boundingRect().height()
            said = metrics.elidedText(excerpt, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(
                QRectF(inner.left(), top, inner.width(), metrics.lineSpacing()),
                Qt.AlignmentFlag.AlignVCenter,
                said,
            )

    @staticmethod
    def _title(index: QModelIndex | QPersistentModelIndex, width: float) -> QTextLayout:
        """Lay a title out over as many lines as it needs: nothing is cut."""
        layout = QTextLayout(str(index.data()), text_font(13, 500))
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(wrap)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout


def _paint_heading(painter: QPainter, row: QRectF, text: str) -> None:
    painter.setFont(text_font(12, 600))
    painter.setPen(QColor(current_theme().muted))
    inner = row.adjusted(PAD_PX - 1, 0, -PAD_PX, -6)
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)


def _paint_ground(painter: QPainter, row: QRectF, state: QStyle.StateFlag) -> None:
    theme = current_theme()
    if state & QStyle.StateFlag.State_Selected:
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(theme.primary), 2 if has_focus else 1))
        painter.setBrush(QColor(theme.primary_tint))
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 8, 8)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(row, 8, 8)
