"""Whose card it takes is said in the heading's terms, and every reason has its words."""

from desktop_app.domain.attendance import EntryReason
from ui.kiosk.officer_texts import Missing, heading, hint, missing_text, reason_text


def test_each_act_has_its_words() -> None:
    assert heading(enter=True) != heading(enter=False)
    assert "supervisor's card" in hint(enter=True)
    assert "site admin's card" in hint(enter=False)


def test_every_reason_has_its_words() -> None:
    assert len({reason_text(reason) for reason in EntryReason}) == len(EntryReason)


def test_everything_that_may_be_missing_is_named() -> None:
    assert len({missing_text(missing).title for missing in Missing}) == len(Missing)
