"""Alike by place or by words: the rules, and a hundred labelled pairs compared by them alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.report import Place, Report
from desktop_app.domain.workflow import State
from desktop_app.triage.similarity import Likeness, Sign, Sketch, distance, sketch
from tests.desktop_app.triage.similar_pairs import PRECISION, RECALL, labelled, recall_and_precision

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
BRIDGE = Place("19789", None, 16.4690, 107.5905)


def flood(
    title: str = "Đường Bà Triệu ngập sâu", place: Place = BRIDGE, days: int = 0, **more: object
) -> Sketch:
    told = Report(
        id=title, code="", version=1, state=State.RECEIVED, title=title, text="Nước tràn vào nhà dân.",
        received_at=NOW - timedelta(days=days), organisation="hue", category="urban.drainage", place=place,
    )  # fmt: skip
    return sketch(replace(told, **more))  # type: ignore[arg-type]


def moved(metres: float) -> Place:
    return replace(BRIDGE, latitude=16.4690 + metres / 111_195)


def test_recall_and_precision_on_the_labelled_pairs() -> None:
    pairs = [(sketch(one), sketch(other), same) for one, other, same in labelled()]
    likeness = Likeness([each for one, other, _ in pairs for each in (one, other)])
    told = [(likeness.sign(one, other) is not None, same) for one, other, same in pairs]
    recall, precision = recall_and_precision(told)
    assert recall >= RECALL
    assert precision >= PRECISION


@pytest.mark.parametrize(("metres", "days", "sign"), [(99, 89, Sign.PLACE), (101, 0, None), (10, 91, None)])
def test_the_same_field_near_by_within_ninety_days(metres: float, days: int, sign: Sign | None) -> None:
    one, other = flood(), flood("Cống tắc", moved(metres), days, text="")
    assert Likeness([one, other]).sign(one, other) is sign


def test_another_field_at_the_same_point_is_another_matter() -> None:
    one, other = flood(), flood("Karaoke tới khuya", category="order.noise", text="Loa kéo ồn ào.")
    assert Likeness([one, other]).sign(one, other) is None


def test_words_tell_where_no_point_does_and_another_street_is_elsewhere() -> None:
    here, there = Place("19789", "12 Bà Triệu"), Place("19789", "30 Hùng Vương")
    one, again = flood(place=here), flood("duong ba trieu ngap sau qua", Place("19789", "40 Bà Triệu"), 3)
    elsewhere = flood("Đường Hùng Vương ngập sâu", there)
    likeness = Likeness([one, again, elsewhere])
    assert likeness.sign(one, again) is Sign.WORDS
    assert likeness.sign(one, elsewhere) is None


def test_organisations_are_never_compared() -> None:
    one = flood()
    assert Likeness([one]).sign(one, flood(organisation="nyc311")) is None


def test_nothing_said_agrees_with_nothing() -> None:
    silent = flood("", text="")
    assert Likeness([]).agreement(silent, silent) == 0.0
    assert Likeness([]).agreement(flood(), flood()) == pytest.approx(1.0)


def test_distances_are_metres_on_the_ground() -> None:
    assert distance(BRIDGE, moved(100)) == pytest.approx(100, abs=0.5)
    assert distance(BRIDGE, Place("19789", "12 Bà Triệu")) is None
