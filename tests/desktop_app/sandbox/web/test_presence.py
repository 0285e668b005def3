"""Presence over HTTP: among those who may see the report, and about those who still may."""

from __future__ import annotations

from dataclasses import replace

from tests.support.desk_client import DeskClient, enrolled
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import OTHER


def look(desk: DeskClient, report_id: str, doing: str = "reading") -> tuple[int, list[str]]:
    path = f"/v1/reports/{report_id}/presence"
    answer = desk.call("PUT", path, token=desk.token, json={"doing": doing})
    return answer.status_code, [one["name"] for one in answer.json().get("others", [])]


def test_whoever_lost_the_sight_of_a_report_is_not_named(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-colleague"))
    with enrolled(sandbox.url, sandbox.service.codes.mint()) as other:
        other.sign_in(sandbox.city.card("o-dispatcher"))
        report = sandbox.city.put()
        assert look(desk, report.id, "writing") == (200, [])
        assert look(other, report.id) == (200, ["Phan Đồng Nghiệp"])
        job = report.assignment
        assert job is not None
        moved = replace(report, version=9, assignment=replace(job, lead_unit=OTHER, owner=OTHER))
        with sandbox.service.writer.transaction() as connection:
            sandbox.service.entities.put_report(connection, moved)
        assert look(other, report.id) == (200, [])
        assert look(desk, report.id)[0] == 404


def test_another_word_than_the_two_is_refused(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    path = f"/v1/reports/{sandbox.city.put().id}/presence"
    answer = desk.call("PUT", path, token=desk.token, json={"doing": "sleeping"}, follows=False)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
