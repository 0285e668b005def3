"""Which page is looked at: turned within bounds, told only while it is wanted, put to rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.errors import KindNotShown
from desktop_app.triage.report_files import ReportFile
from tests.support.pdfs import pdf
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
from ui.photos import page_process
from ui.photos.document_view import DocumentView
from ui.photos.loading import Loader
from ui.tasks import Tasks

PATIENCE = 30_000


@pytest.fixture
def view(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Iterator[DocumentView]:
    made = DocumentView(Loader(workplace.session, tasks, QObject(tasks)), QObject(tasks))
    yield made
    made.leave()


def begun(view: DocumentView, work: Workplace, report: Report, *words: str) -> list[int]:
    """Open a document of these pages; return the list that the widths of pages that came go into."""
    came: list[int] = []
    view.came.connect(lambda image: came.append(image.width()))
    laid = lay(work, report, pdf(*words), 4, media_type="application/pdf", name="don.pdf")
    file = next(one for one in work.session.files.of(report.id) if one.id == laid.id)
    view.open(file, report.id)
    view.load()
    return came


def test_pages_are_turned_within_the_document(
    view: DocumentView, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    assert view.title() == "Document"
    assert not view.turn(1)
    came = begun(view, workplace, report, "one", "two")
    qtbot.waitUntil(lambda: len(came) == 1, timeout=PATIENCE)
    assert (view.title(), view.turn(-1), view.turn(1), view.turn(1)) == ("Page 1 of 2", False, True, False)
    view.load()
    qtbot.waitUntil(lambda: len(came) == 2, timeout=PATIENCE)
    assert view.title() == "Page 2 of 2"
    assert view.about().startswith("don.pdf · An · ")
    assert view.left_out() == ""


def test_pages_beyond_the_bound_are_said_to_be_left_out(
    view: DocumentView, workplace: Workplace, report: Report, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_process, "MOST_PAGES", 1)
    came = begun(view, workplace, report, "one", "two", "three")
    qtbot.waitUntil(lambda: len(came) == 1, timeout=PATIENCE)
    assert view.left_out() == "Only the first 1 of 3 pages are shown."
    assert view.pages == 1


def test_what_was_left_comes_no_more(
    view: DocumentView, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    came = begun(view, workplace, report, "one")
    view.leave()
    again = begun(view, workplace, report, "another")
    qtbot.waitUntil(lambda: len(again) == 1, timeout=PATIENCE)
    assert len(came) == 1  # heard by both, told once
    view.rest()
    assert not view.is_open
    assert view.file is not None


def test_another_kind_is_refused_without_being_fetched(view: DocumentView) -> None:
    told: list[Exception] = []
    view.failed.connect(told.append)
    at = datetime(2026, 11, 20, tzinfo=UTC)
    view.open(ReportFile("a", "b", "don.docx", "application/msword", 9, "An", at, has_thumbnail=False), "r")
    view.load()
    assert [type(error) for error in told] == [KindNotShown]
    assert not view.is_open
