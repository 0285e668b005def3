"""Room on the disk by thresholds; a journal whose end was tampered with."""

import pytest

from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.storage import MEGABYTE, examine_disk, examine_journal
from desktop_app.domain.attendance import TapKind
from desktop_app.store.errors import Corrupt
from tests.journeys.workbench import Workbench


@pytest.mark.parametrize(
    ("free", "cause", "verdict"),
    [
        (501, "disk_room", Verdict.GOOD),
        (499, "disk_low", Verdict.CAUTION),
        (49, "disk_full", Verdict.BAD),
    ],
)
def test_room_on_the_disk(free: int, cause: str, verdict: Verdict) -> None:
    found = examine_disk(free * MEGABYTE)
    assert (found.cause, found.verdict, found.data["free"]) == (cause, verdict, free)


def test_thresholds_are_the_caller_s() -> None:
    assert examine_disk(10 * MEGABYTE, low=5 * MEGABYTE, full=MEGABYTE).verdict is Verdict.GOOD
    assert examine_disk(10 * MEGABYTE, low=1 << 62, full=1 << 61).verdict is Verdict.BAD


def test_the_end_of_the_journal(enrolled: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace, terminal = enrolled.core.workplace, enrolled.core.terminal
    assert workplace is not None
    assert terminal is not None
    workplace.desk.note(TapKind.BOOT)
    assert examine_journal(terminal).cause == "journal_whole"

    def unreadable(*_: object) -> object:
        raise Corrupt

    monkeypatch.setattr(type(terminal.journal), "verify_tail", unreadable)
    assert examine_journal(terminal).verdict is Verdict.BAD


def test_before_enrolment_there_is_no_journal() -> None:
    assert examine_journal(None).verdict is Verdict.UNKNOWN
