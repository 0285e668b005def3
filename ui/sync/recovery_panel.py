"""Work whose card was lost, back on its person's desk: a sealed copy, and the cards of two site admins.

Nothing of it is sent by itself: it stands among what needs the person afterwards.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ceremonies import recovery
from ui.language import Translated, translate
from ui.sign_in.officer_entry import OfficerEntry
from ui.sign_in.stage import staff_readers
from ui.theme import SPACING
from ui.widgets.file_dialog import FileDialog
from ui.widgets.notice import Notice
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_page import say
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.ceremonies.recovery import Approval
    from desktop_app.core import Core
    from ui.tasks import Tasks

_PATH = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 96


class RecoveryPanel(Translated, QWidget):
    """``brought_back`` carries how many items are back."""

    brought_back = Signal(int)

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sync.recovery")
        self._core, self._tasks = core, tasks
        self._files = FileDialog("sync.recovery.file", self)
        self._approvals: tuple[Approval, ...] = ()
        self._hint, self._standing = QLabel(self), QLabel(self)
        for label in (self._hint, self._standing):
            wrap(label)
        self._standing.setObjectName("sync.recovery.standing")
        self._list, self._add = QListWidget(self), QPushButton(self)
        self._list.setObjectName("sync.recovery.copies")
        self._list.setProperty("role", "boxed")
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._list.currentItemChanged.connect(self._begin_anew)
        self._add.setObjectName("sync.recovery.choose")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.add_file)
        self._entry = OfficerEntry("sync.recovery", core, tasks, self._approve, self)
        self._entry.acted.connect(self._approved)
        self._one = QPushButton(self)
        self._one.setObjectName("sync.recovery.oneReader")
        self._one.setAutoDefault(False)
        self._one.clicked.connect(self.lend_reader)
        self._notice = Notice("sync.recovery.outcome", self)
        self._notice.asked.connect(self.bring_back)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._hint)
        layout.addWidget(self._list)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._standing)
        layout.addWidget(self._entry)
        layout.addWidget(self._one, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._notice)
        layout.addStretch(1)
        scroll = ScrollPage("sync.recovery.page", self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.show_page(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    # --- which copy ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the sealed copies that lie here; one that was chosen stays chosen."""
        chosen, files = self._chosen(), recovery.sealed_copies(self._core)
        known = [self._path_of(row) for row in range(self._list.count())]
        added = [path for path in known if path not in files and path.exists()]
        self._list.blockSignals(True)
        self._list.clear()
        for path in (*added, *files):
            self._list.addItem(_item(path))
            if path == chosen:
                self._list.setCurrentRow(self._list.count() - 1)
        self._list.blockSignals(False)
        self._list.setVisible(bool(self._list.count()))
        if self._chosen() is None and self._list.count():
            self._list.setCurrentRow(0)
        self._say()

    @Slot()
    def add_file(self) -> None:
        """Ask for a copy that was saved elsewhere."""
        title = translate("Recovery", "Sealed copy of unsent work")
        self._files.choose(title, (f"{title} (*.sealed)",), self._take)

    def _take(self, chosen: list[Path]) -> None:
        self._list.insertItem(0, _item(chosen[0]))
        self._list.show()
        self._list.setCurrentRow(0)

    def _path_of(self, row: int) -> Path:
        return Path(str(self._list.item(row).data(_PATH)))

    def _chosen(self) -> Path | None:
        item = self._list.currentItem()
        return Path(str(item.data(_PATH))) if item else None

    @Slot()
    def _begin_anew(self) -> None:
        """Signatures are for one copy and no other."""
        self._approvals = ()
        self._entry.forget()
        self._notice.clear()
        self._say()

    # --- two admins ---------------------------------------------------------------------------------

    def _approve(self, reader: str, pin: bytearray) -> Approval:
        path = self._chosen()
        try:
            sealed = recovery.read_sealed(path) if path else ""
            return recovery.approve(self._core, reader, pin, sealed, self._approvals)
        finally:
            pin[:] = bytes(len(pin))

    @Slot(object)
    def _approved(self, approval: Approval) -> None:
        self._approvals = (*self._approvals, approval)
        self._entry.forget()
        self._say()
        if len(self._approvals) >= recovery.ADMINS:
            self.bring_back()
        else:
            self._entry.take_focus()

    @Slot()
    def lend_reader(self) -> None:
        """Have the admins sign at the person's own reader, one after the other."""
        path = self._chosen()
        if path is None:
            return
        try:
            sealed = recovery.read_sealed(path)
        except (OSError, recovery.NotSealed) as error:
            self._refused(error)
            return
        from ui.sync.recovery_turns import RecoveryTurnsDialog

        dialog = RecoveryTurnsDialog(self._core, self._tasks, sealed, self)
        dialog.brought_back.connect(self._back)
        dialog.open()

    def _has_second_reader(self) -> bool:
        session = self._core.session
        readers = staff_readers(self._core.readers.readers(), self._core.settings.reader_roles)
        others = [one for one in readers if session is not None and one.name != session.reader]
        return any(not one.contactless for one in others)

    def _may_lend(self) -> bool:
        """Whether the person's card lies in a reader with a slot, not in a token of its own."""
        session = self._core.session
        known = {one.name for one in self._core.readers.readers() if not one.contactless}
        return session is not None and session.reader in known

    @Slot()
    def bring_back(self) -> None:
        """Have the centre open it for this person, and take it over."""
        path = self._chosen()
        if path is None:
            return
        self._entry.enable(on=False)
        self._notice.say(Tone.NEUTRAL, translate("Recovery", "The centre is asked to open it…"))
        core, approvals = self._core, self._approvals
        self._tasks.run(
            lambda: recovery.bring_back(core, recovery.read_sealed(path), approvals),
            self._back,
            self._refused,
        )

    @Slot(object)
    def _back(self, items: int) -> None:
        self._approvals = ()
        self._say()
        told = translate("Recovery", "Brought back: {count}. It waits for your decision; nothing was sent.")
        self._notice.say(Tone.GOOD, told.format(count=items))
        self.brought_back.emit(items)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        words = sentence(error)
        again = translate("Recovery", "Ask the centre again")
        self._say()
        self._notice.say(Tone.DANGER, words.title, words.what_to_do, again)

    # --- showing ------------------------------------------------------------------------------------

    def _say(self) -> None:
        signed, chosen = len(self._approvals), self._chosen()
        wanted = chosen is not None and signed < recovery.ADMINS
        second = self._has_second_reader()
        self._entry.enable(on=wanted)
        self._entry.setVisible(second or not self._may_lend())
        self._one.setVisible(not second and self._may_lend())
        self._one.setEnabled(wanted)
        if chosen is None:
            text = translate("Recovery", "No sealed copy lies on this computer.")
        else:
            text = translate("Recovery", "Site admins who have signed: {count} of 2").format(count=signed)
        self._standing.setText(text)

    def title(self) -> str:
        """Return the name of the page."""
        return translate("Recovery", "Lost card")

    def retranslate(self) -> None:
        """Set the texts."""
        self._hint.setText(
            translate(
                "Recovery",
                "Unsent work of a lost card lies sealed on the computer where it was written, or in the file "
                "saved at the sign-out. Two site admins open it together, for you alone: each puts their "
                "card into a second reader and types the PIN; where there is none, yours is lent to them. It "
                "is recorded at the centre.",
            )
        )
        self._list.setAccessibleName(translate("Recovery", "Sealed copies"))
        say(self._add, translate("Recovery", "Choose a file…"))
        say(self._one, translate("Recovery", "Let both sign at this reader…"))
        self._entry.ask(
            translate("Recovery", "Site admin's PIN (card in the second reader)"),
            translate("Recovery", "Sign"),
        )
        self.refresh()


def _item(path: Path) -> QListWidgetItem:
    try:
        saved = moment_text(datetime.fromtimestamp(path.stat().st_mtime, UTC))
    except OSError:  # it was taken out meanwhile
        saved = "–"
    item = QListWidgetItem(f"{saved} · {path.name}")
    item.setData(_PATH, str(path))
    item.setToolTip(str(path))
    return item
