"""What has not reached the centre yet: what each will do, since when and why; send again, edit, discard.

Beside it the log of what passed. What needs the person comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.clock import Clock
from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.news import Contact, SyncStatus
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.triage.triage import CommandRefused, editable_field
from ui.bridge import Bridge
from ui.language import Translated, translate
from ui.reports.recovery_panel import RecoveryPanel
from ui.reports.sync_log_view import SyncLogView
from ui.reports.sync_reasons import effect, why
from ui.reports.timeline import said
from ui.reports.unsent_words import standing, unsent_title
from ui.reports.words import command_word
from ui.theme import SPACING, TARGET
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone, colour
from ui.widgets.when import ago_text
from ui.wording import sentence

_EVENT = Qt.ItemDataRole.UserRole
_UNDOABLE = frozenset({OutboxState.HELD, OutboxState.READY})
_WIDTH, _HEIGHT, _WORDS = 760, 520, 84


class SyncWindow(Translated, QDialog):
    """Lists the outbox and follows it; not modal, so work goes on beside it."""

    guide_page: ClassVar[str] = "30-offline"

    report_asked = Signal(str)
    """The person wants to see a report, to decide on it."""

    def __init__(self, session: Session, clock: Clock, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sync")
        self.resize(_WIDTH, _HEIGHT)
        self._session, self._clock, self._bridge = session, clock, bridge
        self._pending: dict[str, Pending] = {}
        self._shown = ("", "")
        self._recovery: RecoveryPanel | None = None
        self._summary, self._notice = QLabel(self), Notice("sync.notice", self)
        self._summary.setWordWrap(True)
        self._list, self._empty = QTreeWidget(self), StatePane("sync.empty", self)
        self._tabs, self._log = QTabWidget(self), SyncLogView(session, self)
        self._why, self._words = QLabel(self), QPlainTextEdit(self)
        self._retry, self._edit, self._discard, self._decide = (QPushButton(self) for _ in range(4))
        self._build_list()
        self._lay_out()
        bridge.outbox_changed.connect(self._news)
        bridge.sync_status.connect(self._news)
        self.retranslate()

    def _build_list(self) -> None:
        self._list.setObjectName("sync.list")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setColumnCount(4)
        self._list.header().setStretchLastSection(True)
        for column, width in enumerate((150, 250, 100)):
            self._list.setColumnWidth(column, width)
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
        self._words.setTabChangesFocus(True)
        waiting = QWidget(self)
        inner = QVBoxLayout(waiting)
        inner.setSpacing(SPACING.small)
        for part in (self._list, self._empty, self._why, self._words):
            inner.addWidget(part)
        inner.addLayout(foot)
        self._tabs.setObjectName("sync.tabs")
        self._tabs.addTab(waiting, "")
        self._tabs.addTab(self._log, "")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.small)
        for shown in (self._summary, self._notice, self._tabs):
            layout.addWidget(shown)

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
        for button, words in (
            (self._retry, translate("Sync", "Send again")),
            (self._edit, translate("Sync", "Save the change")),
            (self._discard, translate("Sync", "Discard")),
            (self._decide, translate("Sync", "Open the report")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self._words.setAccessibleName(translate("Sync", "What you wrote"))
        self._tabs.setTabText(1, translate("Sync", "Log"))
        if self._recovery is not None:
            self._tabs.setTabText(2, self._recovery.title())
        self.refresh()

    def refresh(self) -> None:
        """Read the outbox anew; the chosen line stays chosen."""
        outbox = self._session.store.outbox
        try:
            waiting = [*outbox.needs_person(), *outbox.waiting()]
        except Unavailable:  # locked meanwhile; this window goes with its desk
            self.hide()
            return
        chosen = self._chosen_id()
        self._pending = {each.event.id: each for each in waiting}
        self._list.clear()
        for each in waiting:
            item = self._item(each)
            self._list.addTopLevelItem(item)
            if each.event.id == chosen or self._list.currentItem() is None:
                self._list.setCurrentItem(item)
        self._list.setVisible(bool(waiting))
        self._empty.setVisible(not waiting)
        self._empty.say(
            translate("Sync", "Everything is with the centre"),
            translate("Sync", "What you do offline is kept on this computer and sent by itself."),
        )
        self._say_contact(self._session.status)
        self._count(waiting)
        self._log.refresh()
        if self._recovery is not None:
            self._recovery.refresh()
        self._offer()

    def _count(self, waiting: list[Pending]) -> None:
        needs = sum(each.state is OutboxState.NEEDS_PERSON for each in waiting)
        words = translate("Sync", "Waiting: {count}").format(count=len(waiting) - needs)
        if needs:
            words = translate("Sync", "Needs you: {needs} · {rest}").format(needs=needs, rest=words)
        self._tabs.setTabText(0, words)

    def _item(self, pending: Pending) -> QTreeWidgetItem:
        event = pending.event
        since = ago_text(event.occurred_at, self._clock.now())
        title = unsent_title(self._session.store, event)
        item = QTreeWidgetItem([command_word(event.type), title, since, standing(pending)])
        item.setData(0, _EVENT, event.id)
        item.setSizeHint(0, QSize(0, TARGET))
        words = said(event.payload)
        for column in range(4):
            item.setToolTip(column, words or item.text(column))
        if pending.state is OutboxState.NEEDS_PERSON:
            item.setForeground(3, colour(Tone.DANGER))
        return item

    def _say_contact(self, status: SyncStatus) -> None:
        if status.contact is Contact.ONLINE:
            self._summary.setText(translate("Sync", "The centre answers. What is ready goes out at once."))
            return
        since = ago_text(status.last_contact, self._clock.now()) if status.last_contact else "–"
        self._summary.setText(
            translate(
                "Sync",
                "No connection to the centre (last: {since}). Nothing is lost; it is tried again by itself.",
            ).format(since=since)
        )

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
        self._explain(pending)

    def _has_failing_file(self, pending: Pending | None) -> bool:
        return pending is not None and self._session.files.setback(pending.event.id) is not None

    def _explain(self, pending: Pending | None) -> None:
        """Say of the chosen line why it waits and what it will do; offer its words where they may change."""
        field = editable_field(pending) if pending is not None else None
        self._why.setVisible(pending is not None)
        self._words.setVisible(field is not None)
        self._edit.setVisible(field is not None)
        if pending is None:
            return
        try:
            told = (why(pending, self._session, self._clock.now()), effect(pending, self._session))
        except Unavailable:
            return
        self._why.setText("\n".join(told))
        present = str(pending.event.payload.get(field, "")) if field else ""
        if self._shown != (pending.event.id, present):  # words half changed are not overwritten
            self._shown = (pending.event.id, present)
            self._words.setPlainText(present)

    @Slot()
    def _reword(self) -> None:
        pending, text = self._chosen(), self._words.toPlainText()
        if pending is not None:
            self._try(lambda: self._session.triage.reword(pending.event.id, text))

    @Slot(object)
    def _news(self, _news: object) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def _show_report(self) -> None:
        pending = self._chosen()
        if pending is not None:
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
            self._try(lambda: triage.resolve_theirs(pending.event.id))

    def _try(self, act: Callable[[], object]) -> None:
        self._notice.clear()
        try:
            act()
        except (CommandRefused, PayloadInvalid) as error:
            wording = sentence(error)
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)
        self.refresh()
