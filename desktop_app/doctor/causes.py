"""The one table of everything the doctor can find: part, cause, verdict; the codes follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desktop_app.doctor.finding import Finding, Part, Verdict

UNEXPECTED: Final = "unexpected"
_GOOD, _CAUTION, _BAD, _UNKNOWN = Verdict.GOOD, Verdict.CAUTION, Verdict.BAD, Verdict.UNKNOWN

CAUSES: Final[Mapping[Part, Mapping[str, Verdict]]] = {
    Part.SERVICE: {"service_running": _GOOD, "service_away": _CAUTION, "no_service": _BAD},
    Part.READERS: {
        "reader_present": _GOOD,
        "no_reader": _BAD,
        "no_reader_remote": _BAD,
        "card_held_elsewhere": _CAUTION,
        "no_service": _UNKNOWN,
    },
    Part.DRIVER: {
        "driver_answers": _GOOD,
        "driver_missing": _BAD,
        "driver_unknown": _UNKNOWN,
        "reader_not_answering": _BAD,
        "reader_fault": _BAD,
        "no_reader": _UNKNOWN,
        "no_service": _UNKNOWN,
    },
    Part.CARD: {
        "card_answers": _GOOD,
        "pin_last_try": _CAUTION,
        "pin_blocked": _BAD,
        "card_removed": _CAUTION,
        "card_was_reset": _CAUTION,
        "card_held_elsewhere": _CAUTION,
        "reader_not_answering": _UNKNOWN,
        "card_mute": _BAD,
        "contactless_refused": _CAUTION,
        "conditions_not_satisfied": _CAUTION,
        "protocol_violation": _BAD,
        "answer_too_long": _BAD,
        "apdu_error": _BAD,
        "card": _BAD,
        "no_card": _UNKNOWN,
    },
    Part.PROFILE: {
        "profile_sign_in": _GOOD,
        "profile_tap": _GOOD,
        "card_without_vault_key": _CAUTION,
        "document_readable": _GOOD,
        "document_at_staff_reader": _CAUTION,
        "document_needs_zone": _CAUTION,
        "document_access_unknown": _BAD,
        "number_only": _CAUTION,
        "unknown_card": _BAD,
        "object_missing": _BAD,
        "unsupported_key": _BAD,
        "no_card": _UNKNOWN,
    },
    Part.CERTIFICATE: {
        "certificate_good": _GOOD,
        "certificate_ends_soon": _CAUTION,
        "revocation_stale": _CAUTION,
        "revocation_not_known": _CAUTION,
        "expired": _BAD,
        "not_yet_valid": _BAD,
        "revoked": _BAD,
        "foreign_issuer": _BAD,
        "wrong_purpose": _BAD,
        "bad_signature": _BAD,
        "protocol_violation": _BAD,
        "not_enrolled": _UNKNOWN,
        "no_card": _UNKNOWN,
    },
    Part.TOKENS: {
        "token_plugged_in": _GOOD,
        "token_none": _GOOD,
        "token_no_module": _GOOD,
        "token_module_asked": _UNKNOWN,
        "token_module_failed": _BAD,
    },
    Part.REVOCATION: {
        "list_fresh": _GOOD,
        "list_stale": _CAUTION,
        "list_missing": _CAUTION,
        "crl_refused": _CAUTION,
        "not_enrolled": _UNKNOWN,
    },
    Part.ANCHORS: {
        "anchors_installed": _GOOD,
        "anchor_ends_soon": _CAUTION,
        "anchors_missing": _BAD,
        "anchors_expired": _BAD,
        "document_anchors_installed": _GOOD,
        "document_anchors_missing": _CAUTION,
        "not_enrolled": _UNKNOWN,
    },
    Part.CLOCK: {
        "clock_right": _GOOD,
        "clock_wrong": _CAUTION,
        "clock_set_back": _CAUTION,
        "clock_unknown": _UNKNOWN,
    },
    Part.NETWORK: {
        "centre_reached": _GOOD,
        "busy": _CAUTION,
        "unreachable": _BAD,
        "tls_failed": _BAD,
        "server_broken": _BAD,
        "garbage": _BAD,
        "too_large": _BAD,
        "unauthorised": _BAD,
        "refused": _BAD,
        "client_too_old": _BAD,
        "insecure_address": _BAD,
        "stopped": _UNKNOWN,
        "not_enrolled": _UNKNOWN,
    },
    Part.JOURNAL: {"journal_whole": _GOOD, "journal_broken": _BAD, "not_enrolled": _UNKNOWN},
    Part.DISK: {"disk_room": _GOOD, "disk_low": _CAUTION, "disk_full": _BAD},
}
"""A cause keeps its verdict, and with it its code, once a version with it is out."""


def find(part: Part, cause: str, subject: str = "", data: Mapping[str, Any] | None = None) -> Finding:
    """Return the finding of ``cause``; one that the table lacks is told as ``UNEXPECTED``."""
    verdict = CAUSES[part].get(cause)
    if verdict is None:
        return Finding(part, Verdict.BAD, UNEXPECTED, subject)
    return Finding(part, verdict, cause, subject, data or {})


def every_finding() -> Iterator[Finding]:
    """Yield each finding there can be, for the table in the guide."""
    for part, causes in CAUSES.items():
        yield from (Finding(part, verdict, cause) for cause, verdict in causes.items())
        yield Finding(part, Verdict.BAD, UNEXPECTED)
