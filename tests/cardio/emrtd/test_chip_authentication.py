"""Chip authentication: every cipher, copies found out, keys that are none refused."""

from __future__ import annotations

import pytest

from cardio import curves, der, tlv
from cardio.dh_groups import GROUPS
from cardio.document_errors import ChipNotGenuine, CurveRefused, ProofNotCarried, SessionBroken
from cardio.emrtd import bac, chip_authentication, groups, security_infos
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.emrtd.security_infos import ChipAuthenticationInfo, ChipKey, SecurityInfos
from cardio.emrtd.symmetric import Suite
from cardio.errors import ApduError, CardError, ProtocolViolation, UnsupportedKey
from cardio.simulator.emrtd import Hostility, Profile, VirtualDocument
from cardio.simulator.emrtd.document import spki
from cardio.simulator.iso7816 import is_extended
from cardio.transport import Exchange
from tests.support.virtual_documents import InHand, document

SELECT = bytes.fromhex("00A4040C07A0000002471001")


def opened(suite: Suite, hostility: Hostility = Hostility.NONE) -> tuple[SecureMessaging, SecurityInfos]:
    """A session with a chip of that cipher, and what its DG14 offers."""
    file = document(Profile(agreement=suite, signature=False, details=False))
    card = InHand(VirtualDocument(file, hostility))
    card.transmit(SELECT)
    session = bac.open_session(Exchange(card), file.mrz_key)
    return session, security_infos.read(groups.content(14, file.groups[14]))


@pytest.mark.parametrize("suite", list(Suite))
def test_every_cipher(suite: Suite) -> None:
    session, infos = opened(suite)
    offered = chip_authentication.offered(infos)
    assert offered is not None
    chip_authentication.authenticate(session, *offered)
    assert session._keys is not None
    assert session._keys.suite is suite


@pytest.mark.parametrize("suite", [Suite.DES3, Suite.AES256])
def test_a_copy_is_found_out_and_the_session_is_over(suite: Suite) -> None:
    session, infos = opened(suite, Hostility.COPIED_CHIP)
    offered = chip_authentication.offered(infos)
    assert offered is not None
    with pytest.raises(ChipNotGenuine):
        chip_authentication.authenticate(session, *offered)
    with pytest.raises(SessionBroken):
        chip_authentication.authenticate(session, *offered)


WAY = ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.2.2", True, Suite.AES128, None)
BETTER = ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.2.4", True, Suite.AES256, 7)
FIELD = ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.1.2", False, Suite.AES128, None)
KEY, NUMBERED = ChipKey(True, b"", None), ChipKey(True, b"", 7)


def test_what_is_offered() -> None:
    assert chip_authentication.offered(SecurityInfos()) is None
    assert chip_authentication.offered(SecurityInfos(chip_authentication=(WAY,))) is None
    assert chip_authentication.offered(SecurityInfos(chip_authentication=(FIELD,), chip_keys=(KEY,))) is None
    both = SecurityInfos(chip_authentication=(WAY, BETTER), chip_keys=(KEY, NUMBERED))
    assert chip_authentication.offered(both) == (BETTER, NUMBERED)
    field = SecurityInfos(chip_authentication=(FIELD,), chip_keys=(ChipKey(False, b"", None),))
    assert chip_authentication.offered(field) is not None
    assert chip_authentication.offered(field, long_keys=False) is None, "no reader carries it short"
    alone = chip_authentication.offered(SecurityInfos(chip_keys=(KEY,)))
    assert alone is not None
    assert alone[0].suite is Suite.DES3


def prime_field_key(prime: int, generator: int, public: int) -> ChipKey:
    """A Diffie–Hellman key."""
    algorithm = der.sequence(
        der.oid("1.2.840.10046.2.1"), der.sequence(der.integer(prime), der.integer(generator))
    )
    return ChipKey(False, der.sequence(algorithm, tlv.encode(3, b"\x00" + der.integer(public))), None)


def test_prime_field_keys() -> None:
    group = GROUPS[0]
    agreement, public = chip_authentication._group(
        prime_field_key(group.p, group.g, pow(group.g, 5, group.p))
    )
    assert agreement.shared(1, public) == agreement.public(5)


@pytest.mark.parametrize(
    ("key", "error"),
    [
        (prime_field_key(23, 5, 8), UnsupportedKey),
        (prime_field_key(GROUPS[0].p, 2, 4), CurveRefused),
        (ChipKey(False, b"\x30\x00", None), ProtocolViolation),
        (ChipKey(True, b"\x30\x00", None), ProtocolViolation),
    ],
)
def test_keys_that_are_refused(key: ChipKey, error: type[CardError]) -> None:
    session, _ = opened(Suite.AES128)
    with pytest.raises(error):
        chip_authentication.authenticate(session, WAY, key)


class ShortOnly(InHand):
    """A chip that refuses extended length, in a reader that carries it."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """What fits a short APDU goes through."""
        return b"\x67\x00" if is_extended(command) else super().transmit(command)


def test_a_prime_field_key_is_never_cut_up_for_a_chip_without_extended_length() -> None:
    file = document(Profile(agreement=Suite.DES3, signature=False, details=False))
    card = ShortOnly(VirtualDocument(file), max_apdu=65544)
    card.transmit(SELECT)
    session = bac.open_session(Exchange(card), file.mrz_key)
    group, before = GROUPS[1], len(card.sent)
    way = ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.1.1", False, Suite.DES3, None)
    with pytest.raises(ProofNotCarried):
        chip_authentication.authenticate(session, way, prime_field_key(group.p, group.g, group.g))
    assert len(card.sent) == before


def test_a_chip_that_will_not() -> None:
    session, infos = opened(Suite.AES128)
    key = infos.chip_keys[0]
    curve = curves.named("P-256")
    other = ChipKey(True, spki(curve, curve.encode(curve.generator)), None)
    assert other != key
    with pytest.raises(ApduError):
        chip_authentication.authenticate(session, WAY, other)
