"""What a card tells without PIN."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cardio import failure
from cardio.cli.report import CardReport, read_any, read_report
from cardio.errors import ObjectMissing, UnknownCard
from cardio.mrz import Format
from cardio.piv import Slot
from cardio.simulator import CardFile, VirtualPivCard
from cardio.simulator.emrtd import Profile, VirtualDocument
from cardio.transport import Card
from tests.support import virtual_cards
from tests.support.apdu_script import AnsweringCard
from tests.support.virtual_cards import HOLDER
from tests.support.virtual_documents import InHand, document


class InReader(AnsweringCard):
    """A virtual card in a reader."""

    def __init__(self, file: CardFile, *, contactless: bool = False) -> None:
        card = VirtualPivCard(file)
        super().__init__("", atr=card.power_on(), contactless=contactless)
        card.contactless = contactless
        self.card = card

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card."""
        return self.card.transmit(command)


def names_of_faults(report: CardReport) -> list[str | None]:
    """What reading each slot met, by name."""
    return [each.failed.name if each.failed else None for each in report.certificates]


def test_a_whole_card() -> None:
    file = virtual_cards.card_file()
    card: Card = InReader(file)
    report = read_report(card)
    assert (report.guid, report.tries_left, report.reader) == (file.guid, 3, "R")
    assert [certificate.slot for certificate in report.certificates] == list(Slot)
    assert {certificate.holder for certificate in report.certificates} == {HOLDER}
    text = report.text()
    assert text.count(HOLDER) == 4
    assert "PIN tries left: 3" in text
    document = json.loads(json.dumps(report.document()))
    assert document["guid"] == file.guid.hex()
    assert document["certificates"][0]["staff_code"] == "CB-0012"


def test_a_status_word_for_one_object_does_not_hide_the_others() -> None:
    class Odd(InReader):
        def transmit(self, command: bytes | bytearray) -> bytes:
            wanted = bytes.fromhex("5FC10A") in bytes(command) or bytes.fromhex("5FC102") in bytes(command)
            return bytes.fromhex("6581") if wanted else super().transmit(command)

    report = read_report(Odd(virtual_cards.card_file()))
    assert names_of_faults(report) == [None, "apdu_error", None, None]
    assert report.guid is None


def test_a_missing_certificate_does_not_hide_the_others() -> None:
    file = virtual_cards.card_file()
    without: dict[Slot, bytes] = {
        slot: der for slot, der in file.certificates.items() if slot != Slot.SIGNATURE
    }
    report = read_report(InReader(replace(file, certificates=without)))
    assert names_of_faults(report) == [None, "object_missing", None, None]
    missing = failure.of(ObjectMissing(Slot.SIGNATURE.certificate_tag))
    assert missing.text() in report.text()
    assert report.document()["certificates"][1] == {"slot": "9C", **missing.document()}


def test_a_contactless_card_is_not_asked_for_tries() -> None:
    report = read_report(InReader(virtual_cards.card_file(), contactless=True))
    assert report.tries_left is None
    assert names_of_faults(report) == ["contactless_refused"] * 3 + [None]


class UidCard(AnsweringCard):
    """A contactless card with a number and nothing else."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The number, to the reader's own command."""
        return bytes.fromhex("04112233445566" + "9000" if command[0] == 0xFF else "6A82")


def test_a_card_of_a_number_only() -> None:
    report = read_any(UidCard("", contactless=True))
    assert report.document()["profile"] == "uid_only"
    assert "04112233445566" in report.text()
    assert "never sign-in" in report.text()
    with pytest.raises(UnknownCard):
        read_any(UidCard("", contactless=False))
    assert read_any(InReader(virtual_cards.card_file())).document()["profile"] == "piv"


@pytest.mark.parametrize("number", ["046085012345"])
def test_citizen_numbers_are_masked(number: str) -> None:
    file = virtual_cards.authority().issue_piv(
        holder=f"Hương {number}", staff_code=number, pin="123456", puk="12345678", now=virtual_cards.NOW
    )
    report = read_report(InReader(file))
    assert number not in report.text() + json.dumps(report.document())


def test_a_citizen_s_document_is_named_closed() -> None:
    chip = VirtualDocument(document())
    report = read_any(InHand(chip))
    assert "PACE-ECDH-GM-AES-CBC-CMAC-128, brainpoolP256r1" in report.text()
    assert (report.document()["profile"], report.document()["speakable"]) == ("emrtd", True)
    assert chip.pace_tries == 0
    before_pace = InHand(VirtualDocument(document(Profile(size=Format.TD3, details=False))))
    assert "BAC" in read_any(before_pace).text()
