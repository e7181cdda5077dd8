"""What each part of the leg carried in a run: a model, not a measurement, and weak.

Steps, weighted by what studies measured of one step, stretch by stretch. No threshold here
was ever tested on injuries; the numbers are only ever set against the athlete's own weeks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import Tissue
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.training_load.columns import column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from runadvisor.training_load.estimates import Estimates
    from runadvisor.training_load.run_table import RunTable

    Floats = NDArray[np.float64]

MODELLED_TISSUES = (
    Tissue.CALF_ACHILLES,
    Tissue.HIP_FLEXOR,
    Tissue.HAMSTRING,
    Tissue.KNEE_CAP,
    Tissue.BONE,
    Tissue.GLUTEAL_TENDON,
)
USUAL_CADENCE_SPM = 165.0
"""Where neither the stretch nor the athlete's easy runs tell one (our choice)."""
CADENCE_MEASURED = 0.10
"""Steps were made up to 10 % quicker in the study: further is not reckoned."""
GLUTEAL_FORCE_PER_CADENCE = -1.06
"""Gluteus medius −10.6 % at +10 % steps per minute (lenhart2014)."""
KNEE_FORCE_PER_CADENCE = -1.18
"""Rectus femoris in stance −11.8 % at +10 % (lenhart2014)."""
HAMSTRING_FORCE_PER_CADENCE = 0.33
"""Semimembranosus in swing +3.3 % at +10 %: +13.6 % over a kilometre (lenhart2014)."""
ACHILLES_FORCE_PER_MPS = 0.195 / 2.3
"""Peak force +19.5 % from 3.3 to 5.6 m/s (starbuck2021)."""
ACHILLES_BASE_MPS, ACHILLES_TOP_MPS = 3.3, 5.6
TENDON_EXPONENT = 9.0
"""Wear grows much faster with force than with steps; the exponent itself was not checked
against a source: our choice. Without one a fast kilometre, having fewer steps, would carry less
than a slow one, against what was measured (firminger2020, starbuck2021)."""
DESCENT_MEASURED = 0.158
"""−9 degrees, the steepest descent that was measured (gottschall2005)."""
BRAKING_AT_DESCENT, IMPACT_AT_DESCENT = 0.73, 0.54
"""What −9 degrees add to braking and to impact (gottschall2005)."""
UPHILL_WEIGHT, STEEPEST_UPHILL = 2.0, 0.30
HIP_SPEED_FROM, HIP_GRADE_FROM = 1.10, 0.03
"""The hip flexors' own terms (rules.md 26; our choice)."""


def tissue_loads(table: RunTable, estimates: Sequence[Estimates]) -> Mapping[Tissue, Floats]:
    """Return what each tissue carried in each run of a table.

    - hip flexors: extra easy steps, of fast and of rising stretches only (rules.md 26);
    - hamstrings: steps × speed² and slope as for the hip flexors × cadence;
    - calf and Achilles: steps × (force at that speed)⁹; slopes do not enter;
    - knee cap: steps × braking downhill, less with quicker steps;
    - shin bone: steps × impact downhill; speed does not enter (hunter2019);
    - outer hip: steps, less with quicker ones, × impact downhill (for the iliotibial band).

    Args:
        table: The runs.
        estimates: Easy speed and cadence as known on the day of each run.

    Returns:
        A number per run; NaN for hip flexors and hamstrings where no easy speed is known,
        and for hip flexors of a run without a track.
    """
    easy_mps = table.spread(column([e.easy_speed_mps for e in estimates]))
    easy_spm = table.spread(column([e.easy_cadence_spm for e in estimates]))
    cadence_ratio = np.nan_to_num(table.cadence_spm / easy_spm, nan=1.0)
    cadence_change = np.clip(cadence_ratio - 1, -CADENCE_MEASURED, CADENCE_MEASURED)
    steps = _steps(table, easy_spm)
    grade = np.nan_to_num(table.grade)
    uphill = np.clip(grade, 0, STEEPEST_UPHILL)
    downhill = np.clip(-grade, 0, DESCENT_MEASURED) / DESCENT_MEASURED
    swing = (table.speed_mps / easy_mps) ** 2 * (1 + UPHILL_WEIGHT * uphill)
    rows = {
        Tissue.CALF_ACHILLES: steps * _achilles_force(table.speed_mps) ** TENDON_EXPONENT,
        Tissue.HIP_FLEXOR: _hip_flexor_rows(table, easy_mps, steps, swing * cadence_ratio),
        Tissue.HAMSTRING: steps * swing * (1 + HAMSTRING_FORCE_PER_CADENCE * cadence_change),
        Tissue.KNEE_CAP: steps
        * (1 + KNEE_FORCE_PER_CADENCE * cadence_change)
        * (1 + BRAKING_AT_DESCENT * downhill),
        Tissue.BONE: steps * (1 + IMPACT_AT_DESCENT * downhill),
        Tissue.GLUTEAL_TENDON: steps
        * (1 + GLUTEAL_FORCE_PER_CADENCE * cadence_change)
        * (1 + IMPACT_AT_DESCENT * downhill),
    }
    loads = {tissue: table.sums(rows[tissue]) for tissue in MODELLED_TISSUES}
    has_no_easy_speed = np.isnan(column([e.easy_speed_mps for e in estimates]))
    loads[Tissue.HAMSTRING][has_no_easy_speed] = np.nan
    # Averages hide every fast and every rising stretch.
    loads[Tissue.HIP_FLEXOR][has_no_easy_speed | ~table.is_measured] = np.nan
    return loads


def _hip_flexor_rows(table: RunTable, easy_mps: Floats, steps: Floats, weight: Floats) -> Floats:
    """Return the steps beyond easy ones, of stretches that are fast or rise (rules.md 26)."""
    counts = (table.speed_mps > HIP_SPEED_FROM * easy_mps) | (table.grade > HIP_GRADE_FROM)
    return np.where(counts, steps * np.maximum(0.0, weight - 1), 0.0)


def _steps(table: RunTable, easy_spm: Floats) -> Floats:
    usual = np.where(np.isnan(easy_spm), USUAL_CADENCE_SPM, easy_spm)
    cadence = np.where(np.isnan(table.cadence_spm), usual, table.cadence_spm)
    return cadence * table.seconds / SECONDS_PER_MINUTE


def _achilles_force(speed_mps: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return peak force against 3.3 m/s: straight in speed, and no more above 5.6 m/s."""
    speed = np.nan_to_num(speed_mps, nan=ACHILLES_BASE_MPS)
    return 1 + ACHILLES_FORCE_PER_MPS * (np.minimum(speed, ACHILLES_TOP_MPS) - ACHILLES_BASE_MPS)
