"""A case takes lawful steps only, and its timeline tells each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from desktop_app.domain import payloads as p
from desktop_app.domain.report import Place, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, Refusal, State
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.case import Case, IllegalStep

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
DISPATCHER = Author(Actor("d", "hue-ioc", frozenset({Role.DISPATCHER})), "L. T. K. Vân")
HANDLER = Author(Actor("h", "hue-env", frozenset({Role.HANDLER}), frozenset({"hue-env"})), "H. V. Thông")
VERIFY = p.Verify("urban.drainage", Place("19789"), identity_checked=True)


@pytest.fixture
def case(rng: Random) -> Case:
    return Case(Report("r", "", 1, State.RECEIVED, "Ngập", "Nước", NOW), rng)


def test_a_step_moves_the_report_and_tells_it(case: Case) -> None:
    case.do(Command.VERIFY, DISPATCHER, VERIFY, NOW)
    assert (case.report.state, case.report.version) == (State.VERIFIED, 2)
    assert [(entry.kind, entry.by_name, entry.version) for entry in case.entries] == [
        ("verify", "L. T. K. Vân", 2)
    ]


def test_what_the_table_refuses_is_an_error_and_changes_nothing(case: Case) -> None:
    with pytest.raises(IllegalStep) as refused:
        case.do(Command.PUBLISH, DISPATCHER, p.Publish("00", preview_seen=True), NOW)
    assert refused.value.refusal is Refusal.NOT_YOURS
    with pytest.raises(IllegalStep) as refused:
        case.do(Command.DISTRIBUTE, DISPATCHER, p.Distribute("u", "u", "x", NOW), NOW)
    assert refused.value.refusal is Refusal.WRONG_STATE
    assert case.report.version == 1
    assert case.entries == []


def test_a_remark_stands_where_the_payload_has_no_words(case: Case) -> None:
    case.do(Command.VERIFY, DISPATCHER, VERIFY, NOW, "Đã gọi lại")
    assert case.entries[0].text == "Đã gọi lại"


def test_steps_of_one_instant_keep_their_order_by_id(case: Case) -> None:
    job = p.Distribute("hue-env", "h", "Thông thoát cống", NOW + timedelta(days=9))
    case.do(Command.VERIFY, DISPATCHER, VERIFY, NOW)
    case.do(Command.DISTRIBUTE, DISPATCHER, job, NOW)
    case.do(Command.ACCEPT, HANDLER, p.Nothing(), NOW)
    assert sorted(entry.id for entry in case.entries) == [entry.id for entry in case.entries]
