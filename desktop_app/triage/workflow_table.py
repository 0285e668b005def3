"""The workflow table as text, from the code itself: what a reader holds against the city's rules."""

from __future__ import annotations

from dataclasses import MISSING, fields

from desktop_app.domain.payloads import SHAPES
from desktop_app.domain.workflow import OPEN_STATES, RUNNING, TABLE, Command, Edge, Party, State, Target

_TARGETS = {
    Target.UNCHANGED: "(unchanged)",
    Target.STATE_BEFORE: "(the state before)",
    Target.DECIDED: "reopened / closed",
}
_OPEN, _RUNNING = frozenset(OPEN_STATES), frozenset(RUNNING)


def workflow_markdown() -> str:
    """Return the table in Markdown, one line an edge, in the table's order."""
    head = ["| command | from | to | who | must carry |", "|---|---|---|---|---|"]
    lines = [*head, *(_line(edge) for edge in TABLE), "", f"open: {_states(_OPEN, whole=True)}"]
    return "\n".join([*lines, f"running: {_states(_RUNNING, whole=True)}"])


def _line(edge: Edge) -> str:
    target = edge.target.value if isinstance(edge.target, State) else _TARGETS[edge.target]
    who = ", ".join(party.value for party in Party if party in edge.parties)
    return f"| {edge.command.value} | {_states(edge.sources)} | {target} | {who} | {_carried(edge.command)} |"


def _carried(command: Command) -> str:
    needed = (
        spec.name
        for spec in fields(SHAPES[command])
        if spec.default is MISSING and spec.default_factory is MISSING
    )
    return ", ".join(needed) or "–"


def _states(states: frozenset[State], *, whole: bool = False) -> str:
    if not whole and states == _OPEN:
        return "any open state"
    if not whole and states == _RUNNING:
        return "any running state"
    return ", ".join(state.value for state in State if state in states)
