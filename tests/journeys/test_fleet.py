"""What is done to a computer: wiped from afar, its journal begun anew, a lost card's work recovered."""

from __future__ import annotations

import msgspec
import pytest
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.ceremonies import new_epoch, recovery
from desktop_app.domain import payloads
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.news import Locked, LockReason
from desktop_app.sandbox.fleet_tables import wipe_order
from desktop_app.sign_in.departure import Unsent
from desktop_app.triage.triage import DraftContent
from tests.journeys.test_failure_modes import note, notes
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until
from tests.support.orders import order, site_admins
from tests.support.small_city import PIN


@pytest.mark.expects_log("wiped by order of the centre")
def test_a_wipe_leaves_taps_and_sealed_work_and_is_confirmed(enrolled: Workbench) -> None:
    core, report = enrolled.core, enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    note(session, session.store.reports.get(report.id), "chưa gửi")
    [account] = core.home.accounts()
    until(core.home.sealed_file(account).exists, 20, "the sealed copy")
    assert core.workplace is not None
    ordered = enrolled.city.service.wipes.order(core.workplace.enrolment.workstation_id, "o-supervisor")
    enrolled.gate.open()
    core.workplace.sync.wake()
    until(lambda: Locked(LockReason.WIPED) in enrolled.heard.of(Locked), 40, "the lock")

    def confirmed() -> bool:
        with enrolled.city.service.engine.connect() as connection:
            row = connection.execute(sa.select(wipe_order).where(wipe_order.c.id == ordered)).one()
        return (row.accounts, row.sealed) == (1, 1)

    until(confirmed, 40, "the confirmation")
    assert [path.name for path in core.home.root.glob("account-*")] == [f"account-{account}.sealed"]
    assert core.home.terminal_db.exists()
    assert core.session is None


@pytest.mark.expects_log("wiped by order of the centre")
def test_what_a_wipe_left_sealed_outlives_the_next_sign_in_with_the_same_card(enrolled: Workbench) -> None:
    core, report = enrolled.core, enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    lost = note(session, session.store.reports.get(report.id), "viết trước khi bị xóa")
    until(core.home.sealed_files, 20, "the sealed copy")
    core.seal()
    assert core.workplace is not None
    enrolled.city.service.wipes.order(core.workplace.enrolment.workstation_id, "o-supervisor")
    enrolled.gate.open()
    core.workplace.sync.wake()
    until(lambda: Locked(LockReason.WIPED) in enrolled.heard.of(Locked), 40, "the lock")
    until(lambda: not list(core.home.root.glob("account-*.db")), 20, "the end of the store")
    again = enrolled.synced(enrolled.sign_in())
    [left] = recovery.sealed_copies(core)
    sealed = recovery.read_sealed(left)
    told = {"person_id": again.person.id, "sealed_sha256": jose.sha256_hex(sealed)}
    admins = site_admins(enrolled.city, "o-admin-1", "o-admin-2")
    orders = [order(card, "ioc-recovery+jws", **told) for card in admins]
    assert recovery.bring_back(core, sealed, [recovery.Approval(one, "") for one in orders]) == 1
    [back] = again.store.outbox.needs_person()
    assert back.event.id == lost.event.id


def test_a_terminal_goes_on_in_a_new_epoch_by_a_supervisors_card(bench: Workbench) -> None:
    core, card = bench.core, bench.city.card("o-supervisor")
    bench.enrol()  # its bundle names the supervisor's card
    assert core.workplace is not None
    workplace = core.workplace
    workplace.on_duty()
    until(lambda: workplace.store.outbox.waiting() == 0, 20, "the receipts")
    bench.insert(card)
    with workplace.resource() as resource:
        head = resource.head()
        enrolment = new_epoch.carry_out(core, DESK, bytearray(PIN.encode()), "Ổ đĩa hỏng")
        assert resource.head().epoch == 2
    assert (enrolment.epoch, workplace.store.journal.epochs()) == (2, (1, 2))
    first = workplace.store.journal.rows(1, 1, 2)[0]
    workplace.sync.wake()
    until(lambda: workplace.store.outbox.waiting() == 0, 20, "the receipt of the new epoch's first row")
    assert jose.unverified(first.terminal_jws).claims["prev_hash"] == head.head_hash


def test_a_lost_cards_work_comes_back_to_its_person_and_waits_for_them(enrolled: Workbench) -> None:
    core, report = enrolled.core, enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    assert core.can_recover
    enrolled.gate.refuse()
    mine = session.store.reports.get(report.id)
    pending = note(session, mine, "viết khi mất mạng")
    session.triage.save_draft(report.id, DraftContent("Trả lời dở"))
    core.sign_out(Unsent.SEAL)
    [lost] = core.home.accounts()
    sealed = core.home.sealed_file(lost).read_text(encoding="ascii")
    assert "viết" not in sealed
    enrolled.gate.open()
    enrolled.readers.remove(DESK)
    enrolled.insert(enrolled.city.card("o-handler"))  # a new card of the same person
    again = enrolled.synced(enrolled.sign_in())
    assert again.store.outbox.needs_person() == []
    admins = site_admins(enrolled.city, "o-admin-1", "o-admin-2")
    told = {"person_id": again.person.id, "sealed_sha256": jose.sha256_hex(sealed)}
    orders = [order(card, "ioc-recovery+jws", **told) for card in admins]
    approvals = [recovery.Approval(one, "") for one in orders]
    assert recovery.bring_back(core, sealed, approvals) == 2
    assert recovery.bring_back(core, sealed, approvals) == 1  # the event is known by now
    until(lambda: again.status.needs_person == 1, 20, "the strip's word")
    [back] = again.store.outbox.needs_person()
    assert (back.event.id, back.problem, back.event.type) == (
        pending.event.id, {"status": "recovered"}, Command.NOTE,
    )  # fmt: skip
    assert again.triage.draft(report.id) == DraftContent("Trả lời dở")
    assert notes(enrolled.city, report.id) == []  # nothing went out by itself
    again.triage.retry(back.event.id)
    enrolled.settled(again)
    assert notes(enrolled.city, report.id) == ["viết khi mất mạng"]
    found = again.store.outbox.get(back.event.id)
    assert found is not None
    assert found.state is OutboxState.ACKNOWLEDGED
    assert payloads.decode(Command.NOTE, msgspec.to_builtins(found.event.payload))
