"""All rows of a request are written by one statement, and read back as they were."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.sandbox.kept_rows import keep_rows
from desktop_app.sandbox.tables import journal_row
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import SmallCity

pytestmark = ON_BOTH
AT = datetime(2026, 3, 2, 15, 0, 0, 123456, tzinfo=timezone(timedelta(hours=7)))


def row(seq: int, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    return {
        "terminal_id": "T1", "epoch": 1, "seq": seq, "hash": f"{seq:064x}", "event_id": f"e{seq}",
        "kind": "tap", "card_jws": "a.b.c", "terminal_jws": 'ả "q" \\ n', "card_chain": ["MAA=", "MAE="],
        "status": "stored", "reason": None, "received_at": AT, **changes,
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 3, 200])
def test_rows_are_read_back_as_they_were_written(city: SmallCity, count: int) -> None:
    rows = [row(seq) for seq in range(1, count)] + [row(count, card_jws=None, card_chain=None, reason="gap")]
    engine = city.service.engine
    statements: list[str] = []
    sa.event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    with engine.begin() as connection:
        keep_rows(connection, rows)
    with engine.connect() as connection:
        found = connection.execute(sa.select(journal_row).order_by(journal_row.c.seq)).mappings().all()
    assert [dict(one) for one in found] == rows
    assert sum(statement.startswith("INSERT INTO journal_row") for statement in statements) == 1
