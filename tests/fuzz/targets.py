"""What is fuzzed: each target takes bytes, may raise only its own typed errors, and must end.

Seeds are real inputs, so that coverage starts behind the first length check.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cardio import tlv
from cardio.errors import CardError
from cardio.piv import Piv, Slot, certificate, chuid
from cardio.simulator.staff_ca import StaffCa
from cardio.tap import read_tap
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from tests.fuzz.cards import HostileCard, answers

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
}
