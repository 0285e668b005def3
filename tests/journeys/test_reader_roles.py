"""Signed in over the air: taking the card away never locks; a citizen's card never does either."""

from __future__ import annotations

from cardio.simulator import CardFile, VirtualPivCard
from desktop_app.cards import guard as card_guard
from desktop_app.cards.guard import DEBOUNCE_SECONDS
from desktop_app.news import Locked, LockReason
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.deadline import until


class CardWithVci(VirtualPivCard):
    """A card that gives its PIN over the air too (SP 800-73-5, virtual contact interface)."""

    contactless = False  # whatever the reader says


def test_taking_the_card_off_the_antenna_never_locks(enrolled: Workbench) -> None:
    file: CardFile = enrolled.city.card("o-handler")
    enrolled.insert(CardWithVci(file), KIOSK)
    session = enrolled.sign_in(reader=KIOSK)
    assert session.contactless
    enrolled.readers.remove(KIOSK)
    until(lambda: all(state.atr is None for state in enrolled.core.readers.readers()), what="no card")
    assert enrolled.core.guard.at_rest, "nobody waits for it to come back"
    assert enrolled.core.session is session
    enrolled.core.lock(LockReason.PERSON)
    assert [news.reason for news in enrolled.heard.of(Locked)] == [LockReason.PERSON]


def test_another_readers_card_locks_nobody(enrolled: Workbench) -> None:
    enrolled.core.change_settings(reader_roles={KIOSK: "citizen"})
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.sign_in()
    enrolled.insert(enrolled.city.card("o-approver"), KIOSK)
    enrolled.readers.remove(KIOSK)
    until(lambda: not {s.name: s.atr for s in enrolled.core.readers.readers()}[KIOSK], what="no card")
    assert enrolled.core.guard.at_rest
    assert enrolled.core.session is session


def test_a_bounce_is_waited_out() -> None:
    assert card_guard.DEBOUNCE_SECONDS == DEBOUNCE_SECONDS == 1.5
