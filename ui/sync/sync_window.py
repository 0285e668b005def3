"""What has not reached the centre yet: what each will do, since when and why; send again, edit, discard.

Beside it the log of what passed. What needs the person comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.clock import Clock
from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.news import SyncStatus
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.triage.triage import CommandRefused, editable_field
from ui.bridge import Bridge
from ui.detail.timeline import said
from ui.language import Translated, translate
from ui.sync.recovery_panel import RecoveryPanel
from ui.sync.sync_log_view import SyncLogView
from ui.sync.sync_reasons import contact_told, effect, why
from ui.sync.taps_view import TapsView
from ui.sync.unsent_words import standing, unsent_title
from ui.theme import SPACING, TARGET, beside_text, current
from ui.vocabulary.words import command_word
from ui.widgets.flat_tree import FlatTree
from ui.widgets.notice import Notice
from ui.widgets.question import Question, ask
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone, colour
from ui.widgets.when import ago_text
from ui.wording import sentence

_EVENT = Qt.ItemDataRole.UserRole
_UNDOABLE = frozenset({OutboxState.HELD, OutboxState.READY})
_WIDTH, _HEIGHT, _WORDS = 900, 560, 84
_COMMAND, _SINCE, _STANDING = 150, 110, 260
_SECOND = 1000
_SOON = 100
"""Milliseconds from the first news to the look at the outbox: a burst of them is one."""
MOST_LINES: Final = 100
"""Lines that are shown at once; of the rest the number is told. They follow as these go out."""


class SyncWindow(Translated, QDialog):
    """Lists the outbox and follows it; not modal, so work goes on beside it."""

    guide_page: ClassVar[str] = "30-offline"

    report_asked = Signal(str)
    """The person wants to see a report, to decide on it."""

    def __init__(self, session: Session, clock: Clock, bridge: Bridge, parent: QWidget) -> None:
        self._letters = current().text_scale
        super().__init__(parent)
        self.setObjectName("sync")
        self.resize(self._wanted(parent))
        self._session, self._clock, self._bridge = session, clock, bridge
        self._pending: dict[str, Pending] = {}
        self._shown = ("", "")
        self._recovery: RecoveryPanel | None = None
        self._taps: TapsView | None = None
        self._summary, self._notice = QLabel(self), Notice("sync.notice", self)
        self._summary.setWordWrap(True)
        self._list, self._empty = FlatTree("sync.list", self), StatePane("sync.empty", self)
        self._tabs, self._log = QTabWidget(self), SyncLogView(session, self)
        self._why, self._words, self._more = QLabel(self), QPlainTextEdit(self), QLabel(self)
        self._retry, self._edit, self._discard, self._decide = (QPushButton(self) for _ in range(4))
        self._build_list()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._look)
        bridge.outbox_changed.connect(self._news)
        bridge.sync_status.connect(self._news)
        self.retranslate()

    @staticmethod
    def _wanted(over: QWidget) -> QSize:
        """As large as the letters want, within the desk that it lies over."""
        return QSize(beside_text(_WIDTH), beside_text(_HEIGHT)).boundedTo(over.window().size())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        over = self.parentWidget()
        if event.type() == QEvent.Type.StyleChange and self._letters != current().text_scale and over:
            self._letters = current().text_scale
            self.resize(self.size().expandedTo(self._wanted(over)))

    def _build_list(self) -> None:
        self._list.set_widths((_COMMAND, None, _SINCE, _STANDING), growing=(0, 2))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._offer)
        self._list.itemActivated.connect(self._show_report)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button, name, act in (
            (self._decide, "decide", self._show_report),
            (self._retry, "retry", self._send_again),
            (self._edit, "edit", self._reword),
            (self._discard, "discard", self._give_up),
        ):
            button.setObjectName(f"sync.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            foot.addWidget(button)
        self._discard.setProperty("kind", "danger")
        foot.addStretch(1)
        self._why.setObjectName("sync.why")
        self._why.setWordWrap(True)
        self._words.setObjectName("sync.words")
        self._words.setMaximumHeight(_WORDS)
        self._more.setObjectName("sync.more")
        self._more.setProperty("role", "muted")
        self._words.setTabChangesFocus(True)
        waiting = QWidget(self)
        inner = QVBoxLayout(waiting)
        inner.setSpacing(SPACING.small)
        for part in (self._list, self._more, self._empty, self._why, self._words):
            inner.addWidget(part)
        inner.addLayout(foot)
        self._tabs.setObjectName("sync.tabs")
        self._tabs.addTab(waiting, "")
        self._tabs.addTab(self._log, "")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.small)
        for shown in (self._summary, self._notice, self._tabs):
            layout.addWidget(shown)

    def add_taps(self, view: TapsView) -> None:
        """Add the page on what the terminal of this computer recorded and the centre has not signed for."""
        self._taps = view
        self._tabs.insertTab(1, view, view.title())
        view.changed.connect(self._name_pages)

    @Slot()
    def _name_pages(self) -> None:
        self._tabs.setTabText(self._tabs.indexOf(self._log), translate("Sync", "Log"))
        for page in (self._taps, self._recovery):
            if page is not None:
                self._tabs.setTabText(self._tabs.indexOf(page), page.title())

    def add_recovery(self, panel: RecoveryPanel) -> None:
        """Add the page on a lost card's work; what comes back is shown at once."""
        self._recovery = panel
        self._tabs.addTab(panel, panel.title())
        panel.brought_back.connect(self._show_waiting)

    @Slot()
    def _show_waiting(self) -> None:
        self.refresh()
        self._tabs.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Say everything again."""
        self.setWindowTitle(translate("Sync", "Waiting for the centre"))
        self._list.setAccessibleName(translate("Sync", "Commands not yet received by the centre"))
        self._list.setHeaderLabels(
            [
                translate("Sync", "Command"),
                translate("Sync", "Report"),
                translate("Sync", "Since"),
                translate("Sync", "How it stands"),
            ]
        )
        _name(self._retry, translate("Sync", "Send again"))
        _name(self._edit, translate("Sync", "Save the change"))
        self._words.setAccessibleName(translate("Sync", "What you wrote"))
        self._name_pages()
        self.refresh()

    def refresh(self) -> None:
        """Read the outbox anew; the chosen line stays chosen."""
        outbox = self._session.store.outbox
        try:
            shown = outbox.needs_person(MOST_LINES)
            shown += outbox.waiting(MOST_LINES - len(shown))
            going, needs = outbox.counts()
        except Unavailable:  # locked meanwhile; this window goes with its desk
            self.hide()
            return
        chosen = self._chosen_id()
        self._pending = {each.event.id: each for each in shown}
        self._list.clear()
        for each in shown:
            item = self._item(each)
            self._list.addTopLevelItem(item)
            if each.event.id == chosen or self._list.currentItem() is None:
                self._list.setCurrentItem(item)
        self._say_rest(going + needs - len(shown))
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._empty.say(
            translate("Sync", "Everything is with the centre"),
            translate("Sync", "What you do offline is kept on this computer and sent by itself."),
        )
        self._say_contact(self._session.status)
        self._count(going, needs)
        self._log.refresh()
        if self._taps is not None:
            self._taps.refresh()
        if self._recovery is not None:
            self._recovery.refresh()
        self._offer()

    def _say_rest(self, rest: int) -> None:
        self._more.setVisible(rest > 0)
        self._more.setText(translate("Sync", "and {count} more, which follow").format(count=rest))

    def _count(self, going: int, needs: int) -> None:
        words = translate("Sync", "Waiting: {count}").format(count=going)
        if needs:
            words = translate("Sync", "Needs you: {needs} · {rest}").format(needs=needs, rest=words)
        self._tabs.setTabText(0, words)

    def _item(self, pending: Pending) -> QTreeWidgetItem:
        event = pending.event
        since = ago_text(event.occurred_at, self._clock.now())
        title = unsent_title(self._session.store, event)
        item = QTreeWidgetItem([command_word(event.type), title, since, standing(pending)])
        item.setData(0, _EVENT, event.id)
        item.setSizeHint(1, QSize(0, TARGET))  # the column whose width is no matter of its words
        words = said(event.payload)
        for column in range(4):
            item.setToolTip(column, words or item.text(column))
        if pending.state is OutboxState.NEEDS_PERSON:
            item.setForeground(3, colour(Tone.DANGER))
        return item

    def _say_contact(self, status: SyncStatus) -> None:
        since = ago_text(status.last_contact, self._clock.now()) if status.last_contact else "–"
        self._summary.setText(contact_told(status, since))

    def _chosen_id(self) -> str | None:
        item = self._list.currentItem()
        found = item.data(0, _EVENT) if item else None
        return found if isinstance(found, str) else None

    def _chosen(self) -> Pending | None:
        return self._pending.get(self._chosen_id() or "")

    @Slot()
    def _offer(self) -> None:
        pending = self._chosen()
        failed = pending is not None and pending.state is OutboxState.NEEDS_PERSON
        self._retry.setEnabled(failed or self._has_failing_file(pending))
        self._discard.setEnabled(failed or (pending is not None and pending.state in _UNDOABLE))
        self._decide.setEnabled(
            pending is not None and self._session.store.reports.has(pending.event.entity_id)
        )
        undone = pending is None or not failed
        _name(self._discard, translate("Sync", "Undo") if undone else translate("Sync", "Discard…"))
        both = translate("Sync", "Compare and decide"), translate("Sync", "Open the report")
        _name(self._decide, both[0] if failed else both[1])
        self._explain(pending)

    def _has_failing_file(self, pending: Pending | None) -> bool:
        return pending is not None and self._session.files.setback(pending.event.id) is not None

    def _explain(self, pending: Pending | None) -> None:
        """Say of the chosen line why it waits and what it will do; offer its words where they may change."""
        field = editable_field(pending) if pending is not None else None
        self._why.setVisible(pending is not None)
        kept = "" if pending is None or field is not None else said(pending.event.payload)
        self._words.setVisible(field is not None or bool(kept))
        self._words.setReadOnly(field is None)
        self._edit.setVisible(field is not None)
        if pending is None:
            return
        try:
            told = (why(pending, self._session, self._clock.now()), effect(pending, self._session))
        except Unavailable:
            return
        self._why.setText("\n".join(told))
        present = str(pending.event.payload.get(field, "")) if field else kept
        if self._shown != (pending.event.id, present):  # words half changed are not overwritten
            self._shown = (pending.event.id, present)
            self._words.setPlainText(present)

    @Slot()
    def _reword(self) -> None:
        pending, text = self._chosen(), self._words.toPlainText()
        if pending is not None:
            self._try(lambda: self._session.triage.reword(pending.event.id, text))

    @Slot()
    def _tick(self) -> None:
        """Ages and what is left of a hold go on without news."""
        if not self.isVisible():
            return
        now = self._clock.now()
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None and (pending := self._pending.get(item.data(0, _EVENT))) is not None:
                item.setText(2, ago_text(pending.event.occurred_at, now))
        self._say_contact(self._session.status)
        self._offer()

    @Slot(object)
    def _news(self, _news: object) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def _show_report(self) -> None:
        pending = self._chosen()
        if pending is not None:
            self.hide()  # it would lie over what it leads to
            self.report_asked.emit(pending.event.entity_id)

    @Slot()
    def _send_again(self) -> None:
        pending = self._chosen()
        if pending is None:
            return
        if pending.state is OutboxState.NEEDS_PERSON:
            self._try(lambda: self._session.triage.retry(pending.event.id))
        else:
            self._try(self._session.files.send_now)

    @Slot()
    def _give_up(self) -> None:
        pending, triage = self._chosen(), self._session.triage
        if pending is None:
            return
        if pending.state in _UNDOABLE:
            self._try(lambda: triage.undo(pending.event.id))
        else:
            self._ask_whether(pending, lambda: self._try(lambda: triage.resolve_theirs(pending.event.id)))

    def _ask_whether(self, pending: Pending, discard: Callable[[], None]) -> None:
        """Ask before words leave this computer for good; drafts of answers stay whatever is answered."""
        about = f"{command_word(pending.event.type)} · {unsent_title(self._session.store, pending.event)}"
        question = Question(
            translate("Sync", "Discard for good: {about}?").format(about=about),
            said(pending.event.payload),
            translate("Sync", "Discard"),
            translate("Sync", "Cancel"),
        )
        ask(self, "sync.confirm", question, discard)

    def _try(self, act: Callable[[], object]) -> None:
        self._notice.clear()
        try:
            act()
        except (CommandRefused, PayloadInvalid) as error:
            wording = sentence(error)
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)
        self.refresh()


def _name(button: QPushButton, words: str) -> None:
    """Set what a button says and is called; the same again changes nothing."""
    if button.text() != words:
        button.setText(words)
        button.setAccessibleName(words)
