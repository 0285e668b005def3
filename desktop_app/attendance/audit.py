"""Verifies exported attendance offline: chain, both signatures of each row, certificate chains, receipts.

It needs no store and no server: the file, and the receipt key or the roots where one wants to trust
more than the file itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from desktop_app import jose
from desktop_app.store.journal_check import Signed, Verdict, check_journal

_PEM_BLOCK: Final = re.compile(rb"-----BEGIN [A-Z ]+-----.+?-----END [A-Z ]+-----", re.DOTALL)


class EvidenceUnreadable(Exception):
    """The file is no evidence; ``line`` (from 1) is the first that cannot be read, 0 for all of it."""

    code = "evidence_unreadable"

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the evidence with its chains as certificates, leaf first."""

    signed: Signed
    card_chain: tuple[x509.Certificate, ...]
    terminal_chain: tuple[x509.Certificate, ...]
    receipt: str | None


@dataclass(frozen=True, slots=True)
class Audit:
    """What the rows came to; ``receipted`` counts rows whose receipt holds, ``forged`` those it does not."""

    verdict: Verdict
    cards: int
    receipted: int
    forged: int

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.verdict.fault is None and self.forged == 0


def read_evidence(path: Path) -> list[Line]:
    """Return the rows of an evidence file; raise OSError, ``EvidenceUnreadable``."""
    rows: list[Line] = []
    for number, text in enumerate(path.read_text(encoding="ascii", errors="strict").splitlines(), 1):
        try:
            rows.append(parse_line(json.loads(text)))
        except (ValueError, KeyError, TypeError, jose.JwsInvalid):
            raise EvidenceUnreadable(number) from None
    return rows


def audit(rows: Sequence[Line], receipt_key: bytes | None = None, after: Verdict | None = None) -> Audit:
    """Check ``rows`` from the beginning of the journal; receipts with ``receipt_key``, if given.

    That is PEM, with several blocks where the centre changed its key.

    Raises ``EvidenceUnreadable(0)`` for a key that is none.
    """
    terminals = {row.signed.terminal_jws: row.terminal_chain for row in rows}
    cards = {row.signed.card_jws: row.card_chain for row in rows if row.signed.card_jws is not None}
    verdict = check_journal(
        (row.signed for row in rows),
        after=after.end if after else None,
        terminal_signed=lambda jws: _holds(jws, jose.Kind.JOURNAL, terminals[jws]),
        card_signed=lambda jws: _holds(jws, jose.Kind.TAP, cards[jws]),
    )
    keys = _keys(receipt_key) if receipt_key else ()
    good = [_receipt_holds(row.receipt, row.signed, keys) for row in rows if row.receipt and keys]
    return Audit(verdict, len(cards), good.count(True), good.count(False))


def parse_line(raw: dict[str, Any]) -> Line:
    """Return one line of evidence; raise ValueError, KeyError, TypeError or ``JwsInvalid``."""
    signed = Signed(raw["card_jws"], str(raw["terminal_jws"]))
    chains = jose.read_x5c(raw["card_x5c"]), jose.read_x5c(raw["terminal_x5c"])
    return Line(signed, *chains, raw["receipt"])


def _holds(compact: str, kind: jose.Kind, chain: tuple[x509.Certificate, ...]) -> bool:
    """Whether the leaf signed ``compact`` and each certificate is signed by the next, the last by itself."""
    if not chain:
        return False
    try:
        header = jose.verify(compact, kind, jose.certificate_key(chain[0])).header
        for below, above in zip(chain, (*chain[1:], chain[-1]), strict=True):
            below.verify_directly_issued_by(above)
    except (jose.JwsInvalid, InvalidSignature, ValueError, TypeError):
        return False
    named = header.get("x5t#S256")
    return named is None or named == jose.x5t_s256(chain[0])


def _keys(pem: bytes) -> tuple[ECKey, ...]:
    blocks = _PEM_BLOCK.findall(pem) or [pem]
    try:
        return tuple(ECKey.import_key(block) for block in blocks)
    except (JoseError, ValueError):
        raise EvidenceUnreadable(0) from None


def _receipt_holds(receipt: str, row: Signed, keys: tuple[ECKey, ...]) -> bool:
    """Whether the receipt is the centre's and names exactly this row."""
    return any(_names(receipt, row, key) for key in keys)


def _names(receipt: str, row: Signed, key: ECKey) -> bool:
    try:
        events = jose.verify(receipt, jose.Kind.RECEIPT, key).claims["events"]
        return jose.sha256_hex(row.terminal_jws) in {event["hash"] for event in events}
    except (jose.JwsInvalid, KeyError, TypeError):
        return False
