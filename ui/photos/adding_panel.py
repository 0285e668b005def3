"""Files about to be added: each looked into, shown small, refused with its reason, or taken out again.

Nothing is kept or sent before *Add*: until then a file is a name on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.attachments import MAX_FILES
from desktop_app.triage.report_files import FileRefused, FileToAttach
from ui.icons import icon, pixmap
from ui.language import Translated, translate
from ui.photos.arrivals import Arrival
from ui.photos.loading import decoded
from ui.photos.words import size_word
from ui.tasks import Tasks
from ui.theme import SPACING, TARGET
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText
from ui.wording import Wording, saying

Told = Callable[[], Wording]
"""What happened and what to do, in the language in force whenever it is asked for."""

_SMALL = QSize(44, 32)
_LEAST_SEEN, _MOST_SEEN = 2 * TARGET, 5 * TARGET
_ICON = 16


class AddingPanel(Translated, QFrame):
    """A line for each file; emits those that are in order."""

    confirmed = Signal(object)
    """The files (``list[FileToAttach]``) to add."""
    closed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photos.adding")
        self.setProperty("role", "card")
        self._tasks = tasks
        self.rows: list[_Row] = []
        self._said: tuple[Tone, Told] | None = None
        self._notice = Notice("photos.adding.notice", self)
        self._list = QWidget(self)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACING.tight)
        self._scroll = FittingScroll("photos.adding.list", self)
        self._scroll.show_page(self._list)
        self._scroll.setMinimumHeight(_LEAST_SEEN)
        self._scroll.setMaximumHeight(_MOST_SEEN)
        self._add, self._cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        for button, name, act in (
            (self._add, "confirm", self.confirm),
            (self._cancel, "cancel", self.close_down),
        ):
            button.setObjectName(f"photos.adding.{name}")
            button.clicked.connect(act)
        self._add.setProperty("kind", "primary")
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.small)
        for part in (self._notice, self._scroll):
            layout.addWidget(part)
        layout.addLayout(foot)

    @property
    def ready(self) -> list[FileToAttach]:
        """The files that are in order."""
        return [row.file for row in self.rows if row.file is not None]

    def take(self, arrivals: list[Arrival]) -> None:
        """Look into more files; past the tenth none is taken, and that is said."""
        room = MAX_FILES - len(self.rows)
        self._said = (Tone.CAUTION, _too_many) if len(arrivals) > room else None
        for arrival in arrivals[: max(0, room)]:
            self._look_into(arrival)
        self.setVisible(bool(self.rows))
        self.retranslate()
        self._add.setFocus()

    def close_down(self) -> None:
        """Forget every file."""
        for row in list(self.rows):
            self._drop(row)
        self.hide()
        self.closed.emit()

    def say(self, told: Told) -> None:
        """Say why the files were not added; they stay."""
        self._said = (Tone.DANGER, told)
        self.retranslate()

    @Slot()
    def confirm(self) -> None:
        """Hand over what is in order, once."""
        if self._add.isEnabled() and self.ready:
            self._add.setEnabled(False)
            self.confirmed.emit(self.ready)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter adds."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape:
            self.close_down()
        elif enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirm()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again."""
        self._say_notice()
        self.setAccessibleName(translate("Photos", "Files to add"))
        count, looking = len(self.ready), any(row.is_looked_into for row in self.rows)
        self._add.setText(translate("Photos", "Add to the report: {count}").format(count=count))
        self._add.setAccessibleName(self._add.text())
        self._add.setEnabled(bool(count) and not looking)
        self._cancel.setText(translate("Panel", "Cancel (Esc)"))
        self._cancel.setAccessibleName(translate("Panel", "Cancel"))
        for row in self.rows:
            row.retranslate()

    def _say_notice(self) -> None:
        if self._said is None:
            self._notice.clear()
        else:
            tone, told = self._said
            wording = told()
            self._notice.say(tone, wording.title, wording.what_to_do)

    def _look_into(self, arrival: Arrival) -> None:
        row = _Row(arrival.name, self._list)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._lines.addWidget(row)

        def look() -> tuple[FileToAttach, QImage]:
            file = arrival.read()
            return file, decoded(file.thumbnail, _SMALL.width() * 2) if file.thumbnail else QImage()

        def done(found: tuple[FileToAttach, QImage]) -> None:
            if row in self.rows:
                row.show_file(*found)
                self.retranslate()

        def failed(error: Exception) -> None:
            if row in self.rows:
                row.show_refusal(refusal(error, arrival.name))
                self.retranslate()

        self._tasks.run(look, done, failed)

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        if not self.rows:
            self.close_down()
        self.retranslate()

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QFrame):
    """One file: small picture, name, size or what is wrong, and the button that takes it out."""

    removed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.file: FileToAttach | None = None
        self.is_looked_into = True
        self._file_name = name
        self._refused: Told | None = None
        self._picture, self._words = QLabel(self), WrappedText("dense", self)
        self._picture.setFixedSize(_SMALL)
        self._remove = QPushButton(self)
        self._remove.setProperty("kind", "quiet")
        self._remove.setIcon(icon("close", "text", _ICON))
        self._remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._remove)
        self.retranslate()

    def words(self) -> str:
        """Return what is said of the file."""
        return self._words.text()

    def show_file(self, file: FileToAttach, small: QImage) -> None:
        """It is in order."""
        self.file, self.is_looked_into = file, False
        how = Qt.AspectRatioMode.KeepAspectRatio
        shown = (
            pixmap("attach", "muted", _ICON)
            if small.isNull()
            else QPixmap.fromImage(small.scaled(_SMALL, how, Qt.TransformationMode.SmoothTransformation))
        )
        self._picture.setPixmap(shown)
        self.retranslate()

    def show_refusal(self, told: Told) -> None:
        """It cannot be added, and why."""
        self.is_looked_into, self._refused = False, told
        self._picture.setPixmap(pixmap("caution", "danger", _ICON))
        self.retranslate()

    def retranslate(self) -> None:
        """Say how it stands."""
        if self._refused is not None:
            why = str(self._refused())
            said = why if self._file_name in why else f"{self._file_name}: {why}"
        elif self.file is None:
            said = translate("Photos", "{name} is looked into…").format(name=self._file_name)
        else:
            said = f"{self._file_name} · {size_word(len(self.file.content))}"
        set_role(self._words, "danger" if self._refused else "dense")
        self._words.setText(said)
        self._remove.setAccessibleName(translate("Photos", "Leave out {name}").format(name=self._file_name))
        self._remove.setToolTip(self._remove.accessibleName())


def refusal(error: Exception, name: str) -> Told:
    """Return what says, in the language in force then, why a file is not taken."""
    if isinstance(error, FileRefused):
        return saying(error.reason, {"name": error.name}).now
    if isinstance(error, OSError):
        return partial(_unreadable, name)
    return saying(error).now


def _unreadable(name: str) -> Wording:
    return Wording(
        translate("Photos", "The file {name} cannot be read.").format(name=name),
        translate("Photos", "It may be open elsewhere or on a drive that is gone."),
    )


def _too_many() -> Wording:
    told = translate("Photos", "At most {count} files at a time; the rest was left out.")
    return Wording(told.format(count=MAX_FILES), "")
