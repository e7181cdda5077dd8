from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from docs.figures import skeleton
from docs.figures.__main__ import FOLDER
from docs.figures.exercises import drawings
from docs.figures.geometry import OutOfReachError, joint, turn
from docs.figures.side_view import SidePerson
from docs.figures.svg import svg

if TYPE_CHECKING:
    from docs.figures.svg import Drawing

SUNK = -0.05
TOUCHING = 0.1
PAPER_MM = 30
THINNEST_MM = 0.25


@cache
def made() -> tuple[Drawing, ...]:
    return drawings()


def by_id() -> dict[str, Drawing]:
    return {drawing.exercise_id: drawing for drawing in made()}


def side_people() -> list[tuple[str, SidePerson]]:
    return [
        (drawing.exercise_id, person)
        for drawing in made()
        for scene in drawing.scenes
        for person in scene.people
        if isinstance(person, SidePerson)
    ]


def test_the_files_are_what_the_generator_draws() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(by_id())
    stale = [
        drawing.exercise_id
        for drawing in made()
        if (FOLDER / f"{drawing.exercise_id}.svg").read_text(encoding="utf-8") != svg(drawing)
    ]

    assert stale == []


def test_every_exercise_has_a_start_and_an_end() -> None:
    assert list(by_id()) == [f"E{number:02}" for number in range(1, 35)]
    assert all(len(drawing.scenes) >= 2 for drawing in made())


def test_nobody_sinks_into_floor_or_props() -> None:
    sunk = [
        (drawing.exercise_id, number, name)
        for drawing in made()
        for number, scene in enumerate(drawing.scenes)
        for name, gap in scene.clearances()
        if gap < SUNK
    ]

    assert sunk == []


FOOT, TIPTOES = {"ball", "heel", "toes"}, {"ball", "toes"}
KNEELING = {"knee", "shank", "toes"}


def near(*parts: set[str]) -> set[str]:
    return {f"near {part}" for one in parts for part in one}


def far(*parts: set[str]) -> set[str]:
    return {f"far {part}" for one in parts for part in one}


STANDS_ON = {
    ("E01", 1): far(FOOT),
    ("E02", 0): {"seat"} | near(FOOT) | far(FOOT),
    ("E02", 1): {"seat"} | far(FOOT),
    ("E03", 1): far(FOOT),
    ("E04", 0): near(KNEELING) | far(FOOT),
    ("E04", 1): near(KNEELING) | far(FOOT),
    ("E05", 1): {"seat"},
    ("E06", 1): near(KNEELING) | far(KNEELING),
    ("E09", 0): {"first elbow", "first hip", "first foot"},
    ("E09", 1): {"first elbow", "first foot"},
    ("E10", 1): {"near elbow", "near hand"} | near(FOOT) | far(FOOT),
    ("E11", 0): {"back", "waist", "seat", "near elbow", "near hand"} | near(FOOT),
    ("E11", 1): {"near elbow", "near hand"} | near(FOOT),
    ("E12", 1): {"first foot", "second foot"},
    ("E13", 1): {"first foot", "second foot"},
    ("E14", 0): {"first foot", "first hand"},
    ("E14", 1): {"first foot", "first hand"},
    ("E15", 0): {"second foot"},
    ("E15", 1): {"first foot", "second foot"},
    ("E16", 0): near(FOOT) | far(TIPTOES),
    ("E16", 1): near(FOOT),
    ("E17", 1): near(FOOT),
    ("E18", 0): near(FOOT),
    ("E18", 1): {"seat"} | near(FOOT),
    ("E20", 0): near(FOOT) | far(TIPTOES),
    ("E21", 0): {"first elbow", "first hip", "second knee", "second shank"},
    ("E21", 1): {"first elbow", "second knee", "second shank"},
    ("E22", 0): {"first foot", "second foot", "first knee", "second knee"},
    ("E22", 1): {"first foot", "second foot", "first knee", "second knee"},
    ("E23", 0): {"near hand"} | near(TIPTOES) | far(TIPTOES),
    ("E23", 1): {"near hand"} | near(TIPTOES),
    ("E24", 0): near(FOOT) | far(FOOT),
    ("E24", 1): near(TIPTOES) | far(TIPTOES),
    ("E25", 1): {"seat"} | near(TIPTOES) | far(TIPTOES),
    ("E26", 1): {"near elbow", "near hand", "near heel", "far heel"},
    ("E27", 1): {"near elbow", "near hand", "near heel", "far heel"},
    ("E28", 1): {"back", "waist", "seat"},
    ("E29", 0): {"near elbow", "near knee", "far knee", "near ball", "far ball"},
    ("E29", 1): {"near elbow", "near ball", "far ball"},
    ("E30", 0): near(KNEELING, {"hand"}) | far(KNEELING, {"hand"}),
    ("E30", 1): {"near hand"} | far(KNEELING),
    ("E31", 3): set(),
    ("E32", 0): {"seat", "near hand"} | near(FOOT) | far(FOOT),
    ("E32", 1): {"near elbow", "near thigh", "far thigh"},
    ("E33", 0): {"seat"} | near(FOOT) | far(FOOT),
    ("E33", 1): {"seat"} | near(FOOT) | far(FOOT),
    ("E34", 1): {"near heel"},
}


@pytest.mark.parametrize(
    ("place", "parts"), STANDS_ON.items(), ids=[f"{e}-{n}" for e, n in STANDS_ON]
)
def test_a_body_rests_on_exactly_what_carries_it(place: tuple[str, int], parts: set[str]) -> None:
    exercise_id, number = place
    clearances = by_id()[exercise_id].scenes[number].clearances()

    assert {name for name, gap in clearances if gap < TOUCHING} == parts


def test_no_knee_or_elbow_bends_the_wrong_way() -> None:
    for exercise_id, person in side_people():
        facing = person.trunk.facing
        for leg in (person.near_leg, person.far_leg):
            bent = -facing * turn(leg.knee - leg.hip, leg.ankle - leg.knee)
            assert -1 <= bent <= 150, (exercise_id, "knee", bent)
        for arm in (person.near_arm, person.far_arm):
            if arm is not None:
                bent = facing * turn(arm.elbow - arm.shoulder, arm.wrist - arm.elbow)
                assert -5 <= bent <= 150, (exercise_id, "elbow", bent)


def test_no_hip_or_ankle_goes_further_than_a_persons() -> None:
    for exercise_id, person in side_people():
        facing = person.trunk.facing
        for leg in (person.near_leg, person.far_leg):
            lifted = facing * turn(-person.trunk.along, leg.knee - leg.hip)
            assert -35 <= lifted <= 140, (exercise_id, "hip", lifted)
            pulled_up = facing * turn(leg.ankle - leg.knee, leg.ball - leg.heel) - 90
            assert -75 <= pulled_up <= 45, (exercise_id, "ankle", pulled_up)


def test_limbs_keep_their_length() -> None:
    for exercise_id, person in side_people():
        for leg in (person.near_leg, person.far_leg):
            lengths = abs(leg.knee - leg.hip), abs(leg.ankle - leg.knee)
            assert lengths == pytest.approx((skeleton.THIGH, skeleton.SHANK)), exercise_id


def test_a_limb_out_of_reach_is_refused() -> None:
    with pytest.raises(OutOfReachError, match="reach is 48"):
        joint(0, 49, skeleton.THIGH, skeleton.SHANK, bend=1)


def test_nothing_is_thinner_on_paper_than_a_quarter_millimetre() -> None:
    for drawing in made():
        left, _, right, _ = drawing.window
        mm = PAPER_MM / (right - left)
        thin = [shape for scene in drawing.scenes for shape in scene.shapes if shape.width]
        told = [shape.width * mm for shape in thin if shape.role in {"accent", "guide"}]
        assert min(told, default=THINNEST_MM) >= THINNEST_MM, drawing.exercise_id


def test_a_file_holds_nothing_but_plain_paths() -> None:
    for drawing in made():
        text = svg(drawing)
        names = {one.tag.rpartition("}")[2] for one in ET.fromstring(text).iter()}  # noqa: S314 - our own text
        assert names == {"svg", "g", "path"}
        assert not re.search(r"style=|url\(|NaN|inf", text)


def test_all_positions_of_an_exercise_share_scale_and_floor() -> None:
    for drawing in made():
        moves = re.findall(r"translate\((\S+) (\S+)\)", svg(drawing))
        assert len(moves) == len(drawing.scenes)
        assert len({height for _, height in moves}) == 1
