"""The list of notifications (F12): what, when, why; Enter opens the report, which reads it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.notices import Notice
from desktop_app.store.errors import StoreError
from desktop_app.store.reports import NoSuchReport
from ui import shortcuts
from ui.language import translate
from ui.notices import words
from ui.vocabulary.row_text import SEPARATOR
from ui.widgets.side_page import SidePage, say
from ui.widgets.titled_list import TitledList
from ui.widgets.when import ago_text, moment_text

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from ui.bridge import Bridge

_SHOWN = 10


class NoticesPage(SidePage):
    """Newest first; what was not read carries a mark and a word."""

    report_asked = Signal(str)
    read = Signal()
    """Something was marked as read."""

    guide_page = "27-notifications"

    def __init__(self, session: Session, core: Core, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("notices", parent)
        self._store, self._clock = session.store, core.clock
        self._known: dict[str, Notice] = {}
        self._list = TitledList("notices", _SHOWN, self)
        self._all = self.add_action("all")
        self._all.clicked.connect(self.read_all)
        self._list.opened.connect(self._open)
        self.column.addWidget(self._list)
        bridge.notices_came.connect(self._news)
        bridge.report_gone.connect(self._report_gone)
        shortcuts.connect(shortcuts.NOTICES, self)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the list scroll, not the page around it as well."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        around = self.wanted_height() - self._list.sizeHint().height()
        self._list.show_at_most(self.height() - around - self._list.beside_rows())

    @Slot(object)
    def _news(self, _news: object) -> None:
        with suppress(StoreError):  # locked meanwhile
            self.refresh()

    @Slot(object)
    def _report_gone(self, news: object) -> None:
        """Nothing of a report that left the desk stays on the screen."""
        if self.isVisible():
            self._news(news)

    def refresh(self) -> None:
        """Read the list anew."""
        self._known = {str(one.number): one for one in self._store.notices.newest()}
        rows = [(key, self._line(one)) for key, one in self._known.items()]
        self._list.show_rows(rows, {key for key, one in self._known.items() if one.read_at is None})
        self._all.setEnabled(any(one.read_at is None for one in self._known.values()))

    def _line(self, notice: Notice) -> str:
        new = translate("Notices", "● new") if notice.read_at is None else ""
        head = (new, words.kind_word(notice.kind), self._title(notice.report_id))
        since = ago_text(notice.at, self._clock.now())
        foot = (moment_text(notice.at), since, words.why(notice.kind))
        return "\n".join(SEPARATOR.join(part for part in line if part) for line in (head, foot))

    def _title(self, report_id: str) -> str:
        try:
            report = self._store.reports.base(report_id)
        except NoSuchReport:
            return translate("Notices", "a report no longer with you")
        return f"{report.code}{SEPARATOR}{report.title}"

    @Slot(str)
    def _open(self, key: str) -> None:
        notice = self._known.get(key)
        if notice is None:
            return
        with self._store.write() as tx:
            self._store.notices.mark_report_read(tx, notice.report_id)
        self.refresh()
        self.read.emit()
        if self._store.reports.has(notice.report_id):
            self.report_asked.emit(notice.report_id)

    @Slot()
    def read_all(self) -> None:
        """Mark everything as read."""
        self._store.notices.mark_read()
        self.refresh()
        self.read.emit()

    def take_focus(self) -> None:
        """Begin with the newest."""
        self.refresh()
        super().take_focus()
        self._list.choose_first()

    def retranslate(self) -> None:
        """Set the texts; the rows are written anew."""
        super().retranslate()
        keys = {key.name: key for key in shortcuts.NOTICES}
        self.heading.setText(translate("Notices", "Notifications"))
        read = translate("Notices", "Mark all as read")
        say(self._all, shortcuts.with_key(read, keys["read_all"]))
        self._all.setAccessibleName(read)
        self._list.say(
            translate("Notices", "What concerns you, newest first"),
            translate(
                "Notices", "Nothing yet. What others do to your work, and your deadlines, appear here."
            ),
        )
        self.refresh()
