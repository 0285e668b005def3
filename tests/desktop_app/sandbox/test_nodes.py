"""Two processes on one database: what one commits wakes the poll that the other holds, a lost line or not."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.domain.report import Report
from desktop_app.sandbox.hosting import bind, serving
from tests.load.centre import Served, served
from tests.support.deadline import until
from tests.support.desk_client import DeskClient, enrolled, event
from tests.support.sandbox_server import ON_BOTH

HANGS, PATIENCE = 25, 40.0
"""Seconds: a poll whose time is over answers what it read at first, which is nothing."""
_LISTENING = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"


@dataclass
class TwoNodes:
    """This process serves, and so does another one; a handler's desk stands before each."""

    other: Served
    here: DeskClient
    there: DeskClient
    report: Report

    def wakes(self) -> list[str]:
        """Hold a poll here, note something there; return the kinds of what the poll brings."""
        _, cursor = self.here.drain()
        ripple = self.other.city.service.ripple
        with ThreadPoolExecutor(1) as thread:
            answer = thread.submit(self.here.changes, cursor, wait=HANGS)
            until(lambda: ripple.waiting == 1, PATIENCE, "a held poll")
            note = event("note", self.report.id, self.report.version, {"text": "Từ máy khác"})
            [result] = self.there.send(note)
            assert result["status"] == "applied", result
            changes: list[dict[str, Any]] = answer.result(PATIENCE)["changes"]
        return [change["entity"] for change in changes]


@contextmanager
def signed_in(url: str, nodes: Served, officer: str = "o-handler") -> Iterator[DeskClient]:
    with enrolled(url, nodes.city.service.codes.mint()) as desk:
        assert desk.sign_in(nodes.city.card(officer)).status_code == 200
        yield desk


@pytest.fixture
def nodes(tmp_path: Path, database: str) -> Iterator[TwoNodes]:
    bound, url = bind()
    with (
        served(tmp_path, database) as other,
        serving(other.city.service, bound),
        signed_in(url, other) as here,
        signed_in(other.urls[0], other) as there,
    ):
        yield TwoNodes(other, here, there, other.city.put())


@ON_BOTH
def test_a_commit_of_another_process_wakes_the_polls_held_here(nodes: TwoNodes) -> None:
    assert "entry" in nodes.wakes()
    assert "entry" in nodes.wakes()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_who_looks_is_told_across_processes(nodes: TwoNodes) -> None:
    path = f"/v1/reports/{nodes.report.id}/presence"
    with signed_in(nodes.other.urls[0], nodes.other, "o-colleague") as colleague:
        colleague.call("PUT", path, token=colleague.token, json={"doing": "writing"})
        onlookers = nodes.other.city.service.onlookers
        until(lambda: onlookers.present(nodes.report.id) == {"o-colleague"}, PATIENCE, "word of who looks")
        here = nodes.here.call("PUT", path, token=nodes.here.token, json={"doing": "reading"}).json()
        assert [(one["name"], one["doing"]) for one in here["others"]] == [("Phan Đồng Nghiệp", "writing")]
        colleague.call("DELETE", path, token=colleague.token)
        until(lambda: onlookers.present(nodes.report.id) == {"o-handler"}, PATIENCE, "word of who left")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.expects_log(r"the other nodes are not heard")
def test_a_lost_line_is_taken_up_again(nodes: TwoNodes) -> None:
    engine = nodes.other.city.service.engine
    with engine.connect() as connection:
        lines = connection.execute(sa.text(_LISTENING)).scalars().all()
    assert lines == [True, True]  # a line of each process
    until(lambda: _listening(engine) == 2, PATIENCE, "both lines again")
    assert "entry" in nodes.wakes()


def _listening(engine: sa.Engine) -> int:
    with engine.connect() as connection:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        return int(connection.execute(sa.text(asked)).scalar_one())
