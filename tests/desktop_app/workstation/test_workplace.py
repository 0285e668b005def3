"""An enrolled workstation, whoever is signed in."""

from __future__ import annotations

import sys

import pytest

from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
from desktop_app.sandbox import policy
from tests.journeys.workbench import Workbench
from tests.support.deadline import until


def test_it_keeps_contact_and_learns_whom_to_greet(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    until(lambda: workplace.sync.status.contact is Contact.ONLINE)
    assert workplace.store.roster.issued_at() is not None
    assert workplace.trust.cards.newest_list() is not None
    until(workplace.store.trust.highest_trusted)
    assert enrolled.heard.of(TerminalStatus)[-1].contact is Contact.ONLINE


def test_duty_begins_and_ends_in_the_journal(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.off_duty()  # never began
    workplace.on_duty()
    workplace.on_duty()
    workplace.off_duty()
    rows = workplace.store.journal.rows(1, 9)
    assert [row.kind for row in rows] == [TapKind.BOOT, TapKind.SHUTDOWN]
    checkpoint = workplace.store.outbox.last_checkpoint()
    assert checkpoint is not None
    assert checkpoint.seq == 2


@pytest.mark.expects_log("tail does not hold: reordered", level="ERROR")
def test_the_tail_of_the_journal_is_checked_before_duty(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    for _ in range(3):
        workplace.desk.note(TapKind.LIST_UPDATE)
    with workplace.store._database.write() as tx:
        tx.connection.execute("DROP TRIGGER journal_is_never_changed")
        found = tx.connection.row("SELECT terminal_jws FROM journal WHERE seq = 1")
        assert found is not None
        tx.connection.execute("UPDATE journal SET terminal_jws = ? WHERE seq = 2", found)
    workplace.on_duty()
    assert workplace.journal_fault is not None
    assert workplace.journal_fault.seq == 2
    assert workplace.store.journal.rows(4, 4)[0].kind is TapKind.BOOT, "nobody is kept from being counted"


@pytest.mark.parametrize(("asked", "used"), [(1, 5), (30, 30), (100_000, 300)])
def test_the_window_of_a_repeat_has_its_bounds(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, asked: int, used: int
) -> None:
    monkeypatch.setitem(policy.DEFAULTS, "repeat_window_seconds", asked)
    bench.enrol()
    assert bench.core.workplace is not None
    assert bench.core.workplace._judge().repeat_window.total_seconds() == used


def test_warming_up_loads_what_a_start_leaves_aside(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.warm_up()
    assert {"requests", "pyhanko_certvalidator"} <= set(sys.modules)
