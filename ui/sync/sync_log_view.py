"""What passed between this desk and the centre, line by line, for the person to read."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.workflow import Command
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.store.reports import NoSuchReport
from desktop_app.store.sync_log import Line, Passed
from ui.language import Translated, translate
from ui.vocabulary.refusals import refusal
from ui.vocabulary.words import command_word
from ui.widgets.when import moment_text
from ui.wording import sentence


class SyncLogView(Translated, QListWidget):
    """The newest lines, newest first."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sync.log")
        self._session = session
        self.setAlternatingRowColors(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(translate("Sync", "What passed between this computer and the centre"))
        self.refresh()

    def refresh(self) -> None:
        """Read the log anew."""
        try:
            lines = self._session.store.log.newest()
        except Unavailable:  # locked meanwhile
            return
        self.clear()
        for line in lines:
            self.addItem(QListWidgetItem(f"{moment_text(line.at)}   {self._words(line)}"))
        if not lines:
            self.addItem(QListWidgetItem(translate("Sync", "Nothing has passed yet.")))

    def _words(self, line: Line) -> str:
        told = {
            Passed.ONLINE: translate("Sync", "The centre answers."),
            Passed.FIRST_SYNC: translate("Sync", "All reports of this desk have arrived."),
            Passed.UPLOADED: translate("Sync", "A file has arrived at the centre."),
            Passed.SCOPE_LOST: translate("Sync", "A report left this desk; its data was deleted here."),
            Passed.RESTORED: translate(
                "Sync", "The centre was restored from a backup; it is asked what it has."
            ),
        }.get(line.kind)
        return told or self._counted(line)

    def _counted(self, line: Line) -> str:
        if line.kind is Passed.OFFLINE:
            reason = sentence(str(line.data.get("error", "unreachable"))).title
            return translate("Sync", "No contact: {reason}").format(reason=reason)
        if line.kind is Passed.REPAIRED:
            words = translate("Sync", "Rows that differed from the centre's, fetched again: {count}.")
            return words.format(count=_count(line, "rows"))
        if line.kind is Passed.DUE_MOVED:
            words = translate("Sync", "Another calendar. Reports due at another time now: {count}.")
            return words.format(count=_count(line, "reports"))
        words = {
            Passed.SENT: translate("Sync", "Received by the centre: {command} · {report}"),
            Passed.NEEDS_PERSON: translate("Sync", "Needs you: {command} · {report}"),
        }[line.kind]
        told = words.format(command=_command(line), report=self._code(str(line.data.get("report", ""))))
        is_told_why = line.kind is Passed.NEEDS_PERSON and "status" in line.data
        return f"{told} – {refusal(line.data).title}" if is_told_why else told

    def _code(self, report_id: str) -> str:
        try:
            return self._session.store.reports.base(report_id).code
        except NoSuchReport:
            return translate("Sync", "a report no longer with you")


def _command(line: Line) -> str:
    told = str(line.data.get("command", ""))
    return command_word(Command(told)) if told in set(Command) else told


def _count(line: Line, name: str) -> int:
    value = line.data.get(name, 0)
    return value if isinstance(value, int) else 0
