"""Attendance of one terminal: rows up, receipts back, checkpoints, roster."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession, Centre, Request, TokenSource, read_time
from desktop_app.store.journal import NUMBER
from desktop_app.store.trust_table import RosterPerson

MOST_ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class SentRow:
    """A journal row as it travels: both signatures verbatim, the card's chain as base64 DER."""

    card_jws: str | None
    terminal_jws: str
    card_chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowsAnswer:
    """What came of the rows: the signed receipt (not yet believed) and where the server stands."""

    receipt: str
    next_expected_seq: int


@dataclass(frozen=True, slots=True)
class TerminalHead:
    """Where the server stands with a terminal; ``wipe_order`` is what the workstation has to carry out."""

    epoch: int
    next_expected_seq: int
    head_hash: str
    wipe_order: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is expected at a terminal, and the newest revocation lists (DER).

    ``site_stale``: another terminal of the site has not been heard of, so its taps are not known.
    """

    persons: tuple[RosterPerson, ...]
    crls: tuple[bytes, ...]
    issued_at: datetime
    site_stale: bool = False


class Terminal:
    """The attendance resource of one terminal."""

    def __init__(self, session: ApiSession, token: TokenSource, terminal_id: str) -> None:
        self._session = session
        self._token = token
        self._path = f"/v1/terminals/{terminal_id}"

    def send_rows(self, epoch: int, rows: Sequence[SentRow]) -> RowsAnswer:
        """Send at most ``MOST_ROWS`` rows of contiguous seq; raise ``Refused("gap", 409)``."""
        events = [
            {"card_jws": r.card_jws, "terminal_jws": r.terminal_jws, "card_chain": list(r.card_chain) or None}
            for r in rows
        ]
        answer = self._call("POST", "/events", {"epoch": epoch, "events": events})
        return RowsAnswer(wire.text(answer, "receipt"), wire.number(answer, "next_expected_seq"))

    def send_checkpoint(self, checkpoint: str) -> str:
        """Send a checkpoint; return it counter-signed. Raises ``Refused("rollback", 409)``."""
        return wire.text(self._call("POST", "/checkpoints", {"checkpoint": checkpoint}), "countersigned")

    def head(self) -> TerminalHead:
        """Return where the server stands."""
        answer = self._call("GET", "")
        return TerminalHead(
            wire.number(answer, "epoch"),
            wire.number(answer, "next_expected_seq"),
            str(answer.get("head_hash", "")),
            order if isinstance(order := answer.get("wipe_order"), str) else None,
        )

    def begin_epoch(self, order: str) -> tuple[int, str]:
        """Have a supervisor's order carried out; return the new epoch and the hash it chains to.

        Raises ``Refused``: ``epoch_stale``, ``not_entitled``.
        """
        answer = self._call("POST", "/epochs", {"order": order})
        return wire.number(answer, "epoch"), wire.text(answer, "head_hash")

    def confirm_wipe(self, order_id: str, accounts: int, sealed: int) -> None:
        """Say that a wipe was carried out: how many stores went, and how many left sealed work."""
        self._call("POST", "/wiped", {"order_id": order_id, "accounts": accounts, "sealed": sealed})

    def recover(self, sealed: str, orders: Sequence[str]) -> dict[str, Any]:
        """Have sealed work opened on two admins' orders; raise ``Refused``."""
        return self._call("POST", "/recoveries", {"sealed": sealed, "orders": list(orders)})

    def roster(self) -> Roster:
        """Return who is expected here, and the newest revocation lists."""
        answer = self._call("GET", "/roster")
        persons = tuple(wire.decode(RosterPerson, raw) for raw in wire.members(answer, "persons"))
        numbers = answer.get("uid_cards") or []
        by_number = tuple(_by_number(raw) for raw in numbers) if isinstance(numbers, list) else ()
        issued_at = read_time(wire.text(answer, "issued_at"))
        lists = read_ders(answer.get("crls"), "crls")
        return Roster(persons + by_number, lists, issued_at, answer.get("site_stale") is True)

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self._session.call(Request(method, self._path + path, json=body), self._token)


@dataclass(frozen=True, slots=True)
class Access:
    """How a terminal comes to its resource: the centre, the workstation's token, the terminal's own id."""

    centre: Centre
    token: TokenSource
    terminal_id: str

    def over(self, session: ApiSession) -> Terminal:
        """Return the resource as spoken to over a session of the centre's."""
        return Terminal(session, self.token, self.terminal_id)


def _by_number(raw: object) -> RosterPerson:
    if not isinstance(raw, dict) or not isinstance(raw.get("uid_sha256"), str):
        raise Garbage("uid_cards")
    return wire.decode(RosterPerson, {**raw, "card_cert_sha256": NUMBER + raw["uid_sha256"]})


def read_ders(raw: object, name: str) -> tuple[bytes, ...]:
    """Return the bytes of a list of base64 texts; raise ``Garbage``."""
    if not isinstance(raw, list):
        raise Garbage(name)
    try:
        return tuple(b64decode(item, validate=True) for item in raw)
    except (ValueError, TypeError):
        raise Garbage(name) from None
