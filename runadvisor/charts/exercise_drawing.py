"""The drawing of an exercise: one file, coloured for light, dark and paper as it is read."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass

from runadvisor.assets import asset

_COLOUR = re.compile("#[0-9A-F]{6}")
_SIZE = re.compile(r'viewBox="0 0 (\S+) (\S+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingColours:
    """What each part of a drawing is painted with, as ``#RRGGBB``; no two alike."""

    near: str
    far: str
    far_shorts: str
    shirt: str
    shorts: str
    gap: str
    """Between two parts: the colour of what the drawing lies on."""
    floor: str
    mat: str
    prop: str
    prop_line: str
    accent: str
    """Band, arrow, and the rim of where it is felt."""
    feel: str
    guide: str


LIGHT = DrawingColours(
    near="#3C5158",
    far="#A9B8BD",
    far_shorts="#8B9CA2",
    shirt="#0B6B6B",
    shorts="#22343A",
    gap="#FFFFFF",
    floor="#869398",
    mat="#DCE7E5",
    prop="#EDF1F1",
    prop_line="#7F8C91",
    accent="#C8501E",
    feel="#FCDCC6",
    guide="#55636A",
)
"""The colours of the files themselves."""

DARK = DrawingColours(
    near="#B9C6CB",
    far="#5F6E74",
    far_shorts="#738288",
    shirt="#2E8F89",
    shorts="#DDE5E7",
    gap="#1B2224",
    floor="#6B787D",
    mat="#2A3639",
    prop="#2B3538",
    prop_line="#87949A",
    accent="#E8703C",
    feel="#F5C9AC",
    guide="#A6B2B7",
)

PRINT = DrawingColours(
    near="#4A4A4A",
    far="#B9B9B9",
    far_shorts="#9C9C9C",
    shirt="#8A8A8A",
    shorts="#1E1E1E",
    gap="#FFFFFF",
    floor="#7C7C7C",
    mat="#E2E2E2",
    prop="#F2F2F2",
    prop_line="#6E6E6E",
    accent="#000000",
    feel="#FEFEFE",
    guide="#333333",
)


def exercise_drawing(exercise_id: str, colours: DrawingColours = LIGHT) -> str:
    """Return the drawing of an exercise as the text of an SVG.

    Args:
        exercise_id: ``E01`` to ``E34``.
        colours: What to paint it with.

    Raises:
        FileNotFoundError: There is no such drawing.
        KeyError: The file has a colour that stands for no part.
    """
    text = asset("exercises", f"{exercise_id}.svg").read_text(encoding="utf-8")
    if colours is LIGHT:
        return text
    swap = dict(zip(astuple(LIGHT), astuple(colours), strict=True))
    return _COLOUR.sub(lambda found: swap[found[0]], text)


def drawing_shape(drawing: str) -> float:
    """Return the height of a drawing over its width.

    Raises:
        ValueError: The text is no drawing of ours.
    """
    found = _SIZE.search(drawing)
    if found is None:
        msg = "a drawing says its size"
        raise ValueError(msg)
    return float(found[2]) / float(found[1])
