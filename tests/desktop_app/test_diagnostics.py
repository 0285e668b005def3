"""What the doctor finds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app import diagnostics
from desktop_app.diagnostics import Finding, Verdict, examine
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until


def finding(found: list[Finding], part: str) -> Finding:
    return next(item for item in found if item.part == part)


def test_a_sound_workstation(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    until(enrolled.core.clock.trusted_age)
    found = examine(enrolled.core)
    assert {item.verdict for item in found} == {Verdict.GOOD}
    card = finding(found, "card")
    assert (card.code, card.detail) == ("", f"{DESK}: o-handler")
    assert finding(found, "reader").detail == f"{KIOSK}: empty"
    assert finding(found, "centre").detail == enrolled.gate.url


def test_each_ill_has_its_code(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    found = examine(bench.core)
    assert finding(found, "centre") == Finding("centre", Verdict.CAUTION, "not_enrolled")
    assert finding(found, "clock").code == "clock_unknown"
    bench.enrol()
    bench.gate.refuse()
    now = bench.core.clock.wall()
    bench.core.clock.learn(now + timedelta(minutes=9), 0.1)
    monkeypatch.setattr(diagnostics, "LOW_DISK", 1 << 62)
    bench.readers.remove_reader(DESK)
    bench.readers.remove_reader(KIOSK)
    until(lambda: not bench.core.readers.readers())
    found = examine(bench.core, 0.0)
    assert finding(found, "readers") == Finding("readers", Verdict.BAD, "no_reader")
    assert finding(found, "centre").code == "unreachable"
    assert finding(found, "clock").code == "clock_set_back"
    assert finding(found, "disk").code == "disk_low"


def test_a_blocked_card_is_told(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler", tries=1))
    with pytest.raises(Exception, match="pin_blocked"):
        enrolled.sign_in("000000")
    assert finding(examine(enrolled.core), "card").code == "pin_blocked"
