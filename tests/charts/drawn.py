"""What a figure drew, by the names its artists carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PolyCollection

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def bars(figure: Figure, gid: str) -> list[tuple[float, float, float]]:
    """Return (center, bottom, top) of the bars drawn under a name."""
    found = [
        one
        for one in figure.axes[0].collections
        if one.get_gid() == gid and isinstance(one, PolyCollection)
    ]
    outlines = [np.asarray(path.vertices) for one in found for path in one.get_paths()]
    return [
        (
            round(float(line[:, 0].min() + line[:, 0].max()) / 2, 3),
            round(float(line[:, 1].min()), 3),
            round(float(line[:, 1].max()), 3),
        )
        for line in outlines
    ]


def words(figure: Figure) -> list[str]:
    """Return every text of a figure, ticks excluded."""
    return [text.get_text() for text in (*figure.texts, *figure.axes[0].texts)]


def shapes(figure: Figure) -> list[tuple[str, str]]:
    """Return (name, marker) of every tier shape drawn."""
    return [
        (str(line.get_gid()), str(line.get_marker()))
        for line in figure.axes[0].lines
        if str(line.get_gid()).startswith("tier-")
    ]
