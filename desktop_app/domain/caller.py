"""Who called: the few words that are sealed the moment they are typed, and opened at the centre alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from desktop_app.domain.payloads import PayloadInvalid

LONGEST = 200
SHORTEST_NUMBER, LONGEST_NUMBER = 8, 15
"""Digits of a telephone number that can be looked up (ITU-T E.164 allows fifteen)."""
_COUNTRY, _TRUNK = "84", "0"


@dataclass(frozen=True, slots=True)
class Caller:
    """A caller's name, telephone number and how else to reach them; never in a repr."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    note: str = field(default="", repr=False)

    @property
    def is_known(self) -> bool:
        """Whether anything was said."""
        return any(part.strip() for part in (self.name, self.phone, self.note))


def plain_number(phone: str) -> str:
    """Return a telephone number as digits alone, ``+84 914 …`` as ``0914…``; empty for what is none."""
    digits = "".join(letter for letter in phone if letter.isascii() and letter.isdigit())
    if phone.strip().startswith(("+", "00")):
        digits = digits.removeprefix("00")
        digits = _TRUNK + digits[len(_COUNTRY) :] if digits.startswith(_COUNTRY) else digits
    return digits if SHORTEST_NUMBER <= len(digits) <= LONGEST_NUMBER else ""


def caller_bytes(caller: Caller) -> bytes:
    """Return what is sealed; raise ``PayloadInvalid`` for a part that is too long."""
    for name in ("name", "phone", "note"):
        if len(getattr(caller, name)) > LONGEST:
            raise PayloadInvalid(name, "too_long")
    return msgspec.json.encode(caller)


def read_caller(content: bytes) -> Caller:
    """Return what was sealed; raise ValueError."""
    try:
        return msgspec.json.decode(content, type=Caller)
    except msgspec.MsgspecError:
        raise ValueError("caller") from None
