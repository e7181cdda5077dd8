from __future__ import annotations

from matplotlib.figure import Figure

from runadvisor.charts.reading import Chart, Reading
from runadvisor.charts.span import Span


def _chart(*readings: Reading) -> Chart:
    return Chart(
        figure=Figure(),
        readings=readings,
        sides_px=(50.0, 250.0),
        span=Span(1000, 3000),
        whole=Span(0, 9000),
    )


def test_a_bar_is_read_wherever_one_points_above_it() -> None:
    chart = _chart(Reading(60, "first"), Reading(100, "second"), Reading(140, "third"))
    assert [chart.nearest(x, 5) for x in (0, 79, 81, 500)] == [0, 0, 1, 2]


def test_of_points_above_each_other_the_nearest_is_read() -> None:
    chart = _chart(Reading(60, "low", y_px=100), Reading(60, "high", y_px=20), Reading(90, "c", 60))
    assert chart.nearest(61, 90) == 0
    assert chart.nearest(61, 30) == 1


def test_a_point_a_little_further_across_but_at_the_height_pointed_at_is_read() -> None:
    chart = _chart(Reading(60, "far below", y_px=180), Reading(66, "here", y_px=20))
    assert chart.nearest(61, 22) == 1


def test_where_nothing_is_drawn_nothing_is_read() -> None:
    assert _chart().nearest(10, 10) is None


def test_the_arrow_keys_need_not_go_from_left_to_right() -> None:
    chart = _chart(Reading(200, "january", y_px=10), Reading(60, "february", y_px=30))
    assert chart.nearest(199, 11) == 0
    assert chart.nearest(61, 29) == 1


def test_a_pixel_is_a_place_of_the_axis() -> None:
    chart = _chart()
    assert chart.place(50) == 1000
    assert chart.place(150) == 2000
    assert Chart(figure=Figure()).place(50) is None


def test_what_was_read_is_found_again_in_another_drawing() -> None:
    chart = _chart(Reading(60, "first"), Reading(100, "second"))
    assert chart.at_words("second") == 1
    assert chart.at_words("third") is None
