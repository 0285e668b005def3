"""Templates: those that fit are offered, every slot is filled, an unknown one is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import resources
from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.templates import SLOTS, Template, slots
from desktop_app.domain.workflow import Command, State
from desktop_app.triage.templates import Names, UnknownSlot, filled, fitting

AT = datetime(2026, 11, 20, 18, tzinfo=UTC)  # the 21st in the city
REPORT = Report(
    "r", "PA-1", 1, State.IN_PROGRESS, "Ngập {unit}", "Nước", AT, category="urban.drain",
    assignment=Assignment("u", "o", "Thông cống", AT),
)  # fmt: skip
NAMES = Names("Phường Thuận Hóa", "12 Lê Lợi", "Ngập nước")
CITY = Template("city", "in_progress", "vi", "Đã khắc phục", "Xong.")


def test_every_slot_is_filled() -> None:
    text = " ".join(f"{{{name}}}" for name in SLOTS)
    said = filled(text, REPORT, NAMES)
    assert said == "Phường Thuận Hóa 12 Lê Lợi Ngập nước PA-1 Ngập {unit} 21/11/2026 21/11/2026"


def test_without_an_assignment_there_is_no_deadline() -> None:
    assert filled("Hạn: {due}.", replace(REPORT, assignment=None), NAMES) == "Hạn: ."


def test_unknown_slots_are_named_as_they_are_written() -> None:
    with pytest.raises(UnknownSlot) as caught:
        filled("{unit} {quy_danh} {số} {quy_danh}", REPORT, NAMES)
    assert caught.value.names == "{quy_danh}, {số}"


def offered(template: Template, command: Command = Command.SUBMIT, report: Report = REPORT) -> bool:
    found = fitting([template], command, report, above="urban", units=["u", "u-city"], screen="en")
    return found == [template]


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"category": "urban"}, True),
        ({"category": "urban.drain"}, True),
        ({"category": "roads"}, False),
        ({"state": None}, True),
        ({"state": "verified"}, False),
        ({"language": "en"}, False),
        ({"command": "reject"}, False),
        ({"unit": "u"}, True),
        ({"unit": "u-city"}, True),
        ({"unit": "u-team"}, False),
    ],
)
def test_what_fits_is_offered(changes: dict[str, str | None], fits: bool) -> None:
    assert offered(replace(CITY, **changes)) is fits  # type: ignore[arg-type]


def test_what_was_monitored_may_be_answered_like_the_rest() -> None:
    assert offered(CITY, report=replace(REPORT, state=State.MONITORING))


def test_colleagues_are_written_to_in_the_screen_s_language() -> None:
    back = replace(CITY, command="return", language="en")
    assert offered(back, Command.RETURN)
    assert not offered(replace(back, language="vi"), Command.RETURN)


def test_a_report_in_another_language_is_answered_in_vietnamese() -> None:
    assert offered(CITY, report=replace(REPORT, language="fr"))


def test_a_unit_s_own_words_come_first_and_the_nearer_ones_before_the_general() -> None:
    ours = replace(CITY, id="ours", unit="u")
    near = replace(CITY, id="near", category="urban")
    found = fitting([CITY, near, ours], Command.SUBMIT, REPORT, above="urban", units=["u"], screen="vi")
    assert [each.id for each in found] == ["ours", "near", "city"]


def test_the_city_s_own_templates_ask_for_nothing_unknown() -> None:
    texts = [one["text"] for one in json.loads(resources.read_text("city/templates.json"))]
    assert len(texts) > 20
    assert {name for text in texts for name in slots(text)} <= set(SLOTS)
