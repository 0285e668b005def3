"""What opens a chip: the six digits on the card's front, or three fields of its machine-readable zone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from cardio.document_errors import MrzInvalid
from cardio.emrtd.symmetric import PASSWORD, Suite
from cardio.mrz import Mrz, check_digit

CAN_LENGTH: Final = 6
SEED_LENGTH: Final = 16


class AccessKey(Protocol):
    """A password of PACE."""

    @property
    def kind(self) -> Literal["can", "mrz"]:
        """Which of the two it is."""
        ...

    @property
    def reference(self) -> int:
        """The password reference of MSE:Set AT (Doc 9303-11, 4.4.4.1)."""
        ...

    def pace_key(self, suite: Suite) -> bytes:
        """K_π = KDF(f(π), 3), 9.7.3."""
        ...


@dataclass(frozen=True, slots=True)
class Can:
    """A card access number; MrzInvalid unless it is six digits."""

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.digits) != CAN_LENGTH:
            raise MrzInvalid("length")
        if not (self.digits.isascii() and self.digits.isdigit()):
            raise MrzInvalid("characters")

    @property
    def kind(self) -> Literal["can", "mrz"]:
        """The six digits."""
        return "can"

    @property
    def reference(self) -> int:
        """02."""
        return 2

    def pace_key(self, suite: Suite) -> bytes:
        """From the digits themselves."""
        return suite.derive(self.digits.encode("ascii"), PASSWORD)


@dataclass(frozen=True, slots=True)
class MrzKey:
    """Document number, birth and expiry (YYMMDD), as they stand in the zone; MrzInvalid for other signs."""

    document_number: str = field(repr=False)
    birth: str = field(repr=False)
    expiry: str = field(repr=False)

    def __post_init__(self) -> None:
        for name, date in (("birth", self.birth), ("expiry", self.expiry)):
            if len(date) != 6 or not (date.isascii() and date.isdigit()):
                raise MrzInvalid("birth" if name == "birth" else "expiry")
        number = self.document_number.rstrip("<")
        if not number or not (number.replace("<", "").isascii() and number.replace("<", "").isalnum()):
            raise MrzInvalid("document_number")

    @classmethod
    def of(cls, zone: Mrz) -> MrzKey:
        """The key of a zone, whose number may have fillers within."""
        return cls(zone.document_number.replace(" ", "<"), zone.birth, zone.expiry)

    @property
    def kind(self) -> Literal["can", "mrz"]:
        """The zone."""
        return "mrz"

    @property
    def reference(self) -> int:
        """01."""
        return 1

    @property
    def information(self) -> bytes:
        """MRZ_information: each field with its check digit; a short number is filled (D.2)."""
        fields = (self.document_number.upper().rstrip("<").ljust(9, "<"), self.birth, self.expiry)
        return "".join(field + check_digit(field) for field in fields).encode("ascii")

    @property
    def seed(self) -> bytes:
        """K_seed of basic access control (9.7.2)."""
        return self._digest[:SEED_LENGTH]

    def pace_key(self, suite: Suite) -> bytes:
        """From the whole hash of the information."""
        return suite.derive(self._digest, PASSWORD)

    @property
    def _digest(self) -> bytes:
        return hashlib.sha1(self.information).digest()  # noqa: S324 — fixed by the standard
