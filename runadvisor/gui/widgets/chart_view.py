"""A chart that can be read and drawn nearer: with the mouse, or by key alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.read_out import paint_read_out
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart, Reading
    from runadvisor.charts.span import Span
    from runadvisor.gui.widgets.chart_picture import MakeChart, Summary
    from runadvisor.gui.workspace import Workspace

    MakeSpan = Callable[[Palette, tuple[int, int], float, Span | None], Chart]

NEARER, FARTHER = 0.8, 1.25
NOTCH = 120
"""What Qt counts for one notch of a wheel."""
STEP_SHARE = 0.25
"""Of what is shown: how far a key moves along."""


class ChartView(FigureView):
    """Shows a chart; the reading nearest to the mouse, or chosen by key, stands beside it."""

    run_wanted = Signal(int)
    """Asks for a run by its activity id."""
    week_wanted = Signal(object)
    """Asks for a training week by its first day."""

    def __init__(
        self, workspace: Workspace, *, height_px: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Start empty; ``name`` is what a screen reader calls the chart."""
        super().__init__(workspace, height_px=height_px, name=name, parent=parent)
        self._make_span: MakeSpan | None = None
        self.span: Span | None = None
        """The part of the axis drawn near; ``None`` for the chart's own choice."""
        self._at: int | None = None
        self._words_read: str | None = None
        self._pressed: QPointF | None = None
        self._dragged: Span | None = None
        """What was shown where the drag began."""
        self.setMouseTracking(True)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What can be read off, in the order of the arrow keys."""
        return () if self.chart is None else self.chart.readings

    @property
    def reading(self) -> Reading | None:
        """What is read off now."""
        return None if self._at is None else self.readings[self._at]

    def show_chart(self, make: MakeChart, summary: Summary) -> None:
        """Show a chart that has one view only; see ``show_figure``."""
        self._make_span = None
        self.span = None
        self._read_at(None)
        self.show_figure(make, summary)

    def show_along(self, make: MakeSpan, summary: Summary) -> None:
        """Show a chart that can be drawn nearer and moved along its axis.

        Args:
            make: As in ``show_figure``; its last argument is the part of the axis.
            summary: As in ``show_figure``.
        """
        self._make_span = make
        self.span = None
        self._read_at(None)
        self.show_figure(lambda palette, size_px, dpi: make(palette, size_px, dpi, None), summary)

    def drawn_anew(self) -> MakeChart | None:
        """Return what draws the part that is shown."""
        make, span = self._make_span, self.span
        if make is None or span is None:
            return super().drawn_anew()
        return lambda palette, size_px, dpi: make(palette, size_px, dpi, span)

    def show_all(self) -> None:
        """Show again what the chart showed at first."""
        if self.span is not None:
            self.span = None
            self.redraw()

    def zoom(self, factor: float, *, at_px: float | None = None) -> bool:
        """Draw nearer (below 1) or farther; return whether there is anything nearer or farther.

        Args:
            factor: How much of the axis is shown then, over how much is now.
            at_px: What stays where it is; the reading, else the middle, where not given.
        """
        chart = self.chart
        if chart is None or chart.span is None:
            return False
        if at_px is None:
            left, right = chart.sides_px
            at_px = (left + right) / 2 if self.reading is None else self.reading.x_px
        at = chart.place(at_px)
        span = self.span or chart.span
        return at is not None and self._show_span(span.zoomed(factor, at=at))

    def move_along(self, share: float) -> bool:
        """Move along the axis by a share of what is shown; return whether it moved."""
        span = self.span or (None if self.chart is None else self.chart.span)
        return span is not None and self._show_span(span.moved(share * span.length))

    def open_reading(self) -> bool:
        """Open the run or the week that is read off; return whether there is one."""
        reading = self.reading
        if reading is None or not reading.leads_on:
            return False
        if reading.activity_id is not None:
            self.run_wanted.emit(reading.activity_id)
        else:
            self.week_wanted.emit(reading.week)
        return True

    def add_to_menu(self, menu: QMenu) -> None:
        """Offer what is under the reading, and the ways nearer and back."""
        reading = self.reading
        if reading is not None and reading.leads_on:
            is_run = reading.activity_id is not None
            action = menu.addAction(_("Open this run") if is_run else _("Open this week"))
            action.triggered.connect(self.open_reading)
            menu.addSeparator()
        if self.chart is not None and self.chart.span is not None:
            for words, key, do in (
                (_("Nearer"), Qt.Key.Key_Plus, lambda: self.zoom(NEARER)),
                (_("Farther"), Qt.Key.Key_Minus, lambda: self.zoom(FARTHER)),
                (_("Back to the first view"), Qt.Key.Key_0, self.show_all),
            ):
                action = menu.addAction(words)
                action.setShortcut(key)
                action.triggered.connect(lambda _checked=False, do=do: do())
            menu.addSeparator()

    # ── the mouse ─────────────────────────────────────────────────────────────────────

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Read off what is nearest, or move along while the button is held."""
        at = event.position()
        if self._pressed is not None and self._dragged is not None and self.chart is not None:
            left, right = self.chart.sides_px
            if self._is_drag(at) and right > left:
                by = (self._pressed.x() - at.x()) / (right - left) * self._dragged.length
                self._read_at(None)
                self._show_span(self._dragged.moved(by))
                return
        if self.chart is not None:
            self._read_at(self.chart.nearest(at.x(), at.y()))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self.chart is not None:
            self._pressed = event.position()
            self._dragged = self.span or self.chart.span
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open what is read off, unless the chart was moved."""
        pressed, self._pressed, self._dragged = self._pressed, None, None
        is_click = pressed is not None and not self._is_drag(event.position(), pressed)
        if event.button() == Qt.MouseButton.LeftButton and is_click:
            self.open_reading()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show again what the chart showed at first."""
        self.show_all()
        super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Draw nearer or farther, or move along sideways.

        Without Ctrl only where the chart has the focus: else the page scrolls, as everywhere.
        """
        turned, across = event.angleDelta().y(), event.angleDelta().x()
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_taken = False
        if abs(across) > abs(turned):
            is_taken = self.move_along(-across / NOTCH * STEP_SHARE / 2)
        elif turned and (has_ctrl or self.hasFocus()):
            is_taken = self.zoom(NEARER ** (turned / NOTCH), at_px=event.position().x())
        event.setAccepted(is_taken or has_ctrl)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Read off nothing."""
        self._read_at(None)
        super().leaveEvent(event)

    # ── the keyboard ──────────────────────────────────────────────────────────────────

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Read off nothing, unless it is the menu of the chart that took the focus."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._read_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step from reading to reading, open one, draw nearer and farther, and back."""
        if not (self._steps(event) or self._views(event)):
            super().keyPressEvent(event)

    def _steps(self, event: QKeyEvent) -> bool:
        last = len(self.readings) - 1
        if last < 0 or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        is_leap = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = self.chart.leap if is_leap and self.chart is not None else 1
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            to = last if self._at is None else self._at
            if self._at is not None:
                to += step if key == Qt.Key.Key_Right else -step
            if not 0 <= to <= last and self.span is not None:
                self.move_along(STEP_SHARE if to > last else -STEP_SHARE)
            self._read_at(min(max(to, 0), last), aloud=True)
        elif key == Qt.Key.Key_Home and self.span is None:
            self._read_at(0, aloud=True)
        elif key == Qt.Key.Key_End:
            self._read_at(last, aloud=True)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._read_at(None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.open_reading()
        else:
            return False
        return True

    def _views(self, event: QKeyEvent) -> bool:
        key = event.key()
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.ZoomIn) or key in {
            Qt.Key.Key_Plus,
            Qt.Key.Key_Equal,
        }:
            return self.zoom(NEARER)
        if key == Qt.Key.Key_Minus:
            return self.zoom(FARTHER)
        if has_shift and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return self.move_along(STEP_SHARE if key == Qt.Key.Key_Right else -STEP_SHARE)
        if key in {Qt.Key.Key_0, Qt.Key.Key_Home, Qt.Key.Key_Escape} and self.span is not None:
            self.show_all()
            return True
        return False

    # ── what is drawn ─────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Put the picture up, and the reading over it."""
        super().paintEvent(event)
        if self.reading is not None and self.chart is not None:
            painter = QPainter(self)
            paint_read_out(painter, self.reading, self.chart.plot_px, self.width())
            painter.end()

    def _has_drawn(self) -> None:
        # What was read off before stays read off, where it is still in the picture.
        words = self._words_read
        self._at = None
        if words is not None and self.chart is not None:
            self._at = self.chart.at_words(words)

    def _show_span(self, span: Span) -> bool:
        chart = self.chart
        if chart is None or chart.span is None or chart.whole is None:
            return False
        wanted = span.within(chart.whole, shortest=chart.shortest)
        if wanted == (self.span or chart.span):
            return False
        self.span = wanted
        self.redraw()
        return True

    def _is_drag(self, at: QPointF, pressed: QPointF | None = None) -> bool:
        start = pressed or self._pressed
        reach = QApplication.startDragDistance()
        return start is not None and (at - start).manhattanLength() >= reach

    def _read_at(self, at: int | None, *, aloud: bool = False) -> None:
        if at == self._at:
            return
        self._at = at
        reading = self.reading
        self._words_read = None if reading is None else reading.words
        self.setAccessibleDescription(self.summary if reading is None else reading.words)
        if aloud and reading is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, reading.words))
        leads_on = reading is not None and reading.leads_on
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor
        )
        self.update()
