"""What a call and a shift's end must carry, and who may send one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.domain import hotline, payloads
from desktop_app.domain.hotline import HandOver, HotlineCommand, OpenItem, Receive, TakeOver
from desktop_app.domain.ids import new_id
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.report import Place, Priority, Procedure
from desktop_app.domain.roles import Actor, Role

CALL = Receive("Cống nghẹt", "Nước tràn lên đường", Place("19789", "12 Lê Lợi"), "048 213")
SEALED = "a.b.c.d.e"


def again(call: Receive) -> Receive:
    """Send a call over the wire."""
    decoded = hotline.decode(HotlineCommand.RECEIVE, payloads.encode(call))
    assert isinstance(decoded, Receive)
    return decoded


def refused(command: HotlineCommand, raw: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(PayloadInvalid) as caught:
        hotline.decode(command, raw)
    return caught.value.field, caught.value.problem


@pytest.mark.parametrize(
    "call",
    [
        CALL,
        replace(CALL, place=Place(address="gần cầu")),
        replace(CALL, caller=SEALED, joins=True, language="en"),
        replace(CALL, category="urban", procedure=Procedure.INSTANT, priority=Priority.HIGH),
    ],
)
def test_a_call_travels_whole(call: Receive) -> None:
    assert again(call) == call


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, ("title", "empty")),
        ({"title": "x" * 201}, ("title", "too_long")),
        ({"text": ""}, ("text", "empty")),
        ({"reference": ""}, ("reference", "empty")),
        ({"place": {"address": " "}}, ("place", "missing")),
        ({"caller": "Nguyễn Văn A 0914000111"}, ("caller", "malformed")),
        ({"caller": "a.b.c.d." + "e" * 8000}, ("caller", "malformed")),
        ({"procedure": "soon"}, ("procedure", "malformed")),
    ],
)
def test_what_a_call_must_carry(changes: dict[str, Any], refusal: tuple[str, str]) -> None:
    assert refused(HotlineCommand.RECEIVE, {**payloads.encode(CALL), **changes}) == refusal


def test_a_call_without_words_names_the_field() -> None:
    assert refused(HotlineCommand.RECEIVE, {}) == ("title", "missing")


def test_a_shift_says_something() -> None:
    item = OpenItem("PA-2026-000001", "Gọi lại sau 15 giờ", new_id(), datetime(2026, 3, 2, 8, tzinfo=UTC))
    for shift in (HandOver("Yên ắng"), HandOver("", (item,))):
        assert hotline.decode(HotlineCommand.HAND_OVER, payloads.encode(shift)) == shift
    assert refused(HotlineCommand.HAND_OVER, payloads.encode(HandOver(" "))) == ("notes", "empty")


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        ([OpenItem("1", "x")] * 201, "count"),
        ([OpenItem(" ", "x")], "empty"),
        ([OpenItem("1", "x", due_at=datetime(2026, 3, 2, 8))], "no_zone"),  # noqa: DTZ001 - as a client may err
    ],
)
def test_items_of_a_shift(items: list[OpenItem], problem: str) -> None:
    raw = payloads.encode(HandOver("x", tuple(items)))
    assert refused(HotlineCommand.HAND_OVER, raw) == ("items", problem)


def test_who_takes_over_says_how_much_was_shown() -> None:
    assert hotline.decode(HotlineCommand.TAKE_OVER, {"items": 2}) == TakeOver(2)
    assert refused(HotlineCommand.TAKE_OVER, {"items": -1}) == ("items", "count")


@pytest.mark.parametrize("role", list(Role))
def test_calls_are_taken_by_hotline_and_dispatchers(role: Role) -> None:
    actor = Actor("p", "u", frozenset({role}))
    assert hotline.takes_calls(actor) is (role in {Role.HOTLINE, Role.DISPATCHER})


def test_the_temporary_number_is_six_digits_of_the_report() -> None:
    report_id = new_id()
    number = hotline.temporary_number(report_id)
    assert number == hotline.temporary_number(report_id)
    assert len(number) == 7
    assert number[3] == " "
    assert number.replace(" ", "").isdecimal()
    assert len({hotline.temporary_number(new_id()) for _ in range(50)}) > 45
