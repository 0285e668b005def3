"""The sign-in page: one calm card in the middle that leads from reader to PIN to desk.

Watches the readers, asks the card what it says of itself, takes the PIN and hands it to the core. The PIN
can be typed as soon as a card is there, while the workstation's own files open and the card is read. A
failure is said in one sentence with what to do; nothing here ever spends a try of the card by itself.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cardio import events
from cardio.errors import PinWrong, TokenPinWrong
from desktop_app.news import LockReason, StoreCopied
from ui.language import Translated, translate
from ui.sign_in import texts
from ui.sign_in.picture import Picture
from ui.sign_in.pin_field import LONGEST, PinField
from ui.sign_in.places import Places
from ui.sign_in.stage import STEPS, Stage, mute_reader, places_with_card, staff_readers, stage_without_card
from ui.sign_in.steps import Steps
from ui.tasks import Tasks
from ui.theme import SPACING, beside_text
from ui.widgets.middle_card import MiddleCard
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.wording import Wording, sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.sign_in.outcome import CardSummary
    from ui.bridge import Bridge

_log = logging.getLogger(__name__)
_TOKEN_PIN = 64
"""Characters of a token's PIN at most; its own limit it tells itself."""
_ENDS_HERE = frozenset(
    {"pin_blocked", "pin_pad_failed", "wrong_key", "protocol_violation", "answer_too_long"}
)
"""What no other PIN would mend: of a card that lies, none is asked for again."""
_LOW, _VERY_LOW = 520, 440
"""A page lower than the first shows a compact picture, one lower than the second none."""


class SignInPage(Translated, QWidget):
    """Reader, card, PIN. ``readers_asked`` is emitted when the person wants to see the readers."""

    guide_page: ClassVar[str] = "10-start"

    readers_asked = Signal()

    def __init__(self, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signIn")
        self._core, self._tasks = core, tasks
        self._stage = Stage.NO_READER
        self._reader: str | None = None
        self._summary: CardSummary | None = None
        self._problem: BaseException | str | None = None
        self._service = True
        self._preparing = False
        self._lock: LockReason | None = None
        self._letters: bool | None = None
        self._early = False
        self._copied: StoreCopied | None = None
        self._build()
        bridge.card_event.connect(self._card_event)
        bridge.opened.connect(self._ask_card)
        bridge.wiped.connect(self._ask_anew)
        bridge.store_copied.connect(self._tell_copied)
        self.retranslate()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._picture, self._steps = Picture(self), Steps(self)
        self._heading, self._hint, self._holder = QLabel(self), QLabel(self), QLabel(self)
        self._heading.setObjectName("signIn.heading")
        self._heading.setProperty("role", "title")
        self._holder.setObjectName("signIn.holder")
        self._holder.setProperty("role", "strong")
        self._hint.setObjectName("signIn.hint")
        self._hint.setProperty("role", "muted")
        self._notice = Notice("signIn.notice", self)
        self._pin = PinField(self)
        self._pin.setObjectName("signIn.pin")
        self._pin.entered.connect(self._submit)
        self._pin.letter_refused.connect(self._refuse_letter)
        self._pin.letter_typed.connect(self._note_letter)
        self._places = Places(self)
        self._places.chosen.connect(self._look_at)
        self._pin.textEdited.connect(self._typed)
        self._submit_button = QPushButton(self)
        self._submit_button.setObjectName("signIn.submit")
        self._submit_button.setProperty("kind", "primary")
        self._submit_button.clicked.connect(self._submit)
        self._tries, self._offline = QLabel(self), QLabel(self)
        self._tries.setObjectName("signIn.tries")
        self._offline.setObjectName("signIn.offline")
        self._offline.setProperty("role", "muted")
        self._readers_link = QPushButton(self)
        self._readers_link.setObjectName("signIn.readers")
        self._readers_link.setProperty("kind", "link")
        self._readers_link.clicked.connect(self.readers_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        card = MiddleCard(self, SPACING.small)
        card.centre(self._heading, self._hint, self._holder, self._tries, self._offline)
        inner = card.column
        inner.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._steps)
        inner.addSpacing(SPACING.small)
        for part in (self._heading, self._hint, self._places, self._holder, self._notice):
            inner.addWidget(part)
        entry = QHBoxLayout()
        entry.setSpacing(SPACING.small)
        entry.addWidget(self._pin, 1)
        entry.addWidget(self._submit_button)
        inner.addLayout(entry)
        for part in (self._tries, self._offline):
            inner.addWidget(part)
        inner.addWidget(self._readers_link, 0, Qt.AlignmentFlag.AlignHCenter)

    # --- what the readers say -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have less of the picture where the page is low (a small screen at 125 or 200 %)."""
        super().resizeEvent(event)
        self._picture.make_compact(self.height() < beside_text(_LOW))
        self._picture.setVisible(self.height() >= beside_text(_VERY_LOW))

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the readers anew whenever the page comes up."""
        super().showEvent(event)
        self._reader = None
        self.refresh()

    @Slot(object)
    def _card_event(self, event: events.CardEvent) -> None:
        if isinstance(event, events.ServiceLost | events.ServiceBack):
            self._service = isinstance(event, events.ServiceBack)
        if isinstance(event, events.CardInserted):
            self._lock = None
        if isinstance(event, events.CardRemoved | events.CardInserted) and event.reader == self._reader:
            self._reader = None
        if isinstance(event, events.CardReleased) and self._stage is Stage.UNUSABLE:
            self._reader = None  # another program had the card: ask it now
        if isinstance(event, events.CardPreparing) and event.reader == self._reader:
            self._preparing = True
            self._say()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Look at the readers; a card that is new to the page is asked what it says of itself."""
        readers = staff_readers(self._core.readers.readers(), self._core.settings.reader_roles)
        found = places_with_card(readers, (slot.name for slot in self._core.tokens.slots()))
        self._places.offer(found)
        if not found:
            self._forget_card()
            self._problem = "reader_not_answering" if mute_reader(readers) else self._module_fault()
            self._show(stage_without_card(readers, service=self._service))
        elif self._reader not in found:
            self._look_at(found[0])

    @Slot(str)
    def _look_at(self, place: str) -> None:
        self._forget_card()
        self._reader = place
        self._places.setCurrentText(place)
        self._pin.setMaxLength(LONGEST if self._core.tokens.find(place) is None else _TOKEN_PIN)
        self._show(Stage.READING)
        self._ask_card()

    def _module_fault(self) -> Exception | None:
        """Why a token that may well be plugged in is not to be seen."""
        return next((state.fault for state in self._core.tokens.modules() if state.fault), None)

    @Slot(object)
    def _ask_card(self, _news: object = None) -> None:
        """Ask the card what it says of itself, once there is what judges it."""
        if self._core.is_open and self._reader is not None and self._stage is Stage.READING:
            asked = self._core.sign_in.inspect(self._reader)
            self._tasks.watch(asked, self._inspected, self._inspection_failed)

    @Slot(object)
    def _ask_anew(self, _news: object) -> None:
        """What was said of the card may no longer hold: until when it opens anything here, for one."""
        self._reader = None
        if self.isVisible():
            self.refresh()

    def _forget_card(self) -> None:
        self._reader, self._summary, self._problem, self._letters = None, None, None, None
        self._early = False
        self._pin.clear()

    @Slot(object)
    def _inspected(self, summary: CardSummary) -> None:
        if summary.reader != self._reader:
            return
        self._summary = summary
        self._problem = "pin_blocked" if summary.blocked else summary.problem
        self._show(Stage.UNUSABLE if self._problem else Stage.PIN)
        if self._early and summary.tries_left != 1:  # a last try is spent by nobody who was not warned
            self._submit()

    @Slot(object)
    def _inspection_failed(self, error: Exception) -> None:
        if self._stage is Stage.READING:
            self._problem = error
            self._show(Stage.UNUSABLE)

    # --- the PIN ------------------------------------------------------------------------------------

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._early = False

    @Slot()
    def _submit(self) -> None:
        self._early = self._stage is Stage.READING and bool(self._pin.text())
        typed = bool(self._pin.text()) or self._by_pad()
        if self._stage is not Stage.PIN or self._reader is None or not typed:
            return
        self._problem, self._lock, self._letters = None, None, None
        pin = self._pin.take()
        self._show(Stage.CHECKING)
        self._tasks.watch(self._core.sign_in.begin(self._reader, pin), self._signed_in, self._refused)

    def _by_pad(self) -> bool:
        return self._summary is not None and self._summary.pin_pad

    @Slot(object)
    def _signed_in(self, _session: object) -> None:
        self._show(Stage.DONE)

    @Slot(object)
    def _tell_copied(self, news: StoreCopied) -> None:
        self._copied = news
        self._say()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        _log.info("sign-in failed: %s", type(error).__name__)
        if self._stage is not Stage.CHECKING:
            return
        self._problem = error
        if isinstance(error, PinWrong) and self._summary is not None:
            self._summary = replace(self._summary, tries_left=error.tries_left)
        if isinstance(error, TokenPinWrong) and error.last_try and self._summary is not None:
            self._summary = replace(self._summary, tries_left=1)
        self._show(Stage.UNUSABLE if getattr(error, "code", "") in _ENDS_HERE else Stage.PIN)

    @Slot()
    def _refuse_letter(self) -> None:
        self._letters = False
        self._say()

    @Slot()
    def _note_letter(self) -> None:
        if self._letters is None and not (self._summary and self._summary.token):
            self._letters = True
            self._say()

    # --- showing ------------------------------------------------------------------------------------

    def explain(self, reason: LockReason) -> None:
        """Say why the desk was locked, until a card is put in."""
        self._lock = reason
        self._say()

    def stage(self) -> Stage:
        """Return where the person stands."""
        return self._stage

    def _show(self, stage: Stage) -> None:
        self._stage, self._preparing = stage, False
        self._picture.show_stage(stage)
        self._steps.show_done(STEPS[stage])
        typing = stage in {Stage.READING, Stage.PIN}
        for part in (self._pin, self._submit_button):
            part.setVisible(typing or stage is Stage.CHECKING)
            part.setEnabled(typing)
        self._pin.setVisible(self._pin.isVisibleTo(self) and not self._by_pad())
        if stage is Stage.CHECKING:
            self._copied = None
        if stage is Stage.UNUSABLE:
            self._pin.clear()
        self._readers_link.setVisible(stage in {Stage.NO_SERVICE, Stage.NO_READER, Stage.UNUSABLE})
        self._say()
        if self.isVisible():
            typed_at = self._submit_button if self._by_pad() else self._pin
            place = typed_at if typing else self
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        summary = self._summary
        self._heading.setText(self._heading_text())
        asked = summary if self._stage is Stage.PIN else None
        self._hint.setText(texts.pin_hint(asked) if asked else self._hint_text())
        self._holder.setText(summary.holder if summary else "")
        self._holder.setVisible(bool(summary and summary.holder))
        self._tries.setText(self._tries_text())
        self._tries.setVisible(bool(self._tries.text()) and not self._tries_are_told())
        self._offline.setText(texts.without_centre(asked) if asked else "")
        self._offline.setVisible(bool(self._offline.text()))
        self._say_problem()

    def _hint_text(self) -> str:
        if self._copied is not None and self._stage in {Stage.CHECKING, Stage.DONE}:
            return texts.copying(self._copied.done, self._copied.total)
        return texts.hint(self._stage)

    def _heading_text(self) -> str:
        if self._preparing:
            return texts.preparing()
        on_pad = self._stage is Stage.CHECKING and self._by_pad()
        return texts.on_pad() if on_pad else texts.heading(self._stage)

    def _tries_text(self) -> str:
        left = self._summary.tries_left if self._summary and self._stage is Stage.PIN else None
        if left is None:
            return ""
        last = left == 1
        set_role(self._tries, "danger" if last else "muted")
        text = translate("SignIn", "Last try: a wrong PIN locks the card") if last else ""
        return text or translate("SignIn", "Tries left: {count}").format(count=left)

    def _tries_are_told(self) -> bool:
        """Whether the notice over the field counts them already; the last try is warned of all the same."""
        return isinstance(self._problem, PinWrong) and self._problem.tries_left > 1

    def _say_problem(self) -> None:
        told = self._told()
        if told is None:
            why = texts.locked(self._lock) if self._lock else ""
            self._notice.say(Tone.NEUTRAL, why) if why else self._notice.clear()
            return
        tone = Tone.DANGER if self._letters is None else Tone.CAUTION
        self._notice.say(tone, told.title, told.what_to_do)

    def _told(self) -> Wording | None:
        if self._letters is not None:
            return texts.letters(taken=self._letters)
        if self._problem is None:
            return None
        return sentence(self._problem, self._summary.data if self._summary else None)

    def retranslate(self) -> None:
        """Set every text of the page."""
        self._pin.setAccessibleName(translate("SignIn", "PIN"))
        self._pin.setPlaceholderText(translate("SignIn", "PIN"))
        self._submit_button.setText(translate("SignIn", "Sign in"))
        self._submit_button.setAccessibleName(translate("SignIn", "Sign in"))
        self._readers_link.setText(translate("SignIn", "Look at the readers"))
        self._readers_link.setAccessibleName(translate("SignIn", "Look at the readers"))
        self._say()
