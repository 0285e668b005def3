"""What is fuzzed: each target takes bytes, may raise only its own typed errors, and must end.

Seeds are real inputs, so that coverage starts behind the first length check.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cardio import mrz, tlv
from cardio.apdu import Command as CardCommand
from cardio.cccd import dg13, qr
from cardio.cccd.provenance import Source
from cardio.emrtd import details, dg1, dg2, groups, reading, security_infos
from cardio.emrtd.access_keys import Can
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys
from cardio.emrtd.symmetric import Suite
from cardio.errors import CardError
from cardio.piv import Piv, Slot, certificate, chuid
from cardio.simulator.staff_ca import StaffCa
from cardio.tap import read_tap
from cardio.transport import Exchange
from cardio.trust import master_list, sod
from cardio.trust.csca import AnchorStore
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from tests.fuzz.cards import HostileCard, answers
from tests.support import icao_examples, virtual_documents

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Target:
    """One parser: ``parse`` is run on every input and may raise only ``allowed``."""

    parse: Callable[[bytes], object]
    allowed: tuple[type[Exception], ...]
    seeds: Callable[[], list[bytes]]


def _tlv(data: bytes) -> None:
    for tag, value in tlv.elements(data):
        tlv.find(value, tag)


def _piv_flow(data: bytes) -> None:
    card = HostileCard(data)
    piv = Piv.select(card)
    piv.chuid()
    piv.certificate(Slot.AUTHENTICATION)
    piv.tries_left()
    piv.verify(bytearray(b"123456"))


def _tap_flow(data: bytes) -> None:
    read_tap(HostileCard(data)).sign(b"event")


class _Authentic:
    """A chip whose answers carry the fuzzer's objects under a right MAC: what lies behind the check."""

    def __init__(self, objects: bytes, keys: SessionKeys) -> None:
        self._body = objects
        self._keys = keys.advanced().advanced()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer the one command."""
        checksum = self._keys.checksum(self._keys.suite.pad(self._body))
        return self._body + b"\x8e\x08" + checksum + b"\x90\x00"


def _secure_messaging(data: bytes) -> None:
    keys = SessionKeys.derive(Suite.AES128 if data[:1] > b"\x7f" else Suite.DES3, b"secret")
    SecureMessaging(Exchange(_Authentic(data[1:], keys)), keys).send(CardCommand(0xB0, le=256))


def _document_flow(data: bytes) -> None:
    reading.read(HostileCard(data), Can("123456"), AnchorStore())


def _dg14(data: bytes) -> None:
    security_infos.read(groups.content(14, data))


def _details(data: bytes) -> None:
    (details.read_person if data[:1] == b"\x6b" else details.read_document)(data)


def _mrz(data: bytes) -> None:
    mrz.read(data.decode("latin-1"))


def _qr(data: bytes) -> None:
    qr.read(data.decode("utf-8", "replace"), Source.SERIAL_SCANNER)


def _group_seed(number: int) -> Callable[[], list[bytes]]:
    return lambda: [virtual_documents.document().groups[number]]


def _zone_seeds() -> list[bytes]:
    person = virtual_documents.PERSON
    return [mrz.write(person.zone(size)).encode() for size in mrz.Format]


def _payload(data: bytes) -> None:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(raw, dict):
        for command in Command:
            _payload_of(command, raw)


def _payload_of(command: Command, raw: dict[str, object]) -> None:
    try:
        payloads.decode(command, raw)
    except payloads.PayloadInvalid:
        return


def _certificate_seed() -> bytes:
    ca = StaffCa.create("Seed", NOW)
    return certificate.write(ca.issuing, compress=True)


def _payload_seeds() -> list[bytes]:
    place = {"category": "a", "place": {"unit_code": "19777"}, "identity_checked": True}
    when = {"lead_unit": "u", "owner": "o", "deliverable": "d", "due_at": "2026-03-11T10:00:00Z"}
    return [json.dumps(body).encode() for body in (place, when, {"text": "x"}, {"titles": ["a", "b"]})]


_SELECTED = bytes.fromhex("610b4f06000010000100790187") + b"\x90\x00"

TARGETS: dict[str, Target] = {
    "tlv": Target(_tlv, (CardError,), lambda: [tlv.encode(0x53, tlv.encode(0x70, b"x" * 300))]),
    "certificate": Target(certificate.read, (CardError,), lambda: [_certificate_seed()]),
    "chuid": Target(chuid.read, (CardError,), lambda: [tlv.encode(0x34, bytes(16)) + tlv.encode(0x3E, b"")]),
    "piv": Target(
        _piv_flow,
        (CardError,),
        lambda: [
            answers(_SELECTED, tlv.encode(0x53, tlv.encode(0x34, bytes(16))) + b"\x90\x00", b"\x61\x0a")
        ],
    ),
    "tap": Target(
        _tap_flow,
        (CardError,),
        lambda: [answers(_SELECTED, tlv.encode(0x53, _certificate_seed()) + b"\x90\x00")],
    ),
    "payload": Target(_payload, (), _payload_seeds),
    "sod": Target(sod.read, (CardError,), lambda: [virtual_documents.document().security_object]),
    "master_list": Target(
        master_list.read,
        (CardError,),
        lambda: [virtual_documents.authority().master_list((virtual_documents.authority().anchor,), NOW)],
    ),
    "dg1": Target(dg1.read, (CardError,), _group_seed(1)),
    "dg2": Target(dg2.read, (CardError,), _group_seed(2)),
    "dg13": Target(dg13.read, (CardError,), _group_seed(13)),
    "dg14": Target(_dg14, (CardError,), _group_seed(14)),
    "details": Target(
        _details,
        (CardError,),
        lambda: [
            tlv.encode(0x6B, tlv.encode(0x5F0E, b"A<<B")),
            tlv.encode(0x6C, tlv.encode(0x5F26, b"20240601")),
        ],
    ),
    "mrz": Target(_mrz, (CardError,), _zone_seeds),
    "qr": Target(
        _qr,
        (CardError,),
        lambda: ["046199012345|191234567|Trần Thị Bích|17051999|Nữ|Huế|01062024".encode()],
    ),
    "secure_messaging": Target(
        _secure_messaging,
        (CardError,),
        lambda: [bytes.fromhex("00" + icao_examples.SECURE_SCRIPT[1][1][:-24])],
    ),
    "document": Target(
        _document_flow,
        (CardError,),
        lambda: [
            answers(
                b"\x90\x00",
                virtual_documents.document().card_access + b"\x90\x00",
                b"\x90\x00",
                b"\x7c\x00\x90\x00",
            )
        ],
    ),
}
