"""What one step leaves for the next, outside the program: who acts, codes chosen, what was confirmed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ui.tour import official
from ui.tour.official import Card, Official
from ui.tour.stage import Stage

HANDLER = Card("Người xử lý", "Nguyễn Thành An")
COLLEAGUE = Card("Đồng nghiệp cùng đơn vị", "Cao Thị Mộng Trinh")
APPROVER = Card("Lãnh đạo duyệt", "Trần Quốc Bửu")
PUBLISHER = Card("Người công bố", "Phan Minh Thục")
CLERK = Card("Công chức một cửa", "Đặng Thị Ngọc Diệp")
BLOCKED = Card("Thẻ bị khóa", "Lê Đức Sáng")
HUE, NYC = "PA-", "NYC-"
DESK, SECOND_DESK = "desk", "second-desk"
Observed = dict[str, Any]
Step = tuple[str, Callable[[Observed], None]]


@dataclass
class Notes:
    """The harness's own memory: a lost or doubled command cannot hide in the program's."""

    stage: Stage
    an: Official = field(init=False)
    colleague: Official = field(init=False)
    confirmed: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def confirm(self, said: str, code: str, command: str) -> None:
        """Keep what the screen confirmed."""
        if not said:
            raise AssertionError(f"{command} on {code} was not confirmed")
        self.confirmed.append((code, command))

    def state_of(self, which: str) -> str:
        """Return the state the list shows for a report."""
        rows = self.an.show(official.EVERYTHING)
        return next(row.split(", ")[-2] for row in rows if row.endswith(self.codes[which]))


class Act(ABC):
    """A part of the day; its steps observe something and raise when it does not hold."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    @abstractmethod
    def steps(self) -> list[Step]:
        """Return the steps in order."""
