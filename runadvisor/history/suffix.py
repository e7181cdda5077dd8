"""How the file of a history ends: apart from what opens one, which a start has no need of yet."""

from __future__ import annotations

SUFFIX = ".runadvisor"
