"""What is shown of a person, and where each text came from."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as field_
from enum import StrEnum
from typing import Final

from cardio.cccd.dg13 import Field as ChipField


class Field(StrEnum):
    """A line of the identity, in the order of the screen; the values are stable codes.

    Religion, parents and spouse are no lines: they are read on purpose only (``PRIVATE``).
    """

    NUMBER = "number"
    DOCUMENT = "document"
    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    NATIONALITY = "nationality"
    RESIDENCE = "residence"
    ORIGIN = "origin"
    BIRTHPLACE = "birthplace"
    ISSUED = "issued"
    EXPIRY = "expiry"
    OLD_NUMBER = "old_number"


class Provenance(StrEnum):
    """How a text reached the screen, the most trusted first."""

    VERIFIED = "verified"  # signed, by an issuer whose anchor is installed
    CHIP = "chip"  # read from the chip; what of it is proved, the verdict says
    REFUSED = "refused"  # read from a chip that must not be relied upon
    QR = "qr"
    TYPED = "typed"


PRIVATE: Final = (ChipField.RELIGION, ChipField.PARENTS, ChipField.SPOUSE)
"""What DG13 holds and no procedure needs: shown when asked for, kept nowhere."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text and where it came from. Never in a ``repr``."""

    text: str = field_(repr=False)
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Line:
    """One field: the text that counts, and those of other provenance that contradict it."""

    field: Field
    value: Text
    contradicting: tuple[Text, ...] = ()
