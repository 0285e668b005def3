"""SecurityInfos (Doc 9303-11, 9.2): what EF.CardAccess and DG14 say about the protocols of the chip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from cardio import der, tlv
from cardio.der import oid_text
from cardio.emrtd.symmetric import Suite
from cardio.errors import ProtocolViolation

_BSI: Final = "0.4.0.127.0.7.2.2."
PACE: Final = f"{_BSI}4."
CHIP_KEY: Final = f"{_BSI}1."
CHIP_AUTHENTICATION: Final = f"{_BSI}3."
ACTIVE_AUTHENTICATION: Final = "2.23.136.1.1.5"
_DH, _ECDH = "1", "2"


class Mapping(Enum):
    """How PACE makes its generator; the value is the arcs of DH and of ECDH."""

    GENERIC = ("1", "2")
    INTEGRATED = ("3", "4")
    CHIP_AUTHENTICATION = ("", "6")  # over curves, by AES alone


@dataclass(frozen=True, slots=True)
class PaceInfo:
    """One way to do PACE (9.2.1)."""

    oid: str
    elliptic: bool
    mapping: Mapping
    suite: Suite
    parameter_id: int | None


@dataclass(frozen=True, slots=True)
class ChipAuthenticationInfo:
    """One way to do chip authentication (9.2.5)."""

    oid: str
    elliptic: bool
    suite: Suite
    key_id: int | None


@dataclass(frozen=True, slots=True)
class ChipKey:
    """A public key of the chip, as SubjectPublicKeyInfo (9.2.6)."""

    elliptic: bool
    spki: bytes
    key_id: int | None


@dataclass(frozen=True, slots=True)
class SecurityInfos:
    """All that is understood of one file; unknown protocols (terminal authentication …) are passed over."""

    pace: tuple[PaceInfo, ...] = ()
    chip_authentication: tuple[ChipAuthenticationInfo, ...] = ()
    chip_keys: tuple[ChipKey, ...] = ()
    active_signature: str | None = None  # the ECDSA algorithm of active authentication
    pace_oids: tuple[tuple[str, int | None], ...] = ()  # every PACE protocol named, understood or not


def read(data: bytes) -> SecurityInfos:
    """Read a SET OF SecurityInfo; ProtocolViolation for what is none."""
    pace, authentication, keys, signature, named = [], [], [], None, []
    for tag, value in tlv.elements(tlv.require(data, der.SET)):
        if tag != der.SEQUENCE:
            raise ProtocolViolation("security_infos")
        oid, rest = _split(value)
        if oid.startswith(PACE) and rest[:1] and rest[0][0] == der.INTEGER:
            named.append((oid, _number(rest, 1)))
            pace += _pace(oid, rest)
        elif oid.startswith(CHIP_AUTHENTICATION):
            authentication += _chip_authentication(oid, rest)
        elif oid.startswith(CHIP_KEY):
            keys += _chip_key(oid, rest)
        elif oid == ACTIVE_AUTHENTICATION and len(rest) > 1:
            signature = oid_text(rest[1][1])
    return SecurityInfos(tuple(pace), tuple(authentication), tuple(keys), signature, tuple(named))


_Parts = list[tuple[int, bytes]]


def _split(value: bytes) -> tuple[str, _Parts]:
    parts = list(tlv.elements(value))
    if not parts or parts[0][0] != der.OID:
        raise ProtocolViolation("security_infos")
    return oid_text(parts[0][1]), parts[1:]


def _number(parts: _Parts, at: int) -> int | None:
    if at >= len(parts) or parts[at][0] != der.INTEGER:
        return None
    return int.from_bytes(parts[at][1], "big")


def _suite(arc: str) -> Suite | None:
    return next((suite for suite in Suite if str(suite.value) == arc), None)


def _pace(oid: str, rest: _Parts) -> list[PaceInfo]:
    kind, _, cipher = oid.removeprefix(PACE).partition(".")
    suite = _suite(cipher)
    mapping = next((mapping for mapping in Mapping if kind in mapping.value), None)
    if mapping is Mapping.CHIP_AUTHENTICATION and suite is Suite.DES3:
        return []
    if suite is None or mapping is None or _number(rest, 0) != 2:
        return []
    return [PaceInfo(oid, kind == mapping.value[1], mapping, suite, _number(rest, 1))]


def _chip_authentication(oid: str, rest: _Parts) -> list[ChipAuthenticationInfo]:
    kind, _, cipher = oid.removeprefix(CHIP_AUTHENTICATION).partition(".")
    suite = _suite(cipher)
    if suite is None or kind not in {_DH, _ECDH}:
        return []
    return [ChipAuthenticationInfo(oid, kind == _ECDH, suite, _number(rest, 1))]


def _chip_key(oid: str, rest: _Parts) -> list[ChipKey]:
    kind = oid.removeprefix(CHIP_KEY)
    if kind not in {_DH, _ECDH} or not rest or rest[0][0] != der.SEQUENCE:
        return []
    return [ChipKey(kind == _ECDH, tlv.encode(der.SEQUENCE, rest[0][1]), _number(rest, 1))]
