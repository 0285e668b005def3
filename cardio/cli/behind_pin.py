"""`read_behind_pin`: what a PIV card holds behind its PIN beside keys: printed text, face, fingers.

SP 800-73-5 part 1, 3.2.3 and table 2. Read once, told redacted or by size, and forgotten: a face or a finger
never leaves this module.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cardio import failure
from cardio.errors import CardError, ObjectMissing
from cardio.piv import Piv
from cardio.piv.biometrics import BiometricRecord
from cardio.piv.printed import PrintedInformation
from cardio.redaction import redacted


@dataclass(frozen=True, slots=True)
class HeldObject:
    """One object: what may be said of it, or what reading it met."""

    name: str
    told: str = ""
    failed: failure.Failure | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the card has none: all three are optional on cards of other issuers."""
        return self.failed is not None and self.failed.name == ObjectMissing.code

    def text(self) -> str:
        """One line."""
        if self.is_missing:
            return f"{self.name}: không có / none"
        return f"{self.name}: {self.told if self.failed is None else f'lỗi / failed: {self.failed.text()}'}"


def read_behind_pin(piv: Piv, ends: frozenset[str]) -> tuple[HeldObject, ...]:
    """Read the three from a card whose PIN is verified; raises what is in `ends`, tells any other fault."""
    return tuple(_read(piv, name, told, ends) for name, told in _OBJECTS.items())


def _read(piv: Piv, name: str, told: Callable[[Piv], str], ends: frozenset[str]) -> HeldObject:
    try:
        return HeldObject(name, told(piv))
    except CardError as error:
        if error.code in ends:
            raise
        return HeldObject(name, failed=failure.of(error))


def _printed(piv: Piv) -> str:
    found: PrintedInformation = piv.printed()
    fields = (redacted(found.name), found.affiliation, found.organisation, found.expires)
    return " · ".join(field for field in fields if field)


def _size(record: BiometricRecord) -> str:
    signed = "có chữ ký / signed" if record.signature else "không chữ ký / unsigned"
    return f"{len(record.record)} byte, {signed}"


_OBJECTS: Final[dict[str, Callable[[Piv], str]]] = {
    "Thông tin in trên thẻ / printed": _printed,
    "Ảnh / face": lambda piv: _size(piv.face()),
    "Vân tay / fingerprints": lambda piv: _size(piv.fingerprints()),
}
