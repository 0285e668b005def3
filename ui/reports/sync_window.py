"""What has not reached the centre yet: what each does, since when, how it stands; retry, discard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.clock import Clock
from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.news import Contact, SyncStatus
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.triage import CommandRefused
from ui.bridge import Bridge
from ui.language import Translated, translate
from ui.reports.timeline import said
from ui.reports.unsent_words import report_title, standing
from ui.reports.words import command_word
from ui.theme import SPACING, TARGET
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone, colour
from ui.widgets.when import ago_text
from ui.wording import sentence

_EVENT = Qt.ItemDataRole.UserRole
_UNDOABLE = frozenset({OutboxState.HELD, OutboxState.READY})
_WIDTH, _HEIGHT = 720, 420


class SyncWindow(Translated, QDialog):
    """Lists the outbox and follows it; not modal, so work goes on beside it."""

    report_asked = Signal(str)
    """The person wants to see a report, to decide on it."""

    def __init__(self, session: Session, clock: Clock, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sync")
        self.resize(_WIDTH, _HEIGHT)
        self._session, self._clock, self._bridge = session, clock, bridge
        self._pending: dict[str, Pending] = {}
        self._summary, self._notice = QLabel(self), Notice("sync.notice", self)
        self._summary.setWordWrap(True)
        self._list, self._empty = QTreeWidget(self), StatePane("sync.empty", self)
        self._retry, self._discard, self._decide = (QPushButton(self) for _ in range(3))
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
            (self._discard, "discard", self._give_up),
        ):
            button.setObjectName(f"sync.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            foot.addWidget(button)
        self._discard.setProperty("kind", "danger")
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.small)
        for part in (self._summary, self._notice, self._list, self._empty):
            layout.addWidget(part)
        layout.addLayout(foot)

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
            (self._discard, translate("Sync", "Discard")),
            (self._decide, translate("Sync", "Open the report")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
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
        self._offer()

    def _item(self, pending: Pending) -> QTreeWidgetItem:
        event = pending.event
        since = ago_text(event.occurred_at, self._clock.now())
        title = report_title(self._session.store, event.entity_id)
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
        self._retry.setEnabled(failed)
        self._discard.setEnabled(failed or (pending is not None and pending.state in _UNDOABLE))
        self._decide.setEnabled(pending is not None)

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
        if pending is not None:
            self._try(lambda: self._session.triage.retry(pending.event.id))

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
        except CommandRefused as error:
            wording = sentence(error)
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)
        self.refresh()
