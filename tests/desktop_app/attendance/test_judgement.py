"""Verdict, kind and direction of a tap."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from cryptography import x509

from cardio.piv import Slot
from cardio.simulator import StaffCa
from desktop_app.attendance.judgement import Judge, Judgement
from desktop_app.domain.attendance import Direction, DirectionSource, LastTap, LocalVerdict, TapKind
from desktop_app.trust.cards import CardTrust
from tests.desktop_app.bundles import Authority
from tests.support.virtual_cards import NOW

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Bench:
    """A CA of its own with one card, and a terminal that trusts it."""

    def __init__(self) -> None:
        self.centre = Authority(StaffCa.create("CA", NOW))
        card = self.centre.staff.issue_piv(holder="x", staff_code="x", pin="123456", puk="12345678", now=NOW)
        self.leaf = card.certificate(Slot.CARD_AUTHENTICATION)
        self.other_purpose = card.certificate(Slot.AUTHENTICATION)
        self.trust = CardTrust(self.centre.bundle())
        self.trust.learn([self.centre.crl()])

    def judge(
        self, last: LastTap | None = None, now: datetime = NOW, lane: Direction | None = None
    ) -> Judgement:
        judge = Judge(self.trust, timedelta(seconds=30), lane)
        return judge.judge(self.leaf, known=True, last=last, now=now)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_first_tap_goes_in(bench: Bench) -> None:
    judged = bench.judge()
    assert (judged.kind, judged.verdict) == (TapKind.TAP, LocalVerdict.ACCEPTED)
    assert (judged.direction, judged.source) == (Direction.IN, DirectionSource.DEFAULT)
    assert judged.list_id is not None
    assert judged.list_age == timedelta(0)


@pytest.mark.parametrize(
    ("ago", "kind", "direction", "confirm"),
    [
        (timedelta(seconds=29), TapKind.TAP_REPEATED, Direction.IN, False),
        (timedelta(seconds=31), TapKind.TAP, Direction.OUT, True),
        (2 * MINUTE, TapKind.TAP, Direction.OUT, False),
        (8 * HOUR, TapKind.TAP, Direction.OUT, False),
        (16 * HOUR, TapKind.TAP, Direction.IN, False),
    ],
)
def test_what_follows_a_tap_in(
    bench: Bench, ago: timedelta, kind: TapKind, direction: Direction, confirm: bool
) -> None:
    judged = bench.judge(LastTap(Direction.IN, NOW - ago, 1))
    assert (judged.kind, judged.direction, judged.confirm) == (kind, direction, confirm)


def test_a_lane_decides(bench: Bench) -> None:
    judged = bench.judge(LastTap(Direction.OUT, NOW - HOUR, 1), lane=Direction.OUT)
    assert (judged.direction, judged.source) == (Direction.OUT, DirectionSource.LANE)


def test_refused_cards_have_a_verdict_and_no_direction(bench: Bench) -> None:
    judge = Judge(bench.trust, timedelta(seconds=30))

    def verdict(leaf: x509.Certificate, now: datetime = NOW, *, known: bool = True) -> LocalVerdict:
        judged = judge.judge(leaf, known=known, last=None, now=now)
        assert judged.kind is TapKind.TAP
        assert judged.direction is None
        return judged.verdict

    assert verdict(bench.leaf, NOW + 2000 * DAY) is LocalVerdict.EXPIRED
    assert verdict(bench.leaf, NOW - 10 * DAY) is LocalVerdict.NOT_YET_VALID
    assert verdict(bench.leaf, known=False) is LocalVerdict.UNKNOWN_PERSON
    assert verdict(bench.other_purpose) is LocalVerdict.WRONG_PURPOSE
    assert verdict(StaffCa.create("Nơi khác", NOW).issuing) is LocalVerdict.FOREIGN
    bench.centre.staff.revoke(bench.leaf, x509.ReasonFlags.key_compromise, NOW)
    bench.trust.learn([bench.centre.crl()])
    assert verdict(bench.leaf) is LocalVerdict.REVOKED


def test_an_old_list_lets_people_in_and_marks_them(bench: Bench) -> None:
    judged = bench.judge(now=NOW + 4 * DAY)
    assert judged.verdict is LocalVerdict.LIST_STALE
    assert judged.direction is Direction.IN


def test_no_list_at_all_marks_them_too(bench: Bench) -> None:
    judge = Judge(CardTrust(bench.centre.bundle()), timedelta(seconds=30))
    judged = judge.judge(bench.leaf, known=True, last=None, now=NOW)
    assert (judged.verdict, judged.list_id, judged.list_age) == (LocalVerdict.LIST_STALE, None, None)
