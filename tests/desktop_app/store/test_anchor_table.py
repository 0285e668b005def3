"""Anchors of documents on disk: each change with what an admin signed, none of it ever changed."""

from __future__ import annotations

import pytest

from desktop_app.store.anchor_table import StoredAnchor
from desktop_app.store.errors import StoreError
from desktop_app.store.terminal import TerminalStore
from tests.support.clock import ManualClock

LAO, VIET = StoredAnchor("aa", b"lao", ("passport",)), StoredAnchor("bb", b"viet", ("passport",))


def test_anchors_come_back_in_the_order_of_their_installation(
    terminal: TerminalStore, clock: ManualClock
) -> None:
    terminal.anchors.keep([VIET, LAO], "signed-1")
    both = StoredAnchor("bb", b"viet", ("identity_card", "passport"))
    terminal.anchors.keep([both], "signed-2")
    assert terminal.anchors.anchors() == [both, LAO]
    assert [change.statement for change in terminal.anchors.changes()] == ["signed-1", "signed-2"]
    assert {change.at for change in terminal.anchors.changes()} == {clock.now()}


def test_an_anchor_goes_with_its_list(terminal: TerminalStore) -> None:
    terminal.anchors.keep([VIET], "signed-1")
    terminal.anchors.keep_list("bb", b"list-1", "signed-2")
    terminal.anchors.keep_list("bb", b"list-2", "signed-3")
    assert terminal.anchors.lists() == [b"list-2"]
    terminal.anchors.remove(["bb"], "signed-4")
    assert (terminal.anchors.anchors(), terminal.anchors.lists()) == ([], [])
    assert len(terminal.anchors.changes()) == 4


def test_a_list_of_nobody_is_not_kept(terminal: TerminalStore) -> None:
    with pytest.raises(StoreError):
        terminal.anchors.keep_list("cc", b"list", "signed")
    assert terminal.anchors.changes() == []


@pytest.mark.parametrize("statement", ["UPDATE anchor_change SET at = 0", "DELETE FROM anchor_change"])
def test_what_an_admin_signed_stays(terminal: TerminalStore, statement: str) -> None:
    terminal.anchors.keep([VIET], "signed-1")
    with pytest.raises(StoreError), terminal._database.write() as tx:
        tx.connection.execute(statement)
    assert len(terminal.anchors.changes()) == 1
