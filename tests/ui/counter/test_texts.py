"""Every field, provenance, state and proof has its words; green is for installed anchors only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cardio.cccd.dg13 import Field as ChipField
from cardio.document_errors import (
    ChipKeyHidden,
    DataGroupAltered,
    DataGroupUnsigned,
    MrzInvalid,
    NumberInvalid,
    OtherPerson,
    QrInvalid,
    SecurityObjectInvalid,
)
from cardio.emrtd.verdict import Badge, Proof
from cardio.errors import ForeignIssuer, Revoked, UnknownCard
from desktop_app.reception.fields import PRIVATE, Field, Provenance
from desktop_app.reception.view import Activity, Presence, View
from tests.ui.counter.views import ALL, read, scanned, verdict
from ui.counter import texts
from ui.language import Language, install
from ui.widgets.tone import Tone
from ui.wording import Wording, sentence


def every_word() -> list[str]:
    """All that the tables hold, in the language in force."""
    return [
        *map(texts.field_name, Field),
        *(texts.provenance(where)[1] for where in Provenance),
        *(texts.presence(View("R", state))[1] for state in Presence),
        *map(texts.activity, Activity),
        *map(texts.proof, Proof),
        *map(texts.private_name, PRIVATE),
    ]


def test_words_are_there_and_differ_by_language() -> None:
    english = every_word()
    install(Language.VIETNAMESE)
    vietnamese = every_word()
    same = {one for one, other in zip(english, vietnamese, strict=True) if one == other}
    assert all(english)
    assert same == {"Chip"}


def test_numbers_in_groups_sex_and_state_in_words() -> None:
    assert texts.field_text(Field.NUMBER, "046199012345") == "046 199 012 345"
    assert texts.field_text(Field.SEX, "F") == "Female"
    assert texts.field_text(Field.NATIONALITY, "VNM") == "Viet Nam"
    assert texts.field_text(Field.NAME, "M") == "M"


def test_green_is_for_a_concluded_verdict_with_an_anchor() -> None:
    without = verdict(proved=ALL - {Proof.ISSUER})
    assert texts.badge(read())[0] is Tone.GOOD
    assert texts.badge(read(concluded=False)) == (Tone.NEUTRAL, "Genuine …")
    assert texts.badge(read(without)) == (Tone.NEUTRAL, "Chip – signature holds")
    assert texts.badge(read(verdict(OtherPerson())))[0] is Tone.DANGER
    assert texts.badge(scanned())[0] is Tone.INFO
    assert texts.badge(replace(read(concluded=False), activity=Activity.NONE, interrupted=True)) == (
        Tone.CAUTION,
        "Incomplete",
    )
    assert {tone for tone, _ in map(texts.provenance, Provenance)} >= {Tone.GOOD, Tone.DANGER}


def test_the_missing_anchor_is_told_with_the_neutral_badge_only() -> None:
    without = verdict(proved=ALL - {Proof.ISSUER})
    assert without.badge is Badge.SIGNED
    assert "CSCA" in texts.missing_anchor(without)
    assert texts.missing_anchor(verdict()) == ""
    assert texts.missing_anchor(verdict(OtherPerson())) == ""


def test_what_is_still_being_read_is_not_called_unread() -> None:
    view = View("R", Presence.CARD, activity=Activity.ADDRESS, reached=Activity.ADDRESS, entered=True)
    assert texts.badge(view)[1] == "Reading the card"
    assert texts.badge(View("R", Presence.CARD))[1] == "Not read from a chip"


def test_a_card_that_lies_there_says_what_is_missing() -> None:
    lying = View("R", Presence.CARD)
    assert "opens the chip" in texts.presence(lying)[2]
    assert texts.presence(replace(lying, activity=Activity.IDENTITY))[0] is Tone.ACCENT
    assert "given back" in texts.presence(read())[2]
    assert texts.presence(read(verdict(OtherPerson())))[2] == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MrzInvalid("expiry"), "the expiry date or its check digit"),
        (NumberInvalid("century"), "the century of birth"),
        (QrInvalid("encoding"), "encoding"),
        (SecurityObjectInvalid("digest"), "the signed digest is wrong"),
    ],
)
def test_refusals_name_the_part_in_words(error: Exception, words: str) -> None:
    assert words in texts.refusal(error).what_to_do
    install(Language.VIETNAMESE)
    told = texts.refusal(error)
    assert words not in told.what_to_do
    assert "_" not in told.what_to_do


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UnknownCard(b""), "no citizen card or passport"),
        (ForeignIssuer("VN"), "none of the issuer"),
        (Revoked(datetime(2026, 3, 1, tzinfo=UTC), "unspecified"), "revoked on 01/03/2026"),
    ],
)
def test_shared_errors_speak_of_documents(error: Exception, words: str) -> None:
    english = texts.refusal(error)
    assert words in english.title
    assert sentence(error) != english
    install(Language.VIETNAMESE)
    assert not {english.title, english.what_to_do} & {*vars_of(texts.refusal(error))}


def test_one_sentence_for_each_reason() -> None:
    assert len(texts.faults([ChipKeyHidden(15), ChipKeyHidden(14)])) == 1, "a copied chip hides both its keys"
    altered, unsigned, person = texts.faults(
        [DataGroupAltered(13), DataGroupUnsigned(11), DataGroupAltered(2), OtherPerson()]
    )
    assert "(group 2, 13)" in altered.what_to_do
    assert "(group 11)" in unsigned.what_to_do
    assert person == sentence(OtherPerson())


def vars_of(words: Wording) -> tuple[str, str]:
    """Both sentences."""
    return words.title, words.what_to_do


def test_what_cannot_be_understood_is_named() -> None:
    assert texts.unreadable(()) == ""
    assert "photo" in texts.unreadable((2,))
    assert "DG11, DG2" in texts.unreadable((11, 2))
    with pytest.raises(KeyError):
        texts.private_name(ChipField.NAME)
