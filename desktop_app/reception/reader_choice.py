"""Which reader is the citizen's: one with that role, else one that nobody else has a claim on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cardio.readers import Condition, ReaderState

_WITH_CARD = frozenset({Condition.CARD, Condition.HELD})


def citizen_reader(
    states: Iterable[ReaderState], roles: Mapping[str, str], clerks_reader: str | None
) -> ReaderState | None:
    """Return the reader for citizens' documents; None when every reader belongs to somebody else.

    ``roles`` are those of the settings; ``clerks_reader`` holds the card that opened the session. Of several
    the one with a card counts.
    """
    known = list(states)
    assigned = [state for state in known if roles.get(state.name) == "citizen"]
    free = [state for state in known if state.name not in roles and state.name != clerks_reader]
    candidates = assigned or free
    return max(candidates, key=lambda state: state.condition in _WITH_CARD, default=None)
