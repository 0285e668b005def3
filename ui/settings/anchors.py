"""The section on citizens' documents: which anchors are installed for what, and the way to install more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ui.language import translate
from ui.settings.anchor_review import AnchorReview, kind_text
from ui.settings.installed_anchors import InstalledAnchors
from ui.settings.section import Section
from ui.widgets.file_dialog import FileDialog
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from cardio.trust.csca import Anchor
    from desktop_app.ceremonies.anchor_import import AnchorFile
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LOOK_MS: Final = 80


class AnchorsSection(Section):
    """A line per kind of document, and the way to more of them from a file."""

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("anchors", parent)
        self._core, self._tasks = core, tasks
        self._files = FileDialog("settings.anchors.file", self)
        self._anchors: tuple[Anchor, ...] | None = None
        self._heard = (0, 0)
        self._problem: Exception | None = None
        self._passports, self._cards = QLabel(self), QLabel(self)
        self._passports.setObjectName("settings.anchors.passport")
        self._cards.setObjectName("settings.anchors.identityCard")
        for label in (self._passports, self._cards):
            wrap(label)
        self._labels = [self.add_row(self._passports), self.add_row(self._cards)]
        self._notice = Notice("settings.anchors.notice", self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("settings.anchors.progress")
        self._bar.hide()
        self._review = AnchorReview(core, tasks, self)
        self._review.installed.connect(self.refresh)
        self._installed = InstalledAnchors(core, tasks, self)
        self._installed.hide()
        self._installed.removed.connect(self.refresh)
        self._review.installed.connect(self._installed.refresh)
        self._open = QPushButton(self)
        self._open.setObjectName("settings.anchors.open")
        self._open.setCheckable(True)
        self._open.toggled.connect(self.show_installed)
        self._open_label = self.add_row(self._open)
        self.add_wide(self._installed)
        self._add = QPushButton(self)
        self._add.setObjectName("settings.anchors.add")
        self._add.clicked.connect(self.add)
        for part in (self._notice, self._bar, self._review):
            self.add_wide(part)
        self._add_label = self.add_row(self._add)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is installed now; reading it takes a moment, aside."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is installed now."""
        for button in (self._add, self._open):
            button.setEnabled(self._core.is_enrolled)
        self._tasks.run(lambda: self._core.document_anchors.anchors, self._know, self._failed)

    @Slot(bool)
    def show_installed(self, shown: bool) -> None:
        """Open or close the list of what is installed, with the way to remove and the record."""
        self._installed.setVisible(shown)
        if shown:
            self._installed.refresh()

    # --- a file -------------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """Ask for a file and read it, aside; what is in it is shown before anything is installed."""
        title = translate("Settings", "Certificate, master list or revocation list")
        self._files.choose(title, (translate("FileDialog", "All files (*)"),), self._begin_reading)

    def _begin_reading(self, chosen: list[Path]) -> None:
        self._problem = None
        self._say()
        self._review.close_review()
        self._add.setEnabled(False)
        self._heard = (0, 0)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._look.start()
        self._tasks.run(lambda: self._read(chosen[0]), self._was_read, self._failed)

    def _read(self, path: Path) -> AnchorFile:
        from desktop_app.ceremonies.anchor_import import read_file  # most people never open such a file

        return read_file(path.read_bytes(), self._core.document_anchors, self._note)

    def _note(self, read: int, of: int) -> None:
        self._heard = (read, of)  # on the task's thread: one assignment, looked at by the timer

    @Slot()
    def _show_progress(self) -> None:
        read, of = self._heard
        self._bar.setRange(0, of)
        self._bar.setValue(read)

    def _rest(self) -> None:
        self._look.stop()
        self._bar.hide()
        self._add.setEnabled(self._core.is_enrolled)

    @Slot(object)
    def _was_read(self, file: AnchorFile) -> None:
        self._rest()
        self._review.show_file(file)

    @Slot(object)
    def _know(self, anchors: tuple[Anchor, ...]) -> None:
        self._anchors = anchors
        self._say_installed()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._rest()
        self._problem = error
        self._say()

    # --- showing ------------------------------------------------------------------------------------

    def _say(self) -> None:
        if self._problem is None:
            self._notice.clear()
            return
        words = sentence(self._problem)
        self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    def _say_installed(self) -> None:
        from cardio.trust.csca import DocumentKind  # the page opens without the ASN.1 library

        shown = ((self._passports, DocumentKind.PASSPORT), (self._cards, DocumentKind.IDENTITY_CARD))
        for label, kind in shown:
            anchors = [one for one in self._anchors or () if kind in one.kinds]
            label.setText(_installed_text(anchors))

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Citizens' documents"))
        for label, text in zip(
            self._labels, (kind_text("passport"), kind_text("identity_card")), strict=True
        ):
            label.setText(text)
        self._bar.setAccessibleName(translate("Settings", "Reading the file"))
        self._open_label.setText(translate("Settings", "Installed certificates"))
        self._open.setText(translate("Settings", "Show, remove…"))
        self._open.setAccessibleName(translate("Settings", "Installed certificates"))
        self._add_label.setText(translate("Settings", "Install from a file"))
        self._add.setText(translate("Settings", "Choose a file…"))
        self._add.setAccessibleName(translate("Settings", "Certificate, master list or revocation list"))
        self._say()
        if self._anchors is not None:
            self._say_installed()


def _installed_text(anchors: list[Anchor]) -> str:
    if not anchors:
        return translate("Settings", "none: chips are read, their issuer is not proved")
    countries = Counter(one.certificate.country for one in anchors)
    home = countries.get("VN", 0)
    text = translate("Settings", "{count} certificates of {countries} countries, {home} of Viet Nam")
    return text.format(count=len(anchors), countries=len(countries), home=home)
