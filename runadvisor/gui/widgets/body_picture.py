"""The body from front and back: where it hurts is picked here, by mouse or by keyboard."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor.domain.body import REGION_LABELS, BodyRegion, Side
from runadvisor.gui.body_figure import HEIGHT, MARKS, WIDTH, View, mark_of, marks_of
from runadvisor.gui.theme import current_theme, scaled, text_font
from runadvisor.gui.widgets.body_outline import mark_rect, outline
from runadvisor.gui.widgets.body_region import FRAME_PX, RegionButton
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.gui.body_figure import Dot, Mark

GAP = 12.0
"""Between the two figures, in units of a figure."""
TOP_PX, BOTTOM_PX = 26, 26
LABEL_GAP_PX = 10
LARGEST_SCALE = 1.05
"""Larger, the form beside the figures would be out of sight."""
LABEL_LINE_PX = 18
SIDEWAYS_COST = 2.5
"""How much an arrow key minds leaving its own line."""


class BodyPicture(QWidget):
    """Two figures with named regions; ``picked`` says which region was chosen."""

    picked = Signal(object, object)
    """Region and side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Draw the figures with nothing chosen."""
        super().__init__(parent)
        self.setAccessibleName(_("Body picture, front and back"))
        self.setAccessibleDescription(
            _("Arrow keys move from place to place, Enter chooses, a letter finds a name.")
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(QSize(360, 360))
        self.buttons = {mark.key: RegionButton(mark, self) for mark in MARKS}
        for button in self.buttons.values():
            button.clicked.connect(lambda _on=False, mark=button.mark: self._pick(mark))
            button.walked.connect(self._walk)
            button.typed.connect(self._find)
            button.reached.connect(self._follow_keyboard)
        self._here = next(iter(self.buttons.values()))
        self._here.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dots: Mapping[tuple[BodyRegion, Side], Dot] = {}

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the size of the mock-up."""
        return QSize(600, self.heightForWidth(600))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that wider figures are taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how tall the figures are where they fill the width."""
        scale = min(self._room(width) / (2 * WIDTH + GAP), LARGEST_SCALE)
        return round(TOP_PX + BOTTOM_PX + HEIGHT * scale)

    def choose(self, region: BodyRegion | None, side: Side = Side.MIDDLE) -> None:
        """Show what is chosen, without telling anybody; ``None`` for nothing."""
        chosen = () if region is None else marks_of(region, side)
        for button in self.buttons.values():
            button.setChecked(button.mark in chosen)
        if chosen:
            self._tab_to(self.buttons[chosen[0].key])
        self.update()

    def show_dots(self, dots: Mapping[tuple[BodyRegion, Side], Dot]) -> None:
        """Show pain that is written down, by region and side as the picture has them."""
        self._dots = dots
        for key, button in self.buttons.items():
            button.show_dot(dots.get(key))
        self.update()

    def take_keyboard(self) -> None:
        """Put the keyboard where it was last."""
        self._here.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the regions on figures of another size."""
        super().resizeEvent(event)
        for button in self.buttons.values():
            mark = button.mark
            box = self._transform(mark.view).mapRect(
                mark_rect(mark.x, mark.y, mark.across, mark.down)
            )
            frame = FRAME_PX
            button.setGeometry(box.adjusted(-frame, -frame, frame, frame).toAlignedRect())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint outlines, sides and names."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in View:
            transform = self._transform(view)
            edge = QColor(theme.muted)
            edge.setAlphaF(0.45)
            painter.setPen(QPen(edge, 1.4))
            painter.setBrush(QColor(theme.line))
            painter.drawPath(transform.map(outline()))
            self._write_sides(painter, view, transform)
            self._write_names(painter, view)
        painter.end()

    # ── where things are ──────────────────────────────────────────────────────────────

    def _label_widths(self) -> tuple[int, int]:
        metrics = QFontMetrics(text_font(12, 600))
        words: dict[View, list[str]] = {view: [] for view in View}
        for mark in MARKS:
            words[mark.view].append(self._label(mark.region))
        left, right = (
            max(metrics.horizontalAdvance(text) for text in words[view]) + LABEL_GAP_PX
            for view in (View.FRONT, View.BACK)
        )
        return left, right

    def _room(self, width: int) -> float:
        """Return how wide both figures may be together, between their names."""
        left, right = self._label_widths()
        return width - left - right - 2 * LABEL_GAP_PX

    def _transform(self, view: View) -> QTransform:
        left, _right = self._label_widths()
        room = self._room(self.width())
        scale = min(room / (2 * WIDTH + GAP), (self.height() - TOP_PX - BOTTOM_PX) / HEIGHT)
        spare = max(0.0, room - scale * (2 * WIDTH + GAP)) / 2
        start = left + LABEL_GAP_PX + spare + (0 if view is View.FRONT else scale * (WIDTH + GAP))
        top = TOP_PX + max(0.0, self.height() - TOP_PX - BOTTOM_PX - scale * HEIGHT) / 2
        return QTransform.fromTranslate(start + scale * WIDTH / 2, top).scale(scale, scale)

    # ── words ─────────────────────────────────────────────────────────────────────────

    def _label(self, region: BodyRegion) -> str:
        return _(REGION_LABELS[region])

    def _write_sides(self, painter: QPainter, view: View, transform: QTransform) -> None:
        theme = current_theme()
        middle = Qt.AlignmentFlag.AlignCenter
        head = transform.map(QPointF(0, 0))
        painter.setPen(QColor(theme.muted))
        painter.setFont(text_font(12, 600))
        title = _("Front") if view is View.FRONT else _("Back")
        painter.drawText(QRectF(head.x() - 70, head.y() - 24, 140, 18), middle, title)
        feet = transform.map(QPointF(0, HEIGHT))
        apart = transform.map(QPointF(58, 0)).x() - head.x()
        painter.setFont(text_font(12))
        # Seen from the front, the runner's right is on the viewer's left.
        sides = (_("right"), _("left")) if view is View.FRONT else (_("left"), _("right"))
        for sign, side in zip((-1, 1), sides, strict=True):
            box = QRectF(feet.x() + sign * apart - 40, feet.y() + 4, 80, 18)
            painter.drawText(box, middle, side)

    def _write_names(self, painter: QPainter, view: View) -> None:
        """Write the names beside the figure, in lines that never touch."""
        theme = current_theme()
        transform = self._transform(view)
        outer = [m for m in MARKS if m.view is view and self._is_outer(m)]
        heights = _spread([transform.map(QPointF(0, mark.y)).y() for mark in outer])
        left, right = self._label_widths()
        is_front = view is View.FRONT
        edge = transform.map(QPointF(-WIDTH / 2 if is_front else WIDTH / 2, 0)).x()
        for mark, y in zip(outer, heights, strict=True):
            is_chosen = any(
                self.buttons[m.key].isChecked() for m in MARKS if m.region is mark.region
            )
            at = edge - LABEL_GAP_PX if is_front else edge + LABEL_GAP_PX
            radius = -mark.across if is_front else mark.across
            point = transform.map(QPointF(mark.x + radius, mark.y))
            line = QColor(theme.primary if is_chosen else theme.muted)
            line.setAlphaF(1.0 if is_chosen else 0.55)
            painter.setPen(QPen(line, 1.1))
            painter.drawPolyline([QPointF(at, y), point])
            painter.setPen(QColor(theme.primary if is_chosen else theme.ink))
            painter.setFont(text_font(12, 600 if is_chosen else 400))
            box = (
                QRectF(at - left - LABEL_GAP_PX, y - 10, left + LABEL_GAP_PX - 5, 20)
                if is_front
                else QRectF(at + 5, y - 10, right + LABEL_GAP_PX, 20)
            )
            across = Qt.AlignmentFlag.AlignRight if is_front else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, self._label(mark.region))

    def _is_outer(self, mark: Mark) -> bool:
        """Whether a name's line ends at this mark: of two the one beside the names."""
        return mark.side is Side.MIDDLE or (mark.x < 0) is (mark.view is View.FRONT)

    # ── mouse and keyboard ────────────────────────────────────────────────────────────

    def _pick(self, mark: Mark) -> None:
        self.choose(mark.region, mark.side)
        self.picked.emit(mark.region, mark.side)

    def _walk(self, across: int, down: int) -> None:
        """Move the keyboard to the nearest region in a direction."""
        here = self._here.geometry().center()

        def cost(button: RegionButton) -> float | None:
            way = button.geometry().center() - here
            along = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            return None if along <= 0 else along + SIDEWAYS_COST * aside

        costs = {button: cost(button) for button in self.buttons.values()}
        reached = [(c, number, b) for number, (b, c) in enumerate(costs.items()) if c is not None]
        if reached:
            min(reached)[2].setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, letter: str) -> None:
        """Move the keyboard to the next region whose name begins with a letter."""
        every = list(self.buttons.values())
        start = every.index(self._here) + 1
        for button in (*every[start:], *every[:start]):
            if self._label(button.mark.region).casefold().startswith(letter.casefold()):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _follow_keyboard(self) -> None:
        button = self.sender()
        if isinstance(button, RegionButton):
            self._tab_to(button)

    def _tab_to(self, button: RegionButton) -> None:
        """Let Tab come in here: one stop for the whole picture, arrows within it."""
        self._here.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._here = button

    def button_of(self, region: BodyRegion, side: Side) -> RegionButton:
        """Return the button of a region on a side."""
        return self.buttons[mark_of(region, side).key]

    def box_of(self, region: BodyRegion, side: Side) -> QRect:
        """Return where a region is, in pixels of the picture."""
        return self.button_of(region, side).geometry()


def _spread(heights: list[float]) -> list[float]:
    """Return heights a line apart, each as near to its own as that allows."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + scaled(LABEL_LINE_PX))
    return placed
