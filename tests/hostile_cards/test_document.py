"""The hostile documents, by the names under which the design lists them, and what a clerk is told of them."""

from __future__ import annotations

import dataclasses

import pytest

from cardio.emrtd import reading
from cardio.emrtd.verdict import Badge, Verdict
from cardio.errors import CardError
from cardio.simulator.emrtd import CountryAuthority, Hostility, VirtualDocument
from cardio.trust.csca import AnchorStore, DocumentKind
from tests.hostile_cards.told import told
from tests.support.virtual_documents import NOW, OTHER, InHand, anchors, authority, document, hostile

SHOWN = {
    "SOD taken away": (Hostility.HIDDEN_SIGNATURE, "The chip shows no signature of its issuer."),
    "SOD of another person": (
        Hostility.OTHER_SECURITY_OBJECT,
        "The chip holds the signature of another document.",
    ),
    "DG altered": (Hostility.ALTERED_GROUP, "The chip's data were changed after they were signed."),
    "DG added": (Hostility.ADDED_GROUP, "The chip holds data that nobody signed."),
    "downgraded PACE": (Hostility.HIDDEN_PACE, "Something hid the chip's stronger protection."),
    "AA with a fixed answer": (Hostility.FIXED_ANSWER, "The chip could not sign what it was asked to."),
    "the signed keys of another chip": (
        Hostility.OTHER_CARD_SECURITY,
        "The chip opened, but its key is not the signed one.",
    ),
    "the signed keys hidden": (
        Hostility.HIDDEN_CARD_SECURITY,
        "The signed list of the chip's own keys is missing or wrong.",
    ),
    "a chip without its key": (Hostility.COPIED_CHIP, "The chip could not prove that it is genuine."),
    "a forged signature of the security object": (
        Hostility.FORGED_SIGNATURE,
        "The chip's signature does not hold.",
    ),
    "a copy that leaves its keys out": (
        Hostility.HIDDEN_KEY,
        "The chip hides the key by which it should prove itself.",
    ),
    "explicit curve with a wrong generator": (
        Hostility.WRONG_GENERATOR,
        "A key in the document has a forged starting point.",
    ),
}
"""Shown with what was read: the document is there, its chip is not believed."""

REFUSED = {
    "wrong MAC": (Hostility.WRONG_MAC, "An answer of the chip was changed on its way."),
    "answers in the clear": (
        Hostility.UNPROTECTED,
        "The protected connection to the chip broke.",
    ),
    "repeated SSC": (Hostility.REPEATED_COUNTER, "The chip gave an answer of before."),
    "point not on the curve in key agreement": (
        Hostility.POINT_OFF_CURVE,
        "The chip offered a key that is none.",
    ),
    "2 GB announced": (Hostility.TWO_GIGABYTES, "The chip announced more data than any document holds."),
    "lengths beyond the data": (Hostility.CUT_SHORT, "The chip announced more data than it holds."),
    "endless 61xx": (Hostility.ENDLESS_PIECES, "The card goes on answering without an end."),
}
"""Refused at once: nothing that comes over such a conversation is shown."""


def verdict(card: VirtualDocument, store: AnchorStore | None = None) -> Verdict:
    """Read by the lines of the document, as a clerk does who has no number."""
    return reading.read(InHand(card), document().mrz_key, store or anchors()).verdict


@pytest.mark.parametrize("item", SHOWN)
def test_shown_for_what_it_is(item: str) -> None:
    hostility, words = SHOWN[item]
    found = verdict(hostile(hostility))
    assert {told(fault) for fault in found.faults} == {words}
    assert found.badge in {Badge.FALSE, Badge.DOUBTFUL}


@pytest.mark.parametrize("item", REFUSED)
def test_refused_at_once(item: str) -> None:
    hostility, words = REFUSED[item]
    with pytest.raises(CardError) as refusal:
        reading.read(InHand(hostile(hostility)), document().can, anchors())
    assert told(refusal.value) == words


def test_every_way_to_lie_has_words_of_its_own() -> None:
    listed = {**SHOWN, **REFUSED}
    assert {hostility for hostility, _ in listed.values()} == set(Hostility) - {Hostility.NONE}
    assert len({words for _, words in listed.values()}) == len(listed)


def test_foreign_issuer() -> None:
    store = AnchorStore()
    store.install(CountryAuthority.create("CSCA other", NOW).anchor, DocumentKind.IDENTITY_CARD)
    (fault,) = verdict(VirtualDocument(document()), store).faults
    assert told(fault).startswith("This card was issued by somebody else")


def test_revoked_signer() -> None:
    store = anchors()
    root = store.anchors[0].certificate
    serial = authority().signer.serial_number
    store.revocations.add(authority().revocation_list((serial,), 1, NOW), root)
    (fault,) = verdict(VirtualDocument(document()), store).faults
    assert told(fault) == "The card was revoked on 02/03/2026."


def test_another_persons_whole_document() -> None:
    stolen = dataclasses.replace(document(person=OTHER), can=document().can, mrz_key=document().mrz_key)
    (fault,) = verdict(VirtualDocument(stolen)).faults
    assert told(fault) == "The chip belongs to another document."
