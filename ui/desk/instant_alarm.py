"""The alarm for instant cases (*tức thời*): above everything until one is opened, a sound once each."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.clock import Clock
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_rows import InboxRow
from ui.language import Translated, translate
from ui.vocabulary.names import Names
from ui.vocabulary.row_text import deadline_mark
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone

_MOST = 100
"""Reports that are asked about one by one; of more all are looked through, as many at the most."""
_NEVER = datetime.max.replace(tzinfo=UTC)


class InstantAlarm(Translated, Notice):
    """Shown while an instant case waits that is mine to act on and that I have not opened."""

    open_asked = Signal(str)

    def __init__(self, inbox: Inbox, names: Names, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("desk.alarm", parent)
        self.setProperty("role", "alarm")
        self.keep_low()
        self._inbox, self._names, self._clock = inbox, names, clock
        self._waiting: dict[str, InboxRow] = {}
        self._heard: set[str] = set()
        self.asked.connect(self.open_first)

    def icon_of(self, tone: Tone) -> str:
        """A bolt: the mark of instant cases everywhere."""
        return "bolt"

    @Slot(object)
    def look(self, report_ids: Collection[str] = ()) -> None:
        """Look which of these reports wait (none named: of all there are); one that is new sounds once."""
        asked = () if len(report_ids) > _MOST or self._makes_room(report_ids) else report_ids
        with suppress(StoreError):  # the desk is being locked
            found = {row.id: row for row in self._inbox.alarming(asked)}
            kept = {id_: row for id_, row in self._waiting.items() if asked and id_ not in asked}
            self._waiting = dict(sorted({**kept, **found}.items(), key=_due))
        fresh = self._waiting.keys() - self._heard
        if fresh:
            self._heard |= fresh
            QApplication.beep()
            QApplication.alert(self.window())
        self.retranslate()

    def _makes_room(self, report_ids: Collection[str]) -> bool:
        """Whether one may go while there are more than are known here: the next ones move up."""
        return len(self._waiting) >= _MOST and not self._waiting.keys().isdisjoint(report_ids)

    @Slot()
    def open_first(self) -> None:
        """Open the case that is due first: that ends its alarm."""
        if self._waiting:
            self.open_asked.emit(next(iter(self._waiting)))

    def retranslate(self) -> None:
        """Say which case waits, how long there is, and how many more."""
        if not self._waiting:
            self.clear()
            return
        row = next(iter(self._waiting.values()))
        mark = deadline_mark(row.state, row.due_at, row.procedure, self._clock.now(), self._names.calendar)
        more = len(self._waiting) - 1
        parts = [
            translate("Alarm", "Instant case: {code} · {title}").format(code=row.code, title=row.title),
            mark.long if mark else translate("Alarm", "Not distributed yet: 30 minutes from distribution."),
            translate("Alarm", "{count} more wait.").format(count=more) if more else "",
        ]
        said = " · ".join(filter(None, parts))  # one line: it stands over all the work
        self.say(Tone.DANGER, said, action=translate("Alarm", "Open (Ctrl+J)"))


def _due(waiting: tuple[str, InboxRow]) -> datetime:
    return waiting[1].due_at or _NEVER
