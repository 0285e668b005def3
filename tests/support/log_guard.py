"""A log record nobody expected fails the test: warnings that scroll past teach people not to read them."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType


@dataclass(frozen=True)
class ExpectedLog:
    """One kind of record that a test means to provoke: a pattern searched in the message, from a level up."""

    pattern: str
    level: int = logging.WARNING

    def matches(self, record: logging.LogRecord) -> bool:
        """Whether this expectation covers the record."""
        return record.levelno >= self.level and re.search(self.pattern, record.getMessage()) is not None


def unexpected(records: Iterable[logging.LogRecord], expected: Sequence[ExpectedLog]) -> list[str]:
    """The records that no expectation covers, each as ``LEVEL logger: message``."""
    return [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if not any(expectation.matches(record) for expectation in expected)
    ]


def unmet(records: Sequence[logging.LogRecord], expected: Iterable[ExpectedLog]) -> list[str]:
    """The patterns that no record matched: an expectation that cannot fail would hide the next real one."""
    return [
        expectation.pattern
        for expectation in expected
        if not any(expectation.matches(record) for record in records)
    ]


class LogRecorder(logging.Handler):
    """Collects every record of level WARNING and above, from any thread, while it is entered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record (list.append is atomic: card and network threads log too)."""
        self.records.append(record)

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().removeHandler(self)
