"""The plan as a calendar of painted days; arrow keys go about, with Alt they move the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor import wording
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.warning import Tier
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled, text_font
from runadvisor.gui.widgets.evidence import paint_tier
from runadvisor.language import _
from runadvisor.printout.grid import CellState, DayCell, WeekRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.gui.theme import Theme

HEAD_PX = 28
GAP_PX = 8
WEEK_PX = 66
TOTAL_PX = 52
BAR_PX = 4
LOWEST_ROW_PX = 88
WIDTH_PX, LEAST_WIDTH_PX = 720, 560
"""Like all lengths that hold words, at 100 % text size."""
NARROW_CELL_PX = 70
"""A narrower day has smaller figures and less air."""
_BAR_COLOURS = {
    "easy": "run",
    "long": "primary",
    "hard": "spike",
    "hills": "spike",
    "race": "spike",
    "walk-run": "run",
    "cross": "cross",
}
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_PER_WEEK,
    Qt.Key.Key_Down: DAYS_PER_WEEK,
}


class PlanGrid(QWidget):
    """Weeks as rows, from the first weekday on, with kilometres and limit on the right."""

    chosen = Signal(object)
    """The day (``date``) that was chosen."""
    swapped = Signal(object, object)
    """Two days (``date``) whose contents are to change places."""
    menu_wanted = Signal(object)
    """Asks for the menu of the chosen day, at a place (``QPoint``) on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[WeekRow, ...] = ()
        self._today: date | None = None
        self._chosen: date | None = None
        self._pressed: date | None = None
        self._over: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Planned days"))
        self.setToolTip(_("Drag a day onto another, or hold Alt and press an arrow key"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for every week."""
        return QSize(scaled(WIDTH_PX), self._least_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - as above
        """Need at least the lowest rows that can be read."""
        return QSize(scaled(LEAST_WIDTH_PX), self._least_height())

    def _least_height(self) -> int:
        return scaled(HEAD_PX) + len(self._rows) * (scaled(LOWEST_ROW_PX) + GAP_PX)

    def show_weeks(self, rows: Sequence[WeekRow], *, today: date, chosen: date) -> None:
        """Show the weeks of a plan."""
        self._rows, self._today = tuple(rows), today
        self.updateGeometry()
        self.choose(chosen)

    def choose(self, day: date) -> None:
        """Choose a day and say so."""
        self._chosen = day
        cell = next((c for c in self._cells() if c.date == day), None)
        if cell is not None:
            self.setAccessibleDescription(_cell_words(cell).format(day=cell.day, held=cell.line))
        self.update()
        self.chosen.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the planned day under the mouse."""
        day = self._day_at(event.position())
        self._pressed = day if event.button() is Qt.MouseButton.LeftButton else None
        if day is not None:
            self.choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show where a day that is dragged would go."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        over = self._day_at(event.position())
        if over != self._over:
            self._over = over
            is_away = over is not None and over != self._pressed
            self.setCursor(
                Qt.CursorShape.ClosedHandCursor if is_away else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let two days change places where one was dragged onto another."""
        one, other = self._pressed, self._day_at(event.position())
        self._pressed = self._over = None
        self.unsetCursor()
        self.update()
        if one is not None and other is not None and one != other:
            self.swapped.emit(one, other)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu: at the mouse, or on the chosen day by the key for it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            box = next((box for box, cell in self._boxes() if cell.date == self._chosen), None)
            if box is not None:
                self.menu_wanted.emit(self.mapToGlobal(box.center().toPoint()))
        elif (day := self._day_at(QPointF(event.pos()))) is not None:
            self.choose(day)
            self.menu_wanted.emit(event.globalPos())

    def _day_at(self, place: QPointF) -> date | None:
        for box, cell in self._boxes():
            if box.contains(place) and cell.state is CellState.PLANNED:
                return cell.date
        return None

    def _boxes(self) -> list[tuple[QRectF, DayCell]]:
        return [
            (self._cell_rect(row, column), cell)
            for row, cells in enumerate(self._rows)
            for column, cell in enumerate(cells.cells)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between planned days."""
        step = _MOVES.get(Qt.Key(event.key()))
        cells = self._cells()
        here = next((i for i, c in enumerate(cells) if c.date == self._chosen), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = here + step
        if 0 <= there < len(cells) and cells[there].state is CellState.PLANNED:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.swapped.emit(cells[here].date, cells[there].date)
            self.choose(cells[there].date)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keys act."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint head, days and sums."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, theme)
        for number, row in enumerate(self._rows):
            self._paint_week(painter, theme, number, row)
            for column, cell in enumerate(row.cells):
                self._paint_cell(painter, theme, self._cell_rect(number, column), cell)
        painter.end()

    def _cells(self) -> list[DayCell]:
        return [cell for row in self._rows for cell in row.cells]

    def _cell_rect(self, row: int, column: int) -> QRectF:
        left, head = scaled(WEEK_PX), scaled(HEAD_PX)
        width = (self.width() - left - 2 * scaled(TOTAL_PX) - 6 * GAP_PX) / DAYS_PER_WEEK
        height = (self.height() - head) / max(len(self._rows), 1) - GAP_PX
        return QRectF(
            left + column * (width + GAP_PX), head + row * (height + GAP_PX), width, height
        )

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(text_font(12, 600))
        painter.setPen(QColor(theme.muted))
        names = [wording.weekday_short(cell.date) for cell in self._cells()[:7]]
        for column, name in enumerate(names):
            cell = self._cell_rect(0, column)
            head = QRectF(cell.left() + 10, 0, cell.width(), scaled(HEAD_PX) - 6)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, name)
        right, total = float(self.width()), scaled(TOTAL_PX)
        for index, name in enumerate((_("limit"), wording.distance_unit())):
            column = QRectF(right - total * (index + 1), 0, total, scaled(HEAD_PX) - 6)
            aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(column, aligned, name)

    def _paint_week(self, painter: QPainter, theme: Theme, number: int, row: WeekRow) -> None:
        first = self._cell_rect(number, 0)
        week = scaled(WEEK_PX)
        name = QRectF(0, first.top() + 8, week - 4, scaled(18))
        painter.setFont(text_font(13, 600))
        painter.setPen(QColor(theme.ink))
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft, row.label)
        painter.setFont(text_font(11))
        painter.setPen(QColor(theme.muted))
        under = QRectF(0, first.top() + 9 + scaled(18), week - 8, scaled(32))
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(under, wrap, row.dates)
        if row.note:
            lines = painter.boundingRect(under, wrap, row.dates).height()
            painter.setFont(text_font(11, 600))
            painter.setPen(QColor(theme.info))
            note = QRectF(0, under.top() + lines + 2, week - 8, scaled(32))
            painter.drawText(note, wrap, row.note)
        right, total = float(self.width()), scaled(TOTAL_PX)
        for index, (text, weight, colour) in enumerate(
            ((row.limit, 400, theme.muted), (row.total, 600, theme.ink))
        ):
            painter.setFont(text_font(15, weight, tabular=True))
            painter.setPen(QColor(colour))
            top = first.top() + scaled(22)
            column = QRectF(right - total * (index + 1), top, total, scaled(22))
            painter.drawText(column, Qt.AlignmentFlag.AlignRight, text)

    def _paint_cell(self, painter: QPainter, theme: Theme, rect: QRectF, cell: DayCell) -> None:
        if cell.state is CellState.BLANK:
            return
        is_chosen = cell.date == self._chosen
        is_rest = cell.kind == "rest"
        frame = rect.adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(frame, 10, 10)
        is_quiet = is_rest or cell.state is CellState.DONE
        painter.fillPath(path, QColor(theme.background if is_quiet else theme.surface))
        if is_chosen:
            painter.fillPath(path, QColor(theme.primary_tint))
        bar = _BAR_COLOURS.get(cell.kind)
        if bar is not None:
            painter.save()
            painter.setClipPath(path)
            left = QRectF(frame.left(), frame.top(), BAR_PX, frame.height())
            painter.fillRect(left, QColor(getattr(theme, bar)))
            painter.restore()
        is_target = cell.date == self._over and cell.date != self._pressed
        quiet = theme.watch_line if cell.breaks_rule else theme.line
        ring = QPen(QColor(theme.primary if is_chosen else quiet), 2 if is_chosen else 1)
        if is_target:
            ring = QPen(QColor(theme.primary), 2, Qt.PenStyle.DashLine)
        painter.setPen(ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if is_chosen and self.hasFocus():
            painter.setPen(QPen(QColor(theme.primary), 2))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 12, 12)
        is_narrow = rect.width() < scaled(NARROW_CELL_PX)
        air = (8, -3) if is_narrow else (12, -6)
        words = rect.adjusted(air[0], 7, air[1], -7)
        self._paint_words(painter, theme, words, cell, number_px=16 if is_narrow else 19)
        mark = scaled(12)
        corner = QRectF(frame.right() - mark - 6, frame.top() + 6, mark, mark)
        if cell.breaks_rule:
            paint_tier(painter, corner, Tier.WATCH, theme)
        elif cell.is_locked:
            icon("lock", theme.muted, mark).paint(painter, corner.toRect())

    def _paint_words(
        self, painter: QPainter, theme: Theme, box: QRectF, cell: DayCell, *, number_px: int
    ) -> None:
        muted, ink = QColor(theme.muted), QColor(theme.ink)
        painter.setFont(text_font(11, tabular=True))
        painter.setPen(muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, cell.number)
        if cell.date == self._today and not (cell.is_locked or cell.breaks_rule):
            painter.setFont(text_font(11, 600))
            painter.setPen(QColor(theme.primary))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, _("today"))
        top = box.top() + scaled(15)
        if cell.amount:
            painter.setFont(text_font(number_px, 600, tabular=True))
            painter.setPen(ink)
            painter.drawText(QRectF(box.left(), top, box.width(), scaled(24)), 0, cell.amount)
            second = _("{unit} {kind}").format(unit=wording.distance_unit(), kind=cell.detail)
            top += scaled(24)
        else:
            painter.setFont(text_font(14, 500))
            painter.setPen(muted if cell.kind == "rest" else ink)
            word = _fit(painter, cell.word, box.width())
            painter.drawText(QRectF(box.left(), top + 1, box.width(), scaled(20)), 0, word)
            second = cell.detail
            top += scaled(21)
        painter.setFont(text_font(12))
        painter.setPen(muted)
        painter.drawText(QRectF(box.left(), top, box.width(), scaled(16)), 0, second)
        line_px = scaled(15)
        room = int((box.bottom() - top - scaled(16)) // line_px)
        painter.setFont(text_font(11))
        for number, block in enumerate(reversed(cell.blocks[: max(room, 0)])):
            up = box.bottom() - line_px * (number + 1)
            line = QRectF(box.left(), up, box.width(), line_px)
            painter.drawText(
                line, 0, _fit(painter, _("+ {block}").format(block=block), box.width())
            )


def _cell_words(cell: DayCell) -> str:
    if cell.is_locked and cell.breaks_rule:
        return _("{day}: {held}, set by you, breaks a rule")
    if cell.breaks_rule:
        return _("{day}: {held}, breaks a rule")
    return _("{day}: {held}, set by you") if cell.is_locked else _("{day}: {held}")


def _fit(painter: QPainter, text: str, width: float) -> str:
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
