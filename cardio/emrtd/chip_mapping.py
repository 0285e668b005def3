"""Chip authentication mapping (Doc 9303-11, 4.4.3.3.3 and 4.4.3.5): PACE that also proves the chip genuine.

The chip makes its mapping key from its static key, and hands over the factor between the two, encrypted for
the session. Who knows the factor knows the static private key, whose public half EF.CardSecurity signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cardio.curves import Curve
from cardio.document_errors import ChipNotGenuine
from cardio.emrtd.secure_messaging import SessionKeys
from cardio.emrtd.security_infos import ChipKey
from cardio.emrtd.symmetric import unpad
from cardio.errors import CardError, ProtocolViolation
from cardio.trust import explicit_curves


@dataclass(frozen=True, slots=True)
class ChipMapping:
    """What a run of PACE left to be checked: the chip's mapping key and the encrypted data (tag 8A)."""

    curve: Curve
    public_key: bytes = field(repr=False)
    sealed: bytes = field(repr=False)
    keys: SessionKeys = field(repr=False)

    def check(self, chip_keys: Iterable[ChipKey]) -> None:
        """Raise ChipNotGenuine unless the mapping key comes from one of these static keys of the chip."""
        factor = self._factor()
        if factor is None or not any(self._comes_from(key, factor) for key in chip_keys if key.elliptic):
            raise ChipNotGenuine("chip_authentication_mapping")

    def _factor(self) -> int | None:
        """The chip authentication data, CA_IC, unless what was sent is none."""
        suite, key = self.keys.suite, self.keys.encryption
        try:
            data = unpad(suite.decrypt(key, self.sealed, initial_vector(self.keys)))
        except ProtocolViolation:
            return None
        factor = int.from_bytes(data, "big")
        return factor if 0 < factor < self.curve.n else None

    def _comes_from(self, key: ChipKey, factor: int) -> bool:
        try:
            curve, static = explicit_curves.point(key.spki)
            if curve != self.curve:
                return False
            mapped = curve.multiply(factor, curve.decode(static))
            return mapped == curve.decode(self.public_key)
        except CardError:  # no key of ours: it proves nothing
            return False


def initial_vector(keys: SessionKeys) -> bytes:
    """E(KS_enc, −1): the block of ones, encrypted (4.4.3.5)."""
    return keys.suite.encrypt(keys.encryption, b"\xff" * keys.suite.block)


def seal(keys: SessionKeys, curve: Curve, static_private: int, mapping_private: int) -> bytes:
    """The chip's side: the encrypted chip authentication data."""
    factor = pow(static_private, -1, curve.n) * mapping_private % curve.n
    plain = keys.suite.pad(factor.to_bytes((curve.n.bit_length() + 7) // 8, "big"))
    return keys.suite.encrypt(keys.encryption, plain, initial_vector(keys))
