"""E10, E11 and E26 to E30: on the back, on the forearms, on hands and knees."""

from __future__ import annotations

import math

from docs.figures import skeleton as s
from docs.figures.geometry import between, degrees_of, joint, polar
from docs.figures.scene import MAT_HEIGHT, Scene
from docs.figures.side_view import TUCKED, SidePerson, Trunk, tucked_ankle
from docs.figures.stance import (
    LYING_HIP,
    LYING_SHOULDER,
    SHOULDER_ON_FOREARM,
    arm_along_ground,
)
from docs.figures.svg import Drawing

FLAT = math.degrees(math.asin((LYING_HIP - LYING_SHOULDER) / s.TRUNK))
STRAIGHT = s.THIGH + s.SHANK - 0.1
HEAD_ON_MAT = 1.6
SEAT_FEEL = (10.5, 6.0)


def _on_back(shoulder_x: float, rise: float) -> Trunk:
    """Return the trunk of somebody on the back, head left, hips raised by degrees."""
    shoulder = complex(shoulder_x, LYING_SHOULDER)
    return Trunk(hip=shoulder + polar(s.TRUNK, rise), lean=180 + rise)


def _bridge(exercise_id: str, *, is_single: bool) -> Drawing:
    scenes = []
    for is_end in (False, True):
        trunk = _on_back(-38, 30 if is_end else FLAT)
        near = trunk.standing_on(complex(9, MAT_HEIGHT))
        thigh = degrees_of(near.knee - near.hip)
        if is_single:
            far = trunk.leg_at(thigh, thigh if is_end else 52)
        else:
            far = trunk.standing_on(complex(12, MAT_HEIGHT))
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=arm_along_ground(trunk, MAT_HEIGHT, heading=0),
                far_arm=None,
                nod=(30 if is_end else FLAT) + HEAD_ON_MAT,
            )
        )
        scene.floor(-60, 46).mat(-58, 26)
        if is_end:
            scene.arrow(trunk.hip + (2 + 11j), trunk.hip + (2 + 24j))
            scene.feel(trunk.hip - trunk.front * 2.2 + 1, *SEAT_FEEL, 24)
        scenes.append(scene)
    return Drawing(exercise_id=exercise_id, scenes=tuple(scenes))


def bridge() -> Drawing:
    """E10: both feet flat, hips up."""
    return _bridge("E10", is_single=False)


def single_leg_bridge() -> Drawing:
    """E11: one foot does the work, both thighs side by side."""
    return _bridge("E11", is_single=True)


def long_bridge_hold() -> Drawing:
    """E26: heels far from the seat, hips up, held."""
    scenes = []
    for is_end in (False, True):
        rise = 17.0 if is_end else FLAT
        trunk = _on_back(-46, rise)
        leg = trunk.heel_on(complex(28.8, MAT_HEIGHT), sole=74)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=leg,
                far_leg=leg,
                near_arm=arm_along_ground(trunk, MAT_HEIGHT, heading=0),
                far_arm=None,
                nod=rise + HEAD_ON_MAT,
            )
        )
        scene.floor(-68, 42).mat(-66, 40)
        if is_end:
            scene.arrow(trunk.hip + 11j, trunk.hip + 24j)
            scene.feel(between(leg.hip, leg.knee, 0.5) - 3.4j, 13, 5.4, -6)
        scenes.append(scene)
    return Drawing(exercise_id="E26", scenes=tuple(scenes))


def hamstring_slide() -> Drawing:
    """E27: from a bridge the heels slide out and come back."""
    scenes = []
    cloth = 1.4
    for is_end in (False, True):
        rise = 17.0 if is_end else 28.0
        trunk = _on_back(-46, rise)
        heel_x = 28.6 if is_end else 5.0
        leg = trunk.heel_on(complex(heel_x, cloth), sole=66 if is_end else 40)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=leg,
                far_leg=leg,
                near_arm=arm_along_ground(trunk, MAT_HEIGHT, heading=0),
                far_arm=None,
                nod=rise + HEAD_ON_MAT,
            )
        )
        scene.floor(-68, 44).mat(-66, -8).cloth(heel_x - 4, heel_x + 4, cloth)
        if is_end:
            scene.arrow(complex(8, 5.6), complex(21, 5.6), both=True)
            scene.feel(between(leg.hip, leg.knee, 0.55) - 3.4j, 14, 5.4, -8)
        scenes.append(scene)
    return Drawing(exercise_id="E27", scenes=tuple(scenes))


def dead_bug() -> Drawing:
    """E28: opposite arm and leg reach away, the back stays on the mat."""
    scenes = []
    for is_end in (False, True):
        trunk = _on_back(-30, FLAT)
        near = trunk.leg_at(90, 2)
        far = trunk.leg_at(9, 7) if is_end else trunk.leg_at(84, 0)
        near_arm = trunk.arm_at(164, 162) if is_end else trunk.arm_at(92, 91)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=near_arm,
                far_arm=trunk.arm_at(86, 86),
                nod=FLAT + HEAD_ON_MAT,
            )
        )
        scene.floor(-66, 60).mat(-52, 28)
        if is_end:
            scene.arrow(trunk.shoulder + polar(36, 108), trunk.shoulder + polar(36, 146), sag=4)
            scene.arrow(trunk.hip + polar(46, 42), trunk.hip + polar(46, 21), sag=-3)
            scene.feel(between(trunk.hip, trunk.shoulder, 0.42) + 2.6j, 13, 5.4, 0)
        scenes.append(scene)
    return Drawing(exercise_id="E28", scenes=tuple(scenes))


def front_plank() -> Drawing:
    """E29: from the knees into one straight line on forearms and toes."""
    scenes = []
    shoulder = complex(-30, SHOULDER_ON_FOREARM)
    for is_end in (False, True):
        height = MAT_HEIGHT + tucked_ankle(facing=-1).imag
        if is_end:
            ankle = shoulder + _towards(s.TRUNK + STRAIGHT - 0.05, shoulder.imag - height)
            hip = joint(shoulder, ankle, s.TRUNK, STRAIGHT, bend=1)
        else:
            knee_height = MAT_HEIGHT + s.KNEE_RADIUS
            knee = shoulder + _towards(s.TRUNK + s.THIGH - 0.4, shoulder.imag - knee_height)
            ankle = knee + _towards(s.SHANK, knee_height - height)
            hip = joint(shoulder, knee, s.TRUNK, s.THIGH, bend=1)
        trunk = Trunk(hip=hip, lean=degrees_of(shoulder - hip), facing=-1)
        leg = trunk.leg_to(ankle, sole=180 + TUCKED, toes=TUCKED)
        arm = trunk.arm_at(-90, 180)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=leg,
                far_leg=leg,
                near_arm=arm,
                far_arm=None,
                nod=-8,
            )
        )
        scene.floor(-58, 56).mat(-56, 54)
        if is_end:
            scene.arrow(leg.knee + 8j, leg.knee + 20j)
            scene.feel(between(trunk.hip, trunk.shoulder, 0.4) - 2.4j, 14, 5.4, -10)
        scenes.append(scene)
    return Drawing(exercise_id="E29", scenes=tuple(scenes))


def _towards(length: float, drop: float) -> complex:
    """Return the way to the feet over a length that ends lower by ``drop``."""
    return complex(math.sqrt(length**2 - drop**2), -drop)


def bird_dog() -> Drawing:
    """E30: opposite arm and leg reach out, level with the back."""
    scenes = []
    knee = complex(-10, MAT_HEIGHT + s.KNEE_RADIUS)
    wrist_height = MAT_HEIGHT + s.WRIST_RADIUS + 0.3
    for is_end in (False, True):
        hip = knee + s.THIGH * 1j
        rise = wrist_height + s.UPPER_ARM + s.FOREARM - 0.2 - hip.imag
        trunk = Trunk(hip=hip, lean=math.degrees(math.asin(rise / s.TRUNK)))
        wrist = complex(trunk.shoulder.real, wrist_height)
        far = trunk.kneeling_on(knee)
        near = trunk.leg_at(180, 178, sole=278) if is_end else far
        support = trunk.arm_to(wrist, palm=1)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=support,
                far_arm=trunk.arm_at(14, 10) if is_end else support,
                nod=-6,
            )
        )
        scene.floor(-64, 60).mat(-42, 34)
        if is_end:
            scene.arrow(near.ankle + (4 - 17j), near.ankle + (2 - 6j))
            scene.arrow(trunk.shoulder + (27 - 14j), trunk.shoulder + (29 - 2j))
            scene.feel(trunk.hip + (3 + 2.6j), 12, 5.6, 10)
        scenes.append(scene)
    return Drawing(exercise_id="E30", scenes=tuple(scenes))


DRAWINGS = (
    bridge,
    single_leg_bridge,
    long_bridge_hold,
    hamstring_slide,
    dead_bug,
    front_plank,
    bird_dog,
)
