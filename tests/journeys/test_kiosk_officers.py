"""At the kiosk beside taps: cards with a number only, a supervisor's entry, the way out, a silent site."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from cardio.errors import NumberOnly, PinWrong
from cardio.simulator import VirtualPivCard, VirtualUidCard
from cardio.uid import digest
from desktop_app.attendance.audit import audit, read_evidence
from desktop_app.attendance.evidence import RECEIPT_KEY_FILE, export
from desktop_app.attendance.tap import Entry
from desktop_app.cards.officer_card import NotEntitled
from desktop_app.domain.attendance import Assurance, Direction, EntryReason, LocalVerdict, TapKind
from desktop_app.jose import unverified
from desktop_app.news import TapResult
from desktop_app.sandbox import policy
from desktop_app.sandbox.tables import journal_row
from tests.desktop_app.cards.test_officer_card import admin_card, take_bundle
from tests.journeys.test_kiosk import opened, receipted
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until
from tests.support.small_city import PIN

UID = bytes.fromhex("04A2C3E4F51680")


def at_kiosk(bench: Workbench, card: VirtualUidCard) -> TapResult:
    """Present a card that has a number only."""
    before = len(bench.heard.of(TapResult))
    bench.readers.insert(KIOSK, card)
    result = until(lambda: bench.heard.of(TapResult)[before:], what="the tap")[0]
    bench.readers.remove(KIOSK)
    return result


def number_of(bench: Workbench, officer: str, uid: bytes = UID) -> None:
    with bench.city.service.writer.transaction() as connection:
        bench.city.service.people.give_cards(connection, officer, {digest(uid): "ID"})


def facts(bench: Workbench, kind: TapKind) -> list[dict[str, object]]:
    """What the terminal signed in the rows of this kind."""
    terminal = bench.core.terminal
    assert terminal is not None
    return [unverified(row.terminal_jws).claims for row in terminal.journal.rows(1, 99) if row.kind is kind]


def statuses(bench: Workbench) -> set[tuple[str, str | None]]:
    """What the centre made of every row."""
    receipted(bench)
    with bench.city.service.engine.connect() as connection:
        query = sa.select(journal_row.c.status, journal_row.c.reason)
        return {(row.status, row.reason) for row in connection.execute(query)}


def holds(bench: Workbench, path: Path) -> bool:
    workplace = bench.core.workplace
    assert workplace is not None
    export(workplace.store, workplace.enrolment.chain, workplace.trust.bundle.receipt_keys, path)
    return audit(read_evidence(path), path.with_name(RECEIPT_KEY_FILE).read_bytes()).holds


def test_a_number_checks_in_at_its_own_level(bench: Workbench, tmp_path: Path) -> None:
    number_of(bench, "o-handler")
    bench.enrol()
    opened(bench)
    first = at_kiosk(bench, VirtualUidCard(UID))
    assert (first.kind, first.verdict, first.direction) == (TapKind.TAP, LocalVerdict.ACCEPTED, Direction.IN)
    assert (first.given_name, first.number_only) == ("Lý", True)
    assert at_kiosk(bench, VirtualUidCard(UID)).kind is TapKind.TAP_REPEATED
    unknown = at_kiosk(bench, VirtualUidCard(bytes.fromhex("11223344")))
    assert (unknown.verdict, unknown.given_name) == (LocalVerdict.UNKNOWN_PERSON, "")
    drawn_anew = at_kiosk(bench, VirtualUidCard(bytes.fromhex("08223344")))
    assert (drawn_anew.kind, drawn_anew.verdict) == (TapKind.TAP_REJECTED, LocalVerdict.UNREADABLE)
    [row, other] = facts(bench, TapKind.TAP)
    assert (row["assurance"], row["card_jws_sha256"]) == (Assurance.UID_ONLY, None)
    assert row["card_uid_sha256"] == digest(UID)
    assert UID.hex() not in str(row).lower(), "no row gives a number away"
    assert other["person_ref"] is None
    assert statuses(bench) == {("stored", None)}
    assert holds(bench, tmp_path / "attendance.jsonl")


def test_a_person_with_two_cards_is_one_person(bench: Workbench) -> None:
    number_of(bench, "o-handler")
    card = VirtualPivCard(bench.city.card("o-handler"))
    bench.enrol()
    opened(bench)
    assert at_kiosk(bench, VirtualUidCard(UID)).direction is Direction.IN
    before = len(bench.heard.of(TapResult))
    bench.readers.insert(KIOSK, card)
    again = until(lambda: bench.heard.of(TapResult)[before:], what="the tap")[0]
    assert again.kind is TapKind.TAP_REPEATED


def test_where_the_policy_is_off_a_number_is_refused_and_noted(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(policy.DEFAULTS, "uid_check_in", False)
    number_of(bench, "o-handler")
    bench.enrol()
    opened(bench)
    refused = at_kiosk(bench, VirtualUidCard(UID))
    assert (refused.kind, refused.verdict) == (TapKind.TAP_REJECTED, LocalVerdict.UID_REFUSED)
    assert facts(bench, TapKind.TAP_REJECTED)[0]["card_uid_sha256"] is None


def test_a_number_signs_nobody_in(enrolled: Workbench) -> None:
    enrolled.readers.insert(KIOSK, VirtualUidCard(UID))
    until(lambda: any(state.atr for state in enrolled.core.readers.readers()), what="the card")
    assert enrolled.core.sign_in.inspect(KIOSK).result(30).problem == "number_only"
    with pytest.raises(NumberOnly):
        enrolled.sign_in(reader=KIOSK)


def test_leaving_takes_an_admins_card_and_pin(bench: Workbench, tmp_path: Path) -> None:
    bench.enrol()
    file = admin_card(bench)
    opened(bench)
    check_in = bench.core.check_in
    bench.insert(bench.city.card("o-handler"))
    with pytest.raises(NotEntitled):
        check_in.leave(DESK, bytearray(PIN.encode()))
    bench.insert(file)
    with pytest.raises(PinWrong):
        check_in.leave(DESK, bytearray(b"000000"))
    assert facts(bench, TapKind.MODE_EXIT) == [], "nobody has left yet"
    check_in.leave(DESK, bytearray(PIN.encode()))
    [row] = facts(bench, TapKind.MODE_EXIT)
    assert row["assurance"] == Assurance.CARD_KEY_PIN
    assert row["card_jws_sha256"]
    assert statuses(bench) == {("stored", None)}
    assert holds(bench, tmp_path / "attendance.jsonl")


def test_a_supervisor_enters_somebody(bench: Workbench, tmp_path: Path) -> None:
    file = bench.city.card("o-supervisor")
    bench.city.card("o-handler")
    bench.enrol()
    take_bundle(bench)
    opened(bench)
    bench.insert(file)
    [person] = bench.core.check_in.find("ly")
    assert bench.core.check_in.find("") == []
    entry = Entry(Direction.IN, EntryReason.CARD_FORGOTTEN, "quên ở nhà")
    result = bench.core.check_in.enter_for(DESK, bytearray(PIN.encode()), person, entry)
    assert result in bench.heard.of(TapResult)
    assert result is not None
    assert (result.kind, result.given_name, result.direction) == (
        TapKind.SUPERVISED_ENTRY,
        "Lý",
        Direction.IN,
    )
    [row] = facts(bench, TapKind.SUPERVISED_ENTRY)
    assert (row["assurance"], row["reason"], row["text"]) == ("supervised", "card_forgotten", "quên ở nhà")
    assert row["person_ref"] == person.person_ref
    terminal = bench.core.terminal
    assert terminal is not None
    last = terminal.journal.last_tap("", person.person_ref)
    assert last is not None
    assert last.direction is Direction.IN
    assert statuses(bench) == {("stored", None)}
    assert holds(bench, tmp_path / "attendance.jsonl")


def test_nobody_else_enters_anybody(bench: Workbench) -> None:
    file = bench.city.card("o-handler")
    bench.enrol()
    take_bundle(bench)
    opened(bench)
    bench.insert(file)
    [person] = bench.core.check_in.find("Lý")
    entry = Entry(Direction.IN, EntryReason.CARD_LOST)
    with pytest.raises(NotEntitled):
        bench.core.check_in.enter_for(DESK, bytearray(PIN.encode()), person, entry)
    assert facts(bench, TapKind.SUPERVISED_ENTRY) == []


def test_while_the_site_is_behind_no_direction_is_told(bench: Workbench) -> None:
    card = VirtualPivCard(bench.city.card("o-handler"))
    bench.enrol()
    opened(bench)
    terminal = bench.core.terminal
    assert terminal is not None
    persons = [terminal.roster.search("Lý")[0]]
    terminal.roster.replace(persons, bench.core.clock.now(), site_stale=True)
    bench.readers.insert(KIOSK, card)
    result = until(lambda: bench.heard.of(TapResult), what="the tap")[0]
    assert (result.verdict, result.direction) == (LocalVerdict.ACCEPTED, None), "RECORDED, nothing more"


def test_another_terminal_that_falls_silent_is_told(bench: Workbench) -> None:
    bench.enrol()
    opened(bench)
    receipted(bench)
    workplace = bench.core.workplace
    assert workplace is not None
    from desktop_app.sandbox.roster import roster

    def is_stale(terminal: str) -> bool:
        with bench.city.service.engine.connect() as connection:
            return bool(roster(connection, terminal, b"", bench.city.service.now())["site_stale"])

    own = workplace.enrolment.terminal_id
    assert not is_stale("another")
    bench.clock.move(timedelta(minutes=20))
    assert is_stale("another")
    assert not is_stale(own), "its own silence is no news to it"
    bench.clock.move(timedelta(hours=17))
    assert not is_stale("another"), "out of use by now"
