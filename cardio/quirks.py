"""The one table of how kinds of cards depart from SP 800-73-5, by their ATR or their answer to SELECT.

A row holds only what changes our conduct. What suits every card needs none and is done with every card: Le in
each GET RESPONSE; between VERIFY and the last use of a key nothing but keys (some cards lose the PIN's state
at another SELECT or at a missing object, and 9C wants VERIFY immediately before); 6982 and 6985 alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Quirks:
    """One kind of card; the defaults are the standard's.

    `extended` is `None` where the ATR or use must tell. `tries_in_630x`: a wrong PIN and the question for the
    tries left are answered 630x in place of 63Cx. `logout_by_command`: VERIFY with P1 = FF forgets the PIN;
    `None` where the first use must tell.
    """

    name: str
    history: bytes = b""  # the ATR's historical bytes begin with it
    label: bytes = b""  # the answer to SELECT holds it
    extended: bool | None = None
    tries_in_630x: bool = False
    logout_by_command: bool | None = None

    def matches(self, history: bytes, properties: bytes) -> bool:
        """Whether a card with these historical bytes and this answer to SELECT is of this kind."""
        by_history = bool(self.history) and history.startswith(self.history)
        return by_history or (bool(self.label) and self.label in properties)


STANDARD: Final = Quirks("SP 800-73-5")

KNOWN: Final = (
    # Takes short APDUs only (yubikey-manager sends it nothing else) and counts in 630x (OpenSC, card-piv.c).
    Quirks("YubiKey NEO", history=b"YubikeyNEO", extended=False, tries_in_630x=True),
    # Up to its release 0.9.0 it takes VERIFY with P1 = FF for the question for the tries left: it answers
    # 9000 and the PIN stays verified.
    Quirks("PivApplet", label=b"PivApplet v0.", logout_by_command=False),
)


def of(history: bytes, properties: bytes = b"") -> Quirks:
    """The first row that matches, or the standard's."""
    return next((row for row in KNOWN if row.matches(history, properties)), STANDARD)
