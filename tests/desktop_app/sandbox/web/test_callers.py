"""Looking a caller up over HTTP, held against the contract."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app import jose
from desktop_app.domain.caller import Caller, caller_bytes
from desktop_app.domain.ids import new_id
from desktop_app.sandbox import wire
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import WARD_CODE


def call(sandbox: SandboxServer, report_id: str, phone: str = "0914") -> dict[str, object]:
    sealed = jose.seal(caller_bytes(Caller("Bà Sáu", phone)), jose.public_jwk(sandbox.city.pki.reporter_key))
    payload = {
        "title": "Cống nghẹt", "text": "Nước tràn", "place": {"unit_code": WARD_CODE}, "reference": "1",
        "caller": sealed,
    }  # fmt: skip
    return {
        "id": new_id(), "type": "receive", "entity": "report", "entity_id": report_id, "base_version": 0,
        "after": None, "touches": [], "occurred_at": wire.instant(datetime.now(UTC)), "payload": payload,
    }  # fmt: skip


def test_a_caller_is_shown_to_a_dispatcher_who_says_why(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-dispatcher"))
    report_id = new_id()
    [result] = desk.send(call(sandbox, report_id))
    assert (result["status"], result["code"]) == ("applied", sandbox.city.read(report_id).code)
    path = f"/v1/reports/{report_id}/callers"
    answer = desk.call("POST", path, token=desk.token, json={"reason": "Hỏi lại số nhà"})
    [found] = answer.json()["callers"]
    assert (found["name"], found["phone"], found["note"]) == ("Bà Sáu", "0914", "")
    refused = desk.call("POST", path, token=desk.token, json={"reason": ""})
    assert (refused.status_code, refused.json()["code"]) == (422, "reason_missing")


def test_to_others_the_report_is_unknown(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    answers = [
        desk.call("POST", f"/v1/reports/{report_id}/callers", token=desk.token, json={"reason": "x"})
        for report_id in (sandbox.city.put().id, new_id())
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_a_number_s_reports_are_told_without_a_name(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-hotline"))
    report_id = new_id()
    desk.send(call(sandbox, report_id, "0914 000 222"))
    answer = desk.call("POST", "/v1/callers/reports", token=desk.token, json={"phone": "+84914000222"})
    [found] = answer.json()["reports"]
    report = sandbox.city.read(report_id)
    assert found == {
        "id": report_id, "code": report.code, "title": "Cống nghẹt", "state": "received",
        "received_at": wire.instant(report.received_at),
    }  # fmt: skip
    refused = desk.call("POST", "/v1/callers/reports", token=desk.token, json={"phone": "1022"})
    assert (refused.status_code, refused.json()["code"]) == (422, "number_missing")


def test_who_takes_no_calls_is_told_of_no_number(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    answer = desk.call("POST", "/v1/callers/reports", token=desk.token, json={"phone": "0914000222"})
    assert answer.status_code == 404
