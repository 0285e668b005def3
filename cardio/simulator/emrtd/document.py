"""`DocumentFile`: one virtual document, and `issue`, which makes it for a person.

Profiles say which protocols the chip speaks; the citizen card's is the one observed on real cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import curves, der, tlv
from cardio.cccd import dg13
from cardio.curves import Curve
from cardio.emrtd import card_security, dg1, dg2, groups, security_infos
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.key_agreement import EcAgreement
from cardio.emrtd.security_infos import Mapping as PaceMapping
from cardio.emrtd.security_infos import PaceInfo
from cardio.emrtd.symmetric import Suite
from cardio.mrz import Format
from cardio.simulator.emrtd.authority import CountryAuthority
from cardio.simulator.emrtd.person import Person

_EC_KEY: Final = "1.2.840.10045.2.1"
_PRIME_FIELD: Final = "1.2.840.10045.1.1"
_BIT_STRING: Final = 0x03
_OCTETS: Final = 0x04
SMALLEST_JPEG: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a chip is built. `pace`: `None` for one of before PACE; `agreement`: of chip authentication."""

    size: Format = Format.TD1
    pace: PaceInfo | None = None
    agreement: Suite | None = Suite.AES128
    signature: bool = True  # active authentication with RSA
    details: bool = True  # DG13
    short_identifiers: bool = True  # READ BINARY finds a file by them

    @classmethod
    def citizen_card(cls) -> Profile:
        """PACE-ECDH-GM-AES-128 on brainpoolP256r1; DG1, 2, 13, 14, 15."""
        return cls(pace=pace_info(PaceMapping.GENERIC, Suite.AES128, 13))

    @classmethod
    def proved_by_pace(cls) -> Profile:
        """PACE with chip authentication mapping alone, and no other proof of the chip."""
        way = pace_info(PaceMapping.CHIP_AUTHENTICATION, Suite.AES128, 13)
        return cls(pace=way, agreement=None, signature=False)

    @classmethod
    def passport(cls) -> Profile:
        """The same way in, with a zone of size 3 and no DG13."""
        return cls(size=Format.TD3, pace=pace_info(PaceMapping.GENERIC, Suite.AES128, 13), details=False)


@dataclass(frozen=True)
class DocumentFile:
    """Files by identifier content, and the chip's secrets."""

    can: Can
    mrz_key: MrzKey
    profile: Profile
    card_access: bytes
    security_object: bytes = field(repr=False)
    groups: Mapping[int, bytes] = field(repr=False)
    agreement_key: int = field(repr=False)
    signature_key: rsa.RSAPrivateKey | None = field(repr=False)
    card_security: bytes = field(default=b"", repr=False)

    @property
    def listed(self) -> bytes:
        """EF.COM."""
        tags = bytes(groups.TAGS[number] for number in sorted(self.groups))
        body = tlv.encode(0x5F01, b"0107") + tlv.encode(0x5F36, b"040000") + tlv.encode(0x5C, tags)
        return tlv.encode(groups.COM_TAG, body)


def pace_info(mapping: PaceMapping, suite: Suite, parameter_id: int) -> PaceInfo:
    """A way to do PACE, elliptic or not by the number of its domain parameters."""
    elliptic = curves.standardised(parameter_id) is not None
    oid = f"{security_infos.PACE}{mapping.value[elliptic]}.{suite.value}"
    return PaceInfo(oid, elliptic, mapping, suite, parameter_id)


def issue(
    person: Person,
    authority: CountryAuthority,
    now: datetime,
    profile: Profile | None = None,
    picture: bytes = SMALLEST_JPEG,
) -> DocumentFile:
    """A document for a person, signed by the authority."""
    chosen = profile or Profile.citizen_card()
    curve = curves.named("brainpoolP256r1")
    agreement = EcAgreement.on(curve)
    agreement_key = agreement.generate()
    signature_key = (
        rsa.generate_private_key(public_exponent=65537, key_size=2048) if chosen.signature else None
    )
    zone = person.zone(chosen.size)
    held = {1: dg1.write(zone), 2: dg2.write(picture)}
    if chosen.details:
        held[13] = dg13.write(person.fields())
    chip_key = spki(curve, agreement.public(agreement_key))
    held[14] = tlv.encode(groups.TAGS[14], _infos(chosen, chip_key))
    if signature_key is not None:
        public = signature_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        held[15] = tlv.encode(groups.TAGS[15], public)
    return DocumentFile(
        can=Can(person.citizen.can),
        mrz_key=MrzKey(zone.document_number, zone.birth, zone.expiry),
        profile=chosen,
        card_access=b"" if chosen.pace is None else tlv.encode(der.SET, _pace(chosen.pace)),
        security_object=authority.security_object(held, now),
        groups=held,
        agreement_key=agreement_key,
        signature_key=signature_key,
        card_security=_card_security(chosen, chip_key, authority, now),
    )


def spki(curve: Curve, public: bytes, *, generator: bytes | None = None) -> bytes:
    """A SubjectPublicKeyInfo; with `generator`, the curve is written out and has that one."""
    parameters = der.oid(curve.oid) if generator is None else _explicit(curve, generator)
    algorithm = der.sequence(der.oid(_EC_KEY), parameters)
    return der.sequence(algorithm, tlv.encode(_BIT_STRING, b"\x00" + public))


def chip_infos(profile: Profile, key: bytes) -> bytes:
    """DG14 around a chip key."""
    return tlv.encode(groups.TAGS[14], _infos(profile, key))


def _card_security(profile: Profile, key: bytes, authority: CountryAuthority, now: datetime) -> bytes:
    if profile.pace is None or profile.pace.mapping is not PaceMapping.CHIP_AUTHENTICATION:
        return b""
    infos = _pace(profile.pace) + der.sequence(der.oid(f"{security_infos.CHIP_KEY}2"), key)
    return authority.signed(tlv.encode(der.SET, infos), card_security.CONTENT_TYPE, now)


def _explicit(curve: Curve, generator: bytes) -> bytes:
    coefficients = (tlv.encode(_OCTETS, part.to_bytes(curve.size, "big")) for part in (curve.a, curve.b))
    return der.sequence(
        der.integer(1),
        der.sequence(der.oid(_PRIME_FIELD), der.integer(curve.p)),
        der.sequence(*coefficients),
        tlv.encode(_OCTETS, generator),
        der.integer(curve.n),
        der.integer(1),
    )


def _infos(profile: Profile, key: bytes) -> bytes:
    infos = b"" if profile.pace is None else _pace(profile.pace)
    if profile.agreement is not None:
        oid = f"{security_infos.CHIP_AUTHENTICATION}2.{profile.agreement.value}"
        infos += der.sequence(der.oid(oid), der.integer(1))
        infos += der.sequence(der.oid(f"{security_infos.CHIP_KEY}2"), key)
    return tlv.encode(der.SET, infos)


def _pace(info: PaceInfo) -> bytes:
    return der.sequence(der.oid(info.oid), der.integer(2), der.integer(info.parameter_id or 0))
