"""A terminal left out: by a supervisor's card, over what the server has, never in advance, and shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from tests.support.desk_client import instant
from tests.support.journal_maker import JournalMaker
from tests.support.orders import order
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH
KIND = "ioc-leave-out+jws"


class Hall:
    """One terminal with a row and a checkpoint of an hour ago; a supervisor is signed in at its computer."""

    def __init__(self, sandbox: SandboxServer, journal: JournalMaker) -> None:
        self.sandbox, self.journal = sandbox, journal
        self.card = sandbox.city.card("o-supervisor")
        self.taken = datetime.now(UTC) - timedelta(hours=1)
        self.through = self.taken + timedelta(minutes=30)
        journal.send(journal.boot())
        journal.checkpoint(wall_utc=instant(self.taken))
        self.terminal_token = journal.desk.token
        self.token = self.sign_in("o-supervisor")

    def sign_in(self, officer: str) -> str:
        answer = self.journal.desk.sign_in(self.sandbox.city.card(officer))
        return str(answer.json()["access_token"])

    def listed(self, through: datetime | None = None) -> dict[str, Any]:
        path = f"/v1/attendance/terminals?through={instant(through or self.through)}"
        [line] = self.journal.desk.call("GET", path, token=self.token).json()["terminals"]
        return dict(line)

    def order(self, **changes: Any) -> str:  # noqa: ANN401 - JSON
        known = {"terminal_id": self.journal.desk.terminal_id, "complete_through": instant(self.taken)}
        claims = {"through": instant(self.through), "terminals": [known], "reason": "Máy hỏng", **changes}
        return order(self.card, KIND, **claims)

    def leave_out(self, signed: str, token: str | None = None) -> requests.Response:
        call = self.journal.desk.call
        return call("POST", "/v1/attendance/left-out", token=token or self.token, json={"order": signed})


@pytest.fixture
def hall(sandbox: SandboxServer, journal: JournalMaker) -> Hall:
    return Hall(sandbox, journal)


def test_a_signed_decision_is_shown_on_every_list_up_to_its_time(hall: Hall) -> None:
    assert (hall.listed()["complete"], hall.listed()["left_out"]) == (False, None)
    signed = hall.order()
    answer = hall.leave_out(signed)
    assert (answer.status_code, answer.json()) == (201, {"terminals": 1})
    told = hall.listed()["left_out"]
    assert (told["reason"], told["through"], told["order"]) == ("Máy hỏng", instant(hall.through), signed)
    assert told["by"] == "Đặng Giám Sát"
    assert hall.listed(hall.taken + timedelta(minutes=1))["left_out"] == told
    assert hall.listed(hall.through + timedelta(seconds=1))["left_out"] is None


def test_the_same_decision_again_changes_nothing(hall: Hall) -> None:
    signed = hall.order()
    assert [hall.leave_out(signed).json() for _ in range(2)] == [{"terminals": 1}] * 2


def test_what_comes_later_is_kept_and_the_decision_stays_beside_it(hall: Hall) -> None:
    assert hall.leave_out(hall.order()).status_code == 201
    hall.journal.desk.token = hall.terminal_token
    assert hall.journal.send(hall.journal.boot())[1]["results"][0]["status"] == "stored"
    hall.journal.checkpoint()
    line = hall.listed()
    assert (line["complete"], line["left_out"]["reason"]) == (True, "Máy hỏng")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"through": instant(datetime.now(UTC) + timedelta(days=1))}, 422, "through_ahead"),
        ({"through": instant(datetime.now(UTC) - timedelta(days=1))}, 422, "nothing_missing"),
        ({"reason": " "}, 422, "order_invalid"),
        ({"reason": "Máy\0hỏng"}, 422, "order_invalid"),
        ({"terminals": []}, 422, "order_invalid"),
        ({"terminals": [{"terminal_id": "Tnowhere", "complete_through": None}]}, 404, "not_found"),
        ({"terminals": [{"terminal_id": "T\0", "complete_through": None}]}, 422, "order_invalid"),
        ({"through": "0001-01-01T00:00:00+14:00"}, 422, "order_invalid"),
        ({"through": "2026-01-01T00:00:00"}, 422, "order_invalid"),
        ({"iat": 1}, 422, "order_expired"),
    ],
)  # fmt: skip
def test_a_decision_that_says_something_wrong_is_refused(
    hall: Hall, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = hall.leave_out(hall.order(**changes))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert hall.listed()["left_out"] is None


def test_a_decision_over_another_standing_than_the_servers_is_refused(hall: Hall) -> None:
    seen = {"terminal_id": hall.journal.desk.terminal_id, "complete_through": None}
    answer = hall.leave_out(hall.order(terminals=[seen]))
    assert (answer.status_code, answer.json()["code"]) == (409, "standing_changed")
    twice = {**seen, "complete_through": instant(hall.taken)}
    assert hall.leave_out(hall.order(terminals=[twice, twice])).json()["code"] == "order_invalid"


def test_no_other_card_and_no_other_person_may(hall: Hall) -> None:
    mine = hall.order()
    hall.card = hall.sandbox.city.card("o-handler")
    answer = hall.leave_out(hall.order())
    assert (answer.status_code, answer.json()["code"]) == (403, "not_entitled")
    answer = hall.leave_out(mine, token=hall.sign_in("o-handler"))
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert hall.listed()["left_out"] is None
