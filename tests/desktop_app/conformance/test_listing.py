"""Findings as lines and as JSON."""

from __future__ import annotations

import json

from desktop_app.conformance.clauses import Finding, Verdict
from desktop_app.conformance.listing import as_json, line, summary

GOOD = Finding("feed.put", "a step is told", Verdict.HOLDS)
BAD = Finding("proof.once", "a proof counts once", Verdict.BROKEN, "GET /v1/x: 200, not 401")


def test_a_line_tells_verdict_clause_and_sentence() -> None:
    assert line(GOOD).split() == ["holds", "feed.put", "a", "step", "is", "told"]
    assert line(BAD).splitlines()[1].strip() == "→ GET /v1/x: 200, not 401"


def test_the_summary_counts() -> None:
    assert summary([GOOD, BAD, GOOD]) == "holds 2  broken 1  untested 0"


def test_json_carries_everything() -> None:
    document = json.loads(as_json("https://centre.example", [GOOD, BAD]))
    assert document["url"] == "https://centre.example"
    assert document["findings"][1] == {
        "clause": "proof.once", "sentence": "a proof counts once", "verdict": "broken",
        "detail": "GET /v1/x: 200, not 401",
    }  # fmt: skip
