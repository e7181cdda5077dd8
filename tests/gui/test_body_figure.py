"""The body picture shows every region once on each of its sides, on the body."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from runadvisor.domain.body import BodyRegion, Side, has_sides, sites_of
from runadvisor.gui.body_figure import HEIGHT, MARKS, WIDTH, View, mark_of, marks_of
from runadvisor.gui.widgets.body_outline import outline


def test_every_region_is_drawn_and_none_twice() -> None:
    assert {mark.region for mark in MARKS} == set(BodyRegion)
    assert len({mark.key for mark in MARKS}) == len(MARKS)


def test_every_place_with_sides_is_drawn_on_both() -> None:
    for region in BodyRegion:
        sides = {mark.side for mark in marks_of(region, Side.BOTH)}
        if any(has_sides(site) for site in sites_of(region)) and region is not BodyRegion.LOW_BACK:
            assert sides == {Side.LEFT, Side.RIGHT}
        assert mark_of(region, Side.RIGHT).region is region


def test_left_and_right_are_the_runners_own() -> None:
    front, back = mark_of(BodyRegion.KNEE, Side.RIGHT), mark_of(BodyRegion.CALF, Side.RIGHT)
    assert (front.view, back.view) == (View.FRONT, View.BACK)
    assert front.x < 0 < back.x


def test_every_mark_lies_on_the_body_and_no_two_middles_are_close() -> None:
    body = outline()
    for mark in MARKS:
        assert body.contains(QPointF(mark.x, mark.y)), mark
    for view in View:
        here = [mark for mark in MARKS if mark.view is view]
        for mark in here:
            for other in here:
                apart = abs(mark.x - other.x) + abs(mark.y - other.y)
                assert mark is other or apart > min(mark.across, other.across)


def test_the_outline_is_one_figure_of_the_size_it_says() -> None:
    box = outline().boundingRect()
    assert len(outline().toSubpathPolygons()) == 1
    assert abs(box.width() - WIDTH) < 6
    assert abs(box.height() - HEIGHT) < 6
