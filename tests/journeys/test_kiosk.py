"""At the kiosk: in, again, out, offline, refused; each in the journal, each receipted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from cardio import events
from cardio.simulator import CardFile, VirtualPivCard
from desktop_app import jose
from desktop_app.attendance.audit import audit, read_evidence
from desktop_app.attendance.evidence import RECEIPT_KEY_FILE, export
from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
from desktop_app.news import CardLeft, Contact, TapFailed, TapResult, TerminalStatus
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.deadline import until


def tap(bench: Workbench, card: CardFile | VirtualPivCard) -> TapResult:
    """Present the card at the kiosk and take it away again; return what the screen is told."""
    before, left = len(bench.heard.of(TapResult)), len(bench.heard.of(CardLeft))
    virtual = VirtualPivCard(card) if isinstance(card, CardFile) else card
    bench.readers.insert(KIOSK, virtual)
    result = until(lambda: bench.heard.of(TapResult)[before:], what="the tap")[0]
    bench.readers.remove(KIOSK)
    until(lambda: bench.heard.of(CardLeft)[left:], what="the empty reader")
    return result


def opened(bench: Workbench) -> Workbench:
    """Open the check-in with its roster known."""
    bench.core.check_in.open([KIOSK])
    until(lambda: bench.core.terminal and bench.core.terminal.roster.issued_at(), what="the roster")
    return bench


def receipted(bench: Workbench) -> None:
    terminal = bench.core.terminal
    assert terminal is not None
    until(lambda: terminal.outbox.waiting() == 0, 20, "receipts")


def test_a_morning(bench: Workbench, tmp_path: Path) -> None:
    card = VirtualPivCard(bench.city.card("o-handler"))
    bench.enrol()
    opened(bench)
    first = tap(bench, card)
    assert (first.kind, first.verdict, first.direction) == (TapKind.TAP, LocalVerdict.ACCEPTED, Direction.IN)
    assert (first.given_name, first.initials, first.offline) == ("Lý", "L. T. X.", False)
    again = tap(bench, card)
    assert (again.kind, again.direction) == (TapKind.TAP_REPEATED, Direction.IN)
    bench.gate.refuse()
    bench.core.check_in.change_direction(first.event_id, Direction.OUT)
    until(lambda: bench.heard.of(TerminalStatus)[-1].contact is Contact.OFFLINE, what="the offline strip")
    offline = tap(bench, VirtualPivCard(bench.city.card("o-co")))
    assert offline.offline
    assert offline.verdict is LocalVerdict.UNKNOWN_PERSON  # issued after the roster came
    bench.gate.open()
    receipted(bench)
    bench.core.check_in.close()
    _check_evidence(bench, tmp_path / "attendance.jsonl")


def _check_evidence(bench: Workbench, path: Path) -> None:
    workplace = bench.core.workplace
    assert workplace is not None
    rows = export(workplace.store, workplace.enrolment.chain, workplace.trust.bundle.receipt_keys, path)
    assert rows == 5  # boot, tap, repeated, annotation, tap
    key = path.with_name(RECEIPT_KEY_FILE).read_bytes()
    result = audit(read_evidence(path), key)
    assert result.holds
    assert (result.verdict.rows, result.cards, result.receipted) == (5, 3, 5)
    text = path.read_text(encoding="ascii")
    lines = text.splitlines()
    path.write_text("\n".join([*lines[:2], *lines[3:]]), encoding="ascii")
    assert not audit(read_evidence(path), key).holds  # a row taken out


def test_refused_cards_are_recorded_and_told(bench: Workbench) -> None:
    now = bench.city.service.now()
    expired = bench.city.card("o-handler", not_before=now - timedelta(days=30), valid_days=10)
    bench.enrol()
    opened(bench)
    result = tap(bench, expired)
    assert (result.kind, result.verdict, result.direction) == (TapKind.TAP, LocalVerdict.EXPIRED, None)
    assert result.seq == 2
    receipted(bench)


def test_a_torn_tap_uses_no_number(bench: Workbench) -> None:
    card = VirtualPivCard(bench.city.card("o-handler"))
    bench.enrol()
    opened(bench)
    bench.readers.insert(KIOSK, card)
    until(lambda: bench.heard.of(TapResult), what="a first tap")
    bench.readers.remove(KIOSK)
    bench.readers.hang(KIOSK)  # until the fault is set
    bench.readers.insert(KIOSK, VirtualPivCard(bench.city.card("o-co")))
    bench.readers.tear_after(KIOSK, 2)
    bench.readers.hang(KIOSK, hanging=False)
    failed = until(lambda: bench.heard.of(TapFailed), what="the torn tap")[0]
    assert failed.error == "card_removed"
    terminal = bench.core.terminal
    assert terminal is not None
    assert terminal.journal.head().seq == 2  # boot, tap


def test_the_journal_knows_when_the_program_ended(bench: Workbench) -> None:
    bench.enrol()
    opened(bench)
    terminal = bench.core.terminal
    assert terminal is not None
    receipted(bench)
    heard: list[object] = []
    bench.core.bus.subscribe(events.CardRemoved, heard.append)
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.off_duty()
    assert [row.kind for row in terminal.journal.rows(1, 9)] == [TapKind.BOOT, TapKind.SHUTDOWN]
    checkpoint = terminal.outbox.last_checkpoint()
    assert checkpoint is not None
    assert checkpoint.seq == 2
    until(
        lambda: (terminal.outbox.last_checkpoint() or checkpoint).countersigned, what="the counter-signature"
    )


def test_in_a_lane_every_tap_goes_its_way(bench: Workbench) -> None:
    """Out, though nobody here ever came in: without the lane a first tap is IN."""
    cards = [VirtualPivCard(bench.city.card(who)) for who in ("o-handler", "o-co")]
    bench.core.enrol(bench.gate.url, bench.city.service.codes.mint(), lane=Direction.OUT)
    opened(bench)
    assert {tap(bench, card).direction for card in cards} == {Direction.OUT}
    receipted(bench)
    assert bench.core.terminal is not None
    rows = [row for row in bench.core.terminal.journal.rows(1, 9) if row.kind is TapKind.TAP]
    assert {jose.unverified(row.terminal_jws).claims["direction_source"] for row in rows} == {"lane"}
