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

_BELOW_PX = 38.0
_SWATCH_PX = 11.0
_PAD_PX = 6.0
_BETWEEN_PX = 18.0


def draw_legend(canvas: Canvas, *, tiers: Collection[Tier], has_planned: bool) -> None:
    """Name what is drawn, and nothing that is not."""
    at_px = 0.0
    canvas.bars([_swatch(canvas, at_px)], color=canvas.palette.run, gid="legend-run")
    at_px = _name(canvas, at_px, N_("run"))
    if tiers:
        canvas.bars([_swatch(canvas, at_px)], color=canvas.palette.spike, gid="legend-spike")
        at_px = _name(canvas, at_px, N_("run over its limit"))
    for tier in sorted(tiers):
        swatch = _swatch(canvas, at_px)
        middle = (swatch.bottom + swatch.top) / 2
        canvas.tier_shape(tier, swatch.center, middle, gid=f"legend-{tier.slug}")
        at_px = _name(canvas, at_px, tier_word(tier).lower())
    if has_planned:
        canvas.outlined_bars(
            [_swatch(canvas, at_px)],
            edge=canvas.palette.muted,
            fill="none",
            gid="legend-planned",
        )
        _name(canvas, at_px, N_("planned"))


def _swatch(canvas: Canvas, at_px: float) -> Bar:
    left, low = _place(canvas, at_px)
    return Bar(
        center=left + _SWATCH_PX / 2 * canvas.x_per_px,
        bottom=low - _SWATCH_PX / 2 * canvas.y_per_px,
        top=low + _SWATCH_PX / 2 * canvas.y_per_px,
        width=_SWATCH_PX * canvas.x_per_px,
    )


def _name(canvas: Canvas, at_px: float, words: str) -> float:
    """Write a name beside its swatch; return where the next swatch starts."""
    left_px = at_px + _SWATCH_PX + _PAD_PX
    canvas.write(words, _place(canvas, left_px), px=LABEL_PX)
    return left_px + text_width_px(words, LABEL_PX) + _BETWEEN_PX


def _place(canvas: Canvas, at_px: float) -> tuple[float, float]:
    left, _ = canvas.axes.get_xlim()
    low, _ = canvas.axes.get_ylim()
    return left + at_px * canvas.x_per_px, low - _BELOW_PX * canvas.y_per_px
