"""The hostile staff cards, by the names under which the design lists them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509

from cardio.apdu import Ins
from cardio.errors import (
    AnswerTooLong,
    BadSignature,
    CardError,
    CrlRefused,
    Expired,
    ForeignIssuer,
    ProtocolViolation,
    Revoked,
    WrongKey,
    WrongPurpose,
)
from cardio.events import CardInserted
from cardio.piv import Piv, Slot
from cardio.readers import ReaderPool
from cardio.simulator import StaffCa, VirtualPivCard, VirtualReaders
from cardio.simulator.piv_hostility import HostilePivCard, PivHostility
from cardio.tap import read_tap
from cardio.transport import MOST_PIECES, Card, Transport
from cardio.trust import CrlStore, Purpose, RevocationStatus, verify_path
from tests.hostile_cards import piv
from tests.hostile_cards.told import told
from tests.support import virtual_cards
from tests.support.reader_events import SOON, EventLog
from tests.support.virtual_cards import NOW, authority, pin

DAY = timedelta(days=1)


NO_KEY = "The card's key does not belong to its certificate."


def refused(card: Transport, error: type[CardError], words: str, **data: object) -> None:
    """A tap of the card fails by that error, of which a person reads these words."""
    with pytest.raises(error) as refusal:
        read_tap(card).sign(b"event")
    assert {name: getattr(refusal.value, name) for name in data} == data
    assert told(refusal.value) == words


def test_endless_61xx() -> None:
    card = piv.LyingCard(Ins.GET_DATA, lambda _command: b"\x00\x61\x0a")
    refused(card, AnswerTooLong, "The card goes on answering without an end.", what="pieces")
    assert card.commands == MOST_PIECES + 2, "SELECT, GET DATA and the bound"


def test_endless_61xx_of_full_pieces() -> None:
    card = piv.LyingCard(Ins.GET_DATA, lambda _command: bytes(65536) + b"\x61\x00")
    refused(card, AnswerTooLong, "The card's answer was too long and was cut off.", what="bytes")
    assert card.commands <= 4


@pytest.mark.parametrize("content", ["70820400AA", "7005AA", "700A7101"])
def test_lengths_beyond_the_data(content: str) -> None:
    card = piv.LyingCard(Ins.GET_DATA, piv.holding(bytes.fromhex(content)))
    refused(card, ProtocolViolation, "The card announced more than it sent.")


def test_length_of_the_object_beyond_the_data() -> None:
    card = piv.LyingCard(Ins.GET_DATA, lambda _command: bytes.fromhex("53820400AA9000"))
    words = "The card announced more than it sent."
    refused(card, ProtocolViolation, words, what="length_beyond_data")


@pytest.mark.parametrize("announced", ["53847FFFFFFF", "5384FFFFFFFF", "53887FFFFFFFFFFFFFFF"])
def test_two_gigabytes_announced(announced: str) -> None:
    card = piv.LyingCard(Ins.GET_DATA, lambda _command: bytes.fromhex(announced + "AA9000"))
    words = "The card announced more than any card can hold."
    refused(card, ProtocolViolation, words, what="length_beyond_measure")


def test_gzip_bomb() -> None:
    content = piv.gzip_bomb()
    assert len(content) < 20_000
    words = "The card's certificate unpacks to a size that no certificate has."
    refused(piv.LyingCard(Ins.GET_DATA, piv.holding(content)), AnswerTooLong, words, what="inflated")


def test_certificate_for_another_key() -> None:
    refused(VirtualPivCard(piv.with_the_key_of(Slot.SIGNATURE)), WrongKey, NO_KEY)


def test_swapped_card_between_certificate_and_signature() -> None:
    other = authority().issue_piv(holder="Kẻ gian", staff_code="X", pin="123456", puk="12345678", now=NOW)
    refused(piv.SwappedCard(virtual_cards.card(), VirtualPivCard(other)), WrongKey, NO_KEY)


def test_replayed_signature() -> None:
    card = piv.ReplayingCard()
    read_tap(card).sign(b"yesterday")
    refused(card, WrongKey, NO_KEY)


def test_a_fixed_answer_for_a_signature() -> None:
    card = piv.LyingCard(Ins.GENERAL_AUTHENTICATE, lambda _command: bytes.fromhex("7C04820200009000"))
    refused(card, WrongKey, NO_KEY)


def test_point_not_on_the_curve() -> None:
    card = piv.LyingCard(Ins.GET_DATA, piv.holding(piv.off_the_curve()))
    refused(card, ProtocolViolation, "The certificate on the card is malformed.", what="certificate")


@pytest.mark.parametrize("size", [0, 33, 65])
def test_a_secret_of_another_size_in_key_agreement(size: int) -> None:
    body = bytes((0x7C, size + 2, 0x82, size)) + bytes(size) + b"\x90\x00"
    application = Piv.select(piv.LyingCard(Ins.GENERAL_AUTHENTICATE, lambda _command: body))
    application.verify(pin())
    key = virtual_cards.card_file().certificate(Slot.KEY_MANAGEMENT).public_key()
    with pytest.raises(ProtocolViolation) as refusal:
        application.agree(Slot.KEY_MANAGEMENT, key)  # type: ignore[arg-type]  # a P-256 card
    assert told(refusal.value) == "The card agreed on a key that is none."


# --- trust ---


def path(certificate: x509.Certificate, purpose: Purpose = Purpose.CARD_AUTHENTICATION) -> None:
    """Judge a certificate of the card."""
    verify_path(certificate, [authority().issuing], [authority().root], purpose, NOW)


def card_certificate(authority: StaffCa, **options: int) -> x509.Certificate:
    """The 9E certificate of a new card."""
    options.setdefault("valid_days", 1095)
    file = authority.issue_piv(
        holder="Thử",
        staff_code="T",
        pin="123456",
        puk="12345678",
        now=NOW,
        not_before=NOW - 10 * DAY,
        valid_days=options["valid_days"],
    )
    return file.certificate(Slot.CARD_AUTHENTICATION)


def test_expired() -> None:
    with pytest.raises(Expired) as refusal:
        path(card_certificate(authority(), valid_days=9))
    assert refusal.value.not_after == NOW - DAY
    assert told(refusal.value) == "The card's certificate ended on 01/03/2026."


def test_wrong_purpose() -> None:
    with pytest.raises(WrongPurpose) as refusal:
        path(card_certificate(authority()), Purpose.STAFF_SIGN_IN)
    assert refusal.value.wanted == "staff_sign_in"
    assert told(refusal.value) == "The card's certificate is not meant for this."


def test_foreign_issuer() -> None:
    with pytest.raises(ForeignIssuer) as refusal:
        path(card_certificate(StaffCa.create("CA khác", NOW)))
    assert told(refusal.value) == "This card was issued by somebody else (CA khác)."


def test_foreign_issuer_that_borrows_the_name() -> None:
    with pytest.raises((BadSignature, ForeignIssuer)) as refusal:
        path(card_certificate(StaffCa.create("CA thử nghiệm", NOW)))
    assert told(refusal.value)


def test_revoked() -> None:
    own = StaffCa.create("CA thu hồi", NOW)
    certificate, lists = card_certificate(own), CrlStore()
    own.revoke(certificate, x509.ReasonFlags.key_compromise, NOW - DAY)
    lists.add(own.crl(NOW - 100 * DAY, NOW - 90 * DAY), own.issuing)
    verdict = lists.verdict(certificate, NOW)
    assert (verdict.status, verdict.since) == (RevocationStatus.REVOKED, NOW - DAY), "however old the list"
    assert told(Revoked(NOW - DAY, verdict.reason or "")) == "The card was revoked on 01/03/2026."


def test_forged_and_older_crl() -> None:
    own, forger = StaffCa.create("CA danh sách", NOW), StaffCa.create("CA danh sách", NOW)
    certificate, lists = card_certificate(own), CrlStore()
    older = own.crl(NOW - 2 * DAY, NOW + DAY)
    own.revoke(certificate, x509.ReasonFlags.key_compromise, NOW - DAY)
    lists.add(own.crl(NOW - DAY, NOW + DAY), own.issuing)
    hostile = {
        older: "The new list of revoked cards is older than the one in use.",
        forger.crl(NOW, NOW + DAY): "The new list of revoked cards is forged.",
    }
    for der, words in hostile.items():
        with pytest.raises(CrlRefused) as refusal:
            lists.add(der, own.issuing)
        assert told(refusal.value) == words
    assert lists.verdict(certificate, NOW).status is RevocationStatus.REVOKED, "the last good list is kept"


# --- the virtual card's own wrong answers, as a check-in meets them in a reader ---

TOLD = {
    PivHostility.ENDLESS_PIECES: "The card goes on answering without an end.",
    PivHostility.ENDLESS_BYTES: "The card's answer was too long and was cut off.",
    PivHostility.LENGTH_BEYOND_DATA: "The card announced more than it sent.",
    PivHostility.TWO_GIGABYTES: "The card announced more than any card can hold.",
    PivHostility.GZIP_BOMB: "The card's certificate unpacks to a size that no certificate has.",
    PivHostility.POINT_OFF_CURVE: "The certificate on the card is malformed.",
    PivHostility.OTHER_KEY: NO_KEY,
    PivHostility.SWAPPED: NO_KEY,
    PivHostility.REPLAYED_SIGNATURE: NO_KEY,
    PivHostility.FIXED_ANSWER: NO_KEY,
}


@pytest.mark.parametrize("hostility", list(PivHostility))
def test_in_a_reader_each_is_told(hostility: PivHostility) -> None:
    other = authority().issue_piv(holder="Khác", staff_code="X", pin="123456", puk="12345678", now=NOW)
    hand, log = VirtualReaders(), EventLog()
    pool = ReaderPool([hand], log.add)
    pool.start()
    hand.add_reader("R")
    hand.insert("R", HostilePivCard(virtual_cards.card_file(), hostility, other))
    log.wait_for_kind(CardInserted)

    def check_in(card: Card) -> None:
        for message in (b"yesterday", b"today"):
            read_tap(card).sign(message)

    refusal = pool.submit("R", check_in).exception(SOON)
    pool.stop()
    assert isinstance(refusal, CardError)
    assert told(refusal) == TOLD[hostility]
