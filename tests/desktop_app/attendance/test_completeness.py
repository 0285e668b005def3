"""Complete through a day: asked of the centre, and a supervisor's card for going on without a terminal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api.completeness import LeftOut, TerminalStanding
from desktop_app.api.errors import Refused
from desktop_app.attendance.completeness import Completeness, LeaveOut, end_of, missing, order
from desktop_app.cards.officer_card import Duty, Entitled
from tests.journeys.workbench import DESK, Workbench
from tests.support.clock import NOON
from tests.support.deadline import until
from tests.support.orders import officer_card
from tests.support.small_city import PIN

SINCE = datetime(2026, 3, 2, 1, tzinfo=UTC)
SILENT = TerminalStanding("T1", "SANH-A", SINCE, False, False, None, None)
NEVER = TerminalStanding("T2", "SANH-B", None, False, True, None, None)


def test_a_day_ends_at_its_midnight_in_the_city() -> None:
    assert end_of(date(2026, 3, 1)) == datetime(2026, 3, 1, 17, tzinfo=UTC)


def test_missing_is_what_is_neither_complete_nor_left_out() -> None:
    whole = TerminalStanding("T3", "C", SINCE, True, False, None, None)
    apart = TerminalStanding("T4", "D", None, False, False, None, LeftOut(SINCE, "Bà Thảo", "Hỏng", SINCE))
    assert missing([SILENT, whole, apart, NEVER]) == (SILENT, NEVER)


def test_the_card_signs_how_the_terminals_stood() -> None:
    card = officer_card(ec.generate_private_key(ec.SECP256R1()))
    signed = order(card, LeaveOut(SINCE, (SILENT, NEVER), "Mất điện"), NOON)
    read = jose.verify(signed, jose.Kind.LEAVE_OUT, jose.certificate_key(card.certificate))
    wire = "2026-03-02T01:00:00.000000Z"
    assert read.claims == {
        "through": wire, "reason": "Mất điện", "iat": int(NOON.timestamp()),
        "terminals": [
            {"terminal_id": "T1", "complete_through": wire}, {"terminal_id": "T2", "complete_through": None},
        ],
    }  # fmt: skip


def test_a_supervisor_goes_on_without_a_terminal_and_every_list_says_so(bench: Workbench) -> None:
    card = bench.city.card("o-supervisor")
    bench.enrol()  # its bundle names the supervisor's card
    workplace = bench.core.workplace
    assert workplace is not None
    workplace.on_duty()
    bench.insert(card)
    asking = bench.sign_in().completeness
    assert isinstance(asking, Completeness)
    until(lambda: workplace.store.outbox.waiting() == 0, 40, "the receipts")

    def stands() -> bool:
        [one] = asking.of(workplace.clock.now())
        return one.complete_through is not None

    until(stands, 40, "the first checkpoint")
    through = workplace.clock.now()
    [behind] = asking.of(through)
    assert not behind.complete
    entitled = Entitled(workplace.trust.cards, workplace.clock.now(), Duty.SUPERVISOR)
    pin, decision = bytearray(PIN.encode()), LeaveOut(through, (behind,), "Máy ở sảnh mất điện")
    assert asking.leave_out(bench.core.readers, DESK, pin, entitled, decision) == 1
    assert pin == bytes(len(PIN))
    [told] = asking.of(through)
    assert told.left_out is not None
    assert (told.left_out.by, told.left_out.reason) == ("Đặng Giám Sát", "Máy ở sảnh mất điện")
    ahead = LeaveOut(through + timedelta(days=1), (behind,), "Máy ở sảnh mất điện")
    with pytest.raises(Refused, match="through_ahead"):
        asking.leave_out(bench.core.readers, DESK, bytearray(PIN.encode()), entitled, ahead)
