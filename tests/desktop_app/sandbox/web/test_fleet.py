"""Acts on a workstation: a new epoch by a supervisor's card, a wipe, work opened by two admins' cards."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.sandbox.fleet_tables import recovery, terminal_epoch, wipe_order
from desktop_app.sandbox.tables import alarm
from tests.support.desk_client import DeskClient
from tests.support.journal_maker import JournalMaker
from tests.support.orders import order, site_admins
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH
EPOCH, RECOVERY = "ioc-epoch+jws", "ioc-recovery+jws"


def post(desk: DeskClient, rest: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = desk.call("POST", f"/v1/terminals/{desk.terminal_id}{rest}", token=desk.token, json=body)
    return answer.status_code, answer.json() if answer.content else {}


def head(desk: DeskClient) -> dict[str, Any]:
    found: dict[str, Any] = desk.call("GET", f"/v1/terminals/{desk.terminal_id}", token=desk.token).json()
    return found


def claims(desk: DeskClient, **changes: object) -> dict[str, Any]:
    now = head(desk)
    return {
        "terminal_id": desk.terminal_id, "old_epoch": now["epoch"], "last_seq": now["next_expected_seq"] - 1,
        "head_hash": now["head_hash"], "reason": "Ổ đĩa hỏng", **changes,
    }  # fmt: skip


def count(sandbox: SandboxServer, table: sa.Table) -> int:
    with sandbox.service.engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def test_a_supervisors_card_begins_an_epoch_that_chains_to_the_last_hash(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    desk = journal.desk
    journal.send(journal.boot(), journal.boot())
    before = head(desk)
    signed = order(sandbox.city.card("o-supervisor"), EPOCH, **claims(desk))
    told = (201, {"epoch": 2, "head_hash": before["head_hash"]})
    assert post(desk, "/epochs", {"order": signed}) == told
    assert post(desk, "/epochs", {"order": signed}) == told  # the answer was lost: the same again
    after = head(desk)
    assert (after["epoch"], after["next_expected_seq"], after["head_hash"]) == (2, 1, before["head_hash"])
    assert (count(sandbox, terminal_epoch), count(sandbox, alarm)) == (1, 1)


@pytest.mark.parametrize(
    ("officer", "changes", "status", "code"),
    [
        ("o-handler", {}, 403, "not_entitled"),
        ("o-supervisor", {"last_seq": 7}, 409, "epoch_stale"),
        ("o-supervisor", {"head_hash": "f" * 64}, 409, "epoch_stale"),
        ("o-supervisor", {"terminal_id": "another"}, 409, "epoch_stale"),
        ("o-supervisor", {"reason": ""}, 422, "order_invalid"),
        ("o-supervisor", {"iat": 1}, 422, "order_expired"),
    ],
)
def test_no_other_order_begins_one(
    sandbox: SandboxServer,
    journal: JournalMaker,
    officer: str,
    changes: dict[str, Any],
    status: int,
    code: str,
) -> None:
    signed = order(sandbox.city.card(officer), EPOCH, **claims(journal.desk, **changes))
    answer = post(journal.desk, "/epochs", {"order": signed})
    assert (answer[0], answer[1]["code"]) == (status, code)
    assert head(journal.desk)["epoch"] == 1


def test_an_order_of_another_kind_is_none(sandbox: SandboxServer, journal: JournalMaker) -> None:
    signed = order(sandbox.city.card("o-supervisor"), RECOVERY, **claims(journal.desk))
    assert post(journal.desk, "/epochs", {"order": signed})[0] == 422
    foreign = order(sandbox.city.unknown_card("o-supervisor"), EPOCH, **claims(journal.desk))
    assert post(journal.desk, "/epochs", {"order": foreign})[1]["code"] == "not_entitled"


def test_a_wipe_ends_the_persons_tokens_and_is_told_until_it_is_confirmed(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    desk.sign_in(sandbox.city.card("o-handler"))
    person = desk.token
    ordered = sandbox.service.wipes.order(desk.workstation_id, "o-supervisor")
    assert sandbox.service.wipes.order(desk.workstation_id, "o-supervisor") == ordered
    changes = desk.call("GET", "/v1/sync/changes", token=person)
    assert (changes.status_code, changes.json()["code"]) == (401, "token_invalid")
    desk.workstation_token()
    assert head(desk)["wipe_order"] == ordered
    done = {"order_id": ordered, "accounts": 2, "sealed": 1}
    assert post(desk, "/wiped", {**done, "order_id": "another"})[0] == 404
    assert [post(desk, "/wiped", done)[0] for _ in range(2)] == [204, 204]
    assert "wipe_order" not in head(desk)
    with sandbox.service.engine.connect() as connection:
        row = connection.execute(sa.select(wipe_order)).one()
    assert (row.accounts, row.sealed, row.by) == (2, 1, "o-supervisor")


class Sealed:
    """Work sealed for the city's recovery key, and orders to open it."""

    def __init__(self, sandbox: SandboxServer) -> None:
        work = {"person_id": "o-handler", "events": [{"id": "e-1"}], "drafts": [{"text": "Nháp"}]}
        self.work = work
        self.jwe = jose.seal(msgspec.json.encode(work), jose.public_jwk(sandbox.city.pki.recovery_key))
        self.admins = site_admins(sandbox.city, "o-admin-1", "o-admin-2")

    def orders(self, **changes: object) -> list[str]:
        told = {"person_id": "o-handler", "sealed_sha256": jose.sha256_hex(self.jwe), **changes}
        return [order(card, RECOVERY, **told) for card in self.admins]


def test_two_admins_open_sealed_work_and_it_stays_on_record(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    sealed = Sealed(sandbox)
    body = {"sealed": sealed.jwe, "orders": sealed.orders()}
    assert post(journal.desk, "/recoveries", body) == (200, sealed.work)
    with sandbox.service.engine.connect() as connection:
        row = connection.execute(sa.select(recovery)).one()
    assert (row.person_id, row.approved_by, row.items) == ("o-handler", ["o-admin-1", "o-admin-2"], 2)
    assert row.orders == body["orders"]


def test_one_admin_twice_another_person_or_other_bytes_open_nothing(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    sealed = Sealed(sandbox)
    one, other = sealed.orders()
    supervisor = order(
        sandbox.city.card("o-supervisor"), RECOVERY, person_id="o-handler",
        sealed_sha256=jose.sha256_hex(sealed.jwe),
    )  # fmt: skip
    wrong = {
        "two_admins_needed": (sealed.jwe, [one, one]),
        "not_entitled": (sealed.jwe, [one, supervisor]),
        "order_invalid": (sealed.jwe, sealed.orders(person_id="o-team")),
        "sealed_invalid": (sealed.jwe[:-3], [one, other]),
    }
    for code, (jwe, orders) in wrong.items():
        status, told = post(journal.desk, "/recoveries", {"sealed": jwe, "orders": orders})
        assert (status // 100, told["code"]) == (4, code)
    assert (
        post(
            journal.desk,
            "/recoveries",
            {"sealed": sealed.jwe, "orders": sealed.orders(sealed_sha256="a" * 64)},
        )[0]
        == 422
    )
    assert count(sandbox, recovery) == 0
