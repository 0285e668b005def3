"""The findings for other programs: JSON for the fleet's tools, a short line for a QR code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop_app.doctor.finding import Finding, Verdict
from desktop_app.release import build

WORKSTATION_LENGTH = 8


def as_json(
    findings: Sequence[Finding],
    examined_at: datetime,
    language: str,
    words: Sequence[tuple[str, str]],
) -> str:
    """Return the findings as one JSON object; times in ISO 8601, bytes in hex.

    `words`: sentence and remedy of each finding in `language`, for people; the rest keeps its names.
    """
    document = {
        "program": build(),
        "examined_at": examined_at.isoformat(),
        "language": language,
        "findings": [_entry(finding, *told) for finding, told in zip(findings, words, strict=True)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=_plain)


def _entry(finding: Finding, says: str, remedy: str) -> dict[str, Any]:
    return {
        "part": finding.part,
        "verdict": finding.verdict,
        "cause": finding.cause,
        "code": finding.code,
        "subject": finding.subject,
        "says": says,
        "remedy": remedy,
        "data": dict(finding.data),
    }


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.hex().upper() if isinstance(value, bytes) else str(value)


def codes_line(findings: Sequence[Finding], workstation_id: str = "") -> str:
    """Return what the QR code says: the program, the workstation's short id, the codes that are not good.

    Capitals and digits only, so that the code stays small (alphanumeric mode, ISO/IEC 18004, 7.4.4).
    """
    codes = dict.fromkeys(finding.code for finding in findings if finding.verdict is not Verdict.GOOD)
    words = (f"IOC-DESK {build()}", workstation_id[:WORKSTATION_LENGTH], *(codes or ("OK",)))
    return " ".join(word for word in words if word).upper()
