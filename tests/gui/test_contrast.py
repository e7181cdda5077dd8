"""Colours of the window against each other, as WCAG 2 measures them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from runadvisor.charts.palette import DARK as DARK_CHART
from runadvisor.charts.palette import LIGHT as LIGHT_CHART
from runadvisor.charts.palette import Palette
from runadvisor.gui.theme import DARK, LIGHT, Theme
from tests.charts.test_palette import contrast

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("background", "surface", "rail", "hover", "primary_tint", "line")
TINTS = ("ok_tint", "info_tint", "watch_tint", "act_tint", "stop_tint")
WORDS = ("ink", "muted", "primary", "ok", "info", "watch", "act", "stop")
"""``muted`` is also what words are written in that cannot be chosen now."""
FILLS = ("run", "spike", "cross", "context", "primary", "muted")
LEAST_WORDS, LEAST_GRAPHICS = 4.5, 3.0
LEAST_APART = 20.0
"""ΔE of CIE 1976; about 2.3 is just seen beside each other, so this is seen across a chart."""


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_stand_out_from_every_ground(theme: Theme) -> None:
    weak = [
        (word, ground)
        for word, ground in product(WORDS, (*GROUNDS, *TINTS))
        if contrast(getattr(theme, word), getattr(theme, ground)) < LEAST_WORDS
    ]
    assert weak == []
    for ground in (theme.primary, theme.primary_hover):
        assert contrast(theme.on_primary, ground) >= LEAST_WORDS


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_drawn_stands_out_from_its_ground(theme: Theme) -> None:
    for fill, ground in product(FILLS, (theme.surface, theme.background)):
        assert contrast(getattr(theme, fill), ground) >= LEAST_GRAPHICS, fill


def test_the_measure_itself_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    weak = replace(LIGHT, muted="#9AA5AA")
    assert contrast(weak.muted, weak.surface) < LEAST_WORDS


# ── eyes that see fewer colours ───────────────────────────────────────────────────────

_SEEN_AS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB."""
_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
_WHITE = np.array((0.9505, 1.0, 1.089))


def _lab(color: str, eyes: str | None) -> np.ndarray:
    linear = np.array([_linear(part) for part in to_rgb(color)])
    if eyes is not None:
        linear = np.clip(np.array(_SEEN_AS[eyes]) @ linear, 0, 1)
    share = (_XYZ @ linear) / _WHITE
    cube = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array((116 * cube[1] - 16, 500 * (cube[0] - cube[1]), 200 * (cube[1] - cube[2])))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("eyes", [None, "protanopia", "deuteranopia"])
@pytest.mark.parametrize("palette", [LIGHT_CHART, DARK_CHART], ids=["light", "dark"])
def test_series_are_told_apart_by_eyes_that_see_fewer_colours(
    palette: Palette, eyes: str | None
) -> None:
    series = {"run": palette.run, "spike": palette.spike, "ink": palette.ink}
    for (one, a), (other, b) in combinations(series.items(), 2):
        apart = float(np.linalg.norm(_lab(a, eyes) - _lab(b, eyes)))
        assert apart >= LEAST_APART, (one, other)


def test_two_greens_and_reds_that_such_eyes_confuse_would_be_found() -> None:
    apart = np.linalg.norm(_lab("#D62728", "deuteranopia") - _lab("#7F7F00", "deuteranopia"))
    assert apart < LEAST_APART
