"""*Mẫu văn bản*: the words officials begin with, written by whoever leads the unit or publishes for the city.

What is typed is kept on this computer until the centre has it. Saving asks the centre, which makes it the
next version and tells everybody it is for; two who write at once are told of each other.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import MatterCommand, Payload
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.domain.templates import LANGUAGES, USES, Template, WriteTemplate, kept_by, states_of
from desktop_app.domain.workflow import Command
from desktop_app.store.errors import StoreError
from desktop_app.triage.arranging import ArrangingRefused
from ui import shortcuts
from ui.language import translate
from ui.templates import rehearsal
from ui.templates.editor import Editor
from ui.templates.shelf import Shelf
from ui.templates.words import text_of, versions, whose
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_page import WholePage, say
from ui.widgets.tone import Tone
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_log = logging.getLogger(__name__)
_KEEP_MS = 400
_LIST_WIDTH, _LIST_HEIGHT, _NO_BOUND = 340, 220, 16_777_215
_STACKED_BELOW = 1000


class TemplatesPage(WholePage):
    """One template is open at a time; a new one has an id of its own from its first letter on."""

    guide_page = "29-templates"

    def __init__(self, session: Session, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("templates", parent)
        self._session, self._tasks = session, tasks
        self._names = Names(session.store.directory)
        self._keeps = kept_by(session.triage.actor)
        self._known: dict[str, Template] = {}
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
        self._shelf, self._editor = Shelf(self._names, self), Editor(self._names, self._keeps, self)
        self._shelf.chosen.connect(self._open)
        self._editor.edited.connect(self._edited)
        self._notice = Notice("templates.notice", self)
        self._notice.asked.connect(self._notice_asked)
        self._versions = ChoiceField("version", "", (), parent=self)
        self._versions.edited.connect(self._version_chosen)
        scroll = ScrollPage("templates.scroll", self)
        scroll.show_page(self._editor)
        self._foot = FlowLayout(gap=SPACING.small)
        self._save, self._fresh = self._button("save", self.save), self._button("fresh", self.begin)
        self._copy, self._withdraw = self._button("copy", self.copy), self._button("withdraw", self.withdraw)
        self._save.setProperty("kind", "primary")
        side = QVBoxLayout()
        for part in (self._versions, scroll, self._notice):
            side.addWidget(part)
        side.setStretchFactor(scroll, 1)
        side.addLayout(self._foot)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACING.wide)
        self._halves.addWidget(self._shelf)
        self._halves.addLayout(side, 1)
        self.column.addLayout(self._halves, 1)

    def _button(self, name: str, act: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"templates.{name}")
        button.clicked.connect(act)
        self._foot.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the list over what is open where both find no room side by side."""
        super().resizeEvent(event)
        directions, narrow = QBoxLayout.Direction, self.width() < _STACKED_BELOW
        self._halves.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._shelf.setMinimumWidth(0 if narrow else _LIST_WIDTH)
        self._shelf.setMaximumSize(
            _NO_BOUND if narrow else _LIST_WIDTH, _LIST_HEIGHT if narrow else _NO_BOUND
        )

    def take_focus(self) -> None:
        """Put the keyboard into the search for a template."""
        self._shelf.search.setFocus()

    # --- what is shown ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Show the templates as of now; what was being written comes first."""
        super().showEvent(event)
        self._renew()
        drafts = self._session.store.template_drafts.all()
        if not self._open_id and (first := next(iter(drafts), "")):
            self._open(first)
        elif not self._open_id:
            self.begin()

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
        self._editor.retranslate()
        self._versions.rename(translate("Templates", "Version"))
        for key, button, words in (
            ("save", self._save, translate("Templates", "Save for everybody")),
            ("fresh", self._fresh, translate("Templates", "New template")),
            ("copy", self._copy, translate("Templates", "Copy as our own")),
            ("withdraw", self._withdraw, translate("Templates", "Withdraw")),
        ):
            say(button, words)
            named = next(each for each in shortcuts.TEMPLATES if each.name == key)
            button.setText(shortcuts.with_key(words, named))
        self._renew()
        self._show_state()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        if self.isVisible():
            self._renew()
            self._follow()

    def _renew(self) -> None:
        """Read the templates anew."""
        self._names.reload()
        self._known = {each.id: each for each in self._names.templates()}
        drafts = self._session.store.template_drafts.all()
        unsaved = [_as_template(key, draft) for key, draft in drafts.items() if key not in self._known]
        self._shelf.show_templates([*self._known.values(), *unsaved], self._keeps, drafts)
        self._shelf.choose(self._open_id)

    def _follow(self) -> None:
        """A newer version of what is open comes into the form, unless something is being written there."""
        known = self._known.get(self._open_id)
        if known is None or self._open_id in self._session.store.template_drafts.all():
            return
        if not self._later.isActive():
            if self._editor.draft() != _as_written(known):
                self._editor.show_draft(_as_written(known))
            self._show_state()

    @Slot(str)
    def _open(self, template_id: str) -> None:
        """Show a template, or what was being written of it."""
        self._keep_last()
        draft = self._session.store.template_drafts.all().get(template_id)
        known = self._known.get(template_id)
        if draft is None and known is None:
            return
        self._open_id = template_id
        self._notice.clear()
        self._editor.show_draft(draft or _as_written(known or _as_template(template_id, draft)))
        self._shelf.choose(template_id)
        self._show_state()

    def _show_state(self) -> None:
        """Say what can be done with what is open, and how it reads."""
        known = self._known.get(self._open_id)
        mine = known is None or known.unit in self._keeps
        self._sure = False
        self._editor.set_writable(mine)
        self._save.setEnabled(mine)
        self._withdraw.setVisible(mine and self._is_kept())
        self._copy.setVisible(known is not None)
        self._versions.setVisible(known is not None and bool(known.earlier))
        if known is not None:
            self._versions.offer(versions(known, self._names))
        if not mine and known is not None:
            said = translate("Templates", "{owner} keeps this template; a copy of it can be yours.")
            self._notice.say(Tone.INFO, said.format(owner=whose(known.unit, self._names)))
        self._rehearse()

    def _is_kept(self) -> bool:
        """Whether what is open is at the centre, or kept here."""
        return self._open_id in self._known or self._open_id in self._session.store.template_drafts.all()

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
        self._keep_last()
        self._open_id = new_id()
        self._notice.clear()
        self._shelf.choose("")
        self._editor.show_draft(_blank(self._keeps))
        self._show_state()
        if self.isVisible():
            self._editor.start()

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
        if not self._save.isEnabled():
            return
        self._editor.finish_composing()
        self._ask(MatterCommand.WRITE_TEMPLATE, self._editor.draft())

    @Slot()
    def withdraw(self) -> None:
        """Take the template away from everybody, after one more word; an unsaved one is thrown away."""
        known = self._known.get(self._open_id)
        if self._withdraw.isHidden():
            return
        if not self._sure:
            self._sure = True
            if known:
                words = translate("Templates", "Withdraw this template from everybody?")
                yes = translate("Templates", "Yes, withdraw")
            else:
                words = translate("Templates", "Throw what was written away?")
                yes = translate("Templates", "Yes, throw away")
            self._notice.say(Tone.CAUTION, words, "", yes)
        elif known is None:
            self._forget()
            self.begin()
        else:
            self._ask(MatterCommand.WITHDRAW_TEMPLATE, Nothing())

    @Slot()
    def find_one(self) -> None:
        """Go to the search for a template."""
        self._shelf.search.setFocus()
        self._shelf.search.selectAll()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed on this computer."""
        draft, known = self._editor.draft(), self._known.get(self._open_id)
        drafts = self._session.store.template_drafts
        try:
            if known is not None and draft == _as_written(known):
                drafts.drop(self._open_id)
            else:
                drafts.keep(self._open_id, draft)
        except StoreError as failure:  # locked meanwhile, or a full disk: typing goes on
            _log.warning("draft of a template not kept: %s", failure.code)
            return
        self._renew()
        self._withdraw.setVisible(True)
        self._rehearse()

    @Slot()
    def _edited(self) -> None:
        self._later.start()

    def _keep_last(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self.keep()

    @Slot()
    def _version_chosen(self) -> None:
        """Put an earlier version into the form; saving makes it the newest."""
        known = self._known.get(self._open_id)
        if known is not None and (said := text_of(known, self._versions.value())):
            self._editor.say(*said)

    @Slot()
    def _notice_asked(self) -> None:
        """The button beside the sentence: withdraw after all, or save over a colleague's words."""
        if self._sure:
            self.withdraw()
            return
        known = self._known.get(self._open_id)
        if known is not None:
            self._ask(MatterCommand.WRITE_TEMPLATE, replace(self._editor.draft(), seen=known.version))

    # --- the centre ---------------------------------------------------------------------------------

    def _ask(self, command: MatterCommand, payload: Payload) -> None:
        arranging = self._session.arranging
        if arranging is None:
            return
        self._keep_last()
        self._save.setEnabled(False)
        self._notice.say(Tone.NEUTRAL, translate("Arranging", "Asking the centre …"))
        asked = self._open_id
        work = partial(arranging.send, command, payload, asked)
        self._tasks.run(work, partial(self._done, payload), self._refuse)

    def _done(self, payload: Payload, concerned: str) -> None:
        self._save.setEnabled(True)
        self._forget(concerned)
        if isinstance(payload, WriteTemplate):
            if concerned == self._open_id:
                self._editor.saved_as(payload.seen + 1)
            self._notice.say(Tone.GOOD, translate("Templates", "Saved; everybody it is for has it shortly."))
        else:
            self.begin()
            self._notice.say(Tone.GOOD, translate("Templates", "Withdrawn; nobody is offered it any more."))

    def _refuse(self, error: Exception) -> None:
        self._save.setEnabled(True)
        told = saying(error)
        field = getattr(error, "field", None)
        if isinstance(error, PayloadInvalid) and field and self._editor.show_problem(field, told.title):
            self._notice.clear()
            return
        said = told.now()
        over = isinstance(error, ArrangingRefused) and error.refusal == "changed_meanwhile"
        action = translate("Templates", "Save mine over theirs") if over else ""
        self._notice.say(Tone.DANGER, said.title, said.what_to_do, action)

    def _forget(self, template_id: str = "") -> None:
        try:
            self._session.store.template_drafts.drop(template_id or self._open_id)
        except StoreError as failure:
            _log.warning("draft of a template not dropped: %s", failure.code)
        self._renew()


def _blank(keeps: tuple[str | None, ...]) -> WriteTemplate:
    return WriteTemplate(keeps[0] if keeps else None, USES[0].value, None, LANGUAGES[0], "", "")


def _as_written(template: Template) -> WriteTemplate:
    """A template as its writer would send it unchanged."""
    return WriteTemplate(
        template.unit, template.command, template.state, template.language, template.title, template.text,
        template.category, template.version,
    )  # fmt: skip


def _as_template(template_id: str, draft: WriteTemplate | None) -> Template:
    """What is being written, as the shelf shows it."""
    if draft is None:
        return Template(template_id, None, LANGUAGES[0], "", "")
    title = draft.title or translate("Templates", "(no name yet)")
    return Template(
        template_id, draft.state, draft.language, title, draft.text, draft.category, draft.command, draft.unit
    )
