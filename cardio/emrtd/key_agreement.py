"""The two kinds of groups that PACE and chip authentication agree keys in, behind one set of operations.

Public keys are bytes as they travel: an uncompressed point, or a number as long as the modulus.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Final, Protocol

from cardio import curves
from cardio.curves import Curve, Point
from cardio.dh_groups import GROUPS, DhGroup
from cardio.document_errors import PointNotOnCurve
from cardio.errors import UnsupportedKey

POINT_TAG: Final = 0x86
NUMBER_TAG: Final = 0x84


class Agreement(Protocol):
    """A group with a generator."""

    @property
    def modulus(self) -> int:
        """The prime of the field."""
        ...

    @property
    def tag(self) -> int:
        """The tag of a public key in the authentication token (TR-03110-3, D.3)."""
        ...

    def generate(self) -> int:
        """A new private key."""
        ...

    def public(self, private: int) -> bytes:
        """The public key of a private one."""
        ...

    def shared(self, private: int, peer: bytes) -> bytes:
        """The shared secret; PointNotOnCurve when `peer` is not of the group."""
        ...

    def mapped(self, nonce: int, private: int, peer: bytes) -> Agreement:
        """The group with the generator of generic mapping (Doc 9303-11, 4.4.3.3.1)."""
        ...

    def mapped_to(self, value: int) -> Agreement:
        """The group with the generator of integrated mapping, from R(s, t) mod p (4.4.3.3.2)."""
        ...


@dataclass(frozen=True, slots=True)
class EcAgreement:
    """A curve and a generator on it."""

    curve: Curve
    generator: Point

    @classmethod
    def on(cls, curve: Curve) -> EcAgreement:
        """The curve with its own generator."""
        return cls(curve, curve.generator)

    @property
    def modulus(self) -> int:
        """The prime of the field."""
        return self.curve.p

    @property
    def tag(self) -> int:
        """86: an elliptic curve point."""
        return POINT_TAG

    def generate(self) -> int:
        """A private key in 1 … n − 1."""
        return 1 + secrets.randbelow(self.curve.n - 1)

    def public(self, private: int) -> bytes:
        """The point `private` · G."""
        return self.curve.encode(_finite(self.curve.multiply(private, self.generator)))

    def shared(self, private: int, peer: bytes) -> bytes:
        """The x coordinate of the common point."""
        point = _finite(self.curve.multiply(private, self.curve.decode(peer)))
        return point[0].to_bytes(self.curve.size, "big")

    def mapped(self, nonce: int, private: int, peer: bytes) -> EcAgreement:
        """The generator G' = s · G + H, with H the common point of the mapping keys."""
        common = self.curve.multiply(private, self.curve.decode(peer))
        return replace(
            self, generator=_finite(self.curve.add(self.curve.multiply(nonce, self.generator), common))
        )

    def mapped_to(self, value: int) -> EcAgreement:
        """The point encoding of Brier et al., as Doc 9303-11, B.2 gives it for p ≡ 3 (mod 4)."""
        p, a, b = self.curve.p, self.curve.a, self.curve.b
        if p % 4 != 3:
            raise UnsupportedKey(f"{self.curve.name} IM")
        alpha = -value * value % p
        x2 = -b * pow(a, -1, p) * (1 + pow(alpha + alpha * alpha, -1, p)) % p
        h2 = (pow(x2, 3, p) + a * x2 + b) % p
        root = pow(h2, p - 1 - (p + 1) // 4, p)
        if root * root * h2 % p == 1:
            return replace(self, generator=(x2, root * h2 % p))
        return replace(self, generator=(alpha * x2 % p, root * pow(value, 3, p) * h2 % p))


@dataclass(frozen=True, slots=True)
class DhAgreement:
    """A subgroup of a prime field and a generator of it."""

    group: DhGroup
    generator: int

    @classmethod
    def on(cls, group: DhGroup) -> DhAgreement:
        """The group with its own generator."""
        return cls(group, group.g)

    @property
    def modulus(self) -> int:
        """The prime of the field."""
        return self.group.p

    @property
    def tag(self) -> int:
        """84: a number."""
        return NUMBER_TAG

    def generate(self) -> int:
        """A private key in 1 … q − 1."""
        return 1 + secrets.randbelow(self.group.q - 1)

    def public(self, private: int) -> bytes:
        """The generator to the power of `private`."""
        return self._octets(pow(self.generator, private, self.group.p))

    def shared(self, private: int, peer: bytes) -> bytes:
        """The common power, as long as the modulus."""
        return self._octets(pow(self._number(peer), private, self.group.p))

    def mapped(self, nonce: int, private: int, peer: bytes) -> DhAgreement:
        """The generator g' = g^s · h, with h the common power of the mapping keys."""
        p = self.group.p
        common = pow(self._number(peer), private, p)
        return replace(self, generator=self._usable(pow(self.generator, nonce, p) * common % p))

    def mapped_to(self, value: int) -> DhAgreement:
        """The value raised into the subgroup."""
        p = self.group.p
        return replace(self, generator=self._usable(pow(value, (p - 1) // self.group.q, p)))

    def _octets(self, number: int) -> bytes:
        return number.to_bytes(self.group.size, "big")

    def _number(self, peer: bytes) -> int:
        number = int.from_bytes(peer, "big")
        if not 1 < number < self.group.p - 1 or pow(number, self.group.q, self.group.p) != 1:
            raise PointNotOnCurve
        return number

    def _usable(self, generator: int) -> int:
        if generator <= 1:
            raise PointNotOnCurve
        return generator


def standardised(parameter_id: int, *, elliptic: bool) -> Agreement | None:
    """The group of a number of Doc 9303-11, 9.5.1; `None` for a number that has none of that kind."""
    if not elliptic:
        group = GROUPS.get(parameter_id)
        return None if group is None else DhAgreement.on(group)
    curve = curves.standardised(parameter_id)
    return None if curve is None else EcAgreement.on(curve)


def _finite(point: Point | None) -> Point:
    if point is None:
        raise PointNotOnCurve
    return point
