from __future__ import annotations

import pytest
from matplotlib.colors import to_rgb

from runadvisor.charts.palette import DARK, LIGHT, PRINT, Palette
from runadvisor.domain.warning import Tier

PALETTES = {"light": LIGHT, "dark": DARK, "print": PRINT}


def contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_stand_out_from_their_ground(palette: Palette) -> None:
    for color in (palette.ink, palette.muted, *palette.tiers.values()):
        assert contrast(color, palette.surface) >= 4.5
        assert contrast(color, palette.usual) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_bars_stand_out_from_their_ground(palette: Palette) -> None:
    for color in (palette.run, palette.spike):
        assert contrast(color, palette.surface) >= 3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_tier_has_a_colour(palette: Palette) -> None:
    assert set(palette.tiers) == set(Tier)
