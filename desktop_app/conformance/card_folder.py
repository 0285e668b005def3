"""Staff cards from a folder with an index, as ``ioc-desk sandbox serve`` writes it; they sign as cards."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from cardio.piv import Piv, jose_algorithm
from cardio.piv.objects import Slot
from cardio.simulator import CardFile, StaffCa, VirtualPivCard
from cardio.tap import supported_key
from desktop_app import jose
from desktop_app.conformance.endings import Untested

VALID = "valid"
NUMBER_ONLY = "UID"
"""The kind of a card that signs nobody in."""


@dataclass(frozen=True)
class StaffCard:
    """A virtual card and its PIN."""

    file: CardFile
    pin: str

    @cached_property
    def _card(self) -> VirtualPivCard:
        card = VirtualPivCard(self.file)
        card.power_on()
        return card

    def certificate(self, slot: Slot) -> x509.Certificate:
        """Return the certificate of ``slot``."""
        return self.file.certificate(slot)

    def sha256(self, slot: Slot) -> str:
        """Return the certificate's SHA-256, hex: the card's name on the wire."""
        return self.certificate(slot).fingerprint(hashes.SHA256()).hex()

    def sign(self, slot: Slot, header: Mapping[str, Any], claims: Mapping[str, Any]) -> str:
        """Return a compact JWS by the key of ``slot``; 9A asks for the PIN, 9E does not."""
        public = supported_key(self.certificate(slot))
        piv = Piv.select(self._card)
        if slot is Slot.AUTHENTICATION:
            piv.verify(bytearray(self.pin.encode()))
        protected = {"alg": jose_algorithm(public), **header}
        return jose.assemble(protected, claims, lambda message: piv.sign(slot, public, message))

    def order(self, kind: jose.Kind, claims: Mapping[str, Any]) -> str:
        """Return an order outside any session: signed by key 9A with its chain, fresh."""
        header = {"typ": str(kind), "x5c": jose.x5c([self.certificate(Slot.AUTHENTICATION)])}
        return self.sign(Slot.AUTHENTICATION, header, {"iat": int(time.time()), **claims})


class CardFolder:
    """The cards of a folder by role and state; an empty one where no folder was named.

    Raises OSError and ValueError for a folder that cannot be read.
    """

    def __init__(self, folder: Path | None) -> None:
        self._cards: dict[tuple[str, str], StaffCard] = {}
        if folder is None:
            return
        for row in json.loads((folder / "index.json").read_text(encoding="utf-8")):
            if row.get("kind") == NUMBER_ONLY:
                continue
            card = StaffCard(CardFile.load(folder / row["file"]), row["pin"])
            self._cards.setdefault((row["role"], row["state"]), card)

    def card(self, role: str, state: str = VALID) -> StaffCard:
        """Return the first card of ``role`` in ``state``; raise ``Untested``."""
        found = self._cards.get((role, state))
        if found is None:
            raise Untested(f"no {state} card of role {role} (--cards)")
        return found

    def any_in(self, state: str) -> StaffCard:
        """Return a card in ``state``, whoever's; raise ``Untested``."""
        for (_, found), card in self._cards.items():
            if found == state:
                return card
        raise Untested(f"no {state} card (--cards)")


def foreign_card() -> StaffCard:
    """Return a card of an authority that nobody knows."""
    now = datetime.now(UTC)
    authority = StaffCa.create("Conformance", now)
    file = authority.issue_piv(holder="Conformance", staff_code="C-1", pin="123456", puk="12345678", now=now)
    return StaffCard(file, "123456")
