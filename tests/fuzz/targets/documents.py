"""Travel documents: files, data groups, and the protocols that open them and prove the chip."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, Final
from unittest import mock

from cardio import apdu, curves, tlv
from cardio.apdu import Command, Response
from cardio.cccd import dg13
from cardio.document_errors import ChipNotGenuine
from cardio.emrtd import (
    active_authentication,
    bac,
    card_security,
    chip_authentication,
    chip_mapping,
    details,
    dg1,
    dg2,
    groups,
    opening,
    pace,
    reading,
    security_infos,
)
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.chip_mapping import ChipMapping
from cardio.emrtd.files import COM, SOD, Files
from cardio.emrtd.key_agreement import Agreement
from cardio.emrtd.opening import Opened
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys
from cardio.emrtd.security_infos import ChipKey, Mapping, PaceInfo
from cardio.emrtd.symmetric import Suite
from cardio.errors import CardError
from cardio.registry import CardTraits
from cardio.simulator.emrtd import DocumentFile, Profile, VirtualDocument
from cardio.simulator.emrtd.document import pace_info
from cardio.transport import Exchange
from cardio.trust.csca import AnchorStore
from tests.fuzz.cards import FileCard, HostileCard, Recorder, answers
from tests.fuzz.target import Seeds, Target
from tests.support import icao_examples, virtual_documents
from tests.support.virtual_documents import document

# --- data groups ---


def _dg14(data: bytes) -> None:
    offered = chip_authentication.offered(security_infos.read(groups.content(14, data)))
    if offered is not None:
        chip_authentication._group(offered[1])


def _dg15(data: bytes) -> None:
    """DG15, and the signature that the chip answers: the input after its first two bytes (a length)."""
    size = int.from_bytes(data[:2], "big") % 512
    answer = Response(data[2 : 2 + size], apdu.OK)
    active_authentication.authenticate(lambda _command: answer, data[2 + size :], None, bytes)


def _dg15_seeds() -> list[bytes]:
    held = document().groups[15]
    return [size.to_bytes(2, "big") + bytes(size) + held for size in (64, 256)]


def _person_details() -> list[bytes]:
    fields = ((0x5F0E, b"TRAN<<THI"), (0x5F10, b"046"), (0x5F2B, b"\x19\x99\x05\x17"), (0x5F11, b"HUE"))
    return [tlv.encode(groups.TAGS[11], b"".join(tlv.encode(*field) for field in fields))]


def _document_details() -> list[bytes]:
    fields = ((0x5F19, b"BCA"), (0x5F26, b"20240601"), (0x5F1B, b"-"))
    return [tlv.encode(groups.TAGS[12], b"".join(tlv.encode(*field) for field in fields))]


def _group(number: int) -> Seeds:
    return lambda: [document().groups[number]]


# --- files and secure messaging ---


def _files(data: bytes) -> None:
    CardTraits.forget()
    files = Files(Exchange(HostileCard(data[1:])).send, extended=data[:1] < b"\x80")
    files.read(COM)


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
    """The first byte chooses the suite, and whether the MAC is made right."""
    lead = data[:1] or b"\x00"
    keys = SessionKeys.derive(Suite.AES128 if lead[0] & 1 else Suite.DES3, b"secret")
    card = HostileCard(data[1:]) if lead[0] & 2 else _Authentic(data[1:], keys)
    SecureMessaging(Exchange(card), keys).send(Command(0xB0, le=256))


# --- the ways in, with our own keys fixed so that a conversation can be recorded ---

_WAYS: Final = (
    pace_info(Mapping.GENERIC, Suite.DES3, 8),
    pace_info(Mapping.INTEGRATED, Suite.AES128, 8),
    pace_info(Mapping.GENERIC, Suite.AES128, 0),
    pace_info(Mapping.CHIP_AUTHENTICATION, Suite.AES128, 13),
)


def _three(_agreement: Agreement) -> int:
    return 3  # a small private key keeps the arithmetic short


_CURVE: Final = curves.named("brainpoolP256r1")
_MAPPING_KEYS: Final = SessionKeys.derive(Suite.AES128, b"secret")
_CHANCE: Final = pace.Chance(bytes, _three)


@cache
def _chip_keys() -> tuple[ChipKey, ...]:
    return card_security.read(document(Profile.proved_by_pace()).card_security).infos.chip_keys


def _card_security(data: bytes) -> None:
    """The file, and a mapping checked by whatever keys it names, which are somebody else's."""
    sealed = chip_mapping.seal(_MAPPING_KEYS, _CURVE, 3, 5)
    mapping = ChipMapping(_CURVE, _CURVE.encode(_CURVE.generator), sealed, _MAPPING_KEYS)
    infos = card_security.read(data).infos
    with suppress(ChipNotGenuine):
        mapping.check(infos.chip_keys)


def _pace(data: bytes) -> None:
    way = _WAYS[data[0] % len(_WAYS) if data else 0]
    _open_pace(Exchange(HostileCard(data[1:])), way, document().can)


def _open_pace(exchange: Exchange, way: PaceInfo, can: Can) -> None:
    paced = pace.open_session(exchange, way, can, chance=_CHANCE)
    if paced.chip_mapping is not None:
        with suppress(ChipNotGenuine):
            paced.chip_mapping.check(_chip_keys())


def _pace_seeds() -> list[bytes]:
    return [
        bytes((number,)) + _recorded(Profile(pace=way), lambda e, m, way=way: _open_pace(e, way, m.can))  # type: ignore[misc]
        for number, way in enumerate(_WAYS)
    ]


def _bac(data: bytes) -> None:
    _open_bac(Exchange(HostileCard(data)), document(Profile()).mrz_key)


def _open_bac(exchange: Exchange, key: MrzKey) -> None:
    exchange.send(Command(apdu.Ins.SELECT, 0x04, 0x0C, bytes.fromhex("A0000002471001")))
    bac.open_session(exchange, key, bytes)


def _recorded(profile: Profile, flow: Callable[[Exchange, DocumentFile], None]) -> bytes:
    """What the virtual chip of that profile answers in a flow."""
    made = document(profile)
    card = VirtualDocument(made)
    card.power_on()
    recorder = Recorder(card)
    flow(Exchange(recorder), made)
    return answers(*recorder.heard)


# --- the whole reading, of a chip without any protection ---


class _Unprotected(Exchange):
    """An exchange in place of a session."""

    short_room = apdu.SHORT_ANSWER


def _opened(exchange: Exchange, _key: object, *more: Any) -> Opened:  # noqa: ANN401
    """An open chip whose session is a bare exchange, so that every file is the fuzzer's."""
    infos, short_identifiers = opening.card_access(exchange, *more)
    session: Any = _Unprotected(exchange._transport)  # has `send` and the room, which is all that is used
    return Opened(session, "pace", infos, short_identifiers)


def _document(data: bytes) -> None:
    CardTraits.forget()
    with mock.patch.object(opening, "open_chip", _opened):
        reading.read(FileCard(data), document().can, _anchors(), wanted=_WANTED, arrived=_heard)


def _heard(number: int, data: bytes) -> None:
    """As the counter's screen reads the groups while they come."""
    reader = {
        1: dg1.read,
        2: dg2.read,
        11: details.read_person,
        12: details.read_document,
        13: dg13.read,
    }.get(number)
    if reader is not None:
        with suppress(CardError):
            reader(data)


@cache
def _anchors() -> AnchorStore:
    return virtual_documents.anchors()


def _documents() -> list[bytes]:
    held = document()
    return [
        FileCard.written(
            {COM: held.listed, SOD: held.security_object, **{0x100 | n: d for n, d in held.groups.items()}}
        ),
        FileCard.written(
            {0x011C: held.card_access, COM: held.listed, SOD: held.security_object, 0x101: held.groups[1]}
        ),
    ]


_INFOS: Final = ("cardio.emrtd.security_infos", "cardio.der")
_WANTED: Final = (13, 11, 12, 2)
_READING: Final = (
    "cardio.emrtd.reading",
    "cardio.emrtd.judging",
    "cardio.emrtd.passive",
    "cardio.emrtd.files",
    "cardio.emrtd.groups",
)

TARGETS: Final[dict[str, Target]] = {
    "com": Target(
        groups.listed,
        (CardError,),
        lambda: [document().listed],
        ("cardio.emrtd.groups", "cardio.tlv"),
        64,
        tree=0,
    ),
    "card_access": Target(
        security_infos.read, (CardError,), lambda: [document().card_access], _INFOS, 256, tree=0
    ),
    "dg1": Target(dg1.read, (CardError,), _group(1), ("cardio.emrtd.dg1", "cardio.mrz"), 128, tree=0),
    "dg2": Target(
        dg2.read, (CardError,), _group(2), ("cardio.emrtd.dg2", "cardio.emrtd.groups"), 512, tree=0
    ),
    "dg11": Target(
        details.read_person,
        (CardError,),
        _person_details,
        ("cardio.emrtd.details", "cardio.tlv"),
        256,
        tree=0,
    ),
    "dg12": Target(
        details.read_document,
        (CardError,),
        _document_details,
        ("cardio.emrtd.details", "cardio.tlv"),
        256,
        tree=0,
    ),
    "dg13": Target(dg13.read, (CardError,), _group(13), ("cardio.cccd.dg13", "cardio.tlv"), 512, tree=0),
    "dg14": Target(
        _dg14, (CardError,), _group(14), (*_INFOS, "cardio.emrtd.chip_authentication"), 512, tree=0
    ),
    "dg15": Target(
        _dg15,
        (CardError,),
        _dg15_seeds,
        ("cardio.emrtd.active_authentication", "cardio.trust.explicit_curves"),
    ),
    "files": Target(
        _files,
        (CardError,),
        lambda: [
            lead
            + answers(b"\x90\x00", document().listed[:8] + b"\x90\x00", document().listed[8:] + b"\x90\x00")
            for lead in (b"\x00", b"\xff")
        ],
        ("cardio.emrtd.files",),
        512,
    ),
    "card_security": Target(
        _card_security,
        (CardError,),
        lambda: [document(Profile.proved_by_pace()).card_security],
        ("cardio.emrtd.card_security", "cardio.emrtd.chip_mapping", "cardio.trust.cms", *_INFOS),
        2048,
        tree=0,
    ),
    "secure_messaging": Target(
        _secure_messaging,
        (CardError,),
        lambda: [
            b"\x00" + bytes.fromhex(icao_examples.SECURE_SCRIPT[1][1][:-24]),
            b"\x02" + answers(bytes.fromhex(icao_examples.SECURE_SCRIPT[1][1])),
        ],
        ("cardio.emrtd.secure_messaging", "cardio.emrtd.symmetric"),
        256,
    ),
    "pace": Target(
        _pace,
        (CardError,),
        _pace_seeds,
        ("cardio.emrtd.pace", "cardio.emrtd.key_agreement", "cardio.curves"),
        768,
    ),
    "bac": Target(
        _bac,
        (CardError,),
        lambda: [_recorded(Profile(), lambda e, m: _open_bac(e, m.mrz_key))],
        ("cardio.emrtd.bac", "cardio.transport"),
        128,
    ),
    "document": Target(_document, (CardError,), _documents, _READING, 4096),
}
