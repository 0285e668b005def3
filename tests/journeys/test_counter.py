"""A citizen at the counter of an enrolled workstation: read, shown, gone; nothing on disk or in logs."""

from __future__ import annotations

import logging
from datetime import date

import pytest

from cardio.cccd.provenance import Source
from cardio.emrtd.verdict import Badge
from cardio.readers import ReaderState
from cardio.simulator.emrtd import VirtualDocument
from desktop_app.news import LockReason
from desktop_app.reception.counter import Counter
from desktop_app.reception.intake import understand
from desktop_app.reception.reader_choice import citizen_reader
from desktop_app.reception.view import View
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until
from tests.support.virtual_documents import PERSON, document

TODAY = date(2026, 3, 2)
CODE = f"{PERSON.number}|191234567|{PERSON.name}|17051999|Nữ|{PERSON.residence}|01062024"
SECRETS = (PERSON.number, PERSON.name, PERSON.surname, PERSON.residence, "191234567", "17051999")


def counter_of(bench: Workbench, shown: list[View]) -> Counter:
    """The counter as the page makes it."""
    core = bench.core

    def chosen() -> ReaderState | None:
        clerks = core.session.reader if core.session else None
        return citizen_reader(core.readers.readers(), core.settings.reader_roles, clerks)

    return Counter(
        core.readers,
        core.bus,
        chosen,
        lambda: core.document_anchors,
        lambda: TODAY,
        shown.append,
    )


def test_read_and_gone(enrolled: Workbench, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    core, shown = enrolled.core, list[View]()
    core.change_settings(reader_roles={KIOSK: "citizen"})
    enrolled.insert(enrolled.city.card("o-hotline"))
    session = enrolled.sign_in()
    counter = counter_of(enrolled, shown)
    counter.enter(understand(CODE, Source.SERIAL_SCANNER, TODAY))
    enrolled.readers.insert(KIOSK, VirtualDocument(document()))
    until(lambda: shown and shown[-1].concluded, what="the verdict")
    verdict = shown[-1].verdict
    assert verdict is not None
    assert verdict.badge is Badge.SIGNED, "no anchor is installed here"
    enrolled.readers.remove(KIOSK)
    until(lambda: core.guard.at_rest, what="rest")
    assert core.session is session, "the citizen's card left and nobody was locked"
    enrolled.readers.remove(DESK)
    until(lambda: core.session is None, what="the lock of the clerk's own card")
    until(lambda: shown[-1].empty, what="an empty page")
    counter.close()
    written = b"".join(path.read_bytes() for path in core.home.root.rglob("*") if path.is_file())
    for secret in SECRETS:
        assert secret not in caplog.text
        assert secret.encode() not in written
        assert secret not in repr(shown)


def test_a_lock_in_the_middle_of_a_reading(enrolled: Workbench) -> None:
    core, shown = enrolled.core, list[View]()
    core.change_settings(reader_roles={KIOSK: "citizen"})
    enrolled.insert(enrolled.city.card("o-hotline"))
    enrolled.sign_in()
    enrolled.readers.delay(KIOSK, 0.02)
    counter = counter_of(enrolled, shown)
    counter.enter(understand(CODE, Source.SERIAL_SCANNER, TODAY))
    enrolled.readers.insert(KIOSK, VirtualDocument(document()))
    until(lambda: any(view.busy and view.verdict is not None for view in shown), what="a reading under way")
    core.lock(LockReason.PERSON)
    until(lambda: shown[-1].empty, what="an empty page")
    core.readers.submit(KIOSK, lambda card: card.atr).result(30)
    assert shown[-1].empty, "what the chip sent afterwards belongs to nobody"
    counter.close()
