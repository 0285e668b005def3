"""The way to the centre: one question without a name, and what came back."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from desktop_app.api import auth
from desktop_app.api.errors import ApiError
from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part

if TYPE_CHECKING:
    from desktop_app.api.session import Centre


def examine_network(centre: Centre | None) -> Finding:
    """Ask the centre for its health; blocks on the network. ``centre`` is None before enrolment."""
    if centre is None:
        return find(Part.NETWORK, "not_enrolled")
    with closing(centre.open()) as session:
        try:
            auth.probe(session)
        except ApiError as problem:
            return find(Part.NETWORK, problem.code, centre.url, _plain(problem))
    return find(Part.NETWORK, "centre_reached", centre.url)


def _plain(problem: ApiError) -> dict[str, object]:
    """What the sentence may need: bare words and figures, never a whole answer."""
    return {name: value for name, value in vars(problem).items() if isinstance(value, str | int | float)}
