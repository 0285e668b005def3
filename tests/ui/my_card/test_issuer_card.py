"""The issuer's signature on My card: each proof says its own, in both languages, and how far it goes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cardio.errors import (
    CardError,
    ContactlessRefused,
    Expired,
    ForeignIssuer,
    ObjectAltered,
    ProtocolViolation,
    Revoked,
    WrongPurpose,
)
from cardio.piv import objects
from cardio.piv.issued import GUARDED
from cardio.simulator import StaffCa
from desktop_app.trust.issuer_signature import IssuerSignature, Proof
from ui.language import Language, install
from ui.my_card import texts
from ui.my_card.issuer_card import IssuerCard
from ui.widgets.tone import Tone

NOW = datetime(2026, 3, 8, 5, tzinfo=UTC)
SIGNER = "Ký dữ liệu thẻ"


def words(card: IssuerCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_who_signed_and_who_vouches_for_the_signer(qtbot: QtBot) -> None:
    authority = StaffCa.create("City CA", NOW)
    chain = (authority.issuing, authority.issuing, authority.root)
    card = IssuerCard(IssuerSignature(Proof.VOUCHED, SIGNER, chain=chain))
    qtbot.addWidget(card)
    assert all(said in words(card) for said in (SIGNER, "City CA ← City CA Root", "no copy"))
    assert "as its issuer signed it" in card.accessibleName()


def test_a_card_without_a_signature_names_nobody(qtbot: QtBot) -> None:
    card = IssuerCard(IssuerSignature(Proof.UNSIGNED))
    qtbot.addWidget(card)
    assert "signed nothing" in words(card)
    assert "Signed by" not in words(card)


def test_what_was_signed_and_what_is_behind_the_pin_is_named(qtbot: QtBot) -> None:
    found = IssuerSignature(
        Proof.VOUCHED, SIGNER, signed=frozenset({objects.CHUID, objects.CCC}), guarded=frozenset(GUARDED)
    )
    card = IssuerCard(found)
    qtbot.addWidget(card)
    assert "identifier (CHUID), capability container (CCC)" in words(card)
    assert "printed information, face, fingerprints" in words(card)
    assert "Not as signed" not in words(card)


def test_the_altered_object_is_named(qtbot: QtBot) -> None:
    card = IssuerCard(IssuerSignature(Proof.ALTERED, SIGNER, ObjectAltered(objects.KEY_HISTORY)))
    qtbot.addWidget(card)
    assert all(said in words(card) for said in ("Not as signed", "key history", "Do not rely"))
    garbled = IssuerSignature(Proof.ALTERED, SIGNER, ProtocolViolation("lds"))
    assert texts.altered_object(garbled) == ""


@pytest.mark.parametrize("language", Language)
def test_each_proof_has_its_own_words(language: Language) -> None:
    install(language)
    told = [texts.issued(IssuerSignature(proof, SIGNER)) for proof in Proof]
    assert len({text for _, text in told}) == len(Proof)
    assert [tone for tone, _ in told].count(Tone.GOOD) == 1


@pytest.mark.parametrize("language", Language)
def test_why_nobody_vouches(language: Language) -> None:
    install(language)
    problems: tuple[CardError, ...] = (
        ForeignIssuer("CA khác"),
        WrongPurpose("content_signing"),
        Expired(NOW),
        Revoked(NOW, ""),
    )
    told = {texts.signer_text(IssuerSignature(Proof.DISTRUSTED, SIGNER, problem)) for problem in problems}
    assert len(told - {""}) == len(problems)
    refused = IssuerSignature(Proof.UNREADABLE, problem=ContactlessRefused())
    assert texts.signer_text(refused) not in told
    assert texts.signer_text(refused)
