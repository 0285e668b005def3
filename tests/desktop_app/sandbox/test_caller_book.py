"""Who called: opened for a dispatcher who says why, on record, and closed to everybody else."""

from __future__ import annotations

import pytest

from desktop_app import jose
from desktop_app.domain.caller import Caller, caller_bytes
from desktop_app.domain.ids import new_id
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.caller_book import BY_NUMBER
from desktop_app.sandbox.hotline_tables import caller_look_up
from desktop_app.sandbox.refusal import Refused
from tests.desktop_app.sandbox.test_hotline import author, call, rows, sealed, send
from tests.support.small_city import SmallCity


def test_a_dispatcher_looks_a_caller_up_with_a_reason_on_record(city: SmallCity) -> None:
    report_id = new_id()
    call(city, entity_id=report_id, caller=sealed(city))
    found = city.service.caller_book.look_up(
        report_id, author(city, "o-dispatcher").actor, " Hỏi lại số nhà "
    )
    assert [(one.caller.name, one.caller.phone) for one in found] == [("Bà Sáu", "0914 000 111")]
    [record] = rows(city, caller_look_up)
    assert (record.by, record.reason, record.found) == ("o-dispatcher", "Hỏi lại số nhà", 1)


@pytest.mark.parametrize("officer", ["o-hotline", "o-handler", "o-publisher", "o-supervisor", "o-misconduct"])
def test_nobody_else_looks_a_caller_up(city: SmallCity, officer: str) -> None:
    report_id = new_id()
    call(city, entity_id=report_id, caller=sealed(city))
    with pytest.raises(Refused) as caught:
        city.service.caller_book.look_up(report_id, author(city, officer).actor, "x")
    assert (caught.value.status, caught.value.code) == (404, "not_found")
    assert rows(city, caller_look_up) == []


def test_without_a_reason_nothing_is_opened(city: SmallCity) -> None:
    report = city.put()
    with pytest.raises(Refused) as caught:
        city.service.caller_book.look_up(report.id, author(city, "o-dispatcher").actor, " ")
    assert caught.value.code == "reason_missing"


def test_what_another_key_sealed_stays_closed(city: SmallCity) -> None:
    report_id = new_id()
    other = jose.seal(caller_bytes(Caller("Bà Sáu")), jose.public_jwk(city.pki.recovery_key))
    call(city, entity_id=report_id, caller=other)
    assert city.service.caller_book.look_up(report_id, author(city, "o-dispatcher").actor, "x") == []


# --- by number --------------------------------------------------------------------------------------


def earlier(city: SmallCity, phone: str = "+84 914 000 111", officer: str = "o-hotline") -> list[str]:
    return [report.id for report in city.service.caller_book.earlier(phone, author(city, officer).actor)]


def test_a_number_has_the_reports_that_it_called_about_and_who_asks_is_on_record(city: SmallCity) -> None:
    first, second, other = new_id(), new_id(), new_id()
    for report_id in (first, second):
        call(city, entity_id=report_id, caller=sealed(city))
    call(city, entity_id=other)
    assert set(earlier(city)) == {first, second}
    assert earlier(city, "0914 000 112") == []
    assert [(one.by, one.reason, one.found) for one in rows(city, caller_look_up)] == [
        ("o-hotline", BY_NUMBER, 2), ("o-hotline", BY_NUMBER, 0),
    ]  # fmt: skip


def test_a_call_that_joined_counts_and_its_report_is_told_once(city: SmallCity) -> None:
    report_id = new_id()
    call(city, entity_id=report_id, caller=sealed(city))
    call(city, entity_id=report_id, caller=sealed(city), joins=True)
    assert earlier(city) == [report_id]


def test_only_what_the_role_may_see_is_told(city: SmallCity) -> None:
    private, closed = new_id(), new_id()
    call(city, entity_id=private, caller=sealed(city), category="thai-do")
    call(city, entity_id=closed, caller=sealed(city))
    send(
        city,
        "o-dispatcher",
        Command.REJECT,
        {"code": "spam", "text": "Không có thật"},
        closed,
        base_version=1,
    )
    assert earlier(city) == []
    assert earlier(city, officer="o-dispatcher") == [closed]


@pytest.mark.parametrize("officer", ["o-handler", "o-publisher", "o-supervisor", "o-misconduct"])
def test_who_takes_no_calls_finds_nothing_by_a_number(city: SmallCity, officer: str) -> None:
    call(city, entity_id=new_id(), caller=sealed(city))
    with pytest.raises(Refused) as caught:
        earlier(city, officer=officer)
    assert (caught.value.status, caught.value.code) == (404, "not_found")
    assert rows(city, caller_look_up) == []


def test_what_is_no_number_is_said_to_be_none(city: SmallCity) -> None:
    with pytest.raises(Refused) as caught:
        earlier(city, "1022")
    assert (caught.value.status, caught.value.code) == (422, "number_missing")
