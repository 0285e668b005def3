"""A terminal's journal as a test makes it: rows signed by the workstation's key and, for taps, a card's."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from desktop_app.domain.attendance import GENESIS_HASH
from desktop_app.domain.ids import new_id
from desktop_app.sandbox.tables import alarm
from tests.support.desk_client import CardKey, DeskClient, b64url, instant

Row = dict[str, Any]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass
class JournalMaker:
    """Numbers and chains rows; ``forge`` changes a row before it is signed."""

    desk: DeskClient
    seq: int = 0
    head: str = GENESIS_HASH
    epoch: int = 1
    hashes: list[str] = field(default_factory=list)

    def boot(self, forge: Mapping[str, object] | None = None) -> Row:
        """Return a row that no card signs."""
        return self._row({"kind": "boot", "assurance": "none", **(forge or {})})

    def tap(
        self,
        key: CardKey,
        card_forge: Mapping[str, object] | None = None,
        forge: Mapping[str, object] | None = None,
    ) -> Row:
        """Return a tap signed by the card, then by the terminal."""
        shared = self._shared() | {"kind": "tap", "card_cert_sha256": key.sha256}
        facts = {
            **{name: shared[name] for name in ("epoch", "seq", "event_id", "kind", "wall_utc", "prev_hash")},
            "terminal": self.desk.terminal_id, "direction_proposed": "in", "card_cert_sha256": key.sha256,
            "nonce": "n-1", **(card_forge or {}),
        }  # fmt: skip
        header = {"typ": "ioc-tap+jws", "x5t#S256": b64url(hashlib.sha256(key.der).digest())}
        card_jws = key.sign(header, facts)
        verdict = {"assurance": "card_key", "local_verdict": "accepted", "direction_proposed": "in"}
        row = self._row({**shared, **verdict, "card_jws_sha256": sha256(card_jws), **(forge or {})})
        chain = [base64.b64encode(key.der).decode()]
        return {**row, "card_jws": card_jws, "card_chain": chain}

    def send(self, *rows: Row, epoch: int = 1) -> tuple[int, dict[str, Any]]:
        """Send rows with the workstation's token; return status and answer."""
        path = f"/v1/terminals/{self.desk.terminal_id}/events"
        body = {"epoch": epoch, "events": list(rows)}
        answer = self.desk.call("POST", path, token=self.desk.token, json=body)
        return answer.status_code, answer.json()

    def checkpoint(self, **changes: object) -> tuple[int, dict[str, Any]]:
        """Send a checkpoint of the head; return status and answer."""
        claims = {
            "terminal_id": self.desk.terminal_id, "epoch": self.epoch, "seq": self.seq,
            "head_hash": self.head, "wall_utc": instant(datetime.now(UTC)), "key_class": "file", **changes,
        }  # fmt: skip
        signed = self.desk.sign("ioc-checkpoint+jws", claims)
        path = f"/v1/terminals/{self.desk.terminal_id}/checkpoints"
        answer = self.desk.call("POST", path, token=self.desk.token, json={"checkpoint": signed})
        return answer.status_code, {**answer.json(), "sent": signed}

    def _shared(self) -> dict[str, Any]:
        return {
            "terminal_id": self.desk.terminal_id, "epoch": self.epoch, "seq": self.seq + 1,
            "event_id": new_id(), "prev_hash": self.head, "wall_utc": instant(datetime.now(UTC)),
        }  # fmt: skip

    def _row(self, facts: Mapping[str, object]) -> Row:
        clock = {
            "utc_offset": 420, "zone": "Asia/Ho_Chi_Minh", "monotonic_ns": 1, "boot_id": "b-1",
            "trusted_time_age": 0.5, "build": "0.1.0",
        }  # fmt: skip
        signed = self.desk.sign(
            "ioc-journal+jws", {**self._shared(), **clock, **facts}, kid=self.desk.thumbprint
        )
        self.seq, self.head = self.seq + 1, sha256(signed)
        self.hashes.append(self.head)
        return {"terminal_jws": signed, "card_jws": None, "card_chain": None}


def statuses(answer: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return status and reason of each row of an answer."""
    return [(result["status"], result["reason"]) for result in answer["results"]]


def alarms(engine: Engine) -> list[str]:
    """Return the kinds of alarm raised so far."""
    with engine.connect() as connection:
        return list(connection.execute(sa.select(alarm.c.kind)).scalars())
