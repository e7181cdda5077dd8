"""The outline of the body figure as a path."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from runadvisor.gui.body_figure import HEAD, LIMBS, TRUNK, Limb

_ROUND = 24
"""Corners of a round end: it is drawn at most some hundred pixels wide."""


@cache
def outline() -> QPainterPath:
    """Return the whole figure as one closed path, in units of the figure."""
    path = _trunk()
    x, y, across, down = HEAD
    head = QPainterPath()
    head.addEllipse(QPointF(x, y), across, down)
    path = path.united(head)
    for limb in LIMBS:
        for sign in (-1, 1):
            path = path.united(_capsule(limb, sign))
    return path.simplified()


def mark_rect(x: float, y: float, across: float, down: float) -> QRectF:
    """Return the box around a mark."""
    return QRectF(x - across, y - down, 2 * across, 2 * down)


def _trunk() -> QPainterPath:
    """Return neck and trunk, rounded through its points."""
    right = [QPointF(x, y) for x, y in TRUNK]
    left = [QPointF(-x, y) for x, y in reversed(TRUNK[:-1])]
    points = [*right, *left]
    path = QPainterPath(points[0])
    for before, start, end, after in zip(
        [points[0], *points[:-2]], points[:-1], points[1:], [*points[2:], points[-1]], strict=True
    ):
        # Catmull and Rom: the curve goes through every point, a sixth of its neighbours' way.
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    path.closeSubpath()
    return path


def _capsule(limb: Limb, sign: int) -> QPainterPath:
    """Return a limb as the hull of its two round ends."""
    (x1, y1, r1), (x2, y2, r2) = limb.start, limb.end
    x1, x2 = sign * x1, sign * x2
    along = math.atan2(y2 - y1, x2 - x1)
    # Where the outer tangents touch: straight across for equal ends, turned for others.
    turn = math.acos(max(-1.0, min(1.0, (r1 - r2) / math.hypot(x2 - x1, y2 - y1))))
    points = [
        *_arc(x2, y2, r2, along - turn, along + turn),
        *_arc(x1, y1, r1, along + turn, along - turn + 2 * math.pi),
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _arc(x: float, y: float, radius: float, start: float, end: float) -> list[QPointF]:
    steps = [start + (end - start) * step / _ROUND for step in range(_ROUND + 1)]
    return [QPointF(x + radius * math.cos(a), y + radius * math.sin(a)) for a in steps]
