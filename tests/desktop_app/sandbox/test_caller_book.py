"""Who called: opened for a dispatcher who says why, on record, and closed to everybody else."""

from __future__ import annotations

import pytest

from desktop_app import jose
from desktop_app.domain.caller import Caller, caller_bytes
from desktop_app.domain.ids import new_id
from desktop_app.sandbox.hotline_tables import caller_look_up
from desktop_app.sandbox.refusal import Refused
from tests.desktop_app.sandbox.test_hotline import author, call, rows, sealed
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
