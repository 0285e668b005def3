"""At the door: what lets a person in, what keeps them out, what locks the desk behind them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cardio import errors
from cardio.simulator import StaffCa
from desktop_app.news import Locked, LockReason, SignedIn
from desktop_app.session import Session
from desktop_app.sign_in.sign_in import SignInRefused
from desktop_app.store.errors import Unavailable
from tests.journeys.workbench import DESK, Workbench
from tests.support.deadline import until
from tests.support.small_city import PIN


def is_closed(session: Session) -> bool:
    try:
        session.store.inbox.counts()
    except Unavailable:
        return True
    return False


def test_the_card_says_what_it_is_before_any_pin(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    summary = enrolled.core.sign_in.inspect(DESK).result(30)
    assert summary.holder == "o-handler"
    assert (summary.tries_left, summary.blocked, summary.problem) == (3, False, None)
    assert summary.can_work_offline_until is None
    enrolled.sign_in()
    again = enrolled.core.sign_in.inspect(DESK).result(30)
    assert again.can_work_offline_until is not None
    assert again.tries_left == 3  # logged out: nobody else can use the verified PIN


def test_a_wrong_pin_costs_one_try_and_says_how_many_are_left(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    with pytest.raises(errors.PinWrong) as wrong:
        enrolled.sign_in("000000")
    assert wrong.value.tries_left == 2
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 2
    assert enrolled.sign_in().person.id == "o-handler"


def test_a_pin_that_cannot_be_one_costs_nothing(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    typed = bytearray("12345ê".encode())
    with pytest.raises(errors.PinFormat):
        enrolled.core.sign_in.begin(DESK, typed).result(30)
    until(lambda: not any(typed), what="the PIN wiped")
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3


def test_a_blocked_card_is_told_from_a_wrong_pin(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler", tries=1))
    with pytest.raises(errors.PinBlocked):
        enrolled.sign_in("000000")
    summary = enrolled.core.sign_in.inspect(DESK).result(30)
    assert summary.blocked
    assert summary.problem == "pin_blocked"


@pytest.mark.parametrize("what", ["expired", "not_yet_valid", "foreign", "unknown"])
def test_each_unfit_card_has_its_own_reason(enrolled: Workbench, what: str) -> None:
    now = enrolled.city.service.now()
    known: str | None = what
    match what:
        case "expired":
            card = enrolled.city.card("o-handler", not_before=now - timedelta(days=30), valid_days=10)
            code = "certificate_expired"
        case "not_yet_valid":
            card = enrolled.city.card("o-handler", not_before=now + timedelta(days=3))
            code = "certificate_not_yet_valid"
        case "foreign":
            other = StaffCa.create("Nơi khác", now)
            card = other.issue_piv(holder="x", staff_code="x", pin=PIN, puk="12345678", now=now)
            known, code = "foreign_issuer", "certificate_foreign"
        case _:
            card = enrolled.city.unknown_card("o-handler")
            known, code = None, "person_unknown"
    enrolled.insert(card)
    assert enrolled.core.sign_in.inspect(DESK).result(30).problem == known
    with pytest.raises((SignInRefused, errors.CardError)) as refused:
        enrolled.sign_in()
    assert getattr(refused.value, "code", "") in {code, known}
    assert enrolled.core.session is None


def test_a_card_torn_off_during_sign_in_spends_no_further_try(enrolled: Workbench) -> None:
    card = enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.core.sign_in.inspect(DESK).result(30)
    enrolled.readers.tear_after(DESK, 2)  # SELECT, VERIFY, then gone
    with pytest.raises(errors.CardRemoved):
        enrolled.sign_in()
    until(lambda: not enrolled.core.readers.readers()[0].atr, what="the empty reader")
    enrolled.insert(card)
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3


def test_nobody_signs_in_where_nothing_is_enrolled(bench: Workbench) -> None:
    bench.insert(bench.city.card("o-handler"))
    with pytest.raises(SignInRefused) as refused:
        bench.sign_in()
    assert refused.value.code == "not_enrolled"


def test_taking_the_card_out_locks(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.sign_in()
    enrolled.readers.remove(DESK)
    until(lambda: enrolled.heard.of(Locked), what="the lock")
    assert enrolled.heard.of(Locked) == [Locked(LockReason.CARD_REMOVED)]
    until(lambda: enrolled.core.session is None)
    until(lambda: is_closed(session), what="the closed store")


def test_a_reader_pulled_out_locks_too(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    enrolled.readers.remove_reader(DESK)
    until(lambda: enrolled.heard.of(Locked), what="the lock")
    assert enrolled.heard.of(Locked) == [Locked(LockReason.READER_LOST)]


def test_a_bounce_of_the_contacts_does_not_lock(enrolled: Workbench) -> None:
    card = enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    enrolled.readers.remove(DESK)
    enrolled.insert(card)
    until(lambda: enrolled.core.guard.at_rest, what="the card recognised")
    assert enrolled.core.session is session
    assert enrolled.heard.of(Locked) == []


def test_another_card_within_the_bounce_locks_all_the_same(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    enrolled.readers.remove(DESK)
    enrolled.insert(enrolled.city.card("o-colleague"))
    until(lambda: enrolled.heard.of(Locked), what="the lock")


def test_signing_out_forgets_the_way_back_online(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.synced(enrolled.sign_in())
    enrolled.core.sign_out()
    assert enrolled.heard.of(Locked) == [Locked(LockReason.PERSON)]
    enrolled.gate.refuse()
    session = enrolled.sign_in()
    assert not session.online
    enrolled.gate.open()
    until(lambda: session.status.error == "unauthorised", what="the wish for another sign-in")
    again = enrolled.sign_in()
    assert again is session  # the desk goes on with fresh tokens
    until(lambda: session.online, what="contact")
    assert len(enrolled.heard.of(SignedIn)) == 2


def test_a_reader_that_hangs_does_not_hang_the_sign_in(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.core.sign_in.inspect(DESK).result(30)
    enrolled.readers.hang(DESK)
    with pytest.raises(errors.ReaderNotAnswering):
        enrolled.sign_in()
    enrolled.readers.hang(DESK, hanging=False)
    until(lambda: enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3, what="the reader revived")
