"""The cable out: work goes on, the program may end and begin again, nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509

from cardio.errors import Revoked
from cardio.piv import Slot
from cardio.simulator import KeyKind
from desktop_app.core import Core
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, LockReason
from desktop_app.session import Session
from desktop_app.sign_in.sign_in import SignInRefused
from desktop_app.triage.triage import DraftContent
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until
from tests.support.gate import Gate
from tests.support.small_city import PIN

CUTS: dict[str, Callable[[Gate], None]] = {
    "refuse": Gate.refuse,
    "black_hole": Gate.black_hole,
    "reset": Gate.reset,
}


def note(text: str) -> payloads.Text:
    return payloads.Text(text)


def notes(session: Session, report_id: str) -> list[str]:
    return [entry.text for entry in session.store.entries.of(report_id) if entry.kind == "note"]


def begin(core: Core) -> Session:
    return core.sign_in.begin(DESK, bytearray(PIN.encode())).result(20)


@pytest.mark.parametrize("cut", CUTS)
def test_work_goes_on_and_arrives_once(enrolled: Workbench, cut: str) -> None:
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    CUTS[cut](enrolled.gate)
    pending = session.triage.do(
        session.store.reports.get(report.id), Command.NOTE, note("Đã gọi tổ thoát nước")
    )
    until(lambda: session.status.contact is Contact.OFFLINE, 30, "the offline mark")
    until(lambda: session.status.waiting == 1, 30, "the strip's word")
    enrolled.gate.open()
    enrolled.settled(session)
    until(lambda: session.status.contact is Contact.ONLINE, 30)
    entries = until(lambda: notes(session, report.id), 30, "the note in the feed")
    assert entries == ["Đã gọi tổ thoát nước"]
    assert session.store.outbox.get(pending.event.id) is not None


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048, KeyKind.P384])
def test_everything_is_there_after_a_restart_offline(
    enrolled: Workbench, tmp_path: Path, kind: KeyKind
) -> None:
    report = enrolled.city.put()
    card = enrolled.insert(enrolled.city.card("o-handler", algorithm=kind))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, payloads.Nothing())
    session.triage.do(session.store.reports.get(report.id), Command.NOTE, note("Sẽ xử lý sáng mai"))
    session.triage.save_draft(report.id, DraftContent("Kính gửi: Quý Ông/Bà."))
    enrolled.core.stop()
    with new_core(tmp_path / "home") as (core, readers, _):
        readers.insert(DESK, card)
        until(lambda: core.readers.readers()[0].atr, what="the card")
        again = begin(core)
        assert not again.online
        assert again.offline_until is not None
        assert again.store.reports.get(report.id).state is State.IN_PROGRESS
        assert again.triage.draft(report.id) == DraftContent("Kính gửi: Quý Ông/Bà.")
        assert len(again.store.outbox.waiting()) == 2
        enrolled.gate.open()
        enrolled.settled(again)
        assert enrolled.city.read(report.id).state is State.IN_PROGRESS
        until(lambda: again.online, what="contact without another PIN")


def test_a_first_sign_in_needs_the_server(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.gate.refuse()
    with pytest.raises(SignInRefused) as refused:
        enrolled.sign_in()
    assert refused.value.code == "first_sign_in_needs_server"


def test_the_program_ends_within_a_second_beside_a_silent_server(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.synced(enrolled.sign_in())
    enrolled.gate.black_hole()
    # A thread that survives fails the test, and so does the error that one logs which takes over a second.
    enrolled.core.stop()


def test_revoked_while_away_is_not_let_in_once_the_list_is_known(enrolled: Workbench) -> None:
    file = enrolled.city.card("o-handler")
    enrolled.insert(file)
    enrolled.synced(enrolled.sign_in())
    workplace = enrolled.core.workplace
    assert workplace is not None
    enrolled.core.lock(LockReason.PERSON)
    now = enrolled.city.service.now()
    authority = enrolled.city.pki.staff_ca
    authority.revoke(file.certificate(Slot.AUTHENTICATION), x509.ReasonFlags.key_compromise, now)
    assert workplace.trust.take_lists([authority.crl(now, now + timedelta(days=1))])
    enrolled.gate.refuse()
    with pytest.raises(Revoked):
        enrolled.sign_in()
