"""What the page of approvals says."""

from __future__ import annotations

import pytest

from cardio.errors import CardRemoved
from tests.ui.approvals.test_round import report
from ui.approvals.round import Decided, Verdict
from ui.approvals.texts import Came, came_to, counts, sign_word, verdict_word


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(Verdict.APPROVE, "Approve"), (Verdict.LATER, "Later"), (Verdict.SEND_BACK, "Send back: Thiếu ảnh")],
)
def test_a_verdict_in_a_line(verdict: Verdict, said: str) -> None:
    assert verdict_word(Decided(report(1), verdict, "Thiếu ảnh")) == said


def test_the_button_says_what_it_signs() -> None:
    assert sign_word(1, 4) == "Approve and sign: 1 (Ctrl+Enter)"
    assert sign_word(3, 0) == "Approve and sign: 3 (Ctrl+Enter)"
    assert sign_word(0, 2) == "Send back: 2 (Ctrl+Enter)"


def test_a_torn_card_is_told_with_what_is_done_and_what_waits() -> None:
    came = came_to(Came(2, 1, 3, CardRemoved(), refused=1))
    done = "Approved and signed: 2. Sent back: 1. Changed meanwhile, to be read again: 1."
    assert came.title == done
    assert "Not signed, still waiting: 3." in came.what_to_do
    assert came_to(Came(2, 0, 0)).what_to_do == ""


def test_how_many_of_each() -> None:
    decided = [Decided(report(n), v) for n, v in enumerate((Verdict.APPROVE, Verdict.APPROVE, Verdict.LATER))]
    assert counts(decided) == "to approve: 2 · left for later: 1"
    assert counts([]) == ""
