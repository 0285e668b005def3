"""A journal of our own at a fresh terminal: rows and checkpoints, signed as a terminal signs them."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any, Final

from cryptography.hazmat.primitives.serialization import Encoding

from cardio.piv.objects import Slot
from desktop_app import jose
from desktop_app.api import wire
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.conformance.card_folder import StaffCard
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.workstation import KEY_CLASS, Workstation
from desktop_app.domain.attendance import GENESIS_HASH, Assurance, Direction, JournalFacts, TapFacts, TapKind
from desktop_app.domain.ids import new_id

Row = dict[str, Any]
EPOCH: Final = 1


class Terminal:
    """Numbers, chains and sends rows; ``head`` is the hash of the last row made."""

    def __init__(self, workstation: Workstation, token: str) -> None:
        self.workstation = workstation
        self.token = token
        self.seq = 0
        self.head = GENESIS_HASH
        self.hashes: list[str] = []
        self._signer = TerminalSigner(workstation.key)

    @property
    def path(self) -> str:
        """The terminal's resource."""
        return f"/v1/terminals/{self.workstation.terminal_id}"

    def row(self, **changes: Any) -> Row:  # noqa: ANN401 - any field of the row
        """Return the next row, which no card signs."""
        facts = {
            "terminal_id": self.workstation.terminal_id, "epoch": EPOCH, "seq": self.seq + 1,
            "event_id": new_id(), "kind": TapKind.BOOT, "prev_hash": self.head,
            "wall_utc": datetime.now(UTC), "utc_offset": 420, "zone": "Asia/Ho_Chi_Minh", "monotonic_ns": 1,
            "boot_id": "conformance", "trusted_time_age": 0.0, "build": "conformance",
            "assurance": Assurance.NONE, **changes,
        }  # fmt: skip
        signed = self._signer.row(JournalFacts(**facts))
        self.seq, self.head = self.seq + 1, jose.sha256_hex(signed)
        self.hashes.append(self.head)
        return {"terminal_jws": signed, "card_jws": None, "card_chain": None}

    def row_as(self, kind: jose.Kind) -> Row:
        """Return the next row, signed as if it were of ``kind``."""
        claims = jose.unverified(self.row()["terminal_jws"]).claims
        signed = jose.sign(kind, claims, self.workstation.key)
        self.head = self.hashes[-1] = jose.sha256_hex(signed)
        return {"terminal_jws": signed, "card_jws": None, "card_chain": None}

    def tap(self, card: StaffCard) -> Row:
        """Return the next row, a tap that the card's key 9E signs."""
        slot = Slot.CARD_AUTHENTICATION
        at, event_id, digest = datetime.now(UTC), new_id(), card.sha256(slot)
        facts = TapFacts(
            self.workstation.terminal_id, EPOCH, self.seq + 1, event_id, TapKind.TAP, at, Direction.IN,
            self.head, digest, new_id(),
        )  # fmt: skip
        certificate = card.certificate(slot)
        header = {"typ": str(jose.Kind.TAP), "x5t#S256": jose.x5t_s256(certificate)}
        signed = card.sign(slot, header, wire.encode_facts(facts))
        row = self.row(
            event_id=event_id, kind=TapKind.TAP, wall_utc=at, assurance=Assurance.CARD_KEY,
            card_jws_sha256=jose.sha256_hex(signed), card_cert_sha256=digest, direction_proposed=Direction.IN,
        )  # fmt: skip
        chain = [b64encode(certificate.public_bytes(Encoding.DER)).decode()]
        return {**row, "card_jws": signed, "card_chain": chain}

    def send(self, *rows: Row) -> Answer:
        """Send rows."""
        document = {"epoch": EPOCH, "events": rows}
        return self.workstation.call("POST", f"{self.path}/events", token=self.token, document=document)

    def checkpoint(self, seq: int, head_hash: str, at: datetime | None = None) -> tuple[str, Answer]:
        """Sign and send a checkpoint taken ``at`` (None: now); return it with its answer."""
        signed = self._signer.checkpoint(
            {
                "terminal_id": self.workstation.terminal_id, "epoch": EPOCH, "seq": seq,
                "head_hash": head_hash, "wall_utc": wire.instant(at or datetime.now(UTC)),
                "key_class": KEY_CLASS,
            }
        )  # fmt: skip
        path = f"{self.path}/checkpoints"
        answer = self.workstation.call("POST", path, token=self.token, document={"checkpoint": signed})
        return signed, answer
