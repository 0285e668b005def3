"""One round through the answers that wait: what was decided on each, which comes next. Pure.

Nothing is approved unseen: a decision is taken on the answer that is shown, and bound to its content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.report import Report
from desktop_app.triage.approval import Wanted


class Verdict(StrEnum):
    """What a leader says of an answer; ``LATER`` leaves it waiting."""

    APPROVE = "approve"
    SEND_BACK = "send_back"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Decided:
    """A verdict on a report as it was read; ``text`` says why it goes back."""

    report: Report
    verdict: Verdict
    text: str = ""


class Round:
    """The reports in their order, the place of the one that is read, the verdicts."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = list(reports)
        self._decided: dict[str, Decided] = {}
        self._at = 0

    @property
    def current(self) -> Report | None:
        """The report that is read now; None once all were."""
        return self._reports[self._at] if self._at < len(self._reports) else None

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many, counted from 1."""
        return min(self._at + 1, len(self._reports)), len(self._reports)

    @property
    def decided(self) -> list[Decided]:
        """The verdicts in the order of the list."""
        return [self._decided[each.id] for each in self._reports if each.id in self._decided]

    def verdict(self, report_id: str) -> Decided | None:
        """Return what was decided on a report."""
        return self._decided.get(report_id)

    def of(self, verdict: Verdict) -> list[Decided]:
        """Return the reports with this verdict."""
        return [each for each in self.decided if each.verdict is verdict]

    def decide(self, verdict: Verdict, text: str = "") -> None:
        """Decide on the report that is read, and go on to the next; a verdict may be taken anew."""
        report = self.current
        if report is not None:
            self._decided[report.id] = Decided(report, verdict, text)
            self._at += 1

    def step_back(self) -> bool:
        """Go back to the report before; False at the first."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    def finish(self) -> None:
        """Read no more: what is undecided waits."""
        self._at = len(self._reports)

    def wanted(self, capacity: str) -> list[Wanted]:
        """Return what the card is to sign."""
        approved = self.of(Verdict.APPROVE)
        return [
            Wanted(each.report.id, each.report.answer.content_sha256, capacity)
            for each in approved
            if each.report.answer is not None
        ]
