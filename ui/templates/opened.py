"""The template that is open: its versions, the form, what is said about it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.templates import Template
from ui import shortcuts
from ui.language import translate
from ui.templates.editor import Editor
from ui.templates.words import text_of, versions, whose
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_page import say
from ui.widgets.tone import Tone


class Opened(QWidget):
    """Tells what a person asks for; whoever holds it carries that out."""

    save_asked = Signal()
    copy_asked = Signal()
    withdraw_asked = Signal()
    list_asked = Signal()

    def __init__(self, names: Names, keeps: Sequence[str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._keeps = names, keeps
        self._template: Template | None = None
        self._versions = ChoiceField("version", "", (), parent=self)
        self._versions.edited.connect(self._version_chosen)
        self.editor, self._scroll = Editor(names, keeps, self), ScrollPage("templates.scroll", self)
        self._scroll.show_page(self.editor)
        self.notice = Notice("templates.notice", self)
        self._foot = FlowLayout(gap=SPACING.small)
        self._list = self._button("toList", self.list_asked)
        self._save, self._copy = self._button("save", self.save_asked), self._button("copy", self.copy_asked)
        self._withdraw = self._button("withdraw", self.withdraw_asked)
        self._save.setProperty("kind", "primary")
        self._lay_out()
        self.offer_list(on=False)

    def _button(self, name: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"templates.{name}")
        button.clicked.connect(asked)
        self._foot.addWidget(button)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._versions, self._scroll, self.notice):
            layout.addWidget(part)
        layout.setStretchFactor(self._scroll, 1)
        layout.addLayout(self._foot)

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        self.editor.retranslate()
        self._versions.rename(translate("Templates", "Version"))
        keys = {key.name: key for key in shortcuts.TEMPLATES}
        for key, button, words in (
            ("find", self._list, translate("Templates", "List of templates")),
            ("save", self._save, translate("Templates", "Save for everybody")),
            ("copy", self._copy, translate("Templates", "Copy as our own")),
            ("withdraw", self._withdraw, translate("Templates", "Withdraw")),
        ):
            say(button, words)
            button.setText(shortcuts.with_key(words, keys[key]))

    def show_state(self, known: Template | None, *, is_kept: bool) -> None:
        """Offer what can be done: ``known`` is the centre's, ``is_kept`` tells of it or of a draft."""
        self._template = known
        mine = known is None or known.unit in self._keeps
        self.editor.set_writable(mine)
        self._save.setEnabled(mine)
        self._withdraw.setVisible(mine and is_kept)
        self._copy.setVisible(known is not None)
        self._versions.setVisible(known is not None and bool(known.earlier))
        if known is not None:
            self._versions.offer(versions(known, self._names))
        if not mine and known is not None:
            said = translate("Templates", "{owner} keeps this template; a copy of it can be yours.")
            self.notice.say(Tone.INFO, said.format(owner=whose(known.unit, self._names)))

    def offer_list(self, *, on: bool) -> None:
        """Offer the way to the list, or not: it is in sight."""
        self._list.setVisible(on)

    def hold(self, *, on: bool) -> None:
        """Take no second save while the centre is asked."""
        self._save.setEnabled(not on)

    def can_save(self) -> bool:
        """Tell whether saving is possible now."""
        return self._save.isEnabled()

    def can_withdraw(self) -> bool:
        """Tell whether there is something to take away."""
        return not self._withdraw.isHidden()

    def offer_withdrawal(self) -> None:
        """There is something to take away now: what was typed is kept."""
        self._withdraw.show()

    @Slot()
    def _version_chosen(self) -> None:
        """Put an earlier version into the form; saving makes it the newest."""
        if self._template is not None and (said := text_of(self._template, self._versions.value())):
            self.editor.say(*said)
