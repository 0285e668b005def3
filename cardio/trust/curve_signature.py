"""ECDSA verification (FIPS 186-5, 6.4.2; BSI TR-03111, 4.2.1) on curves that the library lacks (RFC 5639).

Some states sign documents on brainpoolP224r1 or P320r1. Only public data come here, and no signature is ever
made: the time that the arithmetic takes tells nobody anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from cardio.curves import Curve, Point


@dataclass(frozen=True, slots=True)
class CurvePublicKey:
    """A point of a known curve, as the public key of a signer."""

    curve: Curve
    point: Point

    @classmethod
    def decode(cls, curve: Curve, encoded: bytes) -> Self:
        """The key in an uncompressed encoding; raises PointNotOnCurve."""
        return cls(curve, curve.decode(encoded))

    def is_valid(self, r: int, s: int, digest: bytes) -> bool:
        """Whether (r, s) is a signature of the message whose hash is `digest`."""
        n = self.curve.n
        if not (0 < r < n and 0 < s < n):
            return False
        inverse = pow(s, -1, n)
        hashed = int.from_bytes(digest, "big") >> max(0, 8 * len(digest) - n.bit_length())
        sum_of_both = self.curve.add(
            self.curve.multiply(hashed * inverse % n, self.curve.generator),
            self.curve.multiply(r * inverse % n, self.point),
        )
        return sum_of_both is not None and sum_of_both[0] % n == r
