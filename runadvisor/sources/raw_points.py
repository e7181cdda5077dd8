"""The points of one recording as its file holds them: the table every track reader fills."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.sources.repair import Floats, Mask, Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RawPoints:
    """Points in the order of the file; NaN where a point lacks the value."""

    time_s: Floats
    """Seconds since 1970, UTC."""
    latitude_deg: Floats
    longitude_deg: Floats
    altitude_m: Floats
    heart_rate_bpm: Floats
    cadence: Floats
    """Per minute, of one foot or both, as the file has it."""
    distance_m: Floats
    """As the device counts; where from, the file says."""
    speed_mps: Floats
    segment: NDArray[np.int32]

    @classmethod
    def of(cls, time_s: Floats, *, segment: NDArray[np.int32], **known: Floats) -> RawPoints:
        """Return points of the columns known; all others are unknown."""
        unknown = np.full(len(time_s), np.nan)
        columns = {name: known.get(name, unknown) for name in COLUMNS}
        return cls(**(columns | {"time_s": time_s}), segment=segment)

    def __len__(self) -> int:
        """Count the points."""
        return len(self.time_s)

    def only(self, chosen: Mask | Numbers) -> RawPoints:
        """Return the chosen points, in the order chosen."""
        columns = {name: getattr(self, name)[chosen] for name in COLUMNS}
        return RawPoints(**columns, segment=self.segment[chosen])


COLUMNS = tuple(field.name for field in fields(RawPoints) if field.name != "segment")
