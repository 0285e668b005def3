"""Which conflict rule each command follows; one table, total by test."""

from __future__ import annotations

from enum import StrEnum

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command


class ConflictKind(StrEnum):
    """How an event behaves when the entity changed since it was made."""

    APPEND_ONLY = "append_only"
    SET = "set"
    SCALAR = "scalar"
    GUARDED = "guarded"


C, K = Command, ConflictKind
KINDS: dict[Command, ConflictKind] = {
    **dict.fromkeys((C.NOTE, C.CONTRIBUTE, C.ATTACH, C.URGE), K.APPEND_ONLY),
    C.TAG: K.SET,
    C.PRIORITISE: K.SCALAR,
    **dict.fromkeys(
        (C.VERIFY, C.REJECT, C.MARK_DUPLICATE, C.DISTRIBUTE, C.ACCEPT, C.HAND_DOWN, C.RETURN, C.ASK_CITIZEN,
         C.REPLY, C.EXPIRE, C.MONITOR, C.RESUME, C.SUBMIT, C.SEND_BACK, C.APPROVE, C.PUBLISH, C.CLOSE,
         C.REQUEST_REOPEN, C.DECIDE_REOPEN, C.REQUEST_EXTENSION, C.DECIDE_EXTENSION, C.SPLIT, C.MERGE),
        K.GUARDED,
    ),
}  # fmt: skip
_SCALAR_FIELD = {C.PRIORITISE: "priority"}
WORKFLOW = "workflow"


def guarded_field(command: Command) -> str | None:
    """Return the key of ``Report.field_versions`` that ``command`` is checked against, if any."""
    kind = KINDS[command]
    if kind is ConflictKind.GUARDED:
        return WORKFLOW
    return _SCALAR_FIELD[command] if kind is ConflictKind.SCALAR else None


def conflicts(command: Command, report: Report, base_version: int) -> bool:
    """Tell whether ``report`` changed, in what ``command`` is guarded by, after ``base_version``."""
    key = guarded_field(command)
    return key is not None and report.field_versions.get(key, 0) > base_version
