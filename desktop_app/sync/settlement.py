"""The server's word on an event, as the outbox records it. Pure.

Only ``applied`` and ``duplicate`` are success, whatever the HTTP status around them was.
"""

from __future__ import annotations

from typing import Any

from desktop_app.api.errors import Refused
from desktop_app.api.events import EventResult, Status


def settlement(result: EventResult) -> dict[str, Any]:
    """Return what the outbox keeps of ``result``; the report itself goes to the base row, not here."""
    kept = {
        "status": str(result.status), "version": result.version, "seq": result.seq, "rule": result.rule,
        "field": result.field, "changed": list(result.changed),
    }  # fmt: skip
    return {name: value for name, value in kept.items() if value not in (None, [])}


def reason(result: EventResult) -> dict[str, str]:
    """Return why an event was not taken, in codes alone: for a log that must name nobody and nothing."""
    told = {"status": str(result.status), "rule": result.rule, "field": result.field}
    return {name: value for name, value in told.items() if isinstance(value, str)}


def refused_alone(refusal: Refused) -> dict[str, Any]:
    """Return what the outbox keeps of an event whose request was refused as a whole."""
    return {"status": str(Status.REJECTED), "rule": refusal.reason}
