"""Verifies a journal offline: chain, hashes, gaps and both signatures; names the first fault.

Works on the compact JWS alone, as any JOSE library sees them; the database's own columns are not
trusted. Signatures are judged by the caller's functions, which know the keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop_app import jose
from desktop_app.domain.attendance import GENESIS_HASH, SIGNED_BY_CARD


class JournalFault(StrEnum):
    """What can be wrong with a row; the word a report uses."""

    MALFORMED = "malformed"
    WRONG_KIND = "wrong_kind"
    WRONG_TERMINAL = "wrong_terminal"
    GAP = "gap"
    REORDERED = "reordered"
    CHAIN_BROKEN = "chain_broken"
    DUPLICATE = "duplicate"
    CARD_HASH = "card_hash"
    CARD_MISSING = "card_missing"
    CARD_MISMATCH = "card_mismatch"
    TERMINAL_SIGNATURE = "terminal_signature"
    CARD_SIGNATURE = "card_signature"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong: in which row (``seq`` as expected there) and what."""

    epoch: int
    seq: int
    what: JournalFault


@dataclass(frozen=True, slots=True)
class Signed:
    """The two signed texts of one row."""

    card_jws: str | None
    terminal_jws: str


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """Where a sequence begins or has got to: the row that the next one follows."""

    epoch: int = 1
    seq: int = 0
    hash: str = GENESIS_HASH


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many rows held, where the chain got to, and the first fault (None: all of it holds)."""

    rows: int
    end: ChainEnd
    fault: Fault | None = None


Verify = Callable[[str], bool]
"""Tells whether a compact JWS is signed by the key it should be signed by."""
_BOTH_SAY = (
    "epoch", "seq", "event_id", "kind", "wall_utc", "direction_proposed", "prev_hash", "card_cert_sha256",
)  # fmt: skip


def check_journal(
    rows: Iterable[Signed],
    *,
    after: ChainEnd | None = None,
    terminal_id: str | None = None,
    terminal_signed: Verify | None = None,
    card_signed: Verify | None = None,
) -> Verdict:
    """Check ``rows`` in order, following ``after`` (the start of epoch 1 where it is None).

    A new epoch begins at seq 1 and chains to the last row of the old one. Signatures are checked
    where the functions are given.
    """
    end, seen, count = after or ChainEnd(), set[str](), 0
    checker = _Checker(terminal_id, terminal_signed, card_signed)
    for row in rows:
        try:
            claims = checker.check(row, end)
            if claims["event_id"] in seen:
                raise _Wrong(JournalFault.DUPLICATE)
        except _Wrong as wrong:
            return Verdict(count, end, Fault(end.epoch, end.seq + 1, wrong.what))
        seen.add(claims["event_id"])
        end = ChainEnd(claims["epoch"], claims["seq"], jose.sha256_hex(row.terminal_jws))
        count += 1
    return Verdict(count, end)


class _Wrong(Exception):
    """This row is the first that does not hold; ``what`` is wrong with it."""

    def __init__(self, what: JournalFault) -> None:
        self.what = what


@dataclass(frozen=True, slots=True)
class _Checker:
    """What rows are held against: whose they must be, and who tells true signatures."""

    terminal_id: str | None
    terminal_signed: Verify | None
    card_signed: Verify | None

    def check(self, row: Signed, end: ChainEnd) -> dict[str, Any]:
        """Return the terminal's claims of a row that rightly follows ``end``."""
        claims = _claims(row.terminal_jws, jose.Kind.JOURNAL, _TERMINAL_FIELDS)
        if self.terminal_id is not None and claims["terminal_id"] != self.terminal_id:
            raise _Wrong(JournalFault.WRONG_TERMINAL)
        _check_place(claims, end)
        _check_card(row.card_jws, claims)
        if self.terminal_signed is not None and not self.terminal_signed(row.terminal_jws):
            raise _Wrong(JournalFault.TERMINAL_SIGNATURE)
        if row.card_jws is not None and self.card_signed is not None and not self.card_signed(row.card_jws):
            raise _Wrong(JournalFault.CARD_SIGNATURE)
        return claims


_TERMINAL_FIELDS: Sequence[tuple[str, type]] = (
    ("terminal_id", str), ("epoch", int), ("seq", int), ("event_id", str), ("kind", str), ("prev_hash", str),
)  # fmt: skip


def _claims(compact: str, kind: jose.Kind, required: Sequence[tuple[str, type]]) -> dict[str, Any]:
    try:
        read = jose.unverified(compact)
    except jose.JwsInvalid:
        raise _Wrong(JournalFault.MALFORMED) from None
    if read.header.get("typ") != kind:
        raise _Wrong(JournalFault.WRONG_KIND)
    if any(type(read.claims.get(name)) is not shape for name, shape in required):
        raise _Wrong(JournalFault.MALFORMED)
    return read.claims


def _check_place(claims: dict[str, Any], end: ChainEnd) -> None:
    begins = claims["epoch"] > end.epoch
    expected = 1 if begins else end.seq + 1
    if claims["epoch"] < end.epoch or claims["seq"] < expected:
        raise _Wrong(JournalFault.REORDERED)
    if claims["seq"] > expected:
        raise _Wrong(JournalFault.GAP)
    if claims["prev_hash"] != end.hash:
        raise _Wrong(JournalFault.CHAIN_BROKEN)


def _check_card(card_jws: str | None, claims: dict[str, Any]) -> None:
    """The card signed exactly this row: bound by hash, and agreeing in every field that both hold."""
    named = claims.get("card_jws_sha256")
    if card_jws is None:
        if named is not None:
            raise _Wrong(JournalFault.CARD_HASH)
        if str(claims.get("assurance")) in SIGNED_BY_CARD:
            raise _Wrong(JournalFault.CARD_MISSING)
        return
    if not card_jws.isascii() or jose.sha256_hex(card_jws) != named:
        raise _Wrong(JournalFault.CARD_HASH)
    card = _claims(card_jws, jose.Kind.TAP, ())
    same = card.get("terminal") == claims["terminal_id"]
    if not same or any(card.get(name) != claims.get(name) for name in _BOTH_SAY):
        raise _Wrong(JournalFault.CARD_MISMATCH)
