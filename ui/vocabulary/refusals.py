"""What the centre said of a command that it did not take, in words: a rule, an entry, or why one decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ui.language import translate
from ui.wording import TABLE, Wording, sentence

_STANDINGS: Final = frozenset({"conflict", "not_found", "hold_cut", "scope_lost", "recovered"})
_ENTRY: Final = "payload"


def refusal(problem: Mapping[str, Any]) -> Wording:
    """Return what happened and what to do; ``problem`` is what the outbox keeps of the answer."""
    rule, status = problem.get("rule"), problem.get("status")
    if rule == _ENTRY:
        return sentence(_ENTRY, {"field": _entry(str(problem.get("field", "")))})
    if isinstance(rule, str):
        return sentence(rule) if rule in TABLE else sentence("rule_unknown", {"rule": rule})
    return sentence(str(status) if status in _STANDINGS else "rejected")


def _entry(field: str) -> str:
    """Return what the screen calls an entry of a command; a newer centre's has its own name."""
    return {
        "new_due_at": translate("Entry", "new deadline"),
        "due_at": translate("Entry", "when"),
        "owner": translate("Entry", "who"),
        "unit": translate("Entry", "unit"),
        "deliverable": translate("Entry", "what"),
        "co_processors": translate("Entry", "co-processors"),
        "review_date": translate("Entry", "when to look again"),
        "category": translate("Entry", "field"),
        "place": translate("Entry", "place"),
        "named": translate("Entry", "whom it is about"),
        "original_id": translate("Entry", "the other report"),
        "into_id": translate("Entry", "the other report"),
        "attachments": translate("Entry", "files"),
        "sha256": translate("Entry", "files"),
        "signature": translate("Entry", "signature"),
        "publisher_unit": translate("Entry", "who publishes"),
        "text": translate("Entry", "text"),
        "question": translate("Entry", "text"),
        "reason": translate("Entry", "text"),
        "code": translate("Entry", "reason"),
    }.get(field, field)
