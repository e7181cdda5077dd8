"""E01 to E06: the front of the hip."""

from __future__ import annotations

from docs.figures import skeleton as s
from docs.figures.geometry import between, polar
from docs.figures.scene import MAT_HEIGHT, Scene
from docs.figures.side_view import SidePerson, Trunk
from docs.figures.stance import SITTING, STANDING, chair, hand_on_hip, on_leg
from docs.figures.svg import Drawing

ON_KNEES = MAT_HEIGHT + s.KNEE_RADIUS
FEEL = (11.5, 6.4)
"""Length and breadth of the ellipse on the front of a hip."""


def band_knee_drive() -> Drawing:
    """E01: the knee comes up against a band round both feet."""
    scenes = []
    for is_end in (False, True):
        trunk = Trunk(hip=complex(0, STANDING))
        far = trunk.standing_on(-3)
        near = trunk.leg_at(3, -90) if is_end else trunk.standing_on(2.5)
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
        instep = between(near.ankle, near.ball, 0.75)
        scene.band(instep, complex(0.6, 1.4) if is_end else complex(-1.8, 1.4))
        scene.floor(-28, 42)
        if is_end:
            scene.guide(trunk.hip + 9, trunk.hip + 37)
            scene.arrow(near.ankle + 12 + 1j, near.ankle + 12 + 20j)
            scene.feel(trunk.hip + 4 + 3.6j, *FEEL, 66)
        scenes.append(scene)
    return Drawing(exercise_id="E01", scenes=tuple(scenes))


def press_into_hand() -> Drawing:
    """E02: the thigh presses up, the hand presses down, nothing moves."""
    scenes = []
    for is_end in (False, True):
        trunk = Trunk(hip=complex(-12, SITTING), lean=86)
        near = trunk.leg_at(13, -84) if is_end else trunk.standing_on(12.5)
        far = trunk.standing_on(9)
        hand = on_leg(near, 0.72, off=s.KNEE_RADIUS + s.WRIST_RADIUS + 0.8)
        arm = trunk.arm_to(hand, palm=near.knee - near.hip)
        scene = Scene()
        chair(scene, 1)
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=arm, far_arm=None)
        )
        scene.floor(-36, 36)
        if is_end:
            scene.arrow(on_leg(near, 0.86, off=24), on_leg(near, 0.86, off=10.5))
            scene.arrow(on_leg(near, 0.8, off=-19), on_leg(near, 0.8, off=-7))
            scene.feel(trunk.hip + 4.5 + 4.6j, *FEEL, 50)
        scenes.append(scene)
    return Drawing(exercise_id="E02", scenes=tuple(scenes))


def slow_lower() -> Drawing:
    """E03: both hands help the knee up; the leg alone lets it down against the band."""
    scenes = []
    for is_end in (False, True):
        trunk = Trunk(hip=complex(0, STANDING), lean=87)
        far = trunk.standing_on(-3)
        near = trunk.leg_at(-42, -97) if is_end else trunk.leg_at(28, -80)
        if is_end:
            arms = (hand_on_hip(trunk), None)
        else:
            hold = on_leg(near, 0.8, off=-s.KNEE_RADIUS - 1)
            arms = (trunk.arm_to(hold), trunk.arm_to(hold + 2 + 1.5j, shift=0.6j))
        scene = Scene()
        scene.person(
            SidePerson(trunk=trunk, near_leg=near, far_leg=far, near_arm=arms[0], far_arm=arms[1])
        )
        scene.band(between(near.ankle, near.ball, 0.75), complex(0.6, 1.4))
        scene.floor(-28, 42)
        if is_end:
            up, down = trunk.hip + polar(34, 18), trunk.hip + polar(34, -32)
            scene.arrow(up, down, sag=3.5)
            scene.label("4 s", trunk.hip + polar(43, -5))
            scene.feel(trunk.hip + 4.6 + 2.4j, *FEEL, 62)
        scenes.append(scene)
    return Drawing(exercise_id="E03", scenes=tuple(scenes))


def half_kneeling_stretch() -> Drawing:
    """E04: tail tucked, then the whole body glides forward over the front foot."""
    scenes = []
    knee = complex(-4, ON_KNEES)
    for is_end in (False, True):
        trunk = Trunk(hip=knee + polar(s.THIGH, 64 if is_end else 92), lean=90)
        near = trunk.kneeling_on(knee)
        far = trunk.standing_on(20.5)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=hand_on_hip(trunk),
                far_arm=trunk.arm_to(on_leg(far, 0.62, off=s.THIGH_RADIUS + 1.5)),
            )
        )
        scene.floor(-44, 40).mat(-42, 6)
        if is_end:
            scene.feel(trunk.hip + 4.4 + 0.4j, *FEEL, 72)
            scene.arrow(trunk.hip + (-33 + 13j), trunk.hip + (-17 + 13j))
            scene.arrow(trunk.hip + (-9 + 3j), trunk.hip + (-8.5 - 10j), sag=-3.6)
        scenes.append(scene)
    return Drawing(exercise_id="E04", scenes=tuple(scenes))


def edge_of_bed_stretch() -> Drawing:
    """E05: on the edge of a bed one knee is hugged, the other leg hangs."""
    scenes = []
    top = 34.0
    for is_end in (False, True):
        trunk = Trunk(hip=complex(2, top + s.HIP_RADIUS), lean=180)
        far = trunk.leg_at(135, -3)
        near = trunk.leg_at(-17, -84) if is_end else trunk.leg_at(130, -8)
        hold = far.knee + polar(4, -3) + polar(5, 87)
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=near,
                far_leg=far,
                near_arm=trunk.arm_to(hold, bend=-1),
                far_arm=None,
            )
        )
        scene.box(-50, 4, top, top - 9)
        for x in (-47, -2):
            scene.post(x, x + 3, top - 8.4)
        scene.floor(-52, 40)
        if is_end:
            scene.feel(trunk.hip + 3 + 4.8j, *FEEL, -10)
            scene.arrow(near.ankle + 14 + 24j, near.ankle + 14 + 6j)
        scenes.append(scene)
    return Drawing(exercise_id="E05", scenes=tuple(scenes))


def reverse_nordic() -> Drawing:
    """E06: from the knees the whole straight body leans back."""
    scenes = []
    knee = complex(6, ON_KNEES)
    for is_end in (False, True):
        lean = 124.0 if is_end else 91.0
        trunk = Trunk(hip=knee + polar(s.THIGH, lean), lean=lean)
        leg = trunk.kneeling_on(knee)
        folded = trunk.shoulder - trunk.along * 9 + trunk.front * 9.5
        scene = Scene()
        scene.person(
            SidePerson(
                trunk=trunk,
                near_leg=leg,
                far_leg=leg,
                near_arm=trunk.arm_to(folded),
                far_arm=None,
                nod=8 if is_end else 0,
            )
        )
        scene.floor(-46, 28).mat(-40, 18)
        if is_end:
            scene.guide(knee + 7j, knee + 66j)
            scene.arrow(knee + polar(71, 92), knee + polar(71, 111), sag=2.5)
            scene.feel(between(leg.knee, leg.hip, 0.62) + trunk.front * 3.2, 14, 6, lean)
        scenes.append(scene)
    return Drawing(exercise_id="E06", scenes=tuple(scenes))


DRAWINGS = (
    band_knee_drive,
    press_into_hand,
    slow_lower,
    half_kneeling_stretch,
    edge_of_bed_stretch,
    reverse_nordic,
)
