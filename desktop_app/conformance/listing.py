"""Findings for people (a table) and for programs (JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from desktop_app.conformance.clauses import Finding, Verdict


def line(finding: Finding) -> str:
    """Return one line of the table, and the detail below it where there is one."""
    first = f"{finding.verdict:9} {finding.clause:32} {finding.sentence}"
    return f"{first}\n{'':43}→ {finding.detail}" if finding.detail else first


def summary(findings: Sequence[Finding]) -> str:
    """Return how many clauses came to what."""
    counted = Counter(finding.verdict for finding in findings)
    return "  ".join(f"{verdict} {counted[verdict]}" for verdict in Verdict)


def as_json(url: str, findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON document."""
    document = {"url": url, "findings": [asdict(finding) for finding in findings]}
    return json.dumps(document, ensure_ascii=False, indent=1)
