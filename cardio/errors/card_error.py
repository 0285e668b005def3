"""The base of every error of ``cardio``, and what the person in front of the reader can do about one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import ClassVar


class Remedy(Enum):
    """What the person in front of the reader can do about an error."""

    RETRY = "retry"  # present the card again, type again
    WAIT = "wait"  # it passes by itself
    CALL = "call"  # somebody else must act: site admin, card issuer
    REPORT = "report"  # a defect of the program, the card or the driver


@dataclass(eq=False)
class CardError(Exception):
    """Base of every error that leaves `cardio`; `str()` is for logs and holds the code and the data only."""

    code: ClassVar[str] = "card"
    remedy: ClassVar[Remedy] = Remedy.REPORT

    def __str__(self) -> str:
        data = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{self.code}({data})"
