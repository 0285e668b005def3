"""The context of a panel on any report of the city."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.domain.report import Report
from desktop_app.triage.triage import DraftContent
from tests.ui.seated import Workplace
from ui.commands.context import PanelContext

Frame = Callable[..., PanelContext]


@pytest.fixture
def context(workplace: Workplace) -> Frame:
    """Return a function from a report to what a panel on it may look at."""

    def about(report: Report, draft: DraftContent | None = None) -> PanelContext:
        names = workplace.names
        actor = workplace.session.person.actor
        return PanelContext(report, actor, names, workplace.clock.now(), names.calendar, draft)

    return about
