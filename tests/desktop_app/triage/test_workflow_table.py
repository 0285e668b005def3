"""The printed table says what the typed one says, line by line."""

from __future__ import annotations

from desktop_app.triage.workflow_table import workflow_markdown
from tests.support import workflow_table as typed


def printed() -> list[list[str]]:
    lines = [line for line in workflow_markdown().splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_edge_is_printed_as_typed() -> None:
    targets = {"(unchanged)": "=", "(the state before)": "<", "reopened / closed": "?"}
    found = {(row[0], targets.get(row[2], row[2]), frozenset(row[3].split(", "))) for row in printed()}
    assert found == {(line.command, line.target, line.parties) for line in typed.LINES}
    assert len(printed()) == len(typed.LINES)


def test_what_must_be_carried_is_named() -> None:
    carried = {row[0]: row[4] for row in printed()}
    assert carried["distribute"] == "lead_unit, owner, deliverable, due_at"
    assert carried["accept"] == "–"


def test_open_and_running_states_are_spelt_out() -> None:
    told = workflow_markdown()
    running = next(line for line in typed.LINES if line.command == "request_extension")
    assert set(told.rsplit("running: ", 1)[1].split(", ")) == set(running.states)
