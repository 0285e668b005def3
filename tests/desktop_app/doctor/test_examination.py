"""The whole examination over a real core: a sound workstation, and one with everything wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cardio import events
from desktop_app import host
from desktop_app.doctor.examination import examine
from desktop_app.doctor.finding import Finding, Part, Verdict
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until


def causes(found: list[Finding]) -> dict[Part, str]:
    return {finding.part: finding.cause for finding in found}


def test_a_sound_workstation(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-handler"))
    found = examine(enrolled.core)
    assert [finding.part for finding in found if finding.verdict is not Verdict.GOOD] in ([], [Part.DISK])
    assert list(dict.fromkeys(finding.part for finding in found)) == list(Part), "every part, in order"
    assert [finding.subject for finding in found if finding.part is Part.READERS] == [DESK, KIOSK]
    assert "handler" not in repr(found), "nobody is named"


def test_everything_wrong(enrolled: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "usb_card_readers", lambda: 0)
    core = enrolled.core
    enrolled.gate.refuse()
    core.clock.learn(core.clock.wall() + timedelta(minutes=9), 0.001)
    for reader in (DESK, KIOSK):
        enrolled.readers.remove_reader(reader)
    until(lambda: not core.readers.readers())
    core.bus.publish(events.ServiceLost(0x8010001D))
    found = causes(examine(core, 0.0))
    assert found[Part.SERVICE] == "no_service"
    assert found[Part.READERS] == found[Part.DRIVER] == "no_service"
    assert found[Part.CARD] == found[Part.CERTIFICATE] == "no_card"
    assert found[Part.NETWORK] == "unreachable"
    assert found[Part.CLOCK] == "clock_set_back"
    core.bus.publish(events.ServiceBack())
    assert causes(examine(core, 0.0))[Part.READERS] == "no_reader"


def test_a_workstation_before_enrolment(bench: Workbench) -> None:
    found = causes(examine(bench.core))
    assert {found[part] for part in (Part.REVOCATION, Part.ANCHORS, Part.NETWORK, Part.JOURNAL)} == {
        "not_enrolled"
    }
    assert found[Part.CLOCK] == "clock_unknown"


def test_a_counter_is_told_once_what_its_citizen_cards_lack(enrolled: Workbench) -> None:
    assert "document_anchors_missing" not in {finding.cause for finding in examine(enrolled.core)}
    enrolled.core.change_settings(reader_roles={KIOSK: "citizen"})
    found = [finding.cause for finding in examine(enrolled.core)]
    assert found.count("document_anchors_missing") == 1
