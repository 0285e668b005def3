"""One photo large: step by step, before and after, covered and decided; what is wrong is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.album import Album, Photo, album_of
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.public_copy import public_copy
from desktop_app.triage.report_files import ReportFile
from tests.support.pdfs import locked_pdf, pdf
from tests.support.photographs import phone_photo
from tests.support.widgets import child
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
from ui.photos.loading import Failed, Loader, Shown
from ui.photos.viewer import PhotoViewer
from ui.tasks import Tasks
from ui.widgets.state_pane import StatePane

Decision = tuple[str, Photo, tuple[Cover, ...]]


@pytest.fixture
def viewer(workplace: Workplace, tasks: Tasks, qtbot: QtBot) -> Iterator[PhotoViewer]:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(1366, 688)
    made = PhotoViewer(Loader(workplace.session, tasks, QObject(tasks)), ground)
    yield made
    made.close()


def album(work: Workplace, report: Report) -> Album:
    return album_of(report, work.session.files.of(report.id))


def opened(viewer: PhotoViewer, work: Workplace, report: Report, qtbot: QtBot, at: int = 0) -> None:
    viewer.show_album(album(work, report), report.id, may_decide=True, at=at)
    viewer.show()
    qtbot.waitUntil(lambda: viewer.bar.button("fit").isEnabled())


def test_photos_are_shown_and_stepped_through(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    opened(viewer, workplace, report, qtbot)
    assert viewer.canvas.image.width() == 480
    assert viewer.canvas.accessibleName().startswith("Photo 1 of 2")
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: viewer.canvas.image.width() == 600)
    viewer.step(1)
    qtbot.waitUntil(lambda: viewer.canvas.image.width() == 480)


def test_covers_are_handed_over_with_their_photo(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    told: list[Decision] = []
    viewer.decided.connect(lambda *decision: told.append(decision))
    opened(viewer, workplace, report, qtbot)
    viewer.bar.button("cover").click()
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_Insert)
    viewer.step(1)  # with the pen in hand nobody is carried on
    viewer.bar.button("decide").click()
    [(report_id, photo, covers)] = told
    assert report_id == report.id
    assert photo.file.sha256 == workplace.session.files.of(report.id)[0].sha256
    assert len(covers) == 1
    assert viewer.canvas.painting is None


def test_esc_puts_the_pen_away_first(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    opened(viewer, workplace, report, qtbot)
    viewer.bar.button("cover").click()
    assert not viewer.follows("another")
    viewer.reject()
    assert viewer.canvas.painting is None
    assert viewer.isVisible()
    assert viewer.follows("another")
    viewer.reject()
    assert not viewer.isVisible()


def test_before_and_after_are_compared(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    opened(viewer, workplace, report, qtbot)
    viewer.bar.button("compare").click()
    assert viewer.compare.isVisible()
    viewer.bar.button("compare").click()
    qtbot.waitUntil(viewer.canvas.isVisible)


class SlowLoader(Loader):
    """Answers when the test says so."""

    def large(self, file: ReportFile, report_id: str, shown: Shown, failed: Failed) -> None:
        """Keep what is to be told."""
        self.kept = [*getattr(self, "kept", []), shown]


def test_a_photo_that_comes_late_does_not_take_the_comparison_away(
    workplace: Workplace, tasks: Tasks, report: Report, qtbot: QtBot
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    loader = SlowLoader(workplace.session, tasks, QObject(tasks))
    viewer = PhotoViewer(loader, ground)
    viewer.show_album(album(workplace, report), report.id, may_decide=True, at=1)
    viewer.show()
    viewer.bar.button("compare").click()  # before the photo is there
    loader.kept[0](QImage(9, 9, QImage.Format.Format_RGB888))
    assert viewer.compare.isVisible()
    viewer.close()


def test_what_the_public_sees_can_be_looked_at(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    first = workplace.session.files.of(report.id)[0]
    lay(workplace, report, public_copy(phone_photo(), [Cover(0, 0, 1, 1)]), 5, redacts=first.sha256)
    opened(viewer, workplace, report, qtbot)
    assert viewer.canvas.image.pixelColor(240, 200).red() > 200
    viewer.bar.button("copy").click()
    qtbot.waitUntil(lambda: viewer.canvas.image.pixelColor(240, 200).red() < 16)


def test_a_photo_not_here_yet_says_so_and_can_be_asked_for_again(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    lay(workplace, report, phone_photo(100, 60), 6, kept=False)
    viewer.show_album(album(workplace, report), report.id, may_decide=True, at=2)
    viewer.show()
    state = child(viewer, StatePane, "photos.state")
    qtbot.waitUntil(lambda: state.heading() == "This photo is not on this computer yet.")
    assert not viewer.bar.button("cover").isEnabled()


def test_a_damaged_photo_says_so(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    lay(workplace, report, phone_photo(100, 60)[:300], 6)
    viewer.show_album(album(workplace, report), report.id, may_decide=True, at=2)
    state = child(viewer, StatePane, "photos.state")
    qtbot.waitUntil(lambda: "damaged" in state.heading())


def test_photos_that_left_are_gone_from_the_window(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    opened(viewer, workplace, report, qtbot)
    viewer.show_album(Album(), report.id, may_decide=False)
    assert viewer.canvas.image.isNull()
    assert child(viewer, StatePane, "photos.state").heading() == "These photos are no longer here."
    assert viewer.photo is None


# --- documents ------------------------------------------------------------------------------------


def reading(
    viewer: PhotoViewer, work: Workplace, report: Report, content: bytes, media_type: str = "application/pdf"
) -> ReportFile:
    """Open a document of ``report`` in the viewer; return it."""
    lay(work, report, content, 4, media_type=media_type, name="don.pdf")
    whole = album(work, report)
    viewer.show_document(whole, report.id, whole.documents[0])
    viewer.show()
    return whole.documents[0]


def title(viewer: PhotoViewer) -> str:
    return viewer.canvas.accessibleName().split(",", maxsplit=1)[0]


def test_a_document_is_read_page_by_page_and_ends_with_its_last(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    reading(viewer, workplace, report, pdf("one", "two"))
    qtbot.waitUntil(lambda: title(viewer) == "Page 1 of 2", timeout=30_000)
    assert viewer.bar.button("next").accessibleName() == "Next page (PgDn)"
    assert viewer.bar.button("cover").isHidden()
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: title(viewer) == "Page 2 of 2", timeout=30_000)
    viewer.step(1)
    assert viewer.document.at == 1
    viewer.step(-1)
    qtbot.waitUntil(lambda: title(viewer) == "Page 1 of 2", timeout=30_000)


def test_from_a_document_back_to_a_photo_and_the_photo_s_buttons(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    reading(viewer, workplace, report, pdf("one"))
    qtbot.waitUntil(lambda: title(viewer) == "Page 1 of 1", timeout=30_000)
    opened(viewer, workplace, report, qtbot)
    qtbot.waitUntil(lambda: title(viewer) == "Photo 1 of 2")
    assert viewer.document.file is None
    assert not viewer.bar.button("cover").isHidden()
    assert viewer.bar.button("next").accessibleName() == "Next photo (PgDn)"


def test_news_of_the_report_leave_the_document_open_while_it_is_there(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    file = reading(viewer, workplace, report, pdf("one", "two"))
    viewer.show_album(album(workplace, report), report.id, may_decide=True)
    assert viewer.document.file == file
    viewer.show_album(Album(), report.id, may_decide=True)
    assert viewer.document.about() == ""
    assert child(viewer, StatePane, "photos.state").heading() == "These photos are no longer here."


def test_a_document_rests_while_nobody_looks_and_comes_back_at_its_page(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    reading(viewer, workplace, report, pdf("one", "two"))
    qtbot.waitUntil(lambda: title(viewer) == "Page 1 of 2", timeout=30_000)
    viewer.step(1)
    viewer.hide()
    assert not viewer.document.is_open
    viewer.show()
    qtbot.waitUntil(lambda: title(viewer) == "Page 2 of 2", timeout=30_000)


@pytest.mark.parametrize(
    ("content", "media_type", "said"),
    [
        (b"%PDF-1.4 torn", "application/pdf", "This document is damaged, or it is no real PDF."),
        (locked_pdf(), "application/pdf", "This document is protected by a password."),
        (b"PK", "application/msword", "The file don.pdf is of a kind that is not shown here."),
    ],
)
def test_what_cannot_be_read_says_so_plainly(
    viewer: PhotoViewer,
    workplace: Workplace,
    report: Report,
    qtbot: QtBot,
    content: bytes,
    media_type: str,
    said: str,
) -> None:
    reading(viewer, workplace, report, content, media_type)
    state = child(viewer, StatePane, "photos.state")
    qtbot.waitUntil(lambda: state.heading() == said, timeout=30_000)
    assert not viewer.bar.button("larger").isEnabled()
    assert state.accessibleDescription()


def test_a_document_not_here_yet_says_so(
    viewer: PhotoViewer, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    lay(workplace, report, pdf("one"), 4, media_type="application/pdf", kept=False)
    whole = album(workplace, report)
    viewer.show_document(whole, report.id, whole.documents[0])
    viewer.show()
    state = child(viewer, StatePane, "photos.state")
    qtbot.waitUntil(lambda: state.heading() == "This document is not on this computer yet.", timeout=30_000)
