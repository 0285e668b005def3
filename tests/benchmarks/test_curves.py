"""The picture holds every curve by its name, rising where the cost rises."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.benchmarks.curves import picture

_SVG = "{http://www.w3.org/2000/svg}"


def test_every_curve_is_drawn_under_its_name() -> None:
    drawn = ET.fromstring(picture({"flat": {10: 1.0, 1000: 1.0}, "a < b": {10: 1.0, 1000: 100.0}}))
    lines = [
        [float(p.split(",")[1]) for p in line.attrib["points"].split()]
        for line in drawn.iter(f"{_SVG}polyline")
    ]
    assert lines[0][0] == lines[0][1]
    assert lines[1][0] > lines[1][1]  # upwards is less
    assert {"flat", "a < b"} <= {text.text for text in drawn.iter(f"{_SVG}text")}


def test_one_point_is_a_picture_too() -> None:
    assert "polyline" in picture({"one": {1: 5.0}})
