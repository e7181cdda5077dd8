"""The colours of charts: one record, three sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.warning import Tier

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What each part of a chart is painted with, as ``#rrggbb``."""

    surface: str
    grid: str
    ink: str
    muted: str
    primary: str
    primary_tint: str
    run: str
    context: str
    """Runs that are there to compare with."""
    spike: str
    usual: str
    """The band of usual weeks: the run colour at a tenth over the surface."""
    tiers: Mapping[Tier, str]


LIGHT = Palette(
    surface="#FFFFFF",
    grid="#E8ECEC",
    ink="#1B2326",
    muted="#55636A",
    primary="#0B6B6B",
    primary_tint="#E2EFEE",
    run="#2A7F9E",
    context="#558FA8",
    spike="#C8501E",
    usual="#EAF2F5",
    tiers={
        Tier.INFO: "#1F5478",
        Tier.WATCH: "#7A4F00",
        Tier.ACT: "#9C3500",
        Tier.STOP_RUN: "#8E1020",
        Tier.LOCK: "#8E1020",
    },
)

DARK = Palette(
    surface="#1B2224",
    grid="#293235",
    ink="#E8ECEC",
    muted="#A6B2B7",
    primary="#5CC8C0",
    primary_tint="#1D3636",
    run="#3E97B8",
    context="#4A7A8E",
    spike="#E8703C",
    usual="#1F2E33",
    tiers={
        Tier.INFO: "#8CC4EA",
        Tier.WATCH: "#F2C14E",
        Tier.ACT: "#FFA070",
        Tier.STOP_RUN: "#FF9AA2",
        Tier.LOCK: "#FF9AA2",
    },
)

PRINT = Palette(
    surface="#FFFFFF",
    grid="#D9D9D9",
    ink="#111111",
    muted="#555555",
    primary="#111111",
    primary_tint="#F2F2F2",
    run="#8A8A8A",
    context="#B9B9B9",
    spike="#1E1E1E",
    usual="#F0F0F0",
    tiers=dict.fromkeys(Tier, "#111111"),
)
