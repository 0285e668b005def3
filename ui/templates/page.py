"""*Mẫu văn bản*: the words officials begin with, written by whoever leads the unit or publishes for the city.

What is typed is kept on this computer until the centre has it. Saving asks the centre, which makes it the
next version and tells everybody it is for; two who write at once are told of each other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import MatterCommand, Payload
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.domain.templates import USES, WriteTemplate, kept_by, states_of
from desktop_app.domain.workflow import Command
from desktop_app.triage.arranging import ArrangingRefused
from ui import shortcuts
from ui.language import translate
from ui.templates import rehearsal
from ui.templates.halves import Halves
from ui.templates.kept import Kept, as_written, blank
from ui.templates.opened import Opened
from ui.templates.shelf import Shelf
from ui.vocabulary.names import Names
from ui.widgets.side_page import WholePage
from ui.widgets.tone import Tone
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_KEEP_MS = 400


class TemplatesPage(WholePage):
    """One template is open at a time; a new one has an id of its own from its first letter on."""

    guide_page = "29-templates"

    def __init__(self, session: Session, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("templates", parent)
        self._session, self._tasks = session, tasks
        self._names = Names(session.store.directory)
        self._keeps = kept_by(session.triage.actor)
        self._kept = Kept(self._names, session.store.template_drafts)
        self._open_id, self._sure = "", False
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self.keep)
        bridge.directory_changed.connect(self._directory_changed)
        shortcuts.connect(shortcuts.TEMPLATES, self)
        self.retranslate()

    def _build(self) -> None:
        self._shelf, self._opened = Shelf(self._names, self), Opened(self._names, self._keeps, self)
        self._editor, self._notice = self._opened.editor, self._opened.notice
        self._halves = Halves(self._shelf, self._opened, self)
        self._halves.arranged.connect(self._arranged)
        self.column.addWidget(self._halves, 1)
        self._shelf.chosen.connect(self._open)
        self._shelf.entered.connect(self._enter)
        self._shelf.fresh_asked.connect(self.begin)
        self._editor.edited.connect(self._edited)
        self._notice.asked.connect(self._notice_asked)
        self._opened.save_asked.connect(self.save)
        self._opened.copy_asked.connect(self.copy)
        self._opened.withdraw_asked.connect(self.withdraw)
        self._opened.list_asked.connect(self.find_one)

    @Slot(bool)
    def _arranged(self, one_at_a_time: bool) -> None:
        self._opened.offer_list(on=one_at_a_time)

    def take_focus(self) -> None:
        """Put the keyboard into the search for a template."""
        self._halves.show_list()
        self._shelf.search.setFocus()

    # --- what is shown ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Show the templates as of now; what was being written comes first."""
        super().showEvent(event)
        self._renew()
        if not self._open_id and (first := next(iter(self._kept.drafts()), "")):
            self._open(first)
        elif not self._open_id:
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits for the timer when the page goes."""
        self._keep_last()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(translate("Templates", "Templates"))
        self.setAccessibleName(translate("Templates", "Templates"))
        self._shelf.retranslate()
        self._opened.retranslate()
        self._renew()
        self._show_state()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        if self.isVisible():
            self._renew()
            self._follow()

    def _renew(self) -> None:
        """Read the templates anew."""
        self._kept.renew()
        self._shelf.show_templates(self._kept.shown(), self._keeps, self._kept.drafts())
        self._shelf.choose(self._open_id)

    def _follow(self) -> None:
        """A newer version of what is open comes into the form, unless something is being written there."""
        known = self._kept.template(self._open_id)
        if known is None or self._kept.is_written(self._open_id):
            return
        if not self._later.isActive():
            if self._editor.draft() != as_written(known):
                self._editor.show_draft(as_written(known))
            self._show_state()

    @Slot(str)
    def _open(self, template_id: str) -> None:
        """Show a template, or what was being written of it."""
        self._keep_last()
        words = self._kept.words(template_id)
        if words is None:
            return
        self._open_id = template_id
        self._notice.clear()
        self._editor.show_draft(words)
        self._shelf.choose(template_id)
        self._show_state()

    @Slot()
    def _enter(self) -> None:
        """Go on from the list to what is open, where both are not in sight."""
        if self._halves.one_at_a_time():
            self._halves.show_opened()
            self._editor.start()

    def _show_state(self) -> None:
        """Say what can be done with what is open, and how it reads."""
        self._sure = False
        self._opened.show_state(self._kept.template(self._open_id), is_kept=self._kept.exists(self._open_id))
        self._rehearse()

    def _rehearse(self) -> None:
        draft = self._editor.draft()
        command = Command(draft.command) if draft.command in USES else Command.SUBMIT
        report = rehearsal.sample(self._session.store, states_of(command))
        unit = self._names.unit(draft.unit or self._session.person.unit_id)
        self._editor.rehearse(
            rehearsal.heading(report, command), rehearsal.rehearsed(draft.text, report, unit, self._names)
        )

    # --- what a person does -------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Begin a new template."""
        self._begin()
        if self.isVisible():
            self._halves.show_opened()
            self._editor.start()

    def _begin(self) -> None:
        self._keep_last()
        self._open_id = new_id()
        self._notice.clear()
        self._shelf.choose("")
        self._editor.show_draft(blank(self._keeps))
        self._show_state()

    @Slot()
    def copy(self) -> None:
        """Begin a new template with the words of the one that is open."""
        if not self._keeps:
            return
        draft = self._editor.draft()
        self.begin()
        self._editor.show_draft(replace(draft, unit=self._keeps[0], seen=0))
        self._edited()

    @Slot()
    def save(self) -> None:
        """Have the centre take what stands in the form."""
        if not self._opened.can_save():
            return
        self._editor.finish_composing()
        self._ask(MatterCommand.WRITE_TEMPLATE, self._editor.draft())

    @Slot()
    def withdraw(self) -> None:
        """Take the template away from everybody, after one more word; an unsaved one is thrown away."""
        known = self._kept.template(self._open_id)
        if not self._opened.can_withdraw():
            return
        if not self._sure:
            self._sure = True
            if known:
                words = translate("Templates", "Withdraw this template from everybody?")
                yes = translate("Templates", "Yes, withdraw")
            else:
                words = translate("Templates", "Throw what was written away?")
                yes = translate("Templates", "Yes, throw away")
            self._halves.show_opened()
            self._notice.say(Tone.CAUTION, words, "", yes)
        elif known is None:
            self._forget(self._open_id)
            self.begin()
        else:
            self._ask(MatterCommand.WITHDRAW_TEMPLATE, Nothing())

    @Slot()
    def find_one(self) -> None:
        """Go to the search for a template."""
        self.take_focus()
        self._shelf.search.selectAll()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed on this computer."""
        if self._kept.keep(self._open_id, self._editor.draft()):
            self._renew()
            self._opened.offer_withdrawal()
            self._rehearse()

    @Slot()
    def _edited(self) -> None:
        self._later.start()

    def _keep_last(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self.keep()

    @Slot()
    def _notice_asked(self) -> None:
        """The button beside the sentence: withdraw after all, or save over a colleague's words."""
        if self._sure:
            self.withdraw()
            return
        known = self._kept.template(self._open_id)
        if known is not None:
            self._ask(MatterCommand.WRITE_TEMPLATE, replace(self._editor.draft(), seen=known.version))

    # --- the centre ---------------------------------------------------------------------------------

    def _ask(self, command: MatterCommand, payload: Payload) -> None:
        arranging = self._session.arranging
        if arranging is None:
            return
        self._keep_last()
        self._opened.hold(on=True)
        self._halves.show_opened()
        self._notice.say(Tone.NEUTRAL, translate("Arranging", "Asking the centre …"))
        asked = self._open_id
        work = partial(arranging.send, command, payload, asked)
        self._tasks.run(work, partial(self._done, payload), self._refuse)

    def _done(self, payload: Payload, concerned: str) -> None:
        self._opened.hold(on=False)
        self._forget(concerned)
        if isinstance(payload, WriteTemplate):
            if concerned == self._open_id:
                self._editor.saved_as(payload.seen + 1)
            self._notice.say(Tone.GOOD, translate("Templates", "Saved; everybody it is for has it shortly."))
        else:
            self.begin()
            self._notice.say(Tone.GOOD, translate("Templates", "Withdrawn; nobody is offered it any more."))

    def _refuse(self, error: Exception) -> None:
        self._opened.hold(on=False)
        told, field = saying(error), getattr(error, "field", None)
        if isinstance(error, PayloadInvalid) and field and self._editor.show_problem(field, told.title):
            self._notice.clear()
            return
        said = told.now()
        over = isinstance(error, ArrangingRefused) and error.refusal == "changed_meanwhile"
        action = translate("Templates", "Save mine over theirs") if over else ""
        self._notice.say(Tone.DANGER, said.title, said.what_to_do, action)

    def _forget(self, template_id: str) -> None:
        self._kept.forget(template_id)
        self._renew()
