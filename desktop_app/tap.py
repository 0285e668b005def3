"""One journal row from one presented card: judged, signed by the card, signed by the terminal, durable.

The head of the journal is reserved while the card signs; a card that is torn off in between has used
no sequence number. Rows that no card can sign carry the terminal's signature alone.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import errors
from cardio.tap import TapCard, read_tap
from cardio.transport import Card
from desktop_app import host, jose, release
from desktop_app.domain.attendance import (
    Assurance,
    Direction,
    JournalFacts,
    LocalVerdict,
    TapFacts,
    TapKind,
)
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.ids import new_id
from desktop_app.journal_row import TerminalSigner, card_part
from desktop_app.news import TapResult
from desktop_app.tap_judgement import Judge, Judgement

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.store.journal import Slot
    from desktop_app.store.terminal import TerminalStore

NONCE_BYTES: Final = 16
_CANNOT_SIGN: Final = (
    errors.CardMute,
    errors.UnknownCard,
    errors.ObjectMissing,
    errors.ProtocolViolation,
    errors.AnswerTooLong,
    errors.UnsupportedKey,
    errors.ApduError,
    errors.ConditionsNotSatisfied,
    errors.ContactlessRefused,
    errors.WrongKey,
)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Which terminal this is, and what its rows are signed with."""

    terminal_id: str
    signer: TerminalSigner


class TapDesk:
    """The one writer of this terminal's journal; its methods run on card threads and the journal's."""

    def __init__(
        self,
        terminal: Terminal,
        store: TerminalStore,
        judge: Callable[[], Judge],
        clock: Clock,
        offline: Callable[[], bool],
        written: Callable[[], None],
    ) -> None:
        """``judge`` gives the rules in force, ``written`` is called after each row."""
        self._terminal = terminal
        self._store = store
        self._judge = judge
        self._clock = clock
        self._offline = offline
        self._written = written

    # --- cards ---------------------------------------------------------------------------------

    def record(self, reader: str, card: Card, presented: float) -> TapResult:
        """Record the card in ``reader``; the row is durable when this returns.

        ``presented`` is the monotonic time at which the card was seen. A card that cannot sign is
        recorded as rejected; one that is torn off raises its ``CardError`` and leaves no row.
        """
        try:
            with card.transaction():
                tap = read_tap(card)
                return self._signed(reader, tap, presented)
        except _CANNOT_SIGN:
            return self._rejected(reader, presented)

    def _signed(self, reader: str, tap: TapCard, presented: float) -> TapResult:
        digest = tap.certificate.fingerprint(hashes.SHA256()).hex()
        person = self._store.roster.person(digest)
        with self._store.journal.reserved() as slot:
            now = self._clock.now()
            judge = self._judge()
            judged = judge.judge(
                tap.certificate,
                known=person is not None,
                last=self._store.journal.last_tap(digest),
                now=now,
            )
            facts = self._card_facts(slot, digest, judged)
            card_jws = card_part(facts, tap)
            row = self._facts(
                slot,
                judged.kind,
                event_id=facts.event_id,
                wall_utc=facts.wall_utc,
                assurance=Assurance.CARD_KEY,
                card_jws_sha256=jose.sha256_hex(card_jws),
                card_cert_sha256=digest,
                person_ref=person.person_ref if person else None,
                local_verdict=judged.verdict,
                direction_proposed=judged.direction,
                direction_source=judged.source,
                revocation_list_id=judged.list_id,
                revocation_list_age=_seconds(judged.list_age),
            )
            chain = _ders(judge.trust.known_chain(tap.certificate))
            slot.append(card_jws, self._terminal.signer.row(row), row, chain)
        names = (person.given_name, person.initials) if person else ("", "")
        return self._result(reader, row, judged, names, now, presented)

    def _rejected(self, reader: str, presented: float) -> TapResult:
        judged = Judgement(TapKind.TAP_REJECTED, LocalVerdict.UNREADABLE)
        now = self._clock.now()
        row = self._plain(TapKind.TAP_REJECTED, local_verdict=judged.verdict)
        return self._result(reader, row, judged, ("", ""), now, presented)

    def _card_facts(self, slot: Slot, digest: str, judged: Judgement) -> TapFacts:
        return TapFacts(
            terminal=self._terminal.terminal_id,
            epoch=slot.head.epoch,
            seq=slot.head.next_seq,
            event_id=new_id(),
            kind=judged.kind,
            wall_utc=self._clock.wall(),
            direction_proposed=judged.direction,
            prev_hash=slot.head.hash,
            card_cert_sha256=digest,
            nonce=secrets.token_hex(NONCE_BYTES),
        )

    def _result(
        self,
        reader: str,
        row: JournalFacts,
        judged: Judgement,
        names: tuple[str, str],
        at: datetime,
        presented: float,
    ) -> TapResult:
        self._written()
        return TapResult(
            reader=reader,
            event_id=row.event_id,
            kind=judged.kind,
            verdict=judged.verdict,
            direction=judged.direction,
            given_name=names[0],
            initials=names[1],
            at=at,
            seq=row.seq,
            offline=self._offline(),
            elapsed_ms=(time.monotonic() - presented) * 1000,
            confirm=judged.confirm,
        )

    # --- what no card signs --------------------------------------------------------------------

    def annotate(self, event_id: str, direction: Direction) -> None:
        """Record that the direction of an earlier tap was another; the tap itself stays as it is."""
        self._plain(TapKind.ANNOTATION, refers_to=event_id, direction_proposed=direction)
        self._written()

    def note(self, kind: TapKind) -> None:
        """Record an event of the terminal itself: start, end, a new revocation list."""
        self._plain(kind)
        self._written()

    def _plain(self, kind: TapKind, **more: Any) -> JournalFacts:  # noqa: ANN401 - fields of the row
        with self._store.journal.reserved() as slot:
            row = self._facts(slot, kind, event_id=new_id(), wall_utc=self._clock.wall(), **more)
            slot.append(None, self._terminal.signer.row(row), row)
        return row

    def _facts(
        self,
        slot: Slot,
        kind: TapKind,
        *,
        event_id: str,
        wall_utc: datetime,
        assurance: Assurance = Assurance.NONE,
        **more: Any,  # noqa: ANN401 - fields of the row
    ) -> JournalFacts:
        offset = wall_utc.astimezone(ZONE).utcoffset()
        return JournalFacts(
            terminal_id=self._terminal.terminal_id,
            epoch=slot.head.epoch,
            seq=slot.head.next_seq,
            event_id=event_id,
            kind=kind,
            prev_hash=slot.head.hash,
            wall_utc=wall_utc,
            utc_offset=int(offset.total_seconds()) if offset else 0,
            zone=ZONE.key,
            monotonic_ns=time.monotonic_ns(),
            boot_id=host.boot_id(),
            trusted_time_age=_seconds(self._clock.trusted_age()),
            build=release.build(),
            assurance=assurance,
            **more,
        )


def _seconds(span: timedelta | None) -> float | None:
    return None if span is None else span.total_seconds()


def _ders(chain: tuple[x509.Certificate, ...]) -> tuple[bytes, ...]:
    return tuple(certificate.public_bytes(Encoding.DER) for certificate in chain)
