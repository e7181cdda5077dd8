"""E12 to E20: standing, stepping, squatting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.front_view import LEFT, RIGHT, FrontPerson, FrontTrunk
from docs.figures.geometry import between, polar
from docs.figures.scene import Scene
from docs.figures.side_view import SidePerson, Trunk
from docs.figures.stance import SITTING, STANDING, chair, hand_on_hip, wall
from docs.figures.svg import Drawing

if TYPE_CHECKING:
    from docs.figures.limbs import Arm

OUTER_HIP = (10.5, 6.0)


def _akimbo(trunk: FrontTrunk, side: int) -> Arm:
    waist = trunk.pelvis + trunk.along * 6.5 - 1j * trunk.along * side * 8.2
    return trunk.arm_to(side, waist)


def standing_spread() -> Drawing:
    """E12: the feet press the floor apart and do not move."""
    scenes = []
    for is_end in (False, True):
        trunk = FrontTrunk(pelvis=51.0j)
        legs = (
            trunk.soft_leg(LEFT, complex(-13, s.ANKLE_HEIGHT)),
            trunk.soft_leg(RIGHT, complex(13, s.ANKLE_HEIGHT)),
        )
        scene = Scene()
        scene.person(
            FrontPerson(trunk=trunk, legs=legs, arms=(_akimbo(trunk, LEFT), _akimbo(trunk, RIGHT)))
        )
        scene.floor(-38, 38)
        if is_end:
            for side in (LEFT, RIGHT):
                scene.arrow(complex(20.5 * side, 3.6), complex(33 * side, 3.6))
                scene.feel(trunk.hip(side) + side * 3.4 + 0.5j, *OUTER_HIP, 90 + 12 * side)
        scenes.append(scene)
    return Drawing(exercise_id="E12", scenes=tuple(scenes))


def band_side_steps() -> Drawing:
    """E13: small steps sideways against a band round the shins."""
    scenes = []
    for is_end in (False, True):
        left, right = (-9.0, 22.0) if is_end else (-9.0, 9.0)
        trunk = FrontTrunk(pelvis=complex((left + right) / 2, 47.6 if is_end else 48.6))
        legs = (
            trunk.soft_leg(LEFT, complex(left, s.ANKLE_HEIGHT)),
            trunk.soft_leg(RIGHT, complex(right, s.ANKLE_HEIGHT)),
        )
        scene = Scene()
        scene.person(
            FrontPerson(trunk=trunk, legs=legs, arms=(_akimbo(trunk, LEFT), _akimbo(trunk, RIGHT)))
        )
        ends = [between(leg.ankle, leg.knee, 0.36) for leg in legs]
        scene.band(ends[0] - 3.2, ends[1] + 3.2)
        scene.floor(-34, 46)
        if is_end:
            scene.arrow(ends[1] + 9, ends[1] + 22)
            scene.feel(trunk.hip(RIGHT) + 3.2 + 0.6j, *OUTER_HIP, 108)
        scenes.append(scene)
    return Drawing(exercise_id="E13", scenes=tuple(scenes))


def hip_hike() -> Drawing:
    """E14: on a step edge the free hip drops and is lifted again."""
    scenes = []
    top = 15.0
    for is_end in (False, True):
        tilt = 13.0 if is_end else -16.0
        standing_hip = complex(-6, top + STANDING + 0.2)
        pelvis = standing_hip + polar(s.HALF_HIPS, tilt)
        trunk = FrontTrunk(pelvis=pelvis, hip_drop=tilt)
        stance = trunk.leg_to(LEFT, complex(-6, top + s.ANKLE_HEIGHT))
        free_hip = trunk.hip(RIGHT)
        free = trunk.leg_to(RIGHT, free_hip - 47.7j)
        wrist = complex(-33.8 + 4.06, 84)
        grip = trunk.arm_to(LEFT, wrist, bend=1, palm=-0.6 + 0.8j)
        scene = Scene()
        wall(scene, -33.8, height=100, side=-1)
        scene.person(
            FrontPerson(trunk=trunk, legs=(stance, free), arms=(grip, _akimbo(trunk, RIGHT)))
        )
        scene.box(-22, 0.6, top)
        scene.floor(-40, 34)
        line = polar(1, tilt)
        scene.guide(pelvis - line * 11, pelvis + line * 26)
        if is_end:
            scene.arrow(free_hip + (15 - 22j), free_hip + (15 - 6j))
            scene.feel(standing_hip - 3.4 + 0.5j, *OUTER_HIP, 84)
        scenes.append(scene)
    return Drawing(exercise_id="E14", scenes=tuple(scenes))


def lateral_step_down() -> Drawing:
    """E15: one heel goes down beside the step, the standing knee stays over its foot."""
    scenes = []
    top = 12.0
    for is_end in (False, True):
        ankle = complex(-6, top + s.ANKLE_HEIGHT)
        height = 51.4 if is_end else top + STANDING
        trunk = FrontTrunk(pelvis=complex(-0.4, height), length=28.0 if is_end else s.TRUNK)
        if is_end:
            stance = trunk.leg_by(LEFT, complex(-6.2, ankle.imag + 20.6), ankle)
            free = trunk.leg_to(RIGHT, complex(9, s.ANKLE_HEIGHT))
        else:
            stance = trunk.leg_to(LEFT, ankle)
            free = trunk.leg_by(RIGHT, trunk.hip(RIGHT) + (3 - 23j), complex(9.6, top + 7))
        scene = Scene()
        scene.person(
            FrontPerson(
                trunk=trunk,
                legs=(free, stance),
                arms=(_akimbo(trunk, LEFT), _akimbo(trunk, RIGHT)),
            )
        )
        scene.box(-22, 1, top)
        scene.floor(-32, 34)
        if is_end:
            scene.guide(complex(-6.1, 45), complex(-6.1, top + 2), on_body=True)
            scene.arrow(complex(20, 30), complex(20, 13))
            scene.feel(trunk.hip(LEFT) - 3.2 + 0.5j, *OUTER_HIP, 80)
        scenes.append(scene)
    return Drawing(exercise_id="E15", scenes=tuple(scenes))


def step_up() -> Drawing:
    """E16: up on one foot until tall."""
    scenes = []
    top = 16.0
    for is_end in (False, True):
        if is_end:
            trunk = Trunk(hip=complex(8.6, top + STANDING - 0.3), lean=88)
            near = trunk.standing_on(complex(9, top))
            far = trunk.leg_at(-64, -118)
            arms = (trunk.arm_at(-84, 8), trunk.arm_at(-112, -52))
        else:
            trunk = Trunk(hip=-9 + 47j, lean=76)
            near = trunk.standing_on(complex(9, top))
            far = trunk.standing_on(-19, heel_up=28)
            arms = (trunk.arm_at(-118, -34), trunk.arm_at(-62, 12))
        scene = Scene()
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=arms[0], far_arm=arms[1])
        )
        scene.box(1, 27, top).floor(-40, 40)
        if is_end:
            scene.arrow(-10 + 44j, -10 + 64j)
            scene.feel(trunk.hip + (-3.2 - 0.6j), *OUTER_HIP, 78)
        scenes.append(scene)
    return Drawing(exercise_id="E16", scenes=tuple(scenes))


def single_leg_deadlift() -> Drawing:
    """E17: on one leg the trunk hinges forward, the other leg goes back in line with it."""
    scenes = []
    for is_end in (False, True):
        if is_end:
            trunk = Trunk(hip=-7 + 48.2j, lean=11)
            near = trunk.standing_on(-1)
            far = trunk.leg_at(187, 185)
            arms = (trunk.arm_at(-90, -89), trunk.arm_at(-84, -84))
        else:
            trunk = Trunk(hip=complex(-1, STANDING))
            near = trunk.standing_on(-1)
            far = trunk.leg_at(-88, -128)
            arms = (trunk.arm_at(-92, -86), trunk.arm_at(-82, -74))
        scene = Scene()
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=arms[0], far_arm=arms[1])
        )
        scene.floor(-46, 40)
        if is_end:
            scene.arrow(trunk.hip + polar(48, 74), trunk.hip + polar(48, 42), sag=3.4)
            scene.feel(trunk.hip + (-2.4 + 0.8j), *OUTER_HIP, 78)
        scenes.append(scene)
    return Drawing(exercise_id="E17", scenes=tuple(scenes))


def single_leg_squat() -> Drawing:
    """E18: on one leg back and down until the seat meets the chair."""
    scenes = []
    for is_end in (False, True):
        if is_end:
            trunk = Trunk(hip=complex(-18, SITTING), lean=58)
            far = trunk.leg_at(2, -6)
            arms = (trunk.arm_at(-24, 4), trunk.arm_at(-18, 8))
        else:
            trunk = Trunk(hip=complex(-1.5, STANDING), lean=89)
            far = trunk.leg_at(-68, -76)
            arms = (trunk.arm_at(-68, 2), trunk.arm_at(-62, 6))
        near = trunk.standing_on(0)
        scene = Scene()
        chair(scene, -11)
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=arms[0], far_arm=arms[1])
        )
        scene.floor(-44, 40)
        if is_end:
            scene.arrow(complex(-29, 78), complex(-29, 60))
            scene.feel(trunk.hip + (-0.6 - 1.4j), *OUTER_HIP, 10)
        scenes.append(scene)
    return Drawing(exercise_id="E18", scenes=tuple(scenes))


def shifted_squat() -> Drawing:
    """E19: from standing into a squat, where the weight moves over one foot."""
    scenes = []
    for position in ("stand", "squat", "shift"):
        if position == "stand":
            trunk = FrontTrunk(pelvis=complex(0, STANDING - 1))
            legs = (trunk.soft_leg(LEFT, -11 + 4.2j), trunk.soft_leg(RIGHT, 11 + 4.2j))
        else:
            shift = 8.0 if position == "shift" else 0.0
            trunk = FrontTrunk(pelvis=complex(shift, 36), length=25.5)
            legs = (
                trunk.leg_by(LEFT, complex(-14 + shift * 0.3, 26.6), -11 + 4.2j),
                trunk.leg_by(RIGHT, complex(14 + shift * 0.3, 26.6), 11 + 4.2j),
            )
        chest = trunk.pelvis + trunk.along * (trunk.length - 9)
        arms = (
            trunk.arm_by(LEFT, trunk.shoulder(LEFT) + (-2.5 - 13.5j), chest - 4.2),
            trunk.arm_by(RIGHT, trunk.shoulder(RIGHT) + (2.5 - 13.5j), chest + 4.2),
        )
        scene = Scene()
        scene.person(FrontPerson(trunk=trunk, legs=legs, arms=arms))
        scene.floor(-30, 34)
        if position == "squat":
            scene.arrow(complex(25, 62), complex(25, 46))
        if position == "shift":
            scene.arrow(trunk.pelvis + (-26 + 8j), trunk.pelvis + (-13 + 8j))
            scene.feel(trunk.hip(RIGHT) + 3.4 - 0.4j, *OUTER_HIP, 100)
        scenes.append(scene)
    return Drawing(exercise_id="E19", scenes=tuple(scenes), width=74.0)


def split_squat() -> Drawing:
    """E20: in a long step straight down, the back hip stays long."""
    scenes = []
    for is_end in (False, True):
        trunk = Trunk(hip=complex(-6, 31.6 if is_end else 45.6))
        near = trunk.standing_on(16)
        far = trunk.standing_on(-32, heel_up=62 if is_end else 44)
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
        scene.floor(-44, 38)
        if is_end:
            scene.arrow(trunk.hip + (-21 + 34j), trunk.hip + (-21 + 16j))
            scene.feel(trunk.hip + (4 - 5.6j), 12, 6, -18)
        scenes.append(scene)
    return Drawing(exercise_id="E20", scenes=tuple(scenes))


DRAWINGS = (
    standing_spread,
    band_side_steps,
    hip_hike,
    lateral_step_down,
    step_up,
    single_leg_deadlift,
    single_leg_squat,
    shifted_squat,
    split_squat,
)
