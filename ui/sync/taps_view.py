"""What the check-in terminal of this computer recorded and the centre has not signed for yet.

What waits, since when, why, and what becomes of it. Whose taps they are is not said: whoever sits here now
has no right to colleagues' hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
from desktop_app.store.errors import Unavailable
from ui.language import Translated, translate
from ui.theme import SPACING, TARGET
from ui.widgets.flat_tree import FlatTree
from ui.widgets.state_pane import StatePane
from ui.widgets.when import ago_text, moment_text
from ui.wording import TABLE, sentence

if TYPE_CHECKING:
    from desktop_app.store.journal import JournalRow
    from desktop_app.workstation.workplace import Workplace
    from ui.bridge import Bridge

MOST_LINES: Final = 100
"""Lines that are shown at once; of the rest the number is told."""
_NUMBER, _AT, _SINCE = 90, 190, 150
_SOON: Final = 200
_ORDINARY: Final = frozenset({"unreachable", "stopped"})
"""What is told as no connection: it passes by itself."""


class TapsView(Translated, QWidget):
    """``changed``: how many wait is another number."""

    changed = Signal()

    def __init__(self, workplace: Workplace, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sync.taps")
        self._workplace = workplace
        self._status = workplace.sync.status
        self._why, self._more, self._list = QLabel(self), QLabel(self), FlatTree("sync.taps.list", self)
        self._empty = StatePane("sync.taps.empty", self)
        self._why.setObjectName("sync.taps.why")
        self._why.setWordWrap(True)
        self._more.setObjectName("sync.taps.more")
        self._more.setProperty("role", "muted")
        self._list.set_widths((_NUMBER, None, _AT, _SINCE), growing=(0, 2, 3))
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.small)
        for part in (self._why, self._list, self._more, self._empty):
            layout.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        bridge.terminal_status.connect(self._news)
        self.retranslate()

    def title(self) -> str:
        """Return the name of the page, with how many rows wait."""
        name = translate("Sync", "Check-in here")
        waiting = self._status.waiting
        return translate("Sync", "{name}: {count}").format(name=name, count=waiting) if waiting else name

    def retranslate(self) -> None:
        """Say everything again."""
        self._list.setAccessibleName(translate("Sync", "Recorded here, not yet signed for by the centre"))
        self._list.setHeaderLabels(
            [
                translate("Sync", "Number"),
                translate("Sync", "What was recorded"),
                translate("Sync", "At"),
                translate("Sync", "Waits since"),
            ]
        )
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read what waits anew."""
        store = self._workplace.store
        try:
            rows = store.outbox.unsent(MOST_LINES)
            waiting = store.outbox.waiting()
        except Unavailable:  # the computer was set up anew meanwhile
            return
        self._list.clear()
        self._list.addTopLevelItems([self._item(row) for row in rows])
        self._list.setVisible(bool(rows))
        self._more.setVisible(waiting > len(rows))
        rest = translate("Sync", "and {count} more, which follow")
        self._more.setText(rest.format(count=waiting - len(rows)))
        self._empty.setVisible(not rows)
        self._empty.say(
            translate("Sync", "The centre has signed for everything recorded here"),
            translate("Sync", "Check-in goes on without a connection; rows are sent by themselves later."),
        )
        self._why.setVisible(bool(rows))
        self._why.setText(told(self._status))
        self.changed.emit()

    def _item(self, row: JournalRow) -> QTreeWidgetItem:
        since = ago_text(row.wall_utc, self._workplace.clock.now())
        item = QTreeWidgetItem([str(row.seq), kind_text(row.kind), moment_text(row.wall_utc), since])
        item.setSizeHint(1, QSize(0, TARGET))  # the column whose width is no matter of its words
        return item

    @Slot(object)
    def _news(self, status: TerminalStatus) -> None:
        self._status = status
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()
        elif not self.isVisible():
            self.changed.emit()


def told(status: TerminalStatus) -> str:
    """Return why rows wait, and what becomes of them."""
    kept = translate(
        "Sync",
        "They go out in the order of their numbers and stay here, signed, until the centre's signed receipt "
        "for each was checked. Nothing can be lost, changed or sent twice.",
    )
    rest = translate("Sync", "There is nothing to do.")
    if status.contact is Contact.ONLINE:
        return " ".join((translate("Sync", "They are on their way."), kept, rest))
    if status.error is None or status.error in _ORDINARY:
        why = translate("Sync", "No connection to the centre; it is tried again by itself.")
        return f"{why} {kept} {rest}"
    if status.error in TABLE:
        return f"{sentence(status.error)} {kept}"
    why = translate("Sync", "The centre refuses them ({code}): tell the site admin.")
    return f"{why.format(code=status.error)} {kept}"


def kind_text(kind: TapKind) -> str:
    """Return what a row of the journal is, in words."""
    return {
        TapKind.TAP: translate("Sync", "Card tapped"),
        TapKind.TAP_REJECTED: translate("Sync", "Card refused"),
        TapKind.TAP_REPEATED: translate("Sync", "Card tapped again"),
        TapKind.ANNOTATION: translate("Sync", "Direction changed"),
        TapKind.CORRECTION: translate("Sync", "Correction"),
        TapKind.SUPERVISED_ENTRY: translate("Sync", "Entered by a supervisor"),
        TapKind.CLOCK_CHANGE: translate("Sync", "Clock changed"),
        TapKind.BOOT: translate("Sync", "Check-in opened"),
        TapKind.SHUTDOWN: translate("Sync", "Check-in closed"),
        TapKind.LIST_UPDATE: translate("Sync", "New revocation list"),
        TapKind.CHECKPOINT: translate("Sync", "Checkpoint"),
        TapKind.MODE_EXIT: translate("Sync", "Full screen left by an officer"),
    }[kind]
