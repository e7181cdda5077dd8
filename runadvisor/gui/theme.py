"""The look in one place: colours for light and dark, the type scale, the style sheet."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette

from runadvisor.assets import asset
from runadvisor.settings import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILY = "Inter"
BASE_PX = 13
LARGE_FROM_PX = 18
LARGE_SPACING_PERCENT = 98.5
CONTENT_WIDTH_PX = 1200
THEME_VARIABLE = "RUNADVISOR_THEME"
"""Set to ``light`` or ``dark`` to override what the system says."""
TEXT_VARIABLE = "RUNADVISOR_TEXT"
"""Set to a percentage, such as ``200``, to override the size of the system's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as ``#RRGGBB``; ``docs/design.md`` names their contrasts."""

    background: str
    surface: str
    line: str
    hairline: str
    ink: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_tint: str
    hover: str
    rail: str
    ok: str
    ok_tint: str
    info: str
    info_tint: str
    watch: str
    watch_tint: str
    watch_line: str
    act: str
    act_tint: str
    act_line: str
    stop: str
    stop_tint: str
    stop_line: str
    run: str
    spike: str
    cross: str
    context: str
    is_dark: bool


LIGHT = Theme(
    background="#F7F7F4",
    surface="#FFFFFF",
    line="#D9DFE1",
    hairline="#E8ECEC",
    ink="#1B2326",
    muted="#55636A",
    primary="#0B6B6B",
    primary_hover="#095A5A",
    on_primary="#FFFFFF",
    primary_tint="#E2EFEE",
    hover="#E6EAE8",
    rail="#EFF1EE",
    ok="#1E6140",
    ok_tint="#E5F3EB",
    info="#1F5478",
    info_tint="#E6F0F6",
    watch="#7A4F00",
    watch_tint="#FFF3D9",
    watch_line="#E5CE9A",
    act="#9C3500",
    act_tint="#FDE9DF",
    act_line="#EABFA8",
    stop="#8E1020",
    stop_tint="#FBE3E6",
    stop_line="#E3B1B8",
    run="#2A7F9E",
    spike="#C8501E",
    cross="#8A6FB0",
    context="#558FA8",
    is_dark=False,
)
DARK = Theme(
    background="#13181A",
    surface="#1B2224",
    line="#333D41",
    hairline="#293235",
    ink="#E8ECEC",
    muted="#A6B2B7",
    primary="#5CC8C0",
    primary_hover="#74D4CD",
    on_primary="#08201F",
    primary_tint="#1D3636",
    hover="#232B2E",
    rail="#171D1F",
    ok="#86D3A8",
    ok_tint="#153224",
    info="#8CC4EA",
    info_tint="#16303F",
    watch="#F2C14E",
    watch_tint="#372C13",
    watch_line="#5C4A1E",
    act="#FFA070",
    act_tint="#402516",
    act_line="#6B4028",
    stop="#FF9AA2",
    stop_tint="#451B21",
    stop_line="#6E3038",
    run="#3E97B8",
    spike="#E8703C",
    cross="#A68BCB",
    context="#4A7A8E",
    is_dark=True,
)


_LENGTH = re.compile(r"(\d+)px")
_chosen = ThemeChoice.SYSTEM


def choose_theme(app: QApplication, choice: ThemeChoice) -> None:
    """Wear the colours a person chose from now on."""
    global _chosen  # noqa: PLW0603 - one look at a time, for the whole window
    _chosen = choice
    apply_theme(app)


def current_theme() -> Theme:
    """Return the theme chosen, or the system's; the environment comes before both."""
    wanted = os.environ.get(THEME_VARIABLE) or _chosen
    if wanted in {ThemeChoice.LIGHT, ThemeChoice.DARK}:
        return DARK if wanted == ThemeChoice.DARK else LIGHT
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


@lru_cache(maxsize=1)
def text_scale() -> float:
    """Return how much larger than ours the system's own text is; never below 1."""
    wanted = os.environ.get(TEXT_VARIABLE, "")
    if wanted.isdecimal():
        return max(1.0, int(wanted) / 100)
    system_px = QFontInfo(
        QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    ).pixelSize()
    return max(1.0, system_px / BASE_PX)


def scaled(px: float) -> int:
    """Return a length that holds text, as it is at 100 % text size, at the system's size."""
    return round(px * text_scale())


def text_font(px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return our font at a size of the type scale, scaled with the system's text.

    Args:
        px: Size at 100 % text size.
        weight: 400 regular, 500 medium, 600 semibold.
        tabular: Whether figures line up in columns.
    """
    font = QFont(FAMILY)
    font.setPixelSize(round(px * text_scale()))
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if px >= LARGE_FROM_PX:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, LARGE_SPACING_PERCENT)
    return font


def load_fonts() -> None:
    """Make the bundled fonts known to Qt."""
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply_theme(app: QApplication) -> None:
    """Give the application the colours, the font and the style sheet of the day."""
    theme = current_theme()
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.background),
        (QPalette.ColorRole.WindowText, theme.ink),
        (QPalette.ColorRole.Base, theme.surface),
        (QPalette.ColorRole.AlternateBase, theme.background),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.Button, theme.surface),
        (QPalette.ColorRole.ButtonText, theme.ink),
        (QPalette.ColorRole.Highlight, theme.primary),
        (QPalette.ColorRole.HighlightedText, theme.on_primary),
        (QPalette.ColorRole.Link, theme.primary),
        (QPalette.ColorRole.ToolTipBase, theme.surface),
        (QPalette.ColorRole.ToolTipText, theme.ink),
        (QPalette.ColorRole.PlaceholderText, theme.muted),
    ):
        palette.setColor(role, QColor(colour))
    app.setStyle("Fusion")
    app.setPalette(palette)
    app.setFont(text_font(BASE_PX))
    app.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the theme's colours filled in."""
    template = Template(asset("style", "app.qss").read_text(encoding="utf-8"))
    ground = "dark" if theme.is_dark else "light"
    colours = asdict(theme)
    tones = "\n".join(
        f'Label[tone="{tone}"] {{ color: {colour}; background: transparent; }}'
        for tone, colour in colours.items()
        if isinstance(colour, str)
    )
    sheet = template.substitute(
        colours,
        chevron=asset("icons", f"chevron-down-{ground}.svg").as_posix(),
        check=asset("icons", f"check-{ground}.svg").as_posix(),
    )
    # Lines grow as well: a control with a thicker frame in focus keeps its size by it.
    return tones + _LENGTH.sub(lambda length: f"{scaled(int(length[1]))}px", sheet)
