"""A shift handed over and taken, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.hotline import Handover, OpenItem
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.payloads import PayloadInvalid, encode
from desktop_app.domain.roles import Role
from desktop_app.store.account import AccountStore
from desktop_app.triage.shifts import Shifts
from desktop_app.triage.triage import CommandRefused
from tests.desktop_app.store.builders import KEY
from tests.desktop_app.triage.test_calls import WRITTEN, Bench
from tests.support.clock import ManualClock


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    yield Bench(store, clock)
    store.close()


def shifts_of(bench: Bench) -> Shifts:
    return Shifts(bench.person, bench.store, bench.triage, bench.clock)


def told(bench: Bench, handover: Handover) -> None:
    """Let the feed bring a shift."""
    with bench.store.write() as tx:
        bench.store.handovers.put(tx, encode(handover))


def by_another(bench: Bench, **changes: object) -> Handover:
    values = {
        "id": "0198", "version": 1, "by": "o-other", "by_name": "Châu Thế Vỹ", "at": bench.clock.now(),
        "notes": "Yên ắng", **changes,
    }  # fmt: skip
    return Handover(**values)  # type: ignore[arg-type]


def test_what_somebody_waits_for_goes_to_the_next_shift(bench: Bench) -> None:
    first = bench.calls.take(WRITTEN)
    bench.clock.advance(60)
    second = bench.calls.take(WRITTEN)
    bench.answered(code="PA-2026-000417")
    bench.calls.keep_promise(first.id)
    items = shifts_of(bench).open_items()
    assert items == (OpenItem("PA-2026-000417", "Gọi lại sau 16 giờ", second.report_id),)


def test_a_shift_handed_over_shows_at_once_and_waits_for_the_centre(bench: Bench) -> None:
    shifts = shifts_of(bench)
    pending = shifts.hand_over(" Máy 2 hỏng tai nghe ", ())
    [shift] = shifts.all()
    assert (shift.handover.notes, shift.handover.by, shift.waits) == (
        "Máy 2 hỏng tai nghe", "o-hotline", OutboxState.HELD,
    )  # fmt: skip
    assert shifts.undo(pending.event.id)
    assert shifts.all() == []


def test_nothing_said_is_no_shift(bench: Bench) -> None:
    with pytest.raises(PayloadInvalid) as caught:
        shifts_of(bench).hand_over(" ", ())
    assert caught.value.field == "notes"


def test_the_next_one_takes_it_over_with_their_own_card(bench: Bench) -> None:
    handover = by_another(bench, items=(OpenItem("048 213", "Gọi lại"),))
    told(bench, handover)
    shifts = shifts_of(bench)
    pending = shifts.take_over(handover)
    assert pending.event.payload == {"items": 1}
    [shift] = shifts.all()
    assert (shift.handover.taken_by, shift.handover.taken_by_name) == ("o-hotline", "Cao Tổng Đài")
    bench.answered(version=2)
    told(bench, by_another(bench, version=2, taken_by="o-hotline", taken_by_name="Cao Tổng Đài"))
    [shift] = shifts.all()
    assert shift.waits is None


def test_ones_own_shift_and_one_taken_already_are_not_taken(bench: Bench) -> None:
    for handover, refusal in (
        (by_another(bench, by="o-hotline"), "not_yours"),
        (by_another(bench, taken_by="o-third"), "wrong_state"),
    ):
        with pytest.raises(CommandRefused) as caught:
            shifts_of(bench).take_over(handover)
        assert caught.value.refusal == refusal


def test_a_handler_hands_no_shift_over(bench: Bench) -> None:
    handler = Bench(bench.store, bench.clock, Role.HANDLER)
    with pytest.raises(CommandRefused):
        shifts_of(handler).hand_over("x", ())
