"""The smart-card service: whether it runs."""

from __future__ import annotations

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part


def examine_service(lost: int | None, *, readers: bool) -> Finding:
    """Return the finding on the service; ``lost`` is ``ServiceWatch.lost``.

    ``readers`` tells whether there are readers all the same: the training's need no service.
    """
    if lost is None:
        return find(Part.SERVICE, "service_running")
    data = {"reason": f"{lost & 0xFFFFFFFF:08X}"}
    return find(Part.SERVICE, "service_away" if readers else "no_service", data=data)
