"""Pictures come decoded on the main thread, are kept within bounds, and leave no file behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.errors import PictureCorrupt
from tests.support.photographs import phone_photo
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
from ui.photos.loading import Loader, decoded
from ui.tasks import Tasks


def never(told: object) -> None:
    """What must not be told."""
    pytest.fail(f"told: {told}")


@pytest.fixture
def loader(workplace: Workplace, tasks: Tasks) -> Loader:
    return Loader(workplace.session, tasks, QObject(tasks))


def test_a_photo_that_was_looked_at_is_here(
    loader: Loader, workplace: Workplace, report: Report, qtbot: QtBot, tmp_path: Path
) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    shown: list[QImage] = []
    file = workplace.session.files.of(report.id)[0]

    def show(image: QImage) -> None:
        assert QThread.currentThread() is loader.thread()
        shown.append(image)

    loader.large(file, report.id, show, never)
    loader.small(file, report.id, show, never)
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert sorted(image.width() for image in shown) == [320, 480]
    loader.large(file, report.id, show, never)  # kept: at once
    assert len(shown) == 3
    after = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.suffix for path in after - before} <= {".db-wal", ".db-shm"}


def test_a_photo_not_here_yet_fails_without_a_centre(
    loader: Loader, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    lay(workplace, report, phone_photo(200, 100), 5, kept=False)
    failed: list[Exception] = []
    loader.large(workplace.session.files.of(report.id)[-1], report.id, never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))


def test_a_damaged_photo_fails_with_its_reason() -> None:
    with pytest.raises(PictureCorrupt):
        decoded(phone_photo()[:500], 100)
