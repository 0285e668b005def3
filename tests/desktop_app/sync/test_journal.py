"""The terminal's thread against a served city."""

from __future__ import annotations

import pytest

from desktop_app.api import enrolments
from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
from tests.journeys.conftest import bench, enrolled
from tests.journeys.workbench import Workbench
from tests.support.deadline import until

__all__ = ["bench", "enrolled"]


def test_rows_are_receipted_and_checkpoints_countersigned(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    workplace.desk.note(TapKind.BOOT)
    until(lambda: workplace.store.outbox.waiting() == 0)
    until(lambda: (last := workplace.store.outbox.last_checkpoint()) and last.countersigned)
    assert enrolled.heard.of(TerminalStatus)[-1].waiting == 0


def test_without_network_the_rows_wait_and_the_strip_says_so(enrolled: Workbench) -> None:
    workplace = enrolled.core.workplace
    assert workplace is not None
    until(lambda: workplace.sync.status.contact is Contact.ONLINE)
    enrolled.gate.refuse()
    workplace.desk.note(TapKind.BOOT)
    until(lambda: workplace.sync.status.contact is Contact.OFFLINE)
    told = workplace.sync.status
    assert (told.waiting, told.error) == (1, "unreachable")
    assert told.since == workplace.store.outbox.unsent()[0].wall_utc
    enrolled.gate.open()
    workplace.sync.wake()
    until(
        lambda: (
            workplace.sync.status == TerminalStatus(Contact.ONLINE, 0, workplace.sync.status.list_age_hours)
        )
    )


@pytest.mark.expects_log("trust bundle refused: bundle_signature")
def test_a_bundle_that_is_refused_leaves_the_one_before(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolments, "fetch_bundle", lambda *_: "not a bundle")
    bench.enrol()
    workplace = bench.core.workplace
    assert workplace is not None
    until(workplace.store.roster.issued_at)
    assert workplace.trust.bundle is workplace.enrolment.bundle
