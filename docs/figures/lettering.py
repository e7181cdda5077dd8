"""A few letters as outlines: a drawing must look the same where no font is at hand."""

from __future__ import annotations

from functools import cache

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from runadvisor.assets import asset

FONT = "Inter_600SemiBold.ttf"


@cache
def _font() -> TTFont:
    return TTFont(asset("fonts", FONT))


def lettering(words: str, centre: complex, height: float) -> tuple[str, float]:
    """Return the path of words around a point, capitals ``height`` tall, and their width."""
    font = _font()
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    scale = height / font["OS/2"].sCapHeight
    names = [cmap[ord(letter)] for letter in words]
    width = sum(glyphs[name].width for name in names) * scale
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{round(number, 2) + 0.0:g}")
    x = centre.real - width / 2
    for name in names:
        # Paper counts y downwards, fonts upwards.
        place = Transform(scale, 0, 0, -scale, x, -(centre.imag - height / 2))
        glyphs[name].draw(TransformPen(pen, place))
        x += glyphs[name].width * scale
    return pen.getCommands(), width
