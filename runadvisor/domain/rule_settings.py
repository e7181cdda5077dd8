"""Which rules speak, and at which thresholds, where the runner wants them otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What is not as we set it; empty is all at its default."""

    off: frozenset[str] = frozenset()
    """Ids of rules that are silent."""
    wanted: frozenset[str] = frozenset()
    """Ids of rules that speak only when asked to."""
    thresholds: Mapping[str, Mapping[str, float]] = field(
        default_factory=dict[str, "Mapping[str, float]"]
    )
    """By rule id, then by the name of the threshold."""

    @property
    def changed(self) -> frozenset[str]:
        """Ids of the rules that are not at their default."""
        return self.off | self.wanted | self.thresholds.keys()


DEFAULT_SETTINGS = RuleSettings()
