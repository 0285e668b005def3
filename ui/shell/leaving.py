"""Signing out with unsent work: what is unsent, and what shall become of it. Shown only when there is some.

Sending has its progress and can be stopped; keeping says what that means; sealing saves a copy that two site
admins can open; discarding asks once more.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.exports.whole_file import FileNotWritten, put
from desktop_app.news import Contact
from desktop_app.session import Assurance
from desktop_app.sign_in.departure import Unsent
from desktop_app.store.errors import StoreError
from desktop_app.vault.sealed_work import SealingImpossible
from ui.language import translate
from ui.sync.unsent_words import loss, standing, unsent_title
from ui.theme import SPACING
from ui.vocabulary.words import command_word
from ui.widgets.file_dialog import FileDialog
from ui.widgets.notice import Notice
from ui.widgets.question import Question, ask
from ui.widgets.side_page import SidePage, say
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from ui.bridge import Bridge

_LINES = 6
"""Lines of the list that are seen without scrolling."""
_LINE = 20
"""Height of a line at the least, in pixels."""
_BUTTON_WIDTH = 220


class LeavingPage(SidePage):
    """The page of one sign-out. ``back_asked``: the person stays. It signs out through the core itself."""

    guide_page: ClassVar[str] = "30-offline"

    widest = 760

    def __init__(self, core: Core, session: Session, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("signOut", parent)
        self._core, self._session = core, session
        self._begun_with: int | None = None
        self._files = FileDialog("signOut.place", self)
        self._list = QListWidget(self)
        self._list.setObjectName("signOut.list")
        self._list.setProperty("role", "boxed")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a long reason is cut
        self._notice = Notice("signOut.notice", self)
        names = ("send", "keep", "seal", "discard")
        self._send, self._keep, self._seal, self._discard = (self._button(name) for name in names)
        self._stop, self._leave_sending = self._button("stop"), self._button("leaveSending")
        self._send.setProperty("kind", "primary")
        self._discard.setProperty("kind", "danger")
        choices = (self._send, self._keep, self._seal, self._discard)
        self._said = {button: QLabel(self) for button in choices}
        self._choices, self._sending = QWidget(self), QFrame(self)
        self._progress, self._progress_text = QProgressBar(self), QLabel(self)
        self._lay_out_choices()
        self._lay_out_sending()
        for part in (self._list, self._notice, self._choices, self._sending):
            self.column.addWidget(part)
        self._connect(bridge)
        self.retranslate()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"signOut.{name}")
        button.setMinimumWidth(_BUTTON_WIDTH)
        return button

    def _lay_out_choices(self) -> None:
        layout = QVBoxLayout(self._choices)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for button, label in self._said.items():
            row = QFrame(self._choices)
            row.setProperty("role", "card")
            inner = QHBoxLayout(row)
            inner.setSpacing(SPACING.wide)
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            wrap(label)
            inner.addWidget(label, 1)
            layout.addWidget(row)
            row.setVisible(button is not self._seal or self._core.can_recover)

    def _lay_out_sending(self) -> None:
        self._sending.setProperty("role", "card")
        self._progress.setObjectName("signOut.progress")
        self._progress.setTextVisible(False)
        self._progress_text.setObjectName("signOut.progressText")
        wrap(self._progress_text)
        buttons = QHBoxLayout()
        buttons.addWidget(self._stop)
        buttons.addWidget(self._leave_sending)
        buttons.addStretch(1)
        layout = QVBoxLayout(self._sending)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._progress_text)
        layout.addWidget(self._progress)
        layout.addLayout(buttons)
        self._sending.hide()

    def _connect(self, bridge: Bridge) -> None:
        self._send.clicked.connect(self._begin_sending)
        self._stop.clicked.connect(self._stop_sending)
        self._leave_sending.clicked.connect(self._go_on_sending)
        self._keep.clicked.connect(self._keep_here)
        self._seal.clicked.connect(self._ask_for_place)
        self._discard.clicked.connect(self._give_up)
        self._notice.asked.connect(self._go_sealed)
        bridge.outbox_changed.connect(self._follow)
        bridge.sync_status.connect(self._follow)

    # --- what is unsent -----------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, _news: object) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read what is unsent anew."""
        outbox = self._session.store.outbox
        try:
            needs, waiting = outbox.needs_person(), outbox.waiting()
            goes_out = outbox.can_go_out()
            lines = [
                f"{command_word(each.event.type)} · {unsent_title(self._session.store, each.event)}"
                f" · {standing(each)}"
                for each in (*needs, *waiting)
            ]
        except StoreError:  # locked meanwhile: the page is about to go
            return
        self._list.clear()
        self._list.addItems(lines)
        self._list.setVisible(bool(lines))
        self._list.setFixedHeight((min(len(lines), _LINES) + 1) * max(_LINE, self._list.sizeHintForRow(0)))
        self._send.setEnabled(goes_out)
        self._say(len(lines), len(needs))
        if self._begun_with is not None:
            self._show_progress(len(waiting))
            if not goes_out:
                self._sent(needs=bool(needs))

    def _say(self, unsent: int, needs: int) -> None:
        text = translate("SignOut", "Sign out: {count} not sent yet").format(count=unsent)
        self.heading.setText(text)
        self._list.setAccessibleName(text)
        going = translate("SignOut", "Sends everything, then signs out.")
        decide = translate("SignOut", "Waiting for your decision, so not sent: {count}.").format(count=needs)
        self._said[self._send].setText(f"{going} {decide}" if needs else going)
        self._said[self._keep].setText(self._keeping(unsent))
        self._said[self._seal].setText(
            translate(
                "SignOut",
                "Saves a sealed copy to hand to a site admin (files are not in it). Two admins together can "
                "open it, for you alone; it stays on this computer too, and comes back with a new card.",
            )
        )
        self._said[self._discard].setText(
            translate("SignOut", "Gives it up for good. What may have reached the centre already stays.")
        )
        kept = self._session.assurance is not Assurance.ONLINE
        self._keep.setEnabled(kept)

    def _keeping(self, unsent: int) -> str:
        if self._session.assurance is Assurance.ONLINE:
            return translate("SignOut", "Not possible: this token cannot keep anything on this computer.")
        kept = translate(
            "SignOut",
            "Stays encrypted on this computer and is sent when you next sign in here with this card.",
        )
        if not self._core.can_recover:
            return f"{kept} {loss(unsent)}"
        lost = translate(
            "SignOut", "If the card is lost, two site admins can have it opened again ({count})."
        )
        return f"{kept} {lost.format(count=unsent)}"

    # --- send ---------------------------------------------------------------------------------------

    @Slot()
    def _begin_sending(self) -> None:
        self._begun_with = len(self._session.store.outbox.waiting())
        self._notice.clear()
        self._choices.hide()
        self._sending.show()
        self._stop.setFocus()
        self._core.reconnect()
        self.refresh()

    def _show_progress(self, left: int) -> None:
        total = max(self._begun_with or 0, left)
        self._progress.setRange(0, total)
        self._progress.setValue(total - left)
        text = translate("SignOut", "Sent: {done} of {total}.").format(done=total - left, total=total)
        if self._session.status.contact is not Contact.ONLINE:
            text += " " + translate("SignOut", "The centre does not answer; it is tried again by itself.")
        self._progress_text.setText(text)
        self._progress.setAccessibleName(text)

    def _sent(self, *, needs: bool) -> None:
        self._stop_sending()
        if needs:
            told = translate("SignOut", "The rest needs your decision before it can be sent.")
            self._notice.say(Tone.CAUTION, told)
        else:
            self._leave(Unsent.KEEP)

    @Slot()
    def _stop_sending(self) -> None:
        self._begun_with = None
        self._sending.hide()
        self._choices.show()
        self.take_focus()

    @Slot()
    def _go_on_sending(self) -> None:
        self._leave(Unsent.SEND)

    # --- keep, discard ------------------------------------------------------------------------------

    @Slot()
    def _keep_here(self) -> None:
        self._leave(Unsent.KEEP)

    @Slot()
    def _ask_for_place(self) -> None:
        title = translate("SignOut", "Save the sealed copy")
        kind = translate("Recovery", "Sealed copy of unsent work") + " (*.sealed)"
        self._files.save(title, f"IOC-{self._session.person.id}.sealed", (kind,), self._save_sealed)

    def _save_sealed(self, place: Path, _kind: str) -> None:
        """Seal, save the copy where the person says, and only then offer the way out."""
        try:
            put(place, self._core.seal().read_bytes())
        except (SealingImpossible, StoreError, FileNotWritten) as error:
            told = sentence(error)
            self._notice.say(Tone.DANGER, told.title, told.what_to_do)
        else:
            saved = translate("SignOut", "The sealed copy is saved: {place}").format(place=place)
            hand_on = translate("SignOut", "Hand it to a site admin. Nobody can read it on the way.")
            self._notice.say(Tone.GOOD, saved, hand_on, translate("SignOut", "Sign out"))

    @Slot()
    def _go_sealed(self) -> None:
        self._leave(Unsent.SEAL)

    @Slot()
    def _give_up(self) -> None:
        unsent = self._list.count()
        question = Question(
            translate("SignOut", "Discard the unsent work ({count})?").format(count=unsent),
            translate("SignOut", "This cannot be undone."),
            translate("SignOut", "Discard {count} and sign out").format(count=unsent),
            translate("SignOut", "Cancel"),
        )
        ask(self, "signOut.confirm", question, partial(self._leave, Unsent.DISCARD))

    def _leave(self, unsent: Unsent) -> None:
        try:
            self._core.sign_out(unsent)
        except (SealingImpossible, StoreError) as error:
            told = sentence(error)
            self._notice.say(Tone.DANGER, told.title, told.what_to_do)

    # --- the page -----------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the keyboard on what is best done first."""
        (self._send if self._send.isEnabled() else self._keep).setFocus()

    def retranslate(self) -> None:
        """Set every text of the page."""
        super().retranslate()
        say(self._send, translate("SignOut", "Send now"))
        say(self._keep, translate("SignOut", "Keep on this computer"))
        say(self._seal, translate("SignOut", "Seal for the site admin…"))
        say(self._discard, translate("SignOut", "Discard…"))
        say(self._stop, translate("SignOut", "Stop waiting"))
        say(self._leave_sending, translate("SignOut", "Sign out, send for up to 15 minutes"))
        self.refresh()
