"""Calls and shifts at the centre: who may, what comes of them, who hears of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain import payloads
from desktop_app.domain.caller import Caller, caller_bytes
from desktop_app.domain.hotline import HandOver, HotlineCommand, OpenItem, Receive
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Place, Procedure
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.entities import Row
from desktop_app.sandbox.hotline_tables import caller
from tests.support.small_city import CATEGORY, OFFICERS, WARD_CODE, SmallCity

CALL = Receive("Cống nghẹt", "Nước tràn lên đường", Place(WARD_CODE, "12 Lê Lợi"), "048 213", CATEGORY)
NAMES = {officer.id: officer.name for officer in OFFICERS}
PRIVATE = "thai-do"


def author(city: SmallCity, officer: str) -> Author:
    with city.service.engine.connect() as connection:
        actor = city.service.people.actor(connection, officer, city.service.now())
    assert actor is not None
    return Author(actor, NAMES[officer])


def send(
    city: SmallCity,
    officer: str,
    kind: str,
    payload: dict[str, Any],
    entity_id: str = "",
    **more: Any,  # noqa: ANN401
) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": new_id(), "type": kind, "entity": "report", "entity_id": entity_id or new_id(),
        "base_version": 0, "occurred_at": city.service.now(), "payload": payload, **more,
    }  # fmt: skip
    return city.service.commands.carry_out(SentEvent(**values), author(city, officer))


def call(city: SmallCity, officer: str = "o-hotline", entity_id: str = "", **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    raw = {**payloads.encode(CALL), **changes}
    return send(city, officer, HotlineCommand.RECEIVE, raw, entity_id)


def rows(city: SmallCity, table: sa.Table) -> list[Any]:
    with city.service.engine.connect() as connection:
        return list(connection.execute(sa.select(table)).all())


def sealed(city: SmallCity) -> str:
    key = jose.public_jwk(city.pki.reporter_key)
    return jose.seal(caller_bytes(Caller("Bà Sáu", "0914 000 111")), key)


def with_private_category(city: SmallCity) -> None:
    data = {"id": PRIVATE, "name": "Thái độ, hành vi", "name_en": "", "private": True, "working_days": 7}
    with city.service.writer.transaction() as connection:
        city.service.entities.put_many(connection, [Row("category", PRIVATE, data, audience.EVERYONE)])


def test_a_call_becomes_a_report_that_waits_for_the_dispatcher(city: SmallCity) -> None:
    report_id = new_id()
    result = call(city, entity_id=report_id, procedure="instant")
    report = city.read(report_id)
    assert (result["status"], result["version"], result["code"]) == ("applied", 1, report.code)
    assert (report.state, report.source, report.category) == (State.RECEIVED, "hotline", CATEGORY)
    assert (report.procedure, report.private) == (Procedure.INSTANT, False)
    assert report.evidence == {"temporary_number": "048 213"}
    with city.service.engine.connect() as connection:
        [line] = city.service.entities.timeline(connection, report_id)
    assert (line.kind, line.by_name, line.public) == ("receive", "Cao Tổng Đài", False)
    verified = {"category": CATEGORY, "place": {"unit_code": WARD_CODE}, "identity_checked": True}
    after = send(city, "o-dispatcher", "verify", verified, report_id, base_version=1)
    assert after["status"] == "applied"


@pytest.mark.parametrize("officer", sorted(NAMES))
def test_only_hotline_and_dispatchers_take_calls(city: SmallCity, officer: str) -> None:
    result = call(city, officer)
    if officer in {"o-hotline", "o-dispatcher"}:
        assert result["status"] == "applied"
    else:
        assert (result["status"], result["rule"]) == ("rejected", "not_yours")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": "no-such"}, "category"),
        ({"place": {"unit_code": "00000"}}, "place"),
        ({"title": ""}, "title"),
        ({"caller": "0914 000 111"}, "caller"),
    ],
)
def test_what_does_not_exist_is_named(city: SmallCity, changes: dict[str, Any], field: str) -> None:
    result = call(city, **changes)
    assert (result["rule"], result["field"]) == ("payload", field)


def test_an_id_is_used_once(city: SmallCity) -> None:
    known = city.put(State.RECEIVED)
    assert call(city, entity_id=known.id)["rule"] == "id_reused"
    assert call(city, entity_id="not an id")["field"] == "entity_id"


def test_a_clock_that_runs_ahead_makes_no_report_of_tomorrow(city: SmallCity) -> None:
    report_id = new_id()
    ahead = city.service.now() + timedelta(days=1)
    send(city, "o-hotline", "receive", payloads.encode(CALL), report_id, occurred_at=ahead)
    assert city.read(report_id).received_at < ahead - timedelta(hours=1)


def test_a_call_about_an_official_is_private_at_once(city: SmallCity) -> None:
    with_private_category(city)
    report_id = new_id()
    result = call(city, entity_id=report_id, category=PRIVATE)
    report = city.read(report_id)
    assert report.private
    assert report.code.startswith("TD-")
    assert result["code"] == report.code
    assert audience.of_report(report) == {"misconduct"}
    assert call(city, entity_id=report_id, joins=True)["status"] == "not_found"  # not for who took the call


def test_another_caller_about_the_same_adds_to_it(city: SmallCity) -> None:
    known = city.put(State.RECEIVED)
    result = call(city, entity_id=known.id, joins=True, text="Tôi cũng thấy")
    assert (result["status"], result["version"], result["code"]) == ("applied", known.version + 1, known.code)
    with city.service.engine.connect() as connection:
        [line] = city.service.entities.timeline(connection, known.id)
    assert (line.kind, line.text, line.public) == ("contribute", "Tôi cũng thấy", False)
    assert city.read(known.id).state is State.RECEIVED


def test_nothing_is_added_to_what_one_may_not_see_or_what_is_over(city: SmallCity) -> None:
    assigned, over = city.put(State.IN_PROGRESS), city.put(State.REJECTED)
    private = city.put(State.IN_PROGRESS, private=True)
    for officer in ("o-hotline", "o-dispatcher"):
        assert call(city, officer, assigned.id, joins=True)["status"] == "applied"
        assert call(city, officer, private.id, joins=True)["status"] == "not_found"
    assert call(city, entity_id=over.id, joins=True)["status"] == "not_found"
    assert call(city, "o-dispatcher", over.id, joins=True)["rule"] == "wrong_state"


def test_who_called_is_sealed_and_in_no_feed(city: SmallCity) -> None:
    report_id, words = new_id(), sealed(city)
    call(city, entity_id=report_id, caller=words)
    [kept] = rows(city, caller)
    assert (kept.report_id, kept.sealed, kept.taken_by) == (report_id, words, "o-hotline")
    with city.service.engine.connect() as connection:
        everything = str(city.service.entities.all(connection, "report"))
        everything += str(city.service.entities.all(connection, "entry"))
    assert "0914" not in everything
    assert words not in everything


def shift(city: SmallCity, officer: str, shift_id: str) -> dict[str, Any]:
    payload = payloads.encode(HandOver("Hệ thống ổn", (OpenItem("048 213", "Gọi lại trước 17 giờ"),)))
    return send(city, officer, "hand_over", payload, shift_id, entity="handover")


def take(city: SmallCity, officer: str, shift_id: str, items: int = 1) -> dict[str, Any]:
    return send(city, officer, "take_over", {"items": items}, shift_id, entity="handover")


def test_a_shift_is_handed_over_and_taken_once_by_another(city: SmallCity) -> None:
    shift_id = new_id()
    assert shift(city, "o-hotline", shift_id)["status"] == "applied"
    assert take(city, "o-hotline", shift_id)["rule"] == "not_yours"
    assert take(city, "o-dispatcher", shift_id, items=0)["field"] == "items"
    assert take(city, "o-dispatcher", shift_id)["version"] == 2
    assert take(city, "o-dispatcher", shift_id)["rule"] == "wrong_state"
    with city.service.engine.connect() as connection:
        [kept] = city.service.entities.all(connection, "handover")
    assert (kept["by_name"], kept["taken_by_name"]) == ("Cao Tổng Đài", "Trần Điều Phối")
    assert kept["items"][0]["promise"] == "Gọi lại trước 17 giờ"


def test_a_shift_is_none_of_the_others_business(city: SmallCity) -> None:
    shift_id = new_id()
    assert shift(city, "o-handler", shift_id)["rule"] == "not_yours"
    shift(city, "o-hotline", shift_id)
    assert shift(city, "o-hotline", shift_id)["rule"] == "id_reused"
    assert take(city, "o-dispatcher", new_id())["status"] == "not_found"
    holds = {
        officer: audience.of_actor(author(city, officer).actor) & audience.CALL_TAKERS for officer in NAMES
    }
    assert {officer for officer, scopes in holds.items() if scopes} == {"o-hotline", "o-dispatcher"}


def test_a_shift_event_on_a_report_is_not_found(city: SmallCity) -> None:
    report = city.put()
    result = send(city, "o-dispatcher", "hand_over", payloads.encode(HandOver("x")), report.id)
    assert result["status"] == "not_found"
