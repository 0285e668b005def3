"""One journal row from one presented card: judged, signed by the card, signed by the terminal, durable.

The head of the journal is reserved while the card signs; a card that is torn off in between has used
no sequence number. Rows that no card can sign carry the terminal's signature alone.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import errors
from cardio.tap import TapCard, read_tap
from cardio.transport import Card
from cardio.uid import CardUid, read_uid
from cardio.uid import digest as uid_digest
from desktop_app import host, jose, release
from desktop_app.attendance.journal_row import TerminalSigner, card_part
from desktop_app.attendance.judgement import Judge, Judgement
from desktop_app.attendance.meanwhile import Meanwhile
from desktop_app.domain.attendance import (
    Assurance,
    Direction,
    EntryReason,
    JournalFacts,
    LocalVerdict,
    TapFacts,
    TapKind,
)
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.ids import new_id
from desktop_app.news import TapResult
from desktop_app.store.journal import NUMBER, chain_text

if TYPE_CHECKING:
    from desktop_app.cards.officer_card import OfficerCard
    from desktop_app.clock import Clock
    from desktop_app.store.journal import Slot
    from desktop_app.store.terminal import TerminalStore
    from desktop_app.store.trust_table import RosterPerson

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


@dataclass(frozen=True, slots=True)
class Entry:
    """What an officer enters for somebody: which way they went, and why no card of theirs says it."""

    direction: Direction
    reason: EntryReason
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    """What a tap needs and no card can change: the rules in force, the event's id, a nonce."""

    judge: Judge
    event_id: str
    nonce: str


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
        meanwhile: Meanwhile,
    ) -> None:
        """``judge`` gives the rules in force, ``written`` is called when there are rows to be sent.

        ``meanwhile`` does what a card need not be waited for with; its owner ends it.
        """
        self._terminal = terminal
        self._store = store
        self._judge = judge
        self._clock = clock
        self._offline = offline
        self._written = written
        self._meanwhile = meanwhile

    # --- cards ---------------------------------------------------------------------------------

    def record(self, reader: str, card: Card, presented: float) -> TapResult:
        """Record the card in ``reader``; the row is durable when this returns, and goes out by ``send``.

        ``presented`` is the monotonic time at which the card was seen. A card that cannot sign is
        recorded as rejected; one that is torn off raises its ``CardError`` and leaves no row.
        """
        try:
            with card.transaction():
                ready = self._meanwhile.begin(self._before_the_card)
                try:
                    tap = read_tap(card)
                except errors.UnknownCard:
                    return self._numbered(reader, read_uid(card), presented)
                return self._signed(reader, tap, ready.outcome(self._ready), presented)
        except _CANNOT_SIGN:
            return self._rejected(reader, presented)

    def send(self) -> None:
        """Have what was recorded sent; for who has told the screen of it."""
        self._written()

    def _ready(self) -> _Ready:
        return _Ready(self._judge(), new_id(), secrets.token_hex(NONCE_BYTES))

    def _before_the_card(self) -> _Ready:
        """Return what no card can change, and have the store's reader at the last commit.

        Every commit makes it decipher its pages anew: those that each look-up passes are read here, by
        look-ups for nobody.
        """
        self._store.roster.person("")
        self._store.journal.last_tap("", "")
        self._store.journal.head()
        return self._ready()

    def _numbered(self, reader: str, uid: CardUid, presented: float) -> TapResult:
        """Record a card that has a number only: at its own level, where the policy takes it at all."""
        judge = self._judge()
        if not judge.numbers:
            return self._rejected(reader, presented, LocalVerdict.UID_REFUSED)
        if not uid.stable:
            return self._rejected(reader, presented)
        number = uid_digest(uid.value)
        person = self._store.roster.person(NUMBER + number)
        ref = person.person_ref if person else None
        with self._store.journal.reserved() as slot:
            now = self._clock.now()
            last = self._store.journal.last_tap(NUMBER + number, ref)
            judged = judge.judge_number(known=person is not None, last=last, now=now)
            row = self._facts(
                slot,
                judged.kind,
                event_id=new_id(),
                wall_utc=self._clock.wall(),
                assurance=Assurance.UID_ONLY,
                card_uid_sha256=number,
                person_ref=ref,
                local_verdict=judged.verdict,
                direction_proposed=judged.direction,
                direction_source=judged.source,
            )
            slot.append(None, self._terminal.signer.row(row), row)
        names = (person.given_name, person.initials) if person else ("", "")
        return replace(self._result(reader, row, judged, names, now, presented), number_only=True)

    def _signed(self, reader: str, tap: TapCard, ready: _Ready, presented: float) -> TapResult:
        digest = tap.certificate.fingerprint(hashes.SHA256()).hex()
        person = self._store.roster.person(digest)
        with self._store.journal.reserved() as slot:
            now = self._clock.now()
            judged = ready.judge.judge(
                tap.certificate,
                known=person is not None,
                last=self._store.journal.last_tap(digest, person.person_ref if person else None),
                now=now,
            )
            facts = self._card_facts(slot, digest, judged.kind, judged.direction, ready)

            def beside() -> tuple[JournalFacts, str]:
                chain = ready.judge.trust.known_chain(tap.certificate)
                return self._but_for_the_card(slot, facts, judged, person), _written_out(chain)

            rest = self._meanwhile.begin(beside)
            card_jws = card_part(facts, tap)
            row, chain = rest.outcome()
            row = replace(row, card_jws_sha256=jose.sha256_hex(card_jws))
            slot.append(card_jws, self._terminal.signer.row(row), row, chain)
        names = (person.given_name, person.initials) if person else ("", "")
        return self._result(reader, row, judged, names, now, presented)

    def _but_for_the_card(
        self, slot: Slot, facts: TapFacts, judged: Judgement, person: RosterPerson | None
    ) -> JournalFacts:
        """Return the row of what the card is about to sign, without the hash of what it will have signed."""
        return self._facts(
            slot,
            judged.kind,
            event_id=facts.event_id,
            wall_utc=facts.wall_utc,
            assurance=Assurance.CARD_KEY,
            card_cert_sha256=facts.card_cert_sha256,
            person_ref=person.person_ref if person else None,
            local_verdict=judged.verdict,
            direction_proposed=judged.direction,
            direction_source=judged.source,
            revocation_list_id=judged.list_id,
            revocation_list_age=_seconds(judged.list_age),
        )

    def _rejected(
        self, reader: str, presented: float, verdict: LocalVerdict = LocalVerdict.UNREADABLE
    ) -> TapResult:
        judged = Judgement(TapKind.TAP_REJECTED, verdict)
        now = self._clock.now()
        row = self._plain(TapKind.TAP_REJECTED, local_verdict=judged.verdict)
        return self._result(reader, row, judged, ("", ""), now, presented)

    def _card_facts(
        self, slot: Slot, digest: str, kind: TapKind, direction: Direction | None, ready: _Ready
    ) -> TapFacts:
        return TapFacts(
            terminal=self._terminal.terminal_id,
            epoch=slot.head.epoch,
            seq=slot.head.next_seq,
            event_id=ready.event_id,
            kind=kind,
            wall_utc=self._clock.wall(),
            direction_proposed=direction,
            prev_hash=slot.head.hash,
            card_cert_sha256=digest,
            nonce=ready.nonce,
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

    # --- what an officer's card signs ----------------------------------------------------------

    def leave(self, officer: OfficerCard) -> JournalFacts:
        """Record that a site admin left the kiosk's mode."""
        row = self._by_officer(TapKind.MODE_EXIT, officer, Assurance.CARD_KEY_PIN)
        self._written()
        return row

    def enter_for(self, officer: OfficerCard, person: RosterPerson, entry: Entry) -> TapResult:
        """Record a person whom an officer vouches for, at the level that this has; durable on return."""
        row = self._by_officer(
            TapKind.SUPERVISED_ENTRY,
            officer,
            Assurance.SUPERVISED,
            person_ref=person.person_ref,
            direction_proposed=entry.direction,
            local_verdict=LocalVerdict.ACCEPTED,
            reason=entry.reason,
            text=entry.text,
        )
        self._written()
        judged = Judgement(TapKind.SUPERVISED_ENTRY, LocalVerdict.ACCEPTED, entry.direction)
        names = person.given_name, person.initials
        return self._result("", row, judged, names, self._clock.now(), time.monotonic())

    def _by_officer(
        self,
        kind: TapKind,
        officer: OfficerCard,
        assurance: Assurance,
        direction_proposed: Direction | None = None,
        **more: Any,  # noqa: ANN401 - fields of the row
    ) -> JournalFacts:
        digest = officer.certificate.fingerprint(hashes.SHA256()).hex()
        with self._store.journal.reserved() as slot:
            facts = self._card_facts(slot, digest, kind, direction_proposed, self._ready())
            card_jws = card_part(facts, officer)
            row = self._facts(
                slot,
                kind,
                event_id=facts.event_id,
                wall_utc=facts.wall_utc,
                assurance=assurance,
                card_jws_sha256=jose.sha256_hex(card_jws),
                card_cert_sha256=digest,
                direction_proposed=direction_proposed,
                **more,
            )
            slot.append(card_jws, self._terminal.signer.row(row), row, _written_out(officer.chain))
        return row

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


def _written_out(chain: tuple[x509.Certificate, ...]) -> str:
    return chain_text([certificate.public_bytes(Encoding.DER) for certificate in chain])
