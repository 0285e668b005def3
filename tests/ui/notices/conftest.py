"""A handler whose work others touch: lines arrive as the feed would bring them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import Notice
from desktop_app.domain.report import Entry
from desktop_app.news import NoticesCame
from tests.ui import city
from tests.ui.seated import Hire, Workplace


@dataclass
class Worker:
    """The handler, their reports, and the news told so far."""

    workplace: Workplace
    told: list[Notice] = field(default_factory=list)

    def urged(self, state: str = "in_progress") -> str:
        """Let a colleague urge one of the handler's reports; return its id."""
        report = self.workplace.first(state)
        line = Entry(new_id(), report.id, "urge", city.NOW, city.DISPATCHER, "Lê Thị Khánh Vân", text="Gấp")
        with self.workplace.store.write() as tx:
            self.workplace.store.entries.put(tx, city.as_json(line))
        return report.id

    def look(self) -> tuple[Notice, ...]:
        """Have what came written down and told."""
        found = self.workplace.store.notices.look(first_sync=False)
        self.told += found
        if found:
            self.workplace.bus.publish(NoticesCame(found))
        return found


@pytest.fixture
def worker(hire: Hire) -> Worker:
    """The ward's handler, past the first look."""
    made = Worker(hire(city.HANDLER))
    made.workplace.store.notices.look(first_sync=False)
    made.workplace.store.notices.mark_read()
    return made
