"""E07 to E09 and E21: on one side, seen from the front."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.front_view import FrontPerson, FrontTrunk
from docs.figures.geometry import between, polar
from docs.figures.scene import MAT_HEIGHT, Scene
from docs.figures.stance import SHOULDER_ON_FOREARM
from docs.figures.svg import Drawing

if TYPE_CHECKING:
    from docs.figures.limbs import Arm

LOWER, UPPER = -1, 1
PRESSED_SHOULDERS = 7.0
"""Half the width of shoulders somebody lies on."""
HIP = MAT_HEIGHT + s.FRONT_THIGH_RADIUS
"""Height of the hip one lies on."""
KNEE = MAT_HEIGHT + s.KNEE_RADIUS
ANKLE = KNEE - (s.KNEE_RADIUS - s.CALF_RADIUS) / s.CALF_AT
"""Of a leg that lies on knee and calf."""
COS_ABOVE, SIN_ABOVE = math.cos(math.radians(25)), math.sin(math.radians(25))
STRAIGHT = s.THIGH + s.SHANK - 0.1


def _lying(x: float) -> FrontTrunk:
    return FrontTrunk(
        pelvis=complex(x, HIP + s.HALF_HIPS), lean=180, half_shoulders=PRESSED_SHOULDERS
    )


def _pillow(trunk: FrontTrunk) -> Arm:
    """Return the lower arm, folded under the head."""
    shoulder = trunk.shoulder(LOWER)
    elbow = complex(shoulder.real - 15.6, MAT_HEIGHT + s.ELBOW_RADIUS)
    return trunk.arm_by(LOWER, elbow, elbow + (6 + 0.5j))


def _propping(trunk: FrontTrunk) -> Arm:
    """Return the upper arm, its hand on the ground before the chest."""
    shoulder = trunk.shoulder(UPPER)
    return trunk.arm_by(UPPER, shoulder + (7 - 11j), complex(shoulder.real + 19, MAT_HEIGHT + 3.5))


def side_lying_leg_raise() -> Drawing:
    """E07: the upper leg rises to thirty degrees, a little behind the body."""
    scenes = []
    for is_end in (False, True):
        trunk = _lying(-6)
        hip, low_hip = trunk.hip(UPPER), trunk.hip(LOWER)
        lower = trunk.leg_by(
            LOWER, complex(low_hip.real + 24.4, KNEE), complex(low_hip.real + 47.8, ANKLE)
        )
        rise = 30.0 if is_end else -8.5
        knee = hip + polar(s.THIGH, rise)
        upper = trunk.leg_by(UPPER, knee, knee + polar(s.SHANK, rise - (0 if is_end else 3)))
        scene = Scene()
        scene.person(
            FrontPerson(
                trunk=trunk,
                legs=(lower, upper),
                arms=(_pillow(trunk), _propping(trunk)),
                far_legs=1,
                far_arms=1,
            )
        )
        scene.floor(-60, 52).mat(-58, 50)
        if is_end:
            scene.guide(hip + 14, hip + 46)
            scene.label("30°", hip + polar(33, 13.5))
            scene.arrow(hip + polar(55, 6), hip + polar(55, 25), sag=-2.2)
            scene.feel(hip + 0.5 + 1.2j, 10, 6, 24)
        scenes.append(scene)
    return Drawing(exercise_id="E07", scenes=tuple(scenes))


def clamshell() -> Drawing:
    """E08: knees bent, feet together, the upper knee opens.

    Seen from a little above: from level, bent knees would look like short straight legs.
    """

    def seen(x: float, height: float, depth: float) -> complex:
        return complex(x, 7.7 + height * COS_ABOVE - depth * SIN_ABOVE)

    scenes = []
    for is_end in (False, True):
        opened = 42.0 if is_end else 3.0
        trunk = FrontTrunk(
            pelvis=seen(-8, HIP - MAT_HEIGHT + s.HALF_HIPS, 0),
            lean=180,
            half_hips=s.HALF_HIPS * COS_ABOVE,
            half_shoulders=PRESSED_SHOULDERS * COS_ABOVE,
        )
        knee = polar(17, opened)
        upper = trunk.leg_by(
            UPPER,
            seen(9.6, 13.6 + knee.imag, knee.real),
            seen(25, 8.6, 0),
            out=-2,
        )
        lower = trunk.leg_by(LOWER, seen(9.6, 4.3, 17), seen(25, 3.2, 0), out=-2)
        scene = Scene()
        scene.plane(-60, 46, 15)
        scene.person(
            FrontPerson(
                trunk=trunk,
                legs=(lower, upper),
                arms=(_pillow(trunk), _propping(trunk)),
                far_legs=1,
                far_arms=1,
            )
        )
        scene.floor(-62, 48)
        if is_end:
            scene.arrow(upper.knee + (9 - 8j), upper.knee + (9 + 6j), sag=-2.4)
            scene.feel(trunk.hip(UPPER) + 0.5 + 1.2j, 10, 6, 10)
        scenes.append(scene)
    return Drawing(exercise_id="E08", scenes=tuple(scenes))


def _on_forearm(shoulder_x: float, slope: float) -> FrontTrunk:
    """Return the trunk over an elbow at -30, its hips lower by a slope in degrees."""
    low_shoulder = complex(shoulder_x, SHOULDER_ON_FOREARM - 0.03)
    along = polar(1, 180 - slope)
    neck = low_shoulder - (-1j * along) * LOWER * PRESSED_SHOULDERS
    return FrontTrunk(
        pelvis=neck - along * s.TRUNK, lean=180 - slope, half_shoulders=PRESSED_SHOULDERS
    )


def side_plank() -> Drawing:
    """E09: from a hip on the floor into one straight line."""
    scenes = []
    elbow = complex(-30, MAT_HEIGHT + s.ELBOW_RADIUS)
    for is_end in (False, True):
        slope = 15.0 if is_end else 31.0
        trunk = _on_forearm(-30 if is_end else -28.6, slope)
        hip, low_hip = trunk.hip(UPPER), trunk.hip(LOWER)
        ankle = _straight_to(low_hip, ANKLE + (0.36 if is_end else 0.78))
        lower = trunk.leg_by(LOWER, between(low_hip, ankle, 0.51), ankle, out=1.2)
        top_ankle = ankle + (0.3 + 5.3j)
        upper = trunk.leg_by(UPPER, between(hip, top_ankle, 0.51), top_ankle)
        akimbo = trunk.arm_to(UPPER, hip + trunk.along * 6 + 1.5j, bend=-1)
        scene = Scene()
        scene.person(
            FrontPerson(
                trunk=trunk,
                legs=(lower, upper),
                arms=(trunk.arm_by(LOWER, elbow, elbow + 7), akimbo),
                far_legs=1,
                far_arms=1,
            )
        )
        scene.floor(-62, 56).mat(-60, 54)
        if is_end:
            scene.arrow(hip + (5 + 9j), hip + (5 + 22j))
            scene.feel(low_hip + trunk.along * 8 + 1j, 12, 6, -slope)
        scenes.append(scene)
    return Drawing(exercise_id="E09", scenes=tuple(scenes))


def _straight_to(hip: complex, height: float) -> complex:
    """Return the ankle of a straight leg at a height."""
    return complex(hip.real + math.sqrt(STRAIGHT**2 - (hip.imag - height) ** 2), height)


def copenhagen() -> Drawing:
    """E21: the upper knee on a bench, the body rises and the lower leg comes up to it."""
    scenes = []
    bench_top = 24.0
    for is_end in (False, True):
        slope = 2.0 if is_end else 31.0
        trunk = _on_forearm(-29 if is_end else -31.4, slope)
        hip, low_hip = trunk.hip(UPPER), trunk.hip(LOWER)
        on_bench = bench_top + s.KNEE_RADIUS
        knee = complex(22.0, on_bench)
        upper = trunk.leg_by(UPPER, knee, complex(knee.real + 23.3, bench_top + s.ANKLE_RADIUS + 1))
        if is_end:
            lower = trunk.leg_by(LOWER, low_hip + polar(24.4, -16), low_hip + polar(24.4, -16) + 23)
        else:
            lower = trunk.leg_by(
                LOWER, complex(low_hip.real + 24.3, KNEE), complex(low_hip.real + 47.6, ANKLE)
            )
        elbow = complex(-30, MAT_HEIGHT + s.ELBOW_RADIUS)
        under = trunk.arm_by(LOWER, elbow, elbow + 7)
        akimbo = trunk.arm_to(UPPER, hip + trunk.along * 6 + 1.5j, bend=-1)
        scene = Scene()
        for x in (17, 46):
            scene.post(x, x + 3, bench_top - 2)
        scene.person(
            FrontPerson(
                trunk=trunk, legs=(lower, upper), arms=(under, akimbo), far_legs=1, far_arms=1
            )
        )
        scene.box(14, 52, bench_top, bench_top - 3.4)
        scene.floor(-62, 56).mat(-60, 10)
        if is_end:
            scene.arrow(hip + (3 + 9j), hip + (3 + 22j))
            scene.feel(hip + 13 - 3j, 14, 5.4, -14)
        scenes.append(scene)
    return Drawing(exercise_id="E21", scenes=tuple(scenes))


DRAWINGS = (side_lying_leg_raise, clamshell, side_plank, copenhagen)
