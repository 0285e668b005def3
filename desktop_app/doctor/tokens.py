"""The modules of token makers: one finding for each that is set up, as its child process last answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part

if TYPE_CHECKING:
    from desktop_app.cards.token_slots import ModuleState


def examine_tokens(modules: Sequence[ModuleState]) -> list[Finding]:
    """Return one finding per module, or one that says that there is none to examine."""
    return [_examine(state) for state in modules] or [find(Part.TOKENS, "token_no_module")]


def _examine(state: ModuleState) -> Finding:
    name = state.path.name
    if state.fault is not None:
        return find(Part.TOKENS, "token_module_failed", name, {"reason": state.fault.reason})
    if not state.asked:
        return find(Part.TOKENS, "token_module_asked", name)
    cause = "token_plugged_in" if state.tokens else "token_none"
    return find(Part.TOKENS, cause, name, {"count": state.tokens})
