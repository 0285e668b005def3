"""From a command to what it asks for: at once, by a panel, by the publication preview or the approvals."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.triage.triage import DraftContent
from ui.commands import writing
from ui.commands.answering import AnsweringPanel
from ui.commands.assigning import AssigningPanel
from ui.commands.checking import CheckingPanel
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel
from ui.commands.relating import OtherReportPanel, SplittingPanel

C = Command
_KEYS = 9
"""Alt+1 to Alt+9 stand for the commands in order, shown or under *More*."""

AT_ONCE = frozenset({C.ACCEPT, C.RESUME})
"""Commands that carry nothing: one key, and *Undo* while they are held."""

_PANELS: dict[Command, Callable[[PanelContext], CommandPanel]] = {
    C.RETURN: lambda context: writing.coded_reason(C.RETURN, context),
    C.REJECT: lambda context: writing.coded_reason(C.REJECT, context),
    C.NOTE: lambda _context: writing.plain_text(C.NOTE),
    C.CONTRIBUTE: lambda _context: writing.plain_text(C.CONTRIBUTE),
    C.URGE: lambda _context: writing.plain_text(C.URGE),
    C.SEND_BACK: writing.sending_back,
    C.ASK_CITIZEN: writing.question,
    C.MONITOR: writing.review_date,
    C.REQUEST_EXTENSION: writing.extension,
    C.DECIDE_EXTENSION: writing.extension_decision,
    C.DECIDE_REOPEN: writing.reopening,
    C.PRIORITISE: lambda context: writing.priority(context.report.priority),
    C.TAG: writing.tags,
    C.VERIFY: CheckingPanel,
    C.DISTRIBUTE: lambda context: AssigningPanel(C.DISTRIBUTE, context),
    C.HAND_DOWN: lambda context: AssigningPanel(C.HAND_DOWN, context),
    C.MARK_DUPLICATE: lambda context: OtherReportPanel(C.MARK_DUPLICATE, context),
    C.MERGE: lambda context: OtherReportPanel(C.MERGE, context),
    C.SPLIT: lambda _context: SplittingPanel(),
}
PRIMARY = (C.PUBLISH, C.APPROVE, C.DISTRIBUTE, C.VERIFY, C.ACCEPT, C.SUBMIT, C.RESUME, C.DECIDE_REOPEN)
"""The step that carries a report on, by what is legal: the one Ctrl+Enter stands for."""

ORDER = (
    *PRIMARY, C.SEND_BACK, C.HAND_DOWN, C.RETURN, C.REJECT, C.MARK_DUPLICATE, C.ASK_CITIZEN,
    C.DECIDE_EXTENSION, C.NOTE, C.REQUEST_EXTENSION, C.MONITOR, C.CONTRIBUTE, C.URGE, C.PRIORITISE, C.TAG,
    C.SPLIT, C.MERGE,
)  # fmt: skip
"""All that the screen can carry out, as it is offered."""


def offered(report: Report, legal: tuple[Command, ...]) -> tuple[Command, ...]:
    """Return the legal commands that the screen can carry out, the primary one first."""
    asked = report.extension is not None and report.extension.granted is None
    possible = set(legal) - (set() if asked else {C.DECIDE_EXTENSION})
    return tuple(command for command in ORDER if command in possible)


def primary(commands: tuple[Command, ...]) -> Command | None:
    """Return the command for Ctrl+Enter among those offered, if any."""
    return commands[0] if commands and commands[0] in PRIMARY else None


def key_of(command: Command, commands: tuple[Command, ...]) -> str:
    """Return the key of one of the commands offered; those past the ninth have none."""
    return keys_of(commands)[command]


def keys_of(commands: tuple[Command, ...]) -> dict[Command, str]:
    """Return the key of each of the commands offered."""
    main = primary(commands)
    others = [each for each in commands if each is not main]
    keys = {each: f"Alt+{number}" if number <= _KEYS else "" for number, each in enumerate(others, 1)}
    return keys if main is None else {main: "Ctrl+Enter", **keys}


def panel_for(
    command: Command, context: PanelContext, save_draft: Callable[[DraftContent], None]
) -> CommandPanel:
    """Return a fresh panel for ``command``; raise ``KeyError`` for one that asks for nothing."""
    if command is C.SUBMIT:
        return AnsweringPanel(context, save_draft)
    return _PANELS[command](context)
