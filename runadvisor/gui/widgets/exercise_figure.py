"""The drawing of an exercise, sharp at any size, in the colours of the day."""

from __future__ import annotations

from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor.charts.exercise_drawing import DARK, LIGHT, exercise_drawing
from runadvisor.gui.theme import current_theme, text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Exercise

HEIGHT_PX = 172
CAPTION_GAP_PX = 6
FAINT = 0.38
"""How much is left of the drawing of an exercise that is barred."""


@lru_cache(maxsize=80)
def _renderer(exercise_id: str, *, is_dark: bool) -> QSvgRenderer:
    text = exercise_drawing(exercise_id, DARK if is_dark else LIGHT)
    return QSvgRenderer(QByteArray(text.encode()))


def _then(positions: str, position: str) -> str:
    return _("{positions}, then {position}").format(positions=positions, position=position)


class ExerciseFigure(QWidget):
    """The positions side by side over one floor, each with its caption."""

    def __init__(
        self,
        exercise: Exercise,
        *,
        height: int = HEIGHT_PX,
        is_tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show an exercise in a drawing ``height`` pixels tall.

        Args:
            exercise: What to show.
            height: Room for the drawing; it stands on the bottom of it.
            is_tight: Whether a low drawing takes less room instead.
            parent: The widget it belongs to.
        """
        super().__init__(parent)
        self._exercise = exercise
        self._most = height
        self._is_tight = is_tight
        self._is_faint = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(is_tight)
        self.setSizePolicy(policy)
        positions = reduce(_then, exercise.captions)
        self.setAccessibleName(
            _("Drawing of {exercise}: {positions}").format(
                exercise=exercise.name, positions=positions
            )
        )

    def set_faint(self, *, is_faint: bool) -> None:
        """Show it as something that is not for now."""
        self._is_faint = is_faint
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the drawing and its captions."""
        return QSize(240, self._most + CAPTION_GAP_PX + self._caption_height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how tall the drawing is at a width, when it takes no more room than that."""
        if not self._is_tight:
            return -1
        return self._drawing_height(width) + CAPTION_GAP_PX + self._caption_height()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the drawing on the bottom, the captions under it."""
        theme = current_theme()
        renderer = _renderer(self._exercise.exercise_id, is_dark=theme.is_dark)
        box = renderer.viewBoxF()
        scale = min(self.width() / box.width(), self._most / box.height())
        width, height = box.width() * scale, box.height() * scale
        left = (self.width() - width) / 2
        floor = self._drawing_height(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_faint:
            painter.setOpacity(FAINT)
        renderer.render(painter, QRectF(left, floor - height, width, height))
        painter.setOpacity(1)
        self._paint_captions(painter, QRectF(left, 0, width, floor))
        painter.end()

    def _drawing_height(self, width: int) -> int:
        if not self._is_tight:
            return self._most
        box = _renderer(self._exercise.exercise_id, is_dark=current_theme().is_dark).viewBoxF()
        return min(self._most, round(width * box.height() / box.width()))

    def _paint_captions(self, painter: QPainter, drawing: QRectF) -> None:
        theme = current_theme()
        captions = self._exercise.captions
        step = drawing.width() / len(captions)
        painter.setFont(text_font(12))
        for number, caption in enumerate(captions):
            x = drawing.left() + number * step
            if number:
                painter.setPen(QColor(theme.hairline))
                painter.drawLine(round(x), 0, round(x), round(drawing.bottom()))
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                QRectF(x, drawing.bottom() + CAPTION_GAP_PX, step, self._caption_height()),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                f"{number + 1} {caption}",
            )

    def _caption_height(self) -> int:
        return round(QFontMetricsF(text_font(12)).height())
