"""Answers: in the house style, by the right name, with the result in the gap."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest

from desktop_app.domain.organisation import Unit
from desktop_app.domain.report import Outcome, Place, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.seed.answers import (
    OPEN_SLOT,
    draw_outcome,
    signing_name,
    write_answer,
    write_own_answer,
)
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.remarks import load_results

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
WARD = Unit("hue-19789", "Phường Thuận Hóa", "ward", "Thuận Hóa Ward")
AGENCY = Unit("hue-sxd", "Sở Xây dựng", "agency", "Department of Construction")


def report(category: str = "urban.drainage", language: str = "vi") -> Report:
    place = Place("19789", "Đường Bà Triệu")
    return Report(
        "r", "", 1, State.IN_PROGRESS, "t", "x", NOW, category=category, place=place, language=language
    )


def test_most_reports_are_fixed_but_not_all(rng: Random) -> None:
    drawn = Counter(draw_outcome(rng) for _ in range(300))
    assert drawn[Outcome.FIXED] > drawn[Outcome.PLANNED] > drawn[Outcome.NOT_FIXED] > 0


@pytest.mark.parametrize("category", sorted(load_results()))
@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_answer_fits_category_and_outcome(
    organisation: Organisation, rng: Random, category: str, outcome: Outcome
) -> None:
    text = write_answer(rng, report(category), AGENCY, outcome, organisation.templates)
    assert text.startswith("Kính gửi: Quý Ông/Bà.\n\nVấn đề Quý Ông/Bà phản ánh, Sở Xây dựng xin thông báo")
    assert "tại Đường Bà Triệu, phường Thuận Hóa" in text
    assert any(said in text for said in load_results()[category][outcome])
    assert OPEN_SLOT not in text
    assert "{" not in text


def test_a_tourist_is_answered_in_english(organisation: Organisation, rng: Random) -> None:
    text = write_answer(rng, report(language="en"), AGENCY, Outcome.FIXED, organisation.templates)
    assert text.startswith("Dear Sir or Madam")
    assert "the Department of Construction" in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_centre_answers_itself(organisation: Organisation, rng: Random, language: str) -> None:
    text = write_own_answer(rng, report(language=language), AGENCY, organisation.templates)
    assert OPEN_SLOT not in text
    assert signing_name(AGENCY, language) in text


@pytest.mark.parametrize(
    ("unit", "language", "name"),
    [
        (WARD, "vi", "Ủy ban nhân dân phường Thuận Hóa"),
        (WARD, "en", "the People's Committee of Thuận Hóa Ward"),
        (AGENCY, "vi", "Sở Xây dựng"),
        (AGENCY, "en", "the Department of Construction"),
    ],
)
def test_a_ward_signs_as_its_peoples_committee(unit: Unit, language: str, name: str) -> None:
    assert signing_name(unit, language) == name
