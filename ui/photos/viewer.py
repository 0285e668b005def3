"""One photo large: look closely, step on, compare before and after, decide what the public may see.

A document is looked at in the same window, page by page (``document_view``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.pictures.album import Album, Photo, Standing
from desktop_app.pictures.errors import KindNotShown
from desktop_app.triage.report_files import ReportFile
from ui.language import Translated, translate
from ui.photos.compare_canvas import CompareCanvas
from ui.photos.document_view import DocumentView
from ui.photos.faults import fault_words
from ui.photos.loading import Loader
from ui.photos.painting_canvas import PaintingCanvas
from ui.photos.viewer_bar import Offer, ViewerBar
from ui.photos.words import moment_word, photo_name, size_word, standing_tone, standing_word
from ui.shortcuts import of_desk
from ui.theme import SPACING
from ui.widgets.chip import Chip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text

_ROOM = QSize(1120, 660)
_NUMBERS = range(1, 10)


class PhotoViewer(Translated, QDialog):
    """Shows the album of one report. Not modal: the report stays at hand beside it."""

    guide_page: ClassVar[str] = "22-photos"

    decided = Signal(str, object, object)
    """The report's id, a ``Photo``, and the covers to burn into its public copy."""

    def __init__(self, loader: Loader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("photos")
        self._loader = loader
        self._album, self._report_id, self._at = Album(), "", 0
        self._may_decide = False
        self._title, self._about = QLabel(self), ElidedLabel(self)
        self._title.setProperty("role", "strong")
        self._about.setProperty("role", "muted")
        self._standing = Chip(self)
        self._notice = Notice("photos.notice", self)
        self.canvas, self.compare = PaintingCanvas(self), CompareCanvas(self)
        self._state = StatePane("photos.state", self)
        self._stack = QStackedWidget(self)
        for page in (self.canvas, self.compare, self._state):
            self._stack.addWidget(page)
        self.bar = ViewerBar(self)
        self.document = DocumentView(loader, self)
        self._lay_out()
        self._connect()
        self.resize(_ROOM.boundedTo(parent.window().size()))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._standing)
        head.addWidget(self._about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.normal,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addLayout(head)
        layout.addWidget(self._notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        self.canvas.stepped.connect(self.step)
        self.canvas.looked.connect(self._show_percent)
        self.bar.pressed.connect(self._act)
        self._state.asked.connect(self._load)
        self.document.came.connect(self._show_page)
        self.document.failed.connect(self._say_page_fault)
        for keys, act in (
            (of_desk("undo"), self.canvas.undo),
            (of_desk("primary"), self._decide),
            *((of_desk("command", number), partial(self.bar.press, number)) for number in _NUMBERS),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)
            shortcut.activated.connect(act)

    @property
    def report_id(self) -> str:
        """Whose photos are shown, or were last."""
        return self._report_id

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown, or was before a document."""
        return self._album.photos[self._at] if self._album.photos else None

    def show_album(self, album: Album, report_id: str, *, may_decide: bool, at: int | None = None) -> None:
        """Show photo ``at``, or, of the same report, what is shown already in its present standing."""
        if self._keeps_document(album, report_id, at):
            self._album, self._may_decide = album, may_decide
            return
        before = self.photo if report_id == self._report_id and self.document.file is None else None
        self.document.leave()
        at = (self._at if before else 0) if at is None else at
        self._album, self._report_id, self._may_decide = album, report_id, may_decide
        if not album.photos:
            self._say_gone()
            return
        self._at = min(at, len(album.photos) - 1)
        if before is None or self.photo is None or self.photo.file.id != before.file.id:
            self._leave_covering()
            self.bar.button("copy").setChecked(False)
            self.bar.button("compare").setChecked(False)
            self._load()
        self.retranslate()

    def _keeps_document(self, album: Album, report_id: str, at: int | None) -> bool:
        """Tell whether a document is looked at which is still there."""
        file = self.document.file
        same = file is not None and at is None and report_id == self._report_id
        return same and file in album.documents

    def show_document(self, album: Album, report_id: str, file: ReportFile) -> None:
        """Show a document of the album, from its first page on."""
        self._leave_covering()
        self._album, self._report_id, self._at, self._may_decide = album, report_id, 0, False
        self.bar.button("copy").setChecked(False)
        self.bar.button("compare").setChecked(False)
        self.compare.forget()
        self.document.open(file, report_id)
        self._load()
        self.retranslate()

    def follows(self, report_id: str) -> bool:
        """Tell whether it may show another report: not while covers are painted on a photo of this one."""
        return self.canvas.painting is None or report_id == self._report_id

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the next photo or the one before; the last is followed by the first. Pages have an end."""
        if self.document.file is not None:
            if self.document.turn(by):
                self._load()
        elif len(self._album.photos) > 1 and self.canvas.painting is None:
            at = (self._at + by) % len(self._album.photos)
            self.show_album(self._album, self._report_id, may_decide=self._may_decide, at=at)

    def say(self, tone: Tone, title: str, remedy: str = "") -> None:
        """Say something above the photo."""
        self._notice.say(tone, title, remedy)

    def reject(self) -> None:
        """Esc puts the pen away first."""
        if self.canvas.painting is not None:
            self._leave_covering()
        else:
            super().reject()

    def retranslate(self) -> None:
        """Say everything again."""
        self.setWindowTitle(translate("Photos", "Photos of the report"))
        if self.canvas.painting is not None:
            self._say_how_to_cover()
        if self.document.file is not None:
            self._say_document()
            return
        photo = self.photo
        if photo is None:
            if self._report_id:
                self._say_gone()
            return
        count = len(self._album.photos)
        numbered = translate("Photos", "Photo {place} of {count}")
        self._title.setText(numbered.format(place=self._at + 1, count=count))
        file = photo.file
        told = (
            moment_word(photo.moment),
            file.by_name,
            moment_text(file.at),
            size_word(file.size),
            file.name,
        )
        self._about.setText(" · ".join(filter(None, told)))
        self._standing.show()
        self._standing.show_mark(standing_word(photo.standing), standing_tone(photo.standing))
        self.bar.offer(
            Offer(
                step=count > 1,
                compare=self._album.pair() is not None,
                decide=self._may_decide and photo.standing is not Standing.PUBLIC,
                has_copy=photo.public is not None,
                shown=self._stack.currentWidget() is self.canvas,
            )
        )

    def _say_document(self) -> None:
        self.setWindowTitle(translate("Photos", "Document of the report"))
        self._title.setText(self.document.title())
        self._about.setText(self.document.about())
        self._standing.hide()
        shown = self._stack.currentWidget() is self.canvas
        self.bar.offer(Offer(step=self.document.pages > 1, pages=True, shown=shown))

    # --- a document ---------------------------------------------------------------------------------------

    @Slot(QImage)
    def _show_page(self, image: QImage) -> None:
        self.canvas.show_image(image, f"{self.document.title()}, {self.document.about()}")
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.setFocus()
        self._notice.clear()
        if left_out := self.document.left_out():
            self._notice.say(Tone.INFO, left_out)
        self.retranslate()

    @Slot(object)
    def _say_page_fault(self, error: Exception) -> None:
        again = "" if isinstance(error, KindNotShown) else translate("Photos", "Try again")
        self._state.say(*fault_words(error, document=True), again)
        self._stack.setCurrentWidget(self._state)
        self.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no document stays open."""
        super().hideEvent(event)
        self.document.rest()

    def showEvent(self, event: QShowEvent) -> None:
        """Open again at the page that was looked at."""
        super().showEvent(event)
        if self.document.file is not None and not self.document.is_open:
            self._load()

    # --- what is shown ------------------------------------------------------------------------------------

    @Slot()
    def _load(self) -> None:
        if self.document.file is not None:
            self._state.say(translate("Photos", "Opening the document…"))
            self._stack.setCurrentWidget(self._state)
            self.document.load()
            self._say_document()
            return
        photo = self.photo
        if photo is None:
            return
        wants_copy = self.bar.button("copy").isChecked() and photo.public is not None
        file = photo.public if wants_copy and photo.public is not None else photo.file
        name = photo_name(photo, self._at, len(self._album.photos))
        self._state.say(translate("Photos", "Fetching the photo…"))
        self._stack.setCurrentWidget(self._state)

        def is_wanted() -> bool:
            """Whether the person still waits for this photo: they may have stepped on or begun to compare."""
            same = self.photo is not None and self.photo.file.id == photo.file.id
            return same and not self.bar.button("compare").isChecked()

        def shown(image: QImage) -> None:
            if is_wanted():
                self.canvas.show_image(image, name)
                self._stack.setCurrentWidget(self.canvas)
                self.canvas.setFocus()
                self.retranslate()

        def failed(error: Exception) -> None:
            if is_wanted():
                self._state.say(*fault_words(error), translate("Photos", "Try again"))
                self.retranslate()

        self._loader.large(file, self._report_id, shown, failed)

    def _say_gone(self) -> None:
        """The last photo has left together with its report."""
        self._leave_covering()
        self._notice.clear()
        self._title.clear()
        self._about.clear()
        self._standing.hide()
        self._state.say(
            translate("Photos", "These photos are no longer here."),
            translate("Photos", "They left this desk together with their report."),
        )
        self._stack.setCurrentWidget(self._state)
        self.canvas.show_image(QImage(), "")
        self.compare.forget()
        self.bar.offer(Offer(shown=False))

    def _compare(self) -> None:
        pair = self._album.pair()
        if pair is None or not self.bar.button("compare").isChecked():
            self.compare.forget()
            self._load()
            return
        self._stack.setCurrentWidget(self.compare)
        self.compare.forget()
        self.compare.setFocus()
        before, after = (self._album.photos[place].file for place in pair)
        show = self.compare.show_pair
        self._loader.large(before, self._report_id, lambda image: show(before=image), self._compare_failed)
        self._loader.large(after, self._report_id, lambda image: show(after=image), self._compare_failed)
        self.retranslate()

    def _compare_failed(self, error: Exception) -> None:
        self._notice.say(Tone.CAUTION, *fault_words(error))

    @Slot()
    def _show_percent(self) -> None:
        self.bar.percent.setText(f"{self.canvas.percent()} %")

    # --- what is done -------------------------------------------------------------------------------------

    @Slot(str)
    def _act(self, name: str) -> None:
        canvas = self.canvas
        acts: dict[str, Callable[[], None]] = {
            "before": partial(self.step, -1), "next": partial(self.step, 1), "smaller": canvas.zoom_out,
            "larger": canvas.zoom_in, "fit": canvas.fit, "full": canvas.full_size, "turn": canvas.turn,
            "compare": self._compare, "copy": self._load, "cover": self._cover, "lay": canvas.lay,
            "remove": canvas.remove, "undo": canvas.undo, "decide": self._decide,
            "stop": self._leave_covering,
        }  # fmt: skip
        acts[name]()
        if canvas.painting is not None:
            canvas.setFocus()

    def _cover(self) -> None:
        """Take the pen; what is covered is the photo itself, never an earlier copy."""
        if self.bar.button("copy").isChecked():
            self.bar.button("copy").setChecked(False)
            self._load()
            return
        self.canvas.begin()
        self.bar.cover(covering=True)
        self._say_how_to_cover()
        self.canvas.setFocus()

    def _say_how_to_cover(self) -> None:
        self._notice.say(
            Tone.INFO,
            translate("Photos", "Draw over faces, plates and whatever else nobody may see."),
            translate(
                "Photos", "The photo itself stays internal. Nothing to cover? Make the public copy as it is."
            ),
        )

    @Slot()
    def _decide(self) -> None:
        photo, painting = self.photo, self.canvas.painting
        if photo is not None and painting is not None:
            covers = painting.covers
            self._leave_covering()
            self._notice.say(Tone.INFO, translate("Photos", "Making the public copy…"))
            self.decided.emit(self._report_id, photo, covers)

    @Slot()
    def _leave_covering(self) -> None:
        if self.canvas.painting is not None:
            self.canvas.end()
            self._notice.clear()
        self.bar.cover(covering=False)
