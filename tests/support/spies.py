"""A second client that looks where it should see nothing: by status, size and code of every answer.

What it may not see must answer as what does not exist, and leave its feed, sums and cursors as they were.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests
import sqlalchemy as sa

from tests.support.desk_client import DeskClient, enrolled, event
from tests.support.files import announce
from tests.support.sandbox_server import SandboxServer

Look = tuple[int, int, str]


@dataclass
class Spy:
    """Somebody who may not see the hidden report, and who knows its id and code all the same."""

    desk: DeskClient
    cursor: str = ""

    def feed(self) -> tuple[list[str], int]:
        """What the feed tells (kinds), and how long its cursor is."""
        page = self.desk.changes(self.cursor)
        self.cursor = page["next"]
        return [change["op"] for change in page["changes"]], len(page["next"])

    def sums(self) -> list[dict[str, Any]]:
        answer = self.desk.call(
            "GET", "/v1/sync/digest", token=self.desk.token, params={"cursor": self.cursor}
        )
        found: list[dict[str, Any]] = answer.json()["sums"]
        return found

    def look(self, report_id: str, code: str, attachment: str) -> dict[str, Look]:
        """Every way in there is, each by status, size and code of its answer."""
        desk, path = self.desk, f"/v1/reports/{report_id}"
        sent = desk.call(
            "POST", "/v1/sync/events", token=desk.token,
            json={"events": [event("note", report_id, 1, {"text": "x"})]},
        )  # fmt: skip
        rows, why = {"entity": "report", "ids": [report_id]}, {"reason": "Gọi lại cho người dân"}
        return {
            "event": seen(sent),
            "rows": seen(desk.call("POST", "/v1/sync/rows", token=desk.token, json=rows)),
            "presence": seen(
                desk.call("PUT", f"{path}/presence", token=desk.token, json={"doing": "reading"})
            ),
            "caller": seen(desk.call("POST", f"{path}/callers", token=desk.token, json=why)),
            "upload": seen(announce(desk, report_id, 9, "a" * 64)),
            "file": seen(desk.call("GET", f"/v1/attachments/{attachment}/copy", token=desk.token)),
            "page": seen(desk.call("GET", f"/p/{code}")),
            "public_file": seen(desk.call("GET", f"/p/{code}/files/{'a' * 64}")),
        }


def seen(answer: requests.Response) -> Look:
    code = "" if "json" not in answer.headers.get("Content-Type", "") else str(answer.json().get("code"))
    return answer.status_code, len(answer.content), code


def signed_in(sandbox: SandboxServer, officer: str) -> DeskClient:
    desk = enrolled(sandbox.url, sandbox.service.codes.mint())
    assert desk.sign_in(sandbox.city.card(officer)).status_code == 200
    return desk


def questions(sandbox: SandboxServer, act: Callable[[], object]) -> list[str]:
    """Return what the database was asked meanwhile: the time class, which a busy machine does not blur."""
    return asked_of(sandbox.service.engine, act)


def asked_of(engine: sa.Engine, act: Callable[[], object]) -> list[str]:
    """Return the kinds of statement that ``act`` sent to a database."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if threading.current_thread().name != "sandbox-nodes":  # listens to other nodes, whoever asks what
            asked.append(statement.partition(" ")[0])

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
    return asked
