"""What is arranged beside the reports: every command has payload and entity, bad ones name their field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.matters import (
    ENTITY,
    SHAPES,
    Campaign,
    Delegate,
    MatterCommand,
    decode,
    runs_campaigns,
    tag_fault,
)
from desktop_app.domain.payloads import PayloadInvalid, encode
from desktop_app.domain.roles import Role
from tests.desktop_app.domain.samples import IOC, LEAD, actor

M = MatterCommand
WEEK = {
    "from_person": "a", "to_person": "b", "rights": ["handle"], "starts": "2026-03-02T00:00:00Z",
    "ends": "2026-03-09T00:00:00Z",
}  # fmt: skip
GREEN = Campaign("c", "Ngày Chủ nhật xanh", date(2026, 3, 1), date(2026, 3, 31), "d")


def test_the_tables_are_total() -> None:
    assert set(SHAPES) == set(ENTITY) == set(M)


def test_a_delegation_travels_there_and_back() -> None:
    payload = decode(M.DELEGATE, WEEK)
    assert isinstance(payload, Delegate)
    assert decode(M.DELEGATE, encode(payload)) == payload


@pytest.mark.parametrize(
    ("command", "raw", "field"),
    [
        (M.DELEGATE, {**WEEK, "rights": []}, "rights"),
        (M.DELEGATE, {**WEEK, "rights": ["all"]}, "rights[0]"),
        (M.DELEGATE, {**WEEK, "starts": "2026-03-02T00:00:00"}, "starts"),
        (M.DELEGATE, {**WEEK, "ends": WEEK["starts"]}, "ends"),
        (M.OFFER_TAKEOVER, {"from_person": "a", "to_person": "b", "note": " "}, "note"),
        (M.SHARE_LIST, {"name": "x" * 61}, "name"),
        (M.OPEN_CAMPAIGN, {"name": "x", "starts": "2026-03-02", "ends": "2026-03-01"}, "ends"),
        (M.ANSWER_TAKEOVER, {}, "accepted"),
    ],
)
def test_what_is_wrong_is_named(command: MatterCommand, raw: dict[str, Any], field: str) -> None:
    with pytest.raises(PayloadInvalid) as told:
        decode(command, raw)
    assert told.value.field == field


@pytest.mark.parametrize(("day", "runs"), [(1, True), (31, True)])
def test_a_campaign_runs_on_both_its_days(day: int, runs: bool) -> None:
    assert GREEN.runs(date(2026, 3, day)) is runs
    assert not GREEN.runs(date(2026, 4, 1))


@pytest.mark.parametrize(
    ("role", "add", "remove", "day", "fault"),
    [
        (Role.DISPATCHER, [GREEN.name], [], 2, None),
        (Role.SUPERVISOR, ["ngay chu nhat xanh"], [], 2, None),
        (Role.HANDLER, [GREEN.name], [], 2, "campaign_reserved"),
        (Role.HANDLER, [], [GREEN.name], 2, "campaign_reserved"),
        (Role.HANDLER, ["ngập"], ["khác"], 2, None),
    ],
)
def test_its_tag_is_reserved(
    role: Role, add: list[str], remove: list[str], day: int, fault: str | None
) -> None:
    assert tag_fault([GREEN], actor(LEAD, role), add, remove, date(2026, 3, day)) == fault


def test_a_campaign_that_is_over_gives_no_tag_but_lets_one_go() -> None:
    dispatcher, later = actor(IOC, Role.DISPATCHER), date(2026, 4, 2)
    assert tag_fault([GREEN], dispatcher, [GREEN.name], [], later) == "campaign_over"
    assert tag_fault([GREEN], dispatcher, [], [GREEN.name], later) is None
    assert not runs_campaigns(actor(LEAD, Role.HANDLER))
