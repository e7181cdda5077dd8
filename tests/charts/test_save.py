from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.charts.palette import LIGHT
from runadvisor.charts.save import save_chart
from runadvisor.charts.weekly_load import weekly_load_figure
from runadvisor.domain.errors import PrintError
from tests.printout import mara

if TYPE_CHECKING:
    from pathlib import Path

HEADS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.mark.parametrize("suffix", HEADS)
def test_a_chart_is_saved_as_its_suffix_says(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"weeks{suffix}"
    save_chart(weekly_load_figure(mara.advice(), palette=LIGHT), path)

    assert path.read_bytes().startswith(HEADS[suffix])


@pytest.mark.parametrize("suffix", HEADS)
def test_the_same_chart_is_the_same_file(tmp_path: Path, suffix: str) -> None:
    made = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}{suffix}"
        save_chart(weekly_load_figure(mara.advice(), palette=LIGHT), path)
        made.append(path.read_bytes())

    assert made[0] == made[1]


def test_another_suffix_is_refused_with_the_ones_that_work(tmp_path: Path) -> None:
    figure = weekly_load_figure(mara.advice(), palette=LIGHT)

    with pytest.raises(PrintError, match=r"choose one of \.pdf, \.png, \.svg"):
        save_chart(figure, tmp_path / "weeks.docx")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    figure = weekly_load_figure(mara.advice(), palette=LIGHT)

    with pytest.raises(PrintError, match=r"weeks\.png cannot be written"):
        save_chart(figure, tmp_path / "nowhere" / "weeks.png")
