"""The hotline's page (Ctrl+N): a call taken down while the caller speaks, offline too.

The form stands on the left; on the right what is open about the same, and the calls taken already. Every
button has its key; nothing asks a question that could be asked after the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.outbox import HOLD_SECONDS, OutboxState
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.store.calls import Call
from desktop_app.store.errors import StoreError
from desktop_app.triage.calls import CallDraft, Calls, NoReporterKey
from desktop_app.triage.neighbours import Neighbour
from desktop_app.triage.triage import CommandRefused
from ui import shortcuts
from ui.hotline import texts
from ui.hotline.call_form import CallForm
from ui.hotline.caller_box import CallerBox
from ui.hotline.draft_keeper import DraftKeeper
from ui.hotline.similar_search import SimilarSearch
from ui.hotline.two_columns import two_columns
from ui.language import translate
from ui.vocabulary.names import Names
from ui.widgets.notice import Notice
from ui.widgets.side_page import SidePage, say
from ui.widgets.titled_list import TitledList
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.news import OutboxChanged, ReportGone
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_SIMILAR_SHOWN, _CALLS_SHOWN = 4, 4
_REFUSALS = (PayloadInvalid, NoReporterKey, CommandRefused, StoreError)


class HotlinePage(SidePage):
    """One call at a time; the draft outlives the page."""

    report_asked = Signal(str)
    shifts_asked = Signal()
    callers_asked = Signal(str)
    """The number to be looked up, as typed; empty for none."""

    guide_page = "25-hotline"
    widest = 1280

    def __init__(
        self, session: Session, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("hotline", parent)
        self._session, self._clock = session, core.clock
        self._calls = Calls(
            session.person, session.store, session.triage, core.clock, lambda: _reporter_key(core)
        )
        self._names = Names(session.store.directory)
        self._last: Call | None = None
        self._found: tuple[Neighbour, ...] = ()
        self._build(tasks)
        self._draft = self._calls.draft()
        self._show(self._draft)
        bridge.outbox_changed.connect(self._news)
        bridge.locked.connect(self._locked)
        bridge.report_gone.connect(self._report_gone)
        bridge.directory_changed.connect(self._directory_changed)
        shortcuts.connect(shortcuts.HOTLINE, self)
        self.retranslate()

    def _build(self, tasks: Tasks) -> None:
        self._notice = Notice("hotline.notice", self)
        self._form = CallForm(self._names, self._clock.now, self)
        self._caller = CallerBox(self._calls, self._clock.now, self)
        self._similar = TitledList("hotline.similar", _SIMILAR_SHOWN, self)
        self._taken = TitledList("hotline.calls", _CALLS_SHOWN, self)
        self._toast = Toast(self)
        self._keeper = DraftKeeper(self._calls, self.written, self)
        self._search = SimilarSearch(self._calls, tasks, self)
        self._send, self._shifts = self.add_action("send"), self.add_action("shifts")
        self._look_up, self._clear = self.add_action("lookUp"), self.add_action("clear")
        self._join, self._look = self._similar.add_button("join"), self._similar.add_button("open")
        self._kept, self._reopen = self._taken.add_button("kept"), self._taken.add_button("reopen")
        self._send.setProperty("kind", "primary")
        for button, act in (
            (self._send, self.send), (self._shifts, self.shifts_asked), (self._clear, self.clear_form),
            (self._look_up, self.look_caller_up),
            (self._join, self.join), (self._look, self._open_similar), (self._kept, self._keep_promise),
            (self._reopen, self._open_again),
        ):  # fmt: skip
            button.clicked.connect(act)
        self._form.edited.connect(self._edited)
        self._caller.edited.connect(self._edited)
        self._search.found.connect(self._show_similar)
        self._similar.changed.connect(self._offer)
        self._similar.opened.connect(self.report_asked)
        self._taken.changed.connect(self._offer)
        self._taken.opened.connect(self._open_report)
        self._arrange()

    def _arrange(self) -> None:
        self.column.addWidget(self._notice)
        self.column.addLayout(
            two_columns((self._form, self._caller), (self._similar, self._taken), shares=(3, 2))
        )

    # --- the draft ---------------------------------------------------------------------------------------

    def written(self) -> CallDraft:
        """Return the call as it is written down now; raise what sealing raises."""
        return self._caller.written(self._form.written(self._draft))

    def _show(self, draft: CallDraft) -> None:
        self._draft = draft
        self._form.show_draft(draft)
        self._caller.show_draft(draft)
        self._ask()

    @Slot()
    def _edited(self) -> None:
        self._keeper.soon()
        self._ask()

    def _ask(self) -> None:
        self._search.ask(_compared(self._form.written(CallDraft())))

    @Slot()
    def clear_form(self) -> None:
        """Throw the draft away."""
        self._keeper.forget()
        with suppress(StoreError):
            self._calls.drop_draft()
        self._notice.clear()
        self._show(CallDraft())
        self._form.focus_first()

    # --- the call ----------------------------------------------------------------------------------------

    @Slot()
    def send(self) -> None:
        """Make a report of the call."""
        self._carry_out(None)

    @Slot()
    def join(self) -> None:
        """Add the call to the open report that is chosen."""
        if chosen := self._similar.chosen():
            self._carry_out(chosen)

    @Slot()
    def look_caller_up(self) -> None:
        """Look up what the number that is typed has called about before; Ctrl+N leads back to the call."""
        self._keeper.keep_last()
        self.callers_asked.emit(self._caller.phone())

    @Slot()
    def choose_similar(self) -> None:
        """Put the keyboard on the open reports about the same."""
        self._similar.choose_first()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        """A first sync brings wards and fields while somebody calls already."""
        self._names.reload()
        self._form.retranslate()

    def _carry_out(self, report_id: str | None) -> None:
        self._form.finish_composing()
        self._form.clear_problems()
        try:
            draft = self.written()
            call = self._calls.take(draft) if report_id is None else self._calls.join(draft, report_id)
        except _REFUSALS as error:
            self._refuse(error)
            return
        self._keeper.forget()
        self._last = call
        self._show(CallDraft())
        self._say_sent()
        self._refresh()
        held = int(HOLD_SECONDS * 1000)
        self._toast.say(texts.sent_title(call), held, lambda: self._undo(call.id))
        self._form.focus_first()
        QTimer.singleShot(0, self._notice, lambda: self.bring(self._notice))  # the number is read out now

    def _refuse(self, error: Exception) -> None:
        told = saying(error)
        if isinstance(error, PayloadInvalid):
            field = "address" if error.field == "place" and self._form.ward.value() else error.field
            if self._form.show_problem(field, told.title) or self._caller.show_problem(field, told.title):
                self._notice.clear()
                return
        wording = told.now()
        self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    def _undo(self, call_id: str) -> None:
        back = self._calls.undo(call_id)
        if back is None:
            self._notice.say(Tone.CAUTION, translate("Hotline", "Too late to undo: it is on its way."))
            return
        self._last = None
        self._notice.clear()
        self._show(back)
        self._keeper.keep()
        self._refresh()

    @Slot()
    def undo(self) -> None:
        """Take the last call back while it is held."""
        self._toast.undo()

    # --- what was taken ----------------------------------------------------------------------------------

    @Slot()
    def _keep_promise(self) -> None:
        self._calls.keep_promise(self._taken.chosen())
        self._refresh()

    @Slot()
    def _open_again(self) -> None:
        """A refused call goes back into the form; what stands there is kept from being lost."""
        if not self.written().is_empty:
            self._notice.say(Tone.CAUTION, translate("Hotline", "Finish the call in the form first."))
            return
        back = self._calls.reopen(self._taken.chosen())
        if back is not None:
            self._show(back)
            self._keeper.keep()
            self._refresh()

    @Slot(str)
    def _open_report(self, call_id: str) -> None:
        call = self._call(call_id)
        if call is not None and self._session.store.reports.has(call.report_id):
            self.report_asked.emit(call.report_id)

    @Slot()
    def _open_similar(self) -> None:
        if chosen := self._similar.chosen():
            self.report_asked.emit(chosen)

    def _call(self, call_id: str) -> Call | None:
        return next((call for call in self._calls.taken() if call.id == call_id), None)

    # --- news --------------------------------------------------------------------------------------------

    @Slot(object)
    def _news(self, news: OutboxChanged) -> None:
        with suppress(StoreError):  # locked meanwhile
            self._refresh()
            if self._last is not None and news.event_id == self._last.id:
                self._last = self._call(self._last.id) or self._last
                self._say_sent()

    @Slot(object)
    def _locked(self, _news: object) -> None:
        """Keep the last words before the store closes."""
        self._keeper.keep_last()

    @Slot(object)
    def _show_similar(self, found: tuple[Neighbour, ...]) -> None:
        self._found = found
        self._similar.show_rows([(one.row.id, texts.similar_line(one, self._names)) for one in found])

    @Slot(object)
    def _report_gone(self, news: ReportGone) -> None:
        """What is like the call and left this desk is not offered any more."""
        if any(one.row.id == news.id for one in self._found):
            self._show_similar(tuple(one for one in self._found if one.row.id != news.id))

    def _refresh(self) -> None:
        self._taken.show_rows([(call.id, texts.call_line(call)) for call in self._calls.taken()])

    def _say_sent(self) -> None:
        if self._last is not None:
            refused = self._last.state is OutboxState.NEEDS_PERSON
            tone = Tone.DANGER if refused else Tone.GOOD
            self._notice.say(tone, texts.sent_title(self._last), texts.sent_hint(self._last))

    @Slot()
    def _offer(self) -> None:
        similar, call = self._similar.chosen(), self._call(self._taken.chosen())
        self._join.setEnabled(bool(similar))
        self._look.setEnabled(bool(similar))
        self._kept.setEnabled(call is not None and bool(call.promise) and call.kept_at is None)
        self._reopen.setEnabled(call is not None and call.state is OutboxState.NEEDS_PERSON)

    def take_focus(self) -> None:
        """Begin to write at once."""
        self._refresh()
        self._form.focus_first()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        super().retranslate()
        self._form.retranslate()
        self._caller.retranslate()
        self._say_sent()
        keys = {key.name: key for key in (*shortcuts.HOTLINE, *shortcuts.ROOMS)}
        self.heading.setText(translate("Hotline", "A call"))
        for button, words, key in (
            (self._send, translate("Hotline", "Send"), "send"),
            (self._join, translate("Hotline", "Add to this one"), "join"),
            (self._look, translate("Hotline", "Open it"), ""),
            (self._look_up, translate("Hotline", "Look the caller up"), "caller"),
            (self._shifts, translate("Hotline", "Shift hand-over"), ""),
            (self._clear, translate("Hotline", "Throw away"), ""),
            (self._kept, translate("Hotline", "Promise kept"), ""),
            (self._reopen, translate("Hotline", "Correct it"), ""),
        ):
            say(button, shortcuts.with_key(words, keys[key]) if key else words)
            button.setAccessibleName(words)
        self._similar.say(
            translate("Hotline", "Open reports about the same?"),
            translate("Hotline", "None found yet. They come as you type, from what this computer knows."),
        )
        self._taken.say(
            translate("Hotline", "Calls I took"),
            translate("Hotline", "No call taken in the last thirty days."),
        )
        self._show_similar(self._found)
        self._refresh()


def _compared(draft: CallDraft) -> CallDraft:
    """What similar reports are looked for by: the same words ask the same question."""
    return CallDraft(
        title=draft.title, text=draft.text, ward=draft.ward, address=draft.address, category=draft.category
    )


def _reporter_key(core: Core) -> Mapping[str, Any] | None:
    enrolment = core.enrolment
    return enrolment.bundle.reporter_key if enrolment is not None else None
