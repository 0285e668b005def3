"""One command on many reports: given one by one between other work, told in one summary, undone as one."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import HOLD_SECONDS
from desktop_app.domain.payloads import Payload, PayloadInvalid
from desktop_app.domain.workflow import Command
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.store.reports import NoSuchReport
from desktop_app.triage.triage import CommandRefused
from ui.language import translate
from ui.theme import TOAST_MS
from ui.widgets.toast import Toast
from ui.wording import sentence

MOST = 200
"""Reports that one command may reach: more is a campaign, not a choice."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A report on which the command was not carried out, and why in words."""

    code: str
    reason: str


@dataclass(slots=True)
class Bulk:
    """A command on its way over many reports; ``group`` ties its events together for undo."""

    command: Command
    payload: Payload
    left: deque[str]
    group: str = field(default_factory=new_id)
    done: int = 0
    refused: list[Refused] = field(default_factory=list)


class Bulking(QObject):
    """Carries a bulk action out, one short transaction per turn of the event loop."""

    went_on = Signal(int, int)
    """How many reports are through, of how many."""
    finished = Signal(object)
    """The ``Bulk`` when no report is left."""

    def __init__(self, session: Session, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._toast = session, toast
        self._bulk: Bulk | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether a bulk action is on its way."""
        return self._bulk is not None

    def begin(self, command: Command, payload: Payload, report_ids: Sequence[str]) -> None:
        """Start giving ``command`` on each of at most ``MOST`` reports; one at a time."""
        if self._bulk is None and 0 < len(report_ids) <= MOST:
            self._bulk = Bulk(command, payload, deque(report_ids))
            self._turn.start()

    @Slot()
    def _go_on(self) -> None:
        bulk = self._bulk
        if bulk is None:
            return
        self._give(bulk, bulk.left.popleft())
        through = bulk.done + len(bulk.refused)
        self.went_on.emit(through, through + len(bulk.left))
        if not bulk.left:
            self._end(bulk)

    def _give(self, bulk: Bulk, report_id: str) -> None:
        code = ""
        try:
            report = self._session.store.reports.get(report_id)
            code = report.code
            self._session.triage.do(report, bulk.command, bulk.payload, bulk.group)
        except NoSuchReport:
            bulk.refused.append(Refused(code, sentence("not_found").title))
        except (CommandRefused, PayloadInvalid, StoreError) as error:
            bulk.refused.append(Refused(code, sentence(error).title))
        else:
            bulk.done += 1

    def _end(self, bulk: Bulk) -> None:
        self._turn.stop()
        self._bulk = None
        self._toast.say(
            summary(bulk), int(HOLD_SECONDS * 1000), (lambda: self._undo(bulk)) if bulk.done else None
        )
        self.finished.emit(bulk)

    def _undo(self, bulk: Bulk) -> None:
        undone = self._session.triage.undo_group(bulk.group)
        told = (
            translate("Bulk", "Undone on {count} reports.").format(count=undone)
            if undone == bulk.done
            else translate("Bulk", "Undone on {count} of {all}; the others were on their way.").format(
                count=undone, all=bulk.done
            )
        )
        self._toast.say(told, TOAST_MS)


def summary(bulk: Bulk) -> str:
    """Return in one line what became of a bulk action."""
    through = bulk.done + len(bulk.refused)
    if bulk.refused:
        return translate("Bulk", "Carried out on {count} of {all} reports.").format(
            count=bulk.done, all=through
        )
    return translate("Bulk", "Carried out on {count} reports.").format(count=bulk.done)
