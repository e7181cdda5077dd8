"""E22 to E25: a ball between the knees, and heels up and down."""

from __future__ import annotations

from docs.figures import skeleton as s
from docs.figures.front_view import LEFT, RIGHT, FrontPerson, FrontTrunk
from docs.figures.geometry import between
from docs.figures.scene import Scene
from docs.figures.side_view import SidePerson, Trunk, tall_hip
from docs.figures.stance import SITTING, chair, on_leg, wall
from docs.figures.svg import Drawing

CALF_FEEL = (13.0, 5.4)


def ball_squeeze() -> Drawing:
    """E22: seated, the knees press a ball and hold.

    Seen from a little above: from level, the thighs would be hidden behind the knees.
    """
    scenes = []
    for is_end in (False, True):
        half_ball = 5.0 if is_end else 6.0
        trunk = FrontTrunk(pelvis=38j, length=27)
        knee = complex(half_ball + s.KNEE_RADIUS, 25)
        ankle = complex(10, s.ANKLE_HEIGHT)
        legs = (
            trunk.leg_by(LEFT, complex(-knee.real, knee.imag), complex(-ankle.real, ankle.imag)),
            trunk.leg_by(RIGHT, knee, ankle),
        )
        arms = (
            trunk.arm_by(LEFT, trunk.shoulder(LEFT) + (-5 - 14j), complex(-14, 36.5)),
            trunk.arm_by(RIGHT, trunk.shoulder(RIGHT) + (5 - 14j), complex(14, 36.5)),
        )
        scene = Scene()
        for x in (-17, 14.8):
            scene.post(x, x + 2.2, 24)
        scene.post(-18, 18, 35, 23)
        scene.person(FrontPerson(trunk=trunk, legs=legs, arms=arms))
        scene.ball(25j, 6.0, squeeze=half_ball / 6.0)
        scene.floor(-34, 34)
        if is_end:
            scene.arrow(-31 + 25j, -18.5 + 25j).arrow(31 + 25j, 18.5 + 25j)
            for side in (LEFT, RIGHT):
                scene.feel(complex(5.0 * side, 35.5), 8.5, 4.4, 90 - 12 * side)
        scenes.append(scene)
    return Drawing(exercise_id="E22", scenes=tuple(scenes))


def heel_drop() -> Drawing:
    """E23: up on both feet, down on one over the edge of a step."""
    scenes = []
    top = 14.0
    for is_end in (False, True):
        heel_up = -20.0 if is_end else 34.0
        ankle_x = 0.9 - s.BALL_AHEAD
        trunk = Trunk(hip=tall_hip(complex(ankle_x, top), heel_up=heel_up, ahead=1), lean=89)
        near = trunk.standing_on(complex(ankle_x, top), heel_up=heel_up)
        if is_end:
            far = trunk.leg_at(-78, -140)
        else:
            far = trunk.standing_on(complex(ankle_x + 1.5, top), heel_up=heel_up)
        face = 26.0
        grip = trunk.arm_to(complex(face - 4.17, trunk.shoulder.imag - 9), palm=1 + 1.2j)
        scene = Scene()
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=grip, far_arm=None)
        )
        scene.box(0, 22, top)
        wall(scene, face, height=112)
        scene.floor(-34, 32)
        if is_end:
            scene.arrow(near.heel + (-13 + 18j), near.heel + (-13 + 2j))
            scene.label("3 s", near.heel + (-22 + 10j))
            scene.feel(between(near.ankle, near.knee, 0.42) - 2.6, *CALF_FEEL, 86)
        scenes.append(scene)
    return Drawing(exercise_id="E23", scenes=tuple(scenes))


def heavy_calf_raise() -> Drawing:
    """E24: with a weight in each hand slowly up and slowly down."""
    scenes = []
    for is_end in (False, True):
        heel_up = 40.0 if is_end else 0.0
        trunk = Trunk(hip=tall_hip(0, heel_up=heel_up, ahead=1))
        near = trunk.standing_on(0, heel_up=heel_up)
        far = trunk.standing_on(1.6, heel_up=heel_up)
        near_arm = trunk.arm_at(-92, -88)
        far_arm = trunk.arm_at(-84, -78)
        scene = Scene()
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=near_arm, far_arm=far_arm)
        )
        scene.dumbbell(near_arm.hand, near_arm.hand - near_arm.wrist)
        scene.floor(-30, 34)
        if is_end:
            scene.arrow(-17 + 22j, -17 + 5j, both=True)
            scene.label("3 s", -26 + 13.5j)
            scene.feel(between(near.ankle, near.knee, 0.6) - 2.2, *CALF_FEEL, 94)
        scenes.append(scene)
    return Drawing(exercise_id="E24", scenes=tuple(scenes))


def seated_calf_raise() -> Drawing:
    """E25: seated with a weight on the knees, heels up."""
    scenes = []
    for is_end in (False, True):
        trunk = Trunk(hip=complex(-14, SITTING), lean=88)
        heel_up = 38.0 if is_end else 0.0
        near = trunk.standing_on(10.0, heel_up=heel_up)
        far = trunk.standing_on(12.6, heel_up=heel_up)
        plate = 6.0
        thigh_there = s.THIGH_RADIUS + (s.KNEE_RADIUS - s.THIGH_RADIUS) * 0.82
        centre = on_leg(near, 0.82, off=plate + thigh_there)
        hand = centre + (-5.6 + 3.4j)
        scene = Scene()
        chair(scene, -3)
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=None,
                far_arm=None,
            )
        )
        scene.plate(centre, plate)
        arm = trunk.arm_to(hand)
        scene.limb(arm)
        scene.floor(-40, 34)
        if is_end:
            scene.arrow(complex(-3, 3), complex(-3, 15))
            scene.feel(between(near.ankle, near.knee, 0.42) - 2.4, *CALF_FEEL, 84)
        scenes.append(scene)
    return Drawing(exercise_id="E25", scenes=tuple(scenes))


DRAWINGS = (ball_squeeze, heel_drop, heavy_calf_raise, seated_calf_raise)
