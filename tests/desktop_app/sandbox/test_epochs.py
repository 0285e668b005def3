"""An epoch begun anew: late rows of the old one are still told what they are."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app import jose
from desktop_app.sandbox.fleet_tables import terminal_epoch
from desktop_app.sandbox.terminals import EPOCH_CLOSED
from tests.support.desk_client import DeskClient
from tests.support.journal_maker import JournalMaker
from tests.support.orders import order
from tests.support.sandbox_server import SandboxServer


def begin_epoch(sandbox: SandboxServer, desk: DeskClient) -> tuple[str, str]:
    """Have the supervisor end epoch 1 after its first row; return the signed order and that row's hash."""
    head = desk.call("GET", f"/v1/terminals/{desk.terminal_id}", token=desk.token).json()["head_hash"]
    signed = order(
        sandbox.city.card("o-supervisor"), "ioc-epoch+jws", terminal_id=desk.terminal_id,
        old_epoch=1, last_seq=1, head_hash=head, reason="Ổ đĩa hỏng",
    )  # fmt: skip
    path = f"/v1/terminals/{desk.terminal_id}/epochs"
    assert desk.call("POST", path, token=desk.token, json={"order": signed}).status_code == 201
    return signed, head


def test_rows_of_the_old_epoch_that_come_late_are_kept_and_receipted(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    journal.send(journal.boot())
    desk, late = journal.desk, [journal.boot(), journal.boot()]
    begin_epoch(sandbox, desk)
    status, told = journal.send(*late)
    assert status == 200
    assert [(one["status"], one["reason"]) for one in told["results"]] == [("quarantined", EPOCH_CLOSED)] * 2
    receipt = jose.unverified(told["receipt"]).claims
    assert (receipt["epoch"], receipt["first_seq"], receipt["last_seq"]) == (1, 2, 3)
    assert [one["status"] for one in journal.send(*late)[1]["results"]] == ["duplicate"] * 2
    present = desk.call("GET", f"/v1/terminals/{desk.terminal_id}", token=desk.token).json()
    assert (present["epoch"], present["next_expected_seq"]) == (2, 1)


def test_the_order_is_kept_verbatim_with_who_gave_it(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    desk = journal.desk
    signed, head_hash = begin_epoch(sandbox, desk)
    with sandbox.service.engine.connect() as connection:
        row = connection.execute(sa.select(terminal_epoch)).one()
    assert (row.epoch, row.by, row.order_jws, row.head_hash) == (2, "o-supervisor", signed, head_hash)
