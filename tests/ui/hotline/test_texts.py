"""The words on a call and a shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.hotline import Handover
from desktop_app.domain.outbox import OutboxState
from desktop_app.store.calls import Call
from tests.ui import city
from ui.hotline import texts

CALL = Call("e", "r", "048 213", "Cống nghẹt", False, city.NOW, state=OutboxState.READY)
TAKEN = replace(CALL, code="PA-2026-000417", state=OutboxState.ACKNOWLEDGED)
SHIFT = Handover("s", 1, "o", "Châm", city.NOW, "Ổn")


@pytest.mark.parametrize(
    ("call", "line"),
    [
        (CALL, "temporary no. 048 213 · Cống nghẹt\n24/11/2026 10:00 · waiting to be sent"),
        (TAKEN, "PA-2026-000417 · Cống nghẹt\n24/11/2026 10:00 · with the dispatcher"),
        (
            replace(TAKEN, joined=True, promise="Báo lại", promise_due=city.NOW + timedelta(hours=1)),
            (
                "PA-2026-000417 · Cống nghẹt\n24/11/2026 10:00 · added to the open report · "
                "promised: Báo lại (24/11/2026 11:00)"
            ),
        ),
        (
            replace(TAKEN, title="", promise="Báo lại", kept_at=city.NOW),
            "PA-2026-000417 · a private matter\n24/11/2026 10:00 · with the dispatcher · kept: Báo lại",
        ),
    ],
)
def test_a_call_in_two_lines(call: Call, line: str) -> None:
    assert texts.call_line(call) == line


@pytest.mark.parametrize(
    ("call", "title", "hint"),
    [
        (CALL, "Written down: temporary number 048 213.", "The code comes"),
        (TAKEN, "Received: code PA-2026-000417.", "by this code"),
        (replace(TAKEN, joined=True), "Added to PA-2026-000417.", "by this code"),
        (replace(CALL, state=OutboxState.NEEDS_PERSON), "Written down", "did not take it"),
    ],
)
def test_what_to_tell_the_caller(call: Call, title: str, hint: str) -> None:
    assert texts.sent_title(call).startswith(title)
    assert hint in texts.sent_hint(call)


def test_who_handed_over_and_who_took_over() -> None:
    assert texts.shift_head(SHIFT) == "Châm handed over · 24/11/2026 10:00"
    assert texts.shift_end(SHIFT) == "nobody has taken it over yet"
    taken = replace(SHIFT, taken_by="p", taken_by_name="Vỹ", taken_at=city.NOW)
    assert texts.shift_end(taken) == "Vỹ took over · 24/11/2026 10:00"
