"""Rows of the journal, from the card to the disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from cardio import errors
from cardio.piv import Slot
from cardio.simulator import CardFile, KeyKind, VirtualPivCard
from desktop_app import jose
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.attendance.judgement import Judge
from desktop_app.attendance.meanwhile import Meanwhile
from desktop_app.attendance.tap import TapDesk, Terminal
from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
from desktop_app.news import TapResult
from desktop_app.store.journal_check import check_journal
from desktop_app.store.terminal import TerminalStore
from desktop_app.store.trust_table import RosterPerson
from desktop_app.trust.cards import CardTrust
from tests.desktop_app.bundles import Authority
from tests.desktop_app.store.builders import KEY
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.clock import ManualClock
from tests.support.virtual_cards import NOW, card_file


class Bench:
    """A terminal whose roster knows every card of the tests, and readers to present them at."""

    def __init__(self, store: TerminalStore, world: Workbench, clock: ManualClock) -> None:
        self.store, self.world, self.clock, self.written = store, world, clock, 0
        self.meanwhile = Meanwhile()
        self.key = ec.generate_private_key(ec.SECP256R1())
        centre = Authority()
        self.trust = CardTrust(centre.bundle())
        self.trust.learn([centre.crl()])
        self.desk = TapDesk(
            Terminal("T1", TerminalSigner(self.key)),
            store,
            lambda: Judge(self.trust, timedelta(seconds=30)),
            clock,
            lambda: True,
            self._wrote,
            self.meanwhile,
        )
        store.journal.begin_epoch(1)
        store.roster.replace([self._person(card_file(kind)) for kind in KeyKind], NOW)

    def _wrote(self) -> None:
        self.written += 1

    @staticmethod
    def _person(card: CardFile) -> RosterPerson:
        digest = card.certificate(Slot.CARD_AUTHENTICATION).fingerprint(hashes.SHA256()).hex()
        return RosterPerson(digest, "ref", "Hương", "N. T.")

    def present(self, card: VirtualPivCard) -> TapResult:
        self.world.insert(card, KIOSK)
        started = time.monotonic()
        task = self.world.core.readers.submit(KIOSK, lambda seen: self.desk.record(KIOSK, seen, started))
        result = task.result(30)
        self.desk.send()
        return result


@pytest.fixture
def bench_of_taps(bench: Workbench, tmp_path: Path) -> Iterator[Bench]:
    clock = ManualClock(wall=NOW)
    store = TerminalStore.open(tmp_path / "terminal.db", KEY, now=clock.now)
    bench_of_taps = Bench(store, bench, clock)
    yield bench_of_taps
    bench_of_taps.meanwhile.stop()
    store.close()


@pytest.mark.parametrize("kind", KeyKind)
def test_a_tap_is_signed_twice_and_chained(bench_of_taps: Bench, kind: KeyKind) -> None:
    bench = bench_of_taps
    card = VirtualPivCard(card_file(kind))
    first = bench.present(card)
    assert (first.verdict, first.direction, first.given_name) == (
        LocalVerdict.ACCEPTED,
        Direction.IN,
        "Hương",
    )
    assert first.offline
    assert first.elapsed_ms > 0
    bench.clock.advance(600)
    assert bench.present(card).direction is Direction.OUT
    rows = bench.store.journal.rows(1, 9)
    card_key = jose.certificate_key(card_file(kind).certificate(Slot.CARD_AUTHENTICATION))
    terminal_key = jose.import_jwk(jose.public_jwk(bench.key))
    verdict = check_journal(
        (row.signed for row in rows),
        terminal_id="T1",
        terminal_signed=lambda compact: bool(jose.verify(compact, jose.Kind.JOURNAL, terminal_key)),
        card_signed=lambda compact: bool(jose.verify(compact, jose.Kind.TAP, card_key)),
    )
    assert (verdict.rows, verdict.fault, bench.written) == (2, None, 2)
    assert len(rows[0].card_chain) == 3


def test_everything_the_design_names_is_in_the_terminals_part(bench_of_taps: Bench) -> None:
    result = bench_of_taps.present(VirtualPivCard(card_file(KeyKind.P256)))
    row = bench_of_taps.store.journal.row(result.event_id)
    assert row is not None
    claims = jose.unverified(row.terminal_jws).claims
    assert claims["assurance"] == "card_key"
    assert claims["person_ref"] == "ref"
    assert claims["zone"] == "Asia/Ho_Chi_Minh"
    assert claims["utc_offset"] == 7 * 3600
    assert claims["revocation_list_id"]
    assert claims["revocation_list_age"] == 0.0
    assert {"boot_id", "monotonic_ns", "trusted_time_age", "build", "direction_source"} <= claims.keys()
    assert claims["card_jws_sha256"] == jose.sha256_hex(row.card_jws or "")


def test_the_same_card_again_is_the_same_tap(bench_of_taps: Bench) -> None:
    card = VirtualPivCard(card_file(KeyKind.P256))
    bench_of_taps.present(card)
    bench_of_taps.clock.advance(29)
    again = bench_of_taps.present(card)
    assert (again.kind, again.direction, again.seq) == (TapKind.TAP_REPEATED, Direction.IN, 2)


class CannotSign(VirtualPivCard):
    """A card whose every answer is that it does not know what is wanted."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        return b"\x6a\x82"


def test_a_card_that_cannot_sign_is_recorded_by_the_terminal_alone(bench_of_taps: Bench) -> None:
    result = bench_of_taps.present(CannotSign(card_file(KeyKind.P256)))
    assert (result.kind, result.verdict) == (TapKind.TAP_REJECTED, LocalVerdict.UNREADABLE)
    row = bench_of_taps.store.journal.row(result.event_id)
    assert row is not None
    assert row.card_jws is None


@pytest.mark.parametrize("apdus", [0, 1, 2])
def test_a_card_torn_off_uses_no_number(bench_of_taps: Bench, apdus: int) -> None:
    bench = bench_of_taps
    bench.world.insert(card_file(KeyKind.P256), KIOSK)
    bench.world.readers.tear_after(KIOSK, apdus)
    task = bench.world.core.readers.submit(KIOSK, lambda card: bench.desk.record(KIOSK, card, 0.0))
    with pytest.raises(errors.CardRemoved):
        task.result(30)
    assert bench.store.journal.head().seq == 0
    assert bench.written == 0
    assert bench.present(VirtualPivCard(card_file(KeyKind.P256))).seq == 1


def test_a_wrong_direction_is_annotated_never_edited(bench_of_taps: Bench) -> None:
    bench = bench_of_taps
    card = VirtualPivCard(card_file(KeyKind.P256))
    result = bench.present(card)
    before = bench.store.journal.row(result.event_id)
    bench.desk.annotate(result.event_id, Direction.OUT)
    assert bench.store.journal.row(result.event_id) == before
    bench.clock.advance(3600)
    assert bench.present(card).direction is Direction.IN  # the opposite of what it was corrected to


def test_the_terminals_own_events_have_their_row(bench_of_taps: Bench) -> None:
    bench_of_taps.desk.note(TapKind.BOOT)
    [row] = bench_of_taps.store.journal.rows(1, 1)
    assert (row.kind, row.card_jws) == (TapKind.BOOT, None)
    assert jose.unverified(row.terminal_jws).claims["assurance"] == "none"
