"""What the marks of the weekly chart mean, one line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.charts.canvas import LABEL_PX, Bar, text_width_px
from runadvisor.domain.text import N_
from runadvisor.wording import tier_word

if TYPE_CHECKING:
    from collections.abc import Collection

    from runadvisor.charts.canvas import Canvas
    from runadvisor.domain.warning import Tier

_SWATCH_PX = 11.0
_PAD_PX = 6.0
_BETWEEN_PX = 18.0


def draw_legend(
    canvas: Canvas, *, tiers: Collection[Tier], has_planned: bool, below_px: float
) -> None:
    """Name what is drawn, and nothing that is not.

    Args:
        canvas: Whose marks they are; its range is set.
        tiers: Tiers whose shape is in the chart.
        has_planned: Whether anything planned is.
        below_px: How far under the axis the line stands.
    """
    row = _Row(canvas, below_px)
    canvas.bars([row.swatch()], color=canvas.palette.run, gid="legend-run")
    row.name(N_("run"))
    if tiers:
        canvas.bars([row.swatch()], color=canvas.palette.spike, gid="legend-spike")
        row.name(N_("run over its limit"))
    for tier in sorted(tiers):
        swatch = row.swatch()
        middle = (swatch.bottom + swatch.top) / 2
        canvas.tier_shape(tier, swatch.center, middle, gid=f"legend-{tier.slug}")
        row.name(tier_word(tier).lower())
    if has_planned:
        canvas.outlined_bars(
            [row.swatch()], edge=canvas.palette.muted, fill="none", gid="legend-planned"
        )
        row.name(N_("planned"))


class _Row:
    """Swatches and names, one after the other."""

    def __init__(self, canvas: Canvas, below_px: float) -> None:
        self._canvas = canvas
        self._below_px = below_px
        self._at_px = 0.0

    def swatch(self) -> Bar:
        canvas = self._canvas
        left, low = self._place(self._at_px)
        return Bar(
            center=left + _SWATCH_PX / 2 * canvas.x_per_px,
            bottom=low - _SWATCH_PX / 2 * canvas.y_per_px,
            top=low + _SWATCH_PX / 2 * canvas.y_per_px,
            width=_SWATCH_PX * canvas.x_per_px,
        )

    def name(self, words: str) -> None:
        """Write a name beside its swatch; the next swatch starts after it."""
        left_px = self._at_px + _SWATCH_PX + _PAD_PX
        self._canvas.write(words, self._place(left_px), px=LABEL_PX)
        self._at_px = left_px + text_width_px(words, LABEL_PX) + _BETWEEN_PX

    def _place(self, at_px: float) -> tuple[float, float]:
        canvas = self._canvas
        left, _ = canvas.axes.get_xlim()
        low, _ = canvas.axes.get_ylim()
        return left + at_px * canvas.x_per_px, low - self._below_px * canvas.y_per_px
