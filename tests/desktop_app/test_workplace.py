"""An enrolled workstation, whoever is signed in."""

from __future__ import annotations

import sys

from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
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


def test_warming_up_loads_what_a_start_leaves_aside(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.warm_up()
    assert {"desktop_app.desk", "requests", "pyhanko_certvalidator"} <= set(sys.modules)
