"""Presence between two desks: told while there is contact, silent without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.news import PresenceChanged
from desktop_app.sync import presence
from tests.journeys.test_failure_modes import elsewhere
from tests.journeys.workbench import Workbench, workbench
from tests.support.deadline import until


@pytest.fixture
def enrolled(tmp_path: Path) -> Iterator[Workbench]:
    with workbench(tmp_path) as made:
        made.enrol()
        yield made


def heard_from(bench: Workbench) -> list[PresenceChanged]:
    told: list[PresenceChanged] = []
    bench.core.bus.subscribe(PresenceChanged, told.append)
    return told


def said(told: list[PresenceChanged]) -> list[list[tuple[str, bool]]]:
    return [[(one.name, one.writing) for one in news.others] for news in told]


def test_who_else_has_it_open_is_told_and_taken_back_when_contact_is_lost(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "EVERY_SECONDS", 0.2)
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    told = heard_from(enrolled)
    with elsewhere(enrolled, "o-colleague") as colleague:
        path = f"/v1/reports/{report.id}/presence"
        colleague.call("PUT", path, token=colleague.token, json={"doing": "writing"})
        session.presence.look(report.id)
        until(lambda: told, 20, "the colleague's presence")
        assert said(told) == [[("Phan Đồng Nghiệp", True)]]
        session.presence.look(report.id, writing=True)
        seen: list[str] = []

        def mine() -> bool:
            answer = colleague.call("PUT", path, token=colleague.token, json={"doing": "writing"})
            seen[:] = [one["doing"] for one in answer.json()["others"]]
            return seen == ["writing"]

        until(mine, 20, "my own presence there")
        enrolled.gate.refuse()
        until(lambda: len(told) > 1, 20, "the silence")
        assert said(told)[-1] == []


def test_nothing_is_said_where_nothing_is_open_and_a_closed_report_is_left(enrolled: Workbench) -> None:
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    told = heard_from(enrolled)
    session.presence.look(report.id)
    session.presence.look(report.id)
    service = enrolled.city.service
    until(lambda: "o-handler" in service.onlookers.present(report.id), 20, "presence")
    session.presence.look(None)
    until(lambda: service.onlookers.present(report.id) == frozenset(), 20, "the leaving")
    assert told == []
