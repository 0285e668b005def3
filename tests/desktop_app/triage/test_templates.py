"""Templates: every place is filled, an unknown one is refused by name, what is filled in stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import resources
from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.workflow import State
from desktop_app.triage.templates import PLACEHOLDERS, Names, UnknownPlaceholder, filled, placeholders

AT = datetime(2026, 11, 20, 18, tzinfo=UTC)  # the 21st in the city
REPORT = Report(
    "r", "PA-1", 1, State.IN_PROGRESS, "Ngập {unit}", "Nước", AT,
    assignment=Assignment("u", "o", "Thông cống", AT),
)  # fmt: skip
NAMES = Names("Phường Thuận Hóa", "12 Lê Lợi", "Ngập nước")


def test_every_place_is_filled() -> None:
    text = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    said = filled(text, REPORT, NAMES)
    assert said == "Phường Thuận Hóa 12 Lê Lợi Ngập nước PA-1 Ngập {unit} 21/11/2026 21/11/2026"


def test_without_an_assignment_there_is_no_deadline() -> None:
    assert filled("Hạn: {due}.", replace(REPORT, assignment=None), NAMES) == "Hạn: ."


def test_unknown_places_are_named_as_they_are_written() -> None:
    with pytest.raises(UnknownPlaceholder) as caught:
        filled("{unit} {quy_danh} {số} {quy_danh}", REPORT, NAMES)
    assert caught.value.names == "{quy_danh}, {số}"


@pytest.mark.parametrize("text", ["{}", "{ unit }", "{" * 9, "a } b {", "{" + "x" * 41 + "}"])
def test_other_braces_are_words(text: str) -> None:
    assert placeholders(text) == ()
    assert filled(text, REPORT, NAMES) == text


def test_the_city_s_own_templates_ask_for_nothing_unknown() -> None:
    texts = [one["text"] for one in json.loads(resources.read_text("city/templates.json"))]
    assert len(texts) > 20
    assert {name for text in texts for name in placeholders(text)} <= set(PLACEHOLDERS)
