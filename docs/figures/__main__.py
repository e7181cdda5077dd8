"""``uv run python -m docs.figures [--sheet FILE.png]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from docs.figures.exercises import drawings
from docs.figures.svg import svg

FOLDER = Path(__file__).parents[2] / "resources" / "exercises"


def main() -> None:
    """Write every drawing, or a sheet of them all to look at."""
    parser = argparse.ArgumentParser(prog="python -m docs.figures", description=main.__doc__)
    parser.add_argument("--sheet", type=Path, help="write one picture of them all instead")
    sheet = parser.parse_args().sheet
    if sheet is not None:
        from docs.figures.contact_sheet import write_sheet  # noqa: PLC0415 - drawing needs no Qt

        write_sheet(sheet)
        return
    FOLDER.mkdir(exist_ok=True)
    for drawing in drawings():
        text = svg(drawing)
        FOLDER.joinpath(f"{drawing.exercise_id}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
