"""Every drawing, by the number of its exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.figures import calves, comfort_and_running, floor_work, hip_flexors, on_feet, side_lying

if TYPE_CHECKING:
    from docs.figures.svg import Drawing

MODULES = (hip_flexors, side_lying, floor_work, on_feet, calves, comfort_and_running)


def drawings() -> tuple[Drawing, ...]:
    """Return the drawings of E01 to E34."""
    made = [draw() for module in MODULES for draw in module.DRAWINGS]
    return tuple(sorted(made, key=lambda drawing: drawing.exercise_id))
