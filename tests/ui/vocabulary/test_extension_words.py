"""The offer says how much time is left, until when it stands, and what it counts from."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.domain.extension_offer import ExtensionOffer
from desktop_app.domain.report import Assignment, Extension, Report
from desktop_app.domain.workflow import State
from tests.ui.seated import Workplace
from ui.language import Language, install
from ui.vocabulary.extension_words import asked_text, offer_words

DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(("days", "left"), [(2, "Working days left: 2."), (0, "Due today.")])
def test_time_left_and_rule(days: int, left: str) -> None:
    title, rule = offer_words(ExtensionOffer(days, DUE))
    assert title.startswith(left)
    assert "before 27/11/2026 17:00" in rule


def test_it_speaks_vietnamese() -> None:
    install(Language.VIETNAMESE)
    assert "gia hạn" in " ".join(offer_words(ExtensionOffer(1, DUE))).lower()


NEW = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)
REPORT = Report(
    id="r", code="HUE-1", version=1, state=State.IN_PROGRESS, title="", text="", received_at=DUE,
    assignment=Assignment("u", "o", "việc", DUE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("granted", "said"), [(None, "waits for the dispatcher"), (True, "granted"), (False, "refused")]
)
def test_what_was_asked_for_stands_with_both_days(
    workplace: Workplace, granted: bool | None, said: str
) -> None:
    asked = Extension("weather", NEW, "Mưa & gió", "o-x", granted)
    job = Assignment("u", "o", "việc", NEW if granted else DUE, first_due_at=DUE if granted else None)
    told = asked_text(replace(REPORT, extension=asked, assignment=job), workplace.names)
    for words in ("27/11/2026 17:00 → 02/12/2026 17:00", said, "Weather", "Mưa &amp; gió"):
        assert words in told


def test_nothing_asked_is_nothing_said(workplace: Workplace) -> None:
    assert not asked_text(REPORT, workplace.names)
