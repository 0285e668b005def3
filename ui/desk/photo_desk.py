"""The photos of the report that is read: shown small, looked at large, decided about, and added to."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.domain.outbox import Pending
from desktop_app.domain.workflow import Command
from desktop_app.news import FileMoved, OutboxChanged, ReportGone, ReportsChanged
from desktop_app.pictures.album import Album, Photo, album_of
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.under_way import UnderWay, under_way
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.triage.report_files import FileToAttach, ReportFile
from ui import shortcuts
from ui.bridge import Bridge
from ui.detail.detail import Detail
from ui.language import translate
from ui.photos.adding_panel import AddingPanel
from ui.photos.arrivals import Arrival, from_mime, from_paths, holds_files
from ui.photos.faults import fault, fault_words
from ui.photos.loading import Loader
from ui.photos.strip import PhotoStrip
from ui.photos.viewer import PhotoViewer
from ui.publication.publish_preview import PublishPreview
from ui.tasks import Tasks
from ui.theme import TOAST_MS
from ui.widgets.file_dialog import FileDialog
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.wording import saying

_STAY_MS = 150
"""Who steps through the list is not kept waiting by pictures they never look at."""


class PhotoDesk(QObject):
    """Everything about photos on one desk."""

    def __init__(self, session: Session, bridge: Bridge, tasks: Tasks, detail: Detail, toast: Toast) -> None:
        super().__init__(detail)
        self._session, self._tasks, self._detail, self._toast = session, tasks, detail, toast
        self.loader = Loader(session, tasks, self)
        self.strip: PhotoStrip = detail.photos
        self.adding = AddingPanel(tasks)
        detail.ask_above(self.adding)
        self._viewer: PhotoViewer | None = None
        self._report_id = ""
        self._files = FileDialog("photos.choose", detail)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self._load_small)
        detail.setAcceptDrops(True)
        detail.installEventFilter(self)
        self._connect(bridge)

    def _connect(self, bridge: Bridge) -> None:
        self._detail.changed.connect(self._begin)
        bridge.reports_changed.connect(self._reports_changed)
        bridge.report_gone.connect(self._report_gone)
        bridge.outbox_changed.connect(self._outbox_changed)
        bridge.file_moved.connect(self._file_moved)
        self.strip.chosen.connect(self.look_at)
        self.strip.document_chosen.connect(self.read_document)
        self.strip.add_asked.connect(self.choose_files)
        self.strip.take_back_asked.connect(self._take_back)
        self.strip.try_now_asked.connect(self._session.files.send_now)
        self.adding.confirmed.connect(self._attach)

    def hear_keys(self, desk: QWidget) -> None:
        """Hear the keys of the table on ``desk``."""
        shortcuts.connect(shortcuts.PHOTOS, desk, self)

    @property
    def viewer(self) -> PhotoViewer | None:
        """The window of the photos, once it was opened."""
        return self._viewer

    @property
    def may_add(self) -> bool:
        """Tell whether files can be added to the report that is read."""
        reading = self._detail.reading
        return reading is not None and Command.ATTACH in self._session.triage.legal(reading.report)

    # --- what the person does -----------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Look at the first photo, else the first document."""
        if self.strip.album.photos:
            self.look_at(0)
        elif self.strip.album.documents:
            self.read_document(self.strip.album.documents[0])
        elif self._detail.reading is not None:
            self._toast.say(translate("Photos", "This report has no photos."), TOAST_MS)

    @Slot(int)
    def look_at(self, place: int) -> None:
        """Open the viewer at a photo."""
        viewer = self._the_viewer()
        viewer.show_album(self.strip.album, self._report_id, may_decide=self.may_add, at=place)
        self._bring(viewer)

    @Slot(object)
    def read_document(self, file: ReportFile) -> None:
        """Open the viewer at a document."""
        viewer = self._the_viewer()
        viewer.show_document(self.strip.album, self._report_id, file)
        self._bring(viewer)

    def _the_viewer(self) -> PhotoViewer:
        if self._viewer is None:
            self._viewer = PhotoViewer(self.loader, self._detail)
            self._viewer.decided.connect(self._decide)
        return self._viewer

    @staticmethod
    def _bring(viewer: PhotoViewer) -> None:
        viewer.show()
        viewer.raise_()
        viewer.activateWindow()

    @Slot()
    def choose_files(self) -> None:
        """Have the person choose files."""
        if not self.may_add:
            self._say_may_not()
            return
        kinds = translate("Photos", "Pictures and PDF") + " (*.jpg *.jpeg *.png *.webp *.pdf)"
        title = translate("Photos", "Add photos or files")
        self._files.choose(title, (kinds,), self._chosen, several=True)

    @Slot()
    def paste(self) -> None:
        """Add what lies on the clipboard."""
        self._take(from_mime(QGuiApplication.clipboard().mimeData()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files be dropped anywhere on the report."""
        if isinstance(event, QDropEvent) and holds_files(event.mimeData()) and self.may_add:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._take(from_mime(event.mimeData()))
            return True
        return super().eventFilter(watched, event)

    def _chosen(self, paths: list[Path]) -> None:
        self._take(from_paths(paths))

    def _take(self, arrivals: list[Arrival]) -> None:
        if arrivals and not self.may_add:
            self._say_may_not()
        elif arrivals:
            self.adding.take(arrivals)

    def _say_may_not(self) -> None:
        if self._detail.reading is not None:
            self._toast.say(translate("Photos", "Nothing can be added to this report now."), TOAST_MS)

    @Slot(object)
    def _attach(self, files: list[FileToAttach]) -> None:
        attach = partial(self._session.triage.attach, self._report_id, *files)

        def done(_pending: object) -> None:
            self.adding.close_down()
            told = translate("Photos", "Added, and sent as soon as the centre can be reached: {count}")
            self._toast.say(told.format(count=len(files)), TOAST_MS)

        self._tasks.run(attach, done, lambda error: self.adding.say(saying(error).now))

    @Slot(str, object, object)
    def _decide(self, report_id: str, photo: Photo, covers: tuple[Cover, ...]) -> None:
        """Make the public copy and put it on its way; the photo itself stays where it is."""
        viewer, session = self._viewer, self._session

        def done(_pending: object) -> None:
            if viewer is not None:
                told = translate("Photos", "The public copy is made. Only it can go with the answer.")
                viewer.say(Tone.GOOD, told)

        def failed(error: Exception) -> None:
            if viewer is not None:
                viewer.say(Tone.DANGER, *fault_words(error))

        self._tasks.run(partial(_made_public, session, report_id, photo.file, covers), done, failed)

    @Slot(object)
    def fill_preview(self, preview: PublishPreview) -> None:
        """Bring the photos of a publication preview."""

        def show(sha256: str, image: QImage) -> None:
            if isValid(preview):
                preview.show_picture(sha256, image)

        def say(error: Exception) -> None:
            if isValid(preview):
                preview.show_fault(*fault_words(error))

        for sha256, file in list(preview.awaited.items()):
            self.loader.large(file, self._report_id, partial(show, sha256), say)

    @Slot(str)
    def _take_back(self, event_id: str) -> None:
        undone = self._session.triage.undo(event_id)
        told = (
            translate("Photos", "Taken back; nothing of it was added.")
            if undone
            else translate("Photos", "Too late to take back: it is on its way.")
        )
        self._toast.say(told, TOAST_MS)

    # --- following the report -----------------------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        """Another report is read, or none."""
        reading = self._detail.reading
        if self.adding.rows:
            self.adding.close_down()
        self._report_id = reading.report.id if reading else ""
        self._show()

    @Slot(object)
    def _reports_changed(self, news: ReportsChanged) -> None:
        if not news.ids or self._report_id in news.ids:
            self._show()

    @Slot(object)
    def _outbox_changed(self, news: OutboxChanged) -> None:
        if news.report_id == self._report_id:
            self._show()

    @Slot(object)
    def _file_moved(self, news: FileMoved) -> None:
        if news.report_id == self._report_id:
            self.strip.show_moved(news.sha256, news.sent)

    @Slot(object)
    def _report_gone(self, news: ReportGone) -> None:
        viewer = self._viewer
        if viewer is not None and viewer.report_id == news.id:  # also while covers are painted on it
            viewer.show_album(Album(), news.id, may_decide=False)
        if news.id == self._report_id:
            self._show()

    def _show(self) -> None:
        album, travelling = self._read()
        self.strip.show_album(album, travelling, may_add=self.may_add)
        viewer = self._viewer
        if viewer is not None and viewer.isVisible() and viewer.follows(self._report_id):
            viewer.show_album(album, self._report_id, may_decide=self.may_add)
        self._stay.start()

    def _read(self) -> tuple[Album, dict[str, UnderWay]]:
        """The files of the report that is read; none while the desk is being locked."""
        reading, report_id = self._detail.reading, self._report_id
        if reading is None or reading.report.id != report_id:
            return Album(), {}
        try:
            files = self._session.files.of(report_id)
            return album_of(reading.report, files), under_way(
                self._session.store, report_id, self._session.files.sent_of
            )
        except StoreError:
            return Album(), {}

    @Slot()
    def _load_small(self) -> None:
        for tile in self.strip.tiles:
            if tile.photo is not None and not tile.isHidden() and not tile.has_picture():
                self._load(tile.photo.file)

    def _load(self, file: ReportFile) -> None:
        def shown(image: QImage) -> None:
            self.strip.show_picture(file.id, image)

        def failed(error: Exception) -> None:
            told = fault(error)
            self.strip.show_fault(file.id, lambda: str(told()))

        self.loader.small(file, self._report_id, shown, failed)


def _made_public(session: Session, report_id: str, file: ReportFile, covers: tuple[Cover, ...]) -> Pending:
    from desktop_app.pictures.deciding import decide  # loads the picture library; the start does without

    return decide(session, report_id, file, covers)
