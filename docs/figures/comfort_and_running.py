"""E31 to E34: warming up, rolling, running."""

from __future__ import annotations

import math

from docs.figures import skeleton as s
from docs.figures.geometry import between, degrees_of, polar
from docs.figures.scene import Scene
from docs.figures.side_view import SidePerson, Trunk
from docs.figures.stance import STANDING, hand_on_hip, wall
from docs.figures.svg import Drawing

ROLLER = 4.6
"""Radius of a foam roller."""
FLOOR_END = 46


def dynamic_warm_up() -> Drawing:
    """E31: leg swings, marching, walking lunges, skips."""
    return Drawing(
        exercise_id="E31",
        scenes=(_swing(), _march(), _lunge(), _skip()),
        width=62.0,
    )


def _swing() -> Scene:
    trunk = Trunk(hip=complex(-4, STANDING))
    far = trunk.standing_on(-5)
    near = trunk.leg_at(-40, -46)
    scene = Scene()
    scene.arrow(complex(-27, 20), complex(14, 7), sag=-6.5, both=True)
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=far,
            near_arm=hand_on_hip(trunk),
            far_arm=None,
        )
    )
    return scene.floor(-28, 32)


def _march() -> Scene:
    trunk = Trunk(hip=complex(-4, STANDING))
    far = trunk.standing_on(-5)
    near = trunk.leg_at(4, -92)
    scene = Scene()
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=far,
            near_arm=trunk.arm_at(-122, -34),
            far_arm=trunk.arm_at(-52, 40),
        )
    )
    scene.floor(-28, 32)
    return scene.arrow(near.ankle + (11 + 2j), near.ankle + (11 + 18j))


def _lunge() -> Scene:
    trunk = Trunk(hip=complex(-2, 32.4))
    near = trunk.standing_on(20)
    far = trunk.standing_on(-24, heel_up=60)
    scene = Scene()
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=far,
            near_arm=hand_on_hip(trunk),
            far_arm=None,
        )
    )
    scene.floor(-34, 34)
    return scene.arrow(complex(12, 56), complex(26, 56))


def _skip() -> Scene:
    trunk = Trunk(hip=complex(-3, STANDING + 9), lean=87)
    far = trunk.leg_at(-93, -97, sole=-52)
    near = trunk.leg_at(-2, -94)
    scene = Scene()
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=far,
            near_arm=trunk.arm_at(-128, -42),
            far_arm=trunk.arm_at(-50, 48),
        )
    )
    scene.floor(-28, 32)
    return scene.arrow(complex(-20, 14), complex(-20, 30))


def foam_roll() -> Drawing:
    """E32: the seat and the front of the thigh over a roller."""
    return Drawing(exercise_id="E32", scenes=(_roll_seat(), _roll_thigh()))


def _roll_seat() -> Scene:
    hip = complex(0, 2 * ROLLER + s.HIP_RADIUS)
    wrist_height = s.HAND_RADIUS
    reach = s.UPPER_ARM + s.FOREARM - 0.2
    rise = wrist_height + reach - hip.imag
    trunk_lean = 180 - degrees_of(complex((s.TRUNK**2 - rise**2) ** 0.5, rise))
    trunk = Trunk(hip=hip, lean=trunk_lean)
    near = trunk.standing_on(27)
    far = trunk.standing_on(31)
    wrist = complex(trunk.shoulder.real, wrist_height)
    scene = Scene()
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=far,
            near_arm=trunk.arm_to(wrist, palm=-1),
            far_arm=None,
            nod=28,
        )
    )
    scene.ball(complex(0, ROLLER), ROLLER)
    scene.floor(-44, 50)
    scene.feel(trunk.hip + (0.4 - 1.4j), 10.5, 5.6, 0)
    return scene.arrow(complex(-9, 29), complex(9, 29), both=True)


def _roll_thigh() -> Scene:
    shoulder = complex(-34, s.ELBOW_RADIUS + s.UPPER_ARM)
    hip = complex(-34 + 29.1, 15.59)
    trunk = Trunk(hip=hip, lean=degrees_of(shoulder - hip), facing=-1)
    knee = hip + polar(s.THIGH, -6)
    near = trunk.leg_at(-6, 2, sole=268)
    scene = Scene()
    scene.person(
        SidePerson(
            trunk=trunk,
            near_leg=near,
            far_leg=near,
            near_arm=trunk.arm_at(-90, 180),
            far_arm=None,
            nod=-10,
        )
    )
    middle = between(hip, knee, 0.5)
    scene.ball(complex(middle.real, ROLLER), ROLLER)
    scene.floor(-62, 56)
    scene.feel(middle - 1.6j, 13, 5.2, -6)
    return scene.arrow(middle + (-9 + 15j), middle + (9 + 15j), both=True)


def ball_release() -> Drawing:
    """E33: a ball between seat and wall, small bends of the knees."""
    scenes = []
    face = -20.0
    ball = 3.6
    for is_end in (False, True):
        height = 43.5 if is_end else 49.5
        ball_height = 45.0 if is_end else 48.0
        apart = math.sqrt((ball + s.HIP_RADIUS) ** 2 - (height - ball_height) ** 2)
        trunk = Trunk(hip=complex(face + ball + apart, height), lean=92)
        near = trunk.standing_on(2)
        far = trunk.standing_on(5)
        scene = Scene()
        wall(scene, face, height=100, side=-1)
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=trunk.arm_at(-86, -62),
                far_arm=None,
            )
        )
        scene.ball(complex(face + ball, ball_height), ball)
        scene.floor(-30, 30)
        if is_end:
            scene.arrow(complex(20, 54), complex(20, 40), both=True)
            scene.feel(trunk.hip + (-3.4 - 0.2j), 10, 5.6, 88)
        scenes.append(scene)
    return Drawing(exercise_id="E33", scenes=tuple(scenes))


def cadence_drill() -> Drawing:
    """E34: the same pace in shorter, quicker steps.

    The marks on the ground are drawn further apart than 5 %, so that they can be told apart.
    """
    scenes = []
    for is_quick in (False, True):
        reach, step = (8.0, 20.0) if is_quick else (15.0, 28.0)
        trunk = Trunk(hip=complex(-6, 49.4 if is_quick else 48.2), lean=83)
        lifted, toes_up = (0.15, 3) if is_quick else (0.56, 12)
        near = trunk.leg_to(complex(-6 + reach, s.ANKLE_HEIGHT + lifted), sole=toes_up)
        far = trunk.leg_at(-112, -176) if is_quick else trunk.leg_at(-118, -168)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=trunk.arm_at(-128, -36),
                far_arm=trunk.arm_at(-62, 42),
            )
        )
        scene.floor(-FLOOR_END - 2, FLOOR_END + 2)
        landing = near.ankle.real + 1
        for number in range(-2, 3):
            x = landing + number * step
            if abs(x) < FLOOR_END:
                scene.footprint(x)
        if is_quick:
            scene.metronome(complex(36, 78))
            scene.label("+5 %", complex(36, 65))
        scenes.append(scene)
    return Drawing(exercise_id="E34", scenes=tuple(scenes))


DRAWINGS = (dynamic_warm_up, foam_roll, ball_release, cadence_drill)
