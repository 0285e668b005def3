"""Each object in a line: names redacted, faces by size and signer; what is missing or nonsense is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardio.cli.data_objects import DataObject
from cardio.cli.pin_entry import PinEntry
from cardio.cli.report import CardReport, read_report
from cardio.errors import CardRemoved, ObjectAltered, PinWrong, ProtocolViolation
from cardio.failure import Failure
from cardio.piv import Piv, biometrics, objects, printed
from cardio.piv.issued import FREE, GUARDED
from cardio.piv.printed import PrintedInformation
from cardio.simulator import CardFile
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import WRONG_PIN, pin


def report(file: CardFile) -> CardReport:
    return read_report(InReader(file), entry=PinEntry(pin()))


def held(file: CardFile) -> dict[int, DataObject]:
    return {each.tag: each for each in report(file).objects}


def holding(file: CardFile, tag: int, content: bytes) -> CardFile:
    """The same card with another object; its issuer signs no hashes of any."""
    others = {one: value for one, value in file.objects.items() if one != objects.SECURITY_OBJECT}
    return replace(file, objects={**others, tag: content})


@pytest.fixture
def issued() -> CardFile:
    """A card with everything that an issuer writes."""
    return virtual_cards.card_file()


def test_everything_an_issuer_wrote_is_read_and_its_signatures_hold(issued: CardFile) -> None:
    found = report(issued)
    assert [each.tag for each in found.objects] == [*FREE, objects.SECURITY_OBJECT, *GUARDED]
    assert {each.failed for each in found.objects} == {None}
    assert all("the signature holds: CN=" in each.told for each in found.objects[-2:])
    assert found.issuer is not None
    assert {"printed", "face", "fingerprints"} <= set(found.issuer.signed), "by the security object, too"
    assert found.document()["objects"][-1]["object"] == "fingerprints"
    assert all(each.text() in found.text() for each in found.objects)


def test_what_needs_no_pin_is_told_in_words(issued: CardFile) -> None:
    found = held(issued)
    assert "FASC-N có" in found[objects.CHUID].told
    assert found[objects.CCC].told.endswith("data model 10")
    assert found[objects.DISCOVERY].told == "PIN ứng dụng / application PIN"
    assert found[objects.KEY_HISTORY].told.startswith("1 trên thẻ")
    assert found[objects.SECURITY_OBJECT].told == "CHUID, printed, face, fingerprints"


def test_without_the_pin_nothing_of_it_is_told(issued: CardFile) -> None:
    found = read_report(InReader(issued))
    assert [each.tag for each in found.objects] == [*FREE, objects.SECURITY_OBJECT]


def test_the_card_is_logged_out_and_a_wrong_pin_spent_once(issued: CardFile) -> None:
    card = InReader(issued)
    read_report(card, entry=PinEntry(pin()))
    assert Piv.select(card).tries_left() == 3, "logged out"
    with pytest.raises(PinWrong):
        read_report(card, entry=PinEntry(pin(WRONG_PIN)))
    assert card.card.pin_tries_left == 2


def test_fingers_that_the_issuer_did_not_sign(issued: CardFile) -> None:
    forged = bytearray(issued.objects[objects.FINGERPRINTS])
    own = biometrics.read(bytes(forged))
    at = forged.index(own.record)
    forged[at] ^= 1
    found = held(holding(issued, objects.FINGERPRINTS, bytes(forged)))
    assert found[objects.FINGERPRINTS].failed == Failure(
        "object_altered", str(ObjectAltered(objects.FINGERPRINTS))
    )
    assert found[objects.FACE].failed is None


def test_a_record_without_a_signature_is_said_to_be(issued: CardFile) -> None:
    bare = biometrics.write(biometrics.signed_part(biometrics.FACE, b"JPEG", bytes(25), 0), b"")
    assert held(holding(issued, objects.FACE, bare))[objects.FACE].told == "4 byte, không chữ ký / unsigned"


def test_a_number_on_the_card_s_face_is_not_told_whole(issued: CardFile) -> None:
    named = printed.write(PrintedInformation(name="Người thử 046099000123", affiliation="Phường Phú Xuân"))
    found = held(holding(issued, objects.PRINTED, named))[objects.PRINTED]
    assert "Phường Phú Xuân" in found.told
    assert "046099000123" not in found.text()


def test_a_card_without_them_says_none() -> None:
    found = held(replace(virtual_cards.card_file(), objects={}))
    assert {tag for tag, each in found.items() if each.is_missing} == set(found) - {objects.CHUID}
    assert found[objects.FACE].text().endswith("none")


def test_nonsense_in_one_is_told_beside_the_others(issued: CardFile) -> None:
    found = held(holding(issued, objects.FACE, b"\xbc\x02\x00\x00"))
    assert found[objects.FACE].failed == Failure("protocol_violation", str(ProtocolViolation("biometrics")))
    assert "protocol_violation" in found[objects.FACE].text()
    assert found[objects.PRINTED].failed is None


class TornAtTheFace(InReader):
    """A card that is torn off when its face is asked for."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card, while it is there."""
        if objects.FACE.to_bytes(3, "big") in bytes(command):
            raise CardRemoved
        return super().transmit(command)


def test_a_card_torn_off_is_no_card_without_a_face(issued: CardFile) -> None:
    with pytest.raises(CardRemoved):
        read_report(TornAtTheFace(issued), entry=PinEntry(pin()))
