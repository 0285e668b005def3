"""What the terminal makes of a presented certificate: verdict, kind, direction. No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509

from cardio import errors
from cardio.trust import Purpose, RevocationStatus, RevocationVerdict
from desktop_app.domain import attendance
from desktop_app.domain.attendance import Direction, DirectionSource, LastTap, LocalVerdict, TapKind
from desktop_app.trust.cards import CardTrust

LIST_AGE_ACCEPTED: Final = timedelta(hours=72)
_NO_LIST: Final = RevocationVerdict(RevocationStatus.UNKNOWN)
_BY_PATH_ERROR: Final[dict[type[errors.CardError], LocalVerdict]] = {
    errors.Expired: LocalVerdict.EXPIRED,
    errors.NotYetValid: LocalVerdict.NOT_YET_VALID,
    errors.ForeignIssuer: LocalVerdict.FOREIGN,
    errors.BadSignature: LocalVerdict.FOREIGN,
    errors.UnsupportedKey: LocalVerdict.FOREIGN,
    errors.ProtocolViolation: LocalVerdict.UNREADABLE,
    errors.WrongPurpose: LocalVerdict.WRONG_PURPOSE,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that is decided about a tap before anybody signs it."""

    kind: TapKind
    verdict: LocalVerdict
    direction: Direction | None = None
    source: DirectionSource | None = None
    list_id: str | None = None
    list_age: timedelta | None = None
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Judge:
    """The terminal's rules: whom it trusts, the repeat window, a lane fixed by enrolment.

    ``numbers``: cards that have a number only may check in. ``site_stale``: another terminal of the site
    has taps that nobody here knows of, so that the server must find the direction.
    """

    trust: CardTrust
    repeat_window: timedelta
    lane: Direction | None = None
    numbers: bool = False
    site_stale: bool = False

    def judge(
        self, certificate: x509.Certificate, *, known: bool, last: LastTap | None, now: datetime
    ) -> Judgement:
        """Return the judgement on a card that can sign; ``known``: the roster names its holder.

        A refused card is a tap too: it is recorded with its verdict and has no direction.
        """
        revocation = self.trust.verdict(certificate, now)
        verdict = self._verdict(certificate, revocation, known=known, now=now)
        return self._directed(verdict, last, now, revocation)

    def judge_number(self, *, known: bool, last: LastTap | None, now: datetime) -> Judgement:
        """Return the judgement on a card that has a number only, where the policy takes those."""
        return self._directed(LocalVerdict.ACCEPTED if known else LocalVerdict.UNKNOWN_PERSON, last, now)

    def _directed(
        self,
        verdict: LocalVerdict,
        last: LastTap | None,
        now: datetime,
        revocation: RevocationVerdict = _NO_LIST,
    ) -> Judgement:
        kind, direction, source, confirm = TapKind.TAP, None, None, False
        if attendance.is_repeat(last, now, self.repeat_window):
            kind = TapKind.TAP_REPEATED
            direction = last.direction if last else None
        elif verdict in attendance.WELCOME and (self.lane is not None or not self.site_stale):
            direction, source = attendance.propose_direction(last, now, self.lane)
            confirm = attendance.needs_confirmation(last, now, direction)
        return Judgement(kind, verdict, direction, source, revocation.list_id, revocation.age, confirm)

    def _verdict(
        self, certificate: x509.Certificate, revocation: RevocationVerdict, *, known: bool, now: datetime
    ) -> LocalVerdict:
        if revocation.status is RevocationStatus.REVOKED:
            return LocalVerdict.REVOKED
        try:
            self.trust.chain(certificate, Purpose.CARD_AUTHENTICATION, now)
        except errors.CardError as problem:
            return _BY_PATH_ERROR.get(type(problem), LocalVerdict.FOREIGN)
        if not known:
            return LocalVerdict.UNKNOWN_PERSON
        unsure = revocation.status in {RevocationStatus.STALE, RevocationStatus.UNKNOWN}
        old = revocation.age is None or revocation.age > LIST_AGE_ACCEPTED
        return LocalVerdict.LIST_STALE if unsure or old else LocalVerdict.ACCEPTED
