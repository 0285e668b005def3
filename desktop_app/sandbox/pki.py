"""The keys and cards of one sandbox installation, made at its first start and kept in its own folder.

``pki/`` holds the server's keys and the staff CA, ``cards/`` one virtual PIV card per demo officer
with an index of them. Every file is 0600 in a 0700 folder; no private key ships.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from cardio.piv.objects import Slot
from cardio.simulator import CardFile, StaffCa
from cardio.uid import digest
from desktop_app.domain.organisation import Officer, UnitTree
from desktop_app.host import make_private_folder, write_private
from desktop_app.sandbox.demo_cards import (
    DEMO_CARDS,
    DEMO_PIN,
    DEMO_PUK,
    NUMBER_CARDS,
    CardState,
    DemoCard,
    NumberCard,
)

CA_NAME: Final = "IOC Desk Sandbox Staff CA"
LIST_LIFE: Final = timedelta(days=7)
"""How long a revocation list stands: longer than the 72 hours that a desk may work offline."""

_PRIVATE_FILE: Final = 0o600
_INDEX: Final = "index.json"
_PUBLISHED_SLOTS: Final = (Slot.AUTHENTICATION, Slot.CARD_AUTHENTICATION)


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """Whose card it is; ``certificates`` maps SHA-256 (hex, of the DER) to slot, ``9A`` or ``9E``.

    A card that has a number only is told by the number's hash, as slot ``ID``.
    """

    officer_id: str
    certificates: dict[str, str]


class SandboxPki:
    """The sandbox's own private keys (P-256) and its staff CA."""

    def __init__(self, folder: Path, staff_ca: StaffCa) -> None:
        self._keys = folder / "pki"
        self._cards = folder / "cards"
        self.staff_ca = staff_ca
        self.bundle_key = _load_or_create_key(self._keys / "bundle-key.pem")
        self.receipt_key = _load_or_create_key(self._keys / "receipt-key.pem")
        self.recovery_key = _load_or_create_key(self._keys / "recovery-key.pem")
        self.reporter_key = _load_or_create_key(self._keys / "reporter-key.pem")
        self.workstation_ca = _load_or_create_key(self._keys / "workstation-ca.pem")

    @classmethod
    def load_or_create(cls, folder: Path, now: datetime) -> SandboxPki:
        """Return the PKI kept under ``folder``; what is missing is made. Raises OSError, ValueError."""
        for part in ("pki", "cards"):
            make_private_folder(folder / part)
        path = folder / "pki" / "staff-ca.pem"
        if path.exists():
            return cls(folder, StaffCa.from_pem(path.read_bytes()))
        staff_ca = StaffCa.create(CA_NAME, now)
        write_private(path, staff_ca.to_pem())
        return cls(folder, staff_ca)

    def crl(self, now: datetime) -> bytes:
        """Return a new revocation list (DER); its number is kept before it is handed out."""
        der = self.staff_ca.crl(now, now + LIST_LIFE)
        self._save_staff_ca()
        return der

    def revoke(self, certificate: x509.Certificate, reason: x509.ReasonFlags, at: datetime) -> None:
        """Revoke a card's certificate, for good; it is on the next list."""
        self.staff_ca.revoke(certificate, reason, at)
        self._save_staff_ca()

    def issue_demo_cards(
        self, officers: Iterable[Officer], units: UnitTree, now: datetime
    ) -> tuple[IssuedCard, ...]:
        """Issue every card of the training tray once, and index them; later calls return the same cards."""
        by_id = {officer.id: officer for officer in officers}
        index = self._cards / _INDEX
        rows = {row["file"]: row for row in json.loads(index.read_bytes())} if index.exists() else {}
        every = {card.file_name for card in (*DEMO_CARDS, *NUMBER_CARDS)}
        if not every <= rows.keys():  # the first start, or the first of a program that knows more cards
            for card in DEMO_CARDS:
                rows[card.file_name] = rows.get(card.file_name) or self._issue(
                    card, by_id[card.officer_id], units, now
                )
            for number in NUMBER_CARDS:
                rows[number.file_name] = self._issue_number(number, by_id[number.officer_id], units)
            write_private(index, json.dumps(_in_order(rows), ensure_ascii=False, indent=1).encode())
        cards = [_issued(card.officer_id, CardFile.load(self._cards / card.file_name)) for card in DEMO_CARDS]
        numbers = [IssuedCard(card.officer_id, {digest(card.uid): "ID"}) for card in NUMBER_CARDS]
        return (*cards, *numbers)

    def _issue_number(self, card: NumberCard, officer: Officer, units: UnitTree) -> dict[str, str]:
        write_private(self._cards / card.file_name, json.dumps({"uid": card.uid.hex()}).encode())
        return card.index_row(officer, units.get(officer.unit_id).name)

    def _issue(self, card: DemoCard, officer: Officer, units: UnitTree, now: datetime) -> dict[str, str]:
        begins, days = card.validity(now)
        made = self.staff_ca.issue_piv(
            holder=officer.name, staff_code=officer.id, pin=DEMO_PIN, puk=DEMO_PUK,
            algorithm=card.kind, now=now, not_before=begins, valid_days=days,
        )  # fmt: skip
        blocked = card.state is CardState.BLOCKED
        made = replace(made, label=card.label_vi, role=card.role, blocked=blocked)
        if card.state is CardState.REVOKED:
            for slot in Slot:
                self.revoke(made.certificate(slot), x509.ReasonFlags.key_compromise, now)
        path = self._cards / card.file_name
        made.save(path)
        path.chmod(_PRIVATE_FILE)
        return card.index_row(officer, units.get(officer.unit_id).name)

    def _save_staff_ca(self) -> None:
        write_private(self._keys / "staff-ca.pem", self.staff_ca.to_pem())


def _load_or_create_key(path: Path) -> ec.EllipticCurvePrivateKey:
    if path.exists():
        key = load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError(path.name)
        return key
    key = ec.generate_private_key(ec.SECP256R1())
    write_private(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def _in_order(rows: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """The rows of the index in the order of the tray."""
    return [rows[card.file_name] for card in (*DEMO_CARDS, *NUMBER_CARDS)]


def _issued(officer_id: str, card: CardFile) -> IssuedCard:
    digests = {
        hashlib.sha256(card.certificates[slot]).hexdigest(): f"{slot:02X}" for slot in _PUBLISHED_SLOTS
    }
    return IssuedCard(officer_id, digests)
