"""The order of a sign-in, and its ways round a server that fails half-way. The rest: the journeys."""

from __future__ import annotations

from datetime import datetime

import pytest
from cryptography import x509

from cardio import errors
from cardio.trust import Purpose
from desktop_app.api import auth
from desktop_app.api.errors import ServerBroken, Unreachable
from desktop_app.sign_in.sign_in import SignInRefused
from desktop_app.trust.cards import CardTrust
from tests.journeys.workbench import DESK, Workbench


def test_the_cards_part_is_three_commands_once_it_was_read(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.core.sign_in.inspect(DESK).result(30)
    enrolled.sign_in()  # makes the vault
    enrolled.core.sign_in.inspect(DESK).result(30)
    before = enrolled.readers.apdu_count[DESK]
    enrolled.sign_in()
    # SELECT, VERIFY, sign; the vault's key agreement; and the log-out
    assert enrolled.readers.apdu_count[DESK] - before == 5


def test_a_server_lost_between_nonce_and_token_does_not_lock_out(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()

    def lost(*_: object) -> None:
        raise Unreachable(sent=True)

    monkeypatch.setattr(auth, "grant_person", lost)
    enrolled.core.sign_out()
    assert not enrolled.sign_in().online


def test_a_broken_server_at_a_first_sign_in_says_what_it_is(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ServerBroken(500)

    monkeypatch.setattr(auth, "fetch_nonce", broken)
    enrolled.insert(enrolled.city.card("o-handler"))
    with pytest.raises(ServerBroken):
        enrolled.sign_in()
    assert enrolled.core.sign_in.inspect(DESK).result(30).tries_left == 3


def test_grace_ends(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    workplace = enrolled.core.workplace
    assert workplace is not None
    enrolled.gate.refuse()
    account = enrolled.core.sign_in.inspect(DESK).result(30)
    assert account.can_work_offline_until is not None
    enrolled.core.clock.recall(account.can_work_offline_until)
    with pytest.raises(SignInRefused, match="grace_expired"):
        enrolled.sign_in()
    assert enrolled.core.sign_in.inspect(DESK).result(30).can_work_offline_until is None


def test_an_empty_reader_is_told_in_the_summary(enrolled: Workbench) -> None:
    assert enrolled.core.sign_in.inspect(DESK).result(30).problem == "card_removed"
    assert enrolled.core.sign_in.inspect("nowhere").result(30).problem == "no_reader"
    with pytest.raises(errors.CardRemoved):
        enrolled.sign_in()


def test_a_card_that_signed_in_before_is_looked_at_without_building_its_path(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Purpose] = []
    chain = CardTrust.chain

    def watched(
        trust: CardTrust, leaf: x509.Certificate, purpose: Purpose, at: datetime
    ) -> tuple[x509.Certificate, ...]:
        built.append(purpose)
        return chain(trust, leaf, purpose, at)

    monkeypatch.setattr(CardTrust, "chain", watched)
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.core.sign_in.inspect(DESK).result(30)
    assert built == [Purpose.STAFF_SIGN_IN]
    enrolled.sign_in()
    built.clear()
    assert enrolled.core.sign_in.inspect(DESK).result(30).problem is None
    assert built == []
    enrolled.sign_in()
    assert built == [Purpose.STAFF_SIGN_IN]  # before the PIN is tried with the centre
    enrolled.gate.refuse()
    built.clear()
    enrolled.sign_in()
    assert built[0] is Purpose.STAFF_SIGN_IN  # and without it


def test_a_known_card_whose_path_holds_no_more_costs_no_try(
    enrolled: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    enrolled.sign_in()
    enrolled.core.sign_out()
    enrolled.core.sign_in.inspect(DESK).result(30)

    def broken(*_: object) -> None:
        raise errors.BadSignature

    monkeypatch.setattr("desktop_app.trust.cards.verify_path", broken)
    before = enrolled.readers.apdu_count[DESK]
    with pytest.raises(errors.BadSignature):
        enrolled.sign_in()
    assert enrolled.readers.apdu_count[DESK] == before  # the card was not even spoken to
