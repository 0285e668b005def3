"""The door and its refusals, then what is left for others to verify."""

from __future__ import annotations

import time

from ui.tour import evidence, official
from ui.tour.notes import BLOCKED, DESK, HANDLER, SECOND_DESK, Act, Observed, Step
from ui.tour.official import Official


class Door(Act):
    """The door and its refusals, then what is left for others to verify."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("taking the card out locks", self.removal_locks),
            ("a wrong PIN shows the tries left", self.wrong_pin),
            ("a blocked card says whom to call", self.blocked_card),
            ("evidence", self.evidence),
        ]

    def removal_locks(self, seen: Observed) -> None:
        """The desk is gone at once when the card is."""
        self.notes.an.sign_in(HANDLER)
        begun = time.monotonic()
        self.notes.an.leave()
        seen["seconds"] = round(time.monotonic() - begun, 2)
        seen["said"] = self.notes.an.program.until(
            lambda: _said(self.notes.an, "Đã khóa vì thẻ được rút ra"), "the reason"
        )

    def wrong_pin(self, seen: Observed) -> None:
        """One try is spent, and said."""
        self.notes.an.insert(HANDLER)
        self.notes.an.type_pin("654321")
        seen["said"] = self.notes.an.program.until(
            lambda: _said(self.notes.an, "Còn 2 lần thử"), "two tries left"
        )
        self.notes.stage.photograph("two-tries-left")
        self.notes.an.type_pin(HANDLER.pin)
        self.notes.an.program.until(lambda: official.DESK in self.notes.an.program.names(), "the desk", 60)
        self.notes.an.leave()

    def blocked_card(self, seen: Observed) -> None:
        """A blocked card is told at once, and whom to call."""
        self.notes.an.insert(BLOCKED)
        seen["said"] = self.notes.an.program.until(lambda: _said(self.notes.an, "quản trị"), "whom to call")

    def evidence(self, seen: Observed) -> None:
        """The stores as they lie, then the journal with receipts, verified."""
        self.notes.an.sign_in(HANDLER)
        seen["stores"] = evidence.copy_stores(self.notes.stage.home(DESK), self.notes.stage.evidence)
        seen["rows"] = evidence.export_attendance(self.notes.stage, DESK)
        self.notes.stage.close_program(DESK)
        seen["verified"] = evidence.verify_attendance(self.notes.stage)
        seen["logs"] = evidence.copy_logs(self.notes.stage, DESK) + evidence.copy_logs(
            self.notes.stage, SECOND_DESK
        )


def _said(person: Official, words: str) -> str | None:
    lines = person.program.screen().splitlines()
    return next((line for line in lines if words in line), None)
