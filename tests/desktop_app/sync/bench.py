"""A bench for the engine: a real store, what was published, and the pages that a test says the feed gives."""

from __future__ import annotations

from typing import Any

from desktop_app.api.changes import ChangeLine, Operation, Page
from desktop_app.api.errors import ApiError, Refused, Unreachable
from desktop_app.api.events import EventResult, PushAnswer
from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.store.account import AccountStore
from desktop_app.sync.engine import Engine, Pulled
from tests.support.clock import ManualClock


class Bench:
    """An engine, what it published, and a feed of pages."""

    def __init__(self, store: AccountStore, clock: ManualClock) -> None:
        self.store = store
        self.news: list[object] = []
        self.engine = Engine(store, self.news.append, clock.now)
        self.cursors: list[str] = []

    def pull(self, *pages: Page | ApiError) -> None:
        for page in pages:
            self.pull_at_once(page)

    def pull_at_once(self, *answers: Page | ApiError) -> Pulled:
        """One cycle, which may ask for several pages; behind the last answer the line is dead."""
        script = iter(answers)
        return self.engine.pull(lambda cursor: self._answer(cursor, next(script, Unreachable(sent=False))))

    def _answer(self, cursor: str, page: Page | ApiError) -> Page:
        if isinstance(page, ApiError) and not isinstance(page, Refused):
            raise page
        self.cursors.append(cursor)
        if isinstance(page, Refused):
            raise page
        return page

    def push(self, *results: EventResult) -> int:
        return self.engine.push(lambda _: PushAnswer({result.id: result for result in results}))

    def state(self, sent: Event) -> OutboxState:
        found = self.store.outbox.get(sent.id)
        assert found is not None
        return found.state


def line(data: dict[str, Any], entity: str = "report", seq: int = 1) -> ChangeLine:
    return ChangeLine(seq, entity, str(data["id"]), Operation.PUT, int(data.get("version", 1)), data)


def lost(report_id: str, operation: Operation = Operation.SCOPE_LOST) -> ChangeLine:
    return ChangeLine(9, "report", report_id, operation, 1, None)


def page(
    *lines: ChangeLine, next_: str = "c1", more: bool = False, epoch: str = "e", durable: int = 3
) -> Page:
    return Page(lines, next_, more, None, epoch, durable)
