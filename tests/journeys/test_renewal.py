"""A renewed card of the same person opens the same store: nothing unsent goes with the old certificates."""

from __future__ import annotations

from dataclasses import replace

from cardio.piv.objects import RetiredSlot, Slot
from cardio.simulator import CardFile
from tests.journeys.test_failure_modes import note, notes
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until


def renewed(old: CardFile, fresh: CardFile) -> CardFile:
    """The old card with new keys and certificates; its 9D key went into the key history."""
    first = RetiredSlot(0x82)
    return replace(
        fresh,
        retired_keys={first: old.keys[Slot.KEY_MANAGEMENT]},
        retired_certificates={first: old.certificates[Slot.KEY_MANAGEMENT]},
    )


def test_a_renewed_card_takes_its_store_and_its_unsent_work_along(enrolled: Workbench) -> None:
    core, report = enrolled.core, enrolled.city.put()
    old = enrolled.city.card("o-handler")
    enrolled.insert(old)
    session = enrolled.synced(enrolled.sign_in())
    enrolled.gate.refuse()
    pending = note(session, session.store.reports.get(report.id), "trước khi gia hạn")
    core.sign_out()
    [before] = core.home.accounts()
    enrolled.readers.remove(DESK)
    until(lambda: core.readers.readers()[0].atr is None, what="the empty reader")
    enrolled.gate.open()
    enrolled.insert(renewed(old, enrolled.city.card("o-handler")))
    again = enrolled.sign_in()
    assert again.store.outbox.get(pending.event.id) is not None
    [after] = core.home.accounts()
    assert after != before
    enrolled.settled(again)
    assert notes(enrolled.city, report.id) == ["trước khi gia hạn"]
    core.sign_out()
    back = enrolled.sign_in()  # the slot was proved and kept: the history is not needed any more
    assert back.store.outbox.get(pending.event.id) is not None


def test_a_colleagues_card_takes_over_nothing(enrolled: Workbench) -> None:
    core = enrolled.core
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.synced(enrolled.sign_in())
    core.sign_out()
    enrolled.readers.remove(DESK)
    until(lambda: core.readers.readers()[0].atr is None, what="the empty reader")
    enrolled.insert(enrolled.city.card("o-colleague"))
    enrolled.synced(enrolled.sign_in())
    assert len(core.home.accounts()) == 2
