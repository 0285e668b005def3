"""Journeys' fixture: a workstation beside a served city."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.report import Report
from desktop_app.session import Session
from tests.journeys.workbench import Workbench, workbench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A workstation that is not enrolled yet."""
    with workbench(tmp_path) as made:
        yield made


@pytest.fixture
def enrolled(bench: Workbench) -> Workbench:
    """A workstation enrolled with the city."""
    bench.enrol()
    return bench


@pytest.fixture
def at_work(enrolled: Workbench) -> tuple[Workbench, Session, Report]:
    """A handler signed in and in step, with one report of theirs."""
    report = enrolled.city.put()
    enrolled.insert(enrolled.city.card("o-handler"))
    session = enrolled.synced(enrolled.sign_in())
    return enrolled, session, session.store.reports.get(report.id)
