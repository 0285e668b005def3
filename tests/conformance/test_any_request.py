"""Whatever a request carries, from the contract or beside it: no 5xx, and the answer follows the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.desk_client import DeskClient, enrolled
from tests.support.files import announce
from tests.support.sandbox_server import ON_BOTH, SandboxServer
from tests.support.schema_requests import JUNK, Operation, operations, values

pytestmark = ON_BOTH
OPERATIONS = operations()
ENDS_THE_SESSION = frozenset({"logout"})


@dataclass
class Callers:
    """A workstation and a person at another, with things to name."""

    workstation: DeskClient
    person: DeskClient
    known: dict[str, list[str]]

    def desk(self, who: str | None) -> tuple[DeskClient, str | None]:
        if who == "workstation":
            return self.workstation, self.workstation.token
        return self.person, self.person.token if who == "person" else None


@pytest.fixture
def callers(sandbox: SandboxServer) -> Iterator[Callers]:
    city, codes = sandbox.city, sandbox.service.codes
    mine, hidden = city.put(), city.put(private=True, code="TD-ABCDEFGH")
    with enrolled(sandbox.url, codes.mint()) as first, enrolled(sandbox.url, codes.mint()) as second:
        first.workstation_token()
        second.sign_in(city.card("o-handler"))
        upload = announce(second, mine.id, 9, "a" * 64).headers["Location"].rpartition("/")[2]
        known = {
            "report_id": [mine.id, hidden.id], "terminal_id": [first.terminal_id, second.terminal_id],
            "upload_id": [upload], "code": [mine.code, hidden.code], "attachment_id": ["f" * 32],
            "entity": ["report", "entry", "calendar"], "variant": ["copy", "original"], "slice": ["0", "15"],
        }  # fmt: skip
        yield Callers(first, second, known)


@st.composite
def requests_of(draw: st.DrawFn, operation: Operation) -> dict[str, Any]:
    """A request of one operation: each part allowed, or junk."""
    parts: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
    for one in operation.parameters:
        left_out = not one.get("required") and draw(st.booleans())
        if not left_out:
            parts[one["in"]][one["name"]] = draw(values(one.get("schema", {"type": "string"})))
    body = draw(st.one_of(values(operation.body), JUNK)) if operation.body is not None else None
    return {**parts, "body": body, "known": draw(st.booleans()), "raw": draw(st.integers(0, 9)) == 0}


def sent(callers: Callers, operation: Operation, made: dict[str, Any]) -> requests.Response:
    path = operation.path
    for name, value in made["path"].items():
        known = callers.known.get(name, [])
        shown = known[len(str(value)) % len(known)] if known and made["known"] else str(value)
        path = path.replace("{" + name + "}", quote(shown, safe="") or "-")
    headers = {name: printable(value) for name, value in made["header"].items()}
    desk, token = callers.desk(operation.who)
    if operation.id in ENDS_THE_SESSION:
        token = None
    options: dict[str, Any] = {"params": {name: str(value) for name, value in made["query"].items()}}
    if operation.body is not None:
        options["data"] = encoded(operation, made)
        headers.setdefault("Content-Type", operation.media_type)
    return desk.call(operation.method, path, token=token, more_headers=headers, follows=False, **options)


def printable(value: object) -> str:
    """A header's value as HTTP carries it."""
    return "".join(c for c in str(value) if c.isascii() and c.isprintable()).strip()


def encoded(operation: Operation, made: dict[str, Any]) -> bytes | dict[str, str]:
    body = made["body"]
    if made["raw"] or operation.media_type == "application/offset+octet-stream":
        return str(body).encode("utf-8", "replace")
    if operation.media_type == "application/x-www-form-urlencoded":
        return {str(k): str(v) for k, v in body.items()} if isinstance(body, dict) else str(body).encode()
    return json.dumps(body).encode()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.id)
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_request_breaks_the_server_or_its_contract(
    callers: Callers, operation: Operation, data: st.DataObject
) -> None:
    answer = sent(callers, operation, data.draw(requests_of(operation)))  # the contract is checked in call()
    assert answer.status_code < 500
