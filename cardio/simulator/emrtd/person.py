"""`Person`: what stands in a virtual document, and the zone and fields that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cardio.cccd.dg13 import Field
from cardio.citizen_number import CitizenNumber, Sex
from cardio.mrz import Format, Mrz

_OWN: Final = "VNM"
_SEX_WORDS: Final = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


@dataclass(frozen=True, slots=True)
class Person:
    """A holder. `surname` and `given_names` in the zone's letters, `name` as written.

    Of another `state`: the number is nobody's but tells the sex, and stands in no document.
    """

    number: str = field(repr=False)
    name: str = field(repr=False)
    surname: str = field(repr=False)
    given_names: str = field(repr=False)
    birth: date = field(repr=False)
    expiry: date
    issued: date
    residence: str = field(default="", repr=False)
    passport_number: str = field(default="C1234567", repr=False)
    state: str = "VNM"

    @property
    def citizen(self) -> CitizenNumber:
        """The number, checked."""
        return CitizenNumber(self.number)

    def zone(self, size: Format) -> Mrz:
        """The machine-readable zone of the card or the passport."""
        card = size is Format.TD1
        return Mrz(
            size,
            document_code="ID" if card else "P",
            issuer=self.state,
            document_number=self.citizen.document_number if card else self.passport_number,
            birth=f"{self.birth:%y%m%d}",
            sex=self.citizen.sex.value,
            expiry=f"{self.expiry:%y%m%d}",
            nationality=self.state,
            surname=self.surname,
            given_names=self.given_names,
            optional=self.number if self.state == _OWN else "",
        )

    def fields(self) -> dict[Field, tuple[str, ...]]:
        """DG13 of the citizen card."""
        return {
            Field.NUMBER: (self.number,),
            Field.NAME: (self.name,),
            Field.BIRTH: (f"{self.birth:%d/%m/%Y}",),
            Field.SEX: (_SEX_WORDS[self.citizen.sex],),
            Field.NATIONALITY: ("Việt Nam",),
            Field.ETHNICITY: ("Kinh",),
            Field.RELIGION: ("Không",),
            Field.RESIDENCE: (self.residence,),
            Field.ISSUED: (f"{self.issued:%d/%m/%Y}",),
            Field.EXPIRY: (f"{self.expiry:%d/%m/%Y}",),
            Field.PARENTS: ("Cha", "Mẹ"),
        }
