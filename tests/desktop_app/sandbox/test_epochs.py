"""An epoch begun anew: late rows of the old one are still told what they are."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.sandbox.fleet_tables import terminal_epoch
from tests.support.journal_maker import JournalMaker
from tests.support.orders import order
from tests.support.sandbox_server import SandboxServer


def test_the_order_is_kept_verbatim_with_who_gave_it(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    desk = journal.desk
    head = desk.call("GET", f"/v1/terminals/{desk.terminal_id}", token=desk.token).json()
    signed = order(
        sandbox.city.card("o-supervisor"), "ioc-epoch+jws", terminal_id=desk.terminal_id,
        old_epoch=1, last_seq=1, head_hash=head["head_hash"], reason="Ổ đĩa hỏng",
    )  # fmt: skip
    path = f"/v1/terminals/{desk.terminal_id}/epochs"
    assert desk.call("POST", path, token=desk.token, json={"order": signed}).status_code == 201
    with sandbox.service.engine.connect() as connection:
        row = connection.execute(sa.select(terminal_epoch)).one()
    assert (row.epoch, row.by, row.order_jws, row.head_hash) == (2, "o-supervisor", signed, head["head_hash"])
