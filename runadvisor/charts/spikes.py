"""Which runs a warning was about: the ones a chart marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.warning import Tier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.advisor import Advice

SPIKE_CODE = "session-spike"


def spike_tiers(advice: Advice) -> Mapping[int, Tier]:
    """Return activity id -> tier of every run that was over its limit, in the whole history."""
    days = {activity.activity_id: activity.local_date for activity in advice.activities}
    tiers: dict[int, Tier] = {}
    for warning in advice.raised:
        if warning.code != SPIKE_CODE or warning.tier < Tier.WATCH:
            continue
        for key in warning.activity_ids:
            # The run it is measured against is named too; it lies on an earlier day.
            if days.get(key) == warning.date:
                tiers[key] = max(warning.tier, tiers.get(key, Tier.INFO))
    return tiers
