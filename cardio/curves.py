"""Elliptic curves as arithmetic: what PACE's mapping needs and no library offers (a generator of its own).

Used with ephemeral keys of one session only, on a workstation beside its card: the time that a multiplication
takes is not hidden. Signatures are never made here; `trust.curve_signature` verifies some.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cardio.curve_rows import ROWS, CurveRow
from cardio.document_errors import PointNotOnCurve
from cardio.errors import UnsupportedKey

Point = tuple[int, int]
_Jacobian = tuple[int, int, int]
UNCOMPRESSED: Final = 0x04


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b modulo the prime p; a generator of prime order n; cofactor 1.

    `None` stands for the point at infinity in `add` and `multiply`.
    """

    name: str
    oid: str
    p: int
    a: int
    b: int
    generator: Point
    n: int

    @property
    def size(self) -> int:
        """The length of a coordinate in bytes."""
        return (self.p.bit_length() + 7) // 8

    def holds(self, point: Point) -> bool:
        """Whether the point lies on the curve, coordinates reduced."""
        x, y = point
        return max(x, y) < self.p and (y * y - (x * x + self.a) * x - self.b) % self.p == 0

    def add(self, first: Point | None, second: Point | None) -> Point | None:
        """The sum of two points."""
        if first is None or second is None:
            return first or second
        (x1, y1), (x2, y2) = first, second
        if x1 == x2 and (y1 + y2) % self.p == 0:
            return None
        if x1 == x2:
            slope = (3 * x1 * x1 + self.a) * pow(2 * y1, -1, self.p)
        else:
            slope = (y2 - y1) * pow(x2 - x1, -1, self.p)
        x3 = (slope * slope - x1 - x2) % self.p
        return x3, (slope * (x1 - x3) - y1) % self.p

    def multiply(self, scalar: int, point: Point | None) -> Point | None:
        """`scalar` times the point, for a scalar that is not negative.

        In Jacobian coordinates, x = X / Z² and y = Y / Z³: one inversion at the end, not one for each bit.
        """
        if point is None:
            return None
        total: _Jacobian = (1, 1, 0)
        for bit in format(scalar, "b"):
            total = self._doubled(total)
            if bit == "1":
                total = self._added(total, point)
        x, y, z = total
        if not z:
            return None
        inverse = pow(z, -1, self.p)
        square = inverse * inverse % self.p
        return x * square % self.p, y * square * inverse % self.p

    def _doubled(self, point: _Jacobian) -> _Jacobian:
        x, y, z = point
        p = self.p
        square, z2 = y * y % p, z * z % p
        s = 4 * x * square % p
        m = (3 * x * x + self.a * (z2 * z2 % p)) % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * square * square) % p, 2 * y * z % p

    def _added(self, point: _Jacobian, other: Point) -> _Jacobian:
        """The sum with a point in plain coordinates."""
        x, y, z = point
        if not z:
            return (*other, 1)
        p = self.p
        square = z * z % p
        h, r = (other[0] * square - x) % p, (other[1] * square * z - y) % p
        if not h:
            return (1, 1, 0) if r else self._doubled(point)
        h2 = h * h % p
        h3, v = h * h2 % p, x * h2 % p
        x3 = (r * r - h3 - 2 * v) % p
        return x3, (r * (v - x3) - y * h3) % p, h * z % p

    def encode(self, point: Point) -> bytes:
        """04 ‖ x ‖ y (BSI TR-03111, 3.2.1)."""
        return bytes((UNCOMPRESSED,)) + b"".join(part.to_bytes(self.size, "big") for part in point)

    def decode(self, data: bytes) -> Point:
        """The point in an uncompressed encoding; PointNotOnCurve for anything else."""
        if len(data) != 2 * self.size + 1 or data[0] != UNCOMPRESSED:
            raise PointNotOnCurve
        point = int.from_bytes(data[1 : self.size + 1], "big"), int.from_bytes(data[self.size + 1 :], "big")
        if not self.holds(point):
            raise PointNotOnCurve
        return point


class _Table:
    """The known curves, made when first asked for."""

    @cached_property
    def by_name(self) -> dict[str, Curve]:
        return {row.name: _curve(row) for row in ROWS}

    @cached_property
    def by_oid(self) -> dict[str, Curve]:
        return {curve.oid: curve for curve in self.by_name.values()}

    @cached_property
    def by_parameter_id(self) -> dict[int, Curve]:
        named = {row.parameter_id: self.by_name[row.name] for row in ROWS}
        return {number: curve for number, curve in named.items() if number is not None}


_table: Final = _Table()


def named(name: str) -> Curve:
    """The curve of that name, as in `curve_rows`; UnsupportedKey for another."""
    curve = _table.by_name.get(name)
    if curve is None:
        raise UnsupportedKey(name)
    return curve


def with_oid(oid: str) -> Curve | None:
    """The curve that the object identifier names."""
    return _table.by_oid.get(oid)


def standardised(parameter_id: int) -> Curve | None:
    """The curve among the standardised domain parameters of Doc 9303-11, 9.5.1."""
    return _table.by_parameter_id.get(parameter_id)


def known() -> tuple[Curve, ...]:
    """Every curve of the table."""
    return tuple(_table.by_name.values())


def _curve(row: CurveRow) -> Curve:
    p, a, b, x, y, n = (int(number, 16) for number in (row.p, row.a, row.b, row.x, row.y, row.n))
    return Curve(row.name, row.oid, p, a, b, (x, y), n)
