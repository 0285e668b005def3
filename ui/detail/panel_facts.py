"""What a panel looks at besides the report itself: files, contributions, campaigns, where its like went."""

from __future__ import annotations

from functools import partial

from desktop_app.clock import Clock
from desktop_app.domain.workflow import Command
from desktop_app.pictures.album import Album, album_of
from desktop_app.session import Session
from desktop_app.triage.routing import past_of, suggest
from ui.commands.context import PanelContext
from ui.detail.reading import Reading
from ui.vocabulary.lookup import report_by_code
from ui.vocabulary.names import Names


def context_of(
    session: Session, names: Names, clock: Clock, reading: Reading, command: Command
) -> PanelContext:
    """Return what the panel of ``command`` may look at; only what that command shows is read."""
    store, report = session.store, reading.report
    verifying, tagging = command is Command.VERIFY, command is Command.TAG
    files = store.attachments.of(report.id) if verifying else []
    return PanelContext(
        report,
        session.triage.actor,
        names,
        clock.now(),
        names.calendar,
        reading.draft,
        tuple((one.id, one.name) for one in files),
        tuple(each for each in reading.entries if each.kind == Command.CONTRIBUTE.value and each.text),
        tuple(store.directory.campaigns()) if tagging else (),
        suggest(report, past_of(store)) if command is Command.DISTRIBUTE else None,
        partial(report_by_code, store.inbox),
        album_of(report, session.files.of(report.id)) if command is Command.SUBMIT else Album(),
    )
