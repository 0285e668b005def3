"""The citizen's number: province (3), century and sex (1), year of birth (2), serial (6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final

from cardio.document_errors import NumberInvalid
from cardio.mrz import Mrz

LENGTH: Final = 12
DOCUMENT_NUMBER_LENGTH: Final = 9
_CAN_LENGTH: Final = 6
_FIRST_CENTURY: Final = 1900


class Sex(Enum):
    """As the number and the zone know it; the value is the zone's letter."""

    MALE = "M"
    FEMALE = "F"


@dataclass(frozen=True, slots=True)
class CitizenNumber:
    """A number that can be one. Never in a `repr`."""

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.digits) != LENGTH:
            raise NumberInvalid("length")
        if not (self.digits.isascii() and self.digits.isdigit()):
            raise NumberInvalid("characters")
        if self.province == "000":
            raise NumberInvalid("province")

    @property
    def province(self) -> str:
        """Three digits: where the birth was registered."""
        return self.digits[:3]

    @property
    def sex(self) -> Sex:
        """Even: male; odd: female."""
        return Sex.FEMALE if int(self.digits[3]) % 2 else Sex.MALE

    @property
    def birth_year(self) -> int:
        """Four digits."""
        return _FIRST_CENTURY + 100 * (int(self.digits[3]) // 2) + int(self.digits[4:6])

    @property
    def can(self) -> str:
        """The digits of the card access number: the last six."""
        return self.digits[-_CAN_LENGTH:]

    @property
    def document_number(self) -> str:
        """The document number of the zone: the last nine digits."""
        return self.digits[-DOCUMENT_NUMBER_LENGTH:]

    def check(self, birth: date | None = None, sex: Sex | None = None) -> None:
        """Raise NumberInvalid naming what contradicts the number: birth year, century or sex."""
        if birth is not None and birth.year != self.birth_year:
            same_year = birth.year % 100 == self.birth_year % 100
            raise NumberInvalid("century" if same_year else "birth")
        if sex is not None and sex is not self.sex:
            raise NumberInvalid("sex")

    def check_zone(self, zone: Mrz) -> None:
        """Raise NumberInvalid when the zone is that of another birth year or sex."""
        if zone.birth[:2] != f"{self.birth_year % 100:02}":  # no digits where the zone does not know the year
            raise NumberInvalid("birth")
        if zone.sex in {"M", "F"} and Sex(zone.sex) is not self.sex:
            raise NumberInvalid("sex")


def of_zone(zone: Mrz) -> CitizenNumber | None:
    """The number in a citizen card's zone (optional data of the first line); `None` on other documents."""
    digits = zone.optional.split(" ")[0]
    if zone.issuer != "VNM" or len(digits) != LENGTH or not digits.isdigit():
        return None
    return CitizenNumber(digits)
