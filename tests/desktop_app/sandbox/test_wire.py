"""The contract's JSON: one form of time, names as they are, nothing lost on the way back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.organisation import Officer
from desktop_app.domain.report import Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox import wire
from tests.support.small_city import report

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize("state", list(State))
def test_a_report_comes_back_as_it_was(state: State) -> None:
    original = report(NOON, state)
    assert wire.decode(json.loads(json.dumps(wire.encode(original))), Report) == original


def test_times_are_utc_with_microseconds_and_z() -> None:
    local = NOON.astimezone(timezone(timedelta(hours=7)))
    assert wire.instant(local) == "2026-03-02T05:00:00.000000Z"
    assert wire.encode([local, date(2026, 3, 2)]) == ["2026-03-02T05:00:00.000000Z", "2026-03-02"]


def test_sets_are_sorted_and_enums_are_their_values() -> None:
    officer = Officer("o", "An", "u", (Role.HANDLER, Role.APPROVER))
    assert wire.encode(officer)["roles"] == ["handler", "approver"]
    holidays = wire.encode(default_calendar())["holidays"]
    assert holidays == sorted(holidays)


def test_unknown_fields_are_passed_over_and_missing_ones_are_not() -> None:
    data = wire.encode(report(NOON))
    assert wire.decode({**data, "a_newer_field": 1}, Report).id == data["id"]
    with pytest.raises(msgspec.ValidationError):
        wire.decode({**data, "state": "unheard of"}, Report)


def test_a_time_has_its_zone_and_is_one_in_utc() -> None:
    assert wire.is_in_calendar(datetime(2026, 3, 2, tzinfo=UTC))
    odd = (datetime(2026, 3, 2), datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))))  # noqa: DTZ001
    assert not any(wire.is_in_calendar(at) for at in odd)
