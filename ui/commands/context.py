"""What a command's panel may look at: the report, who asks, and the city's names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.matters import Campaign
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.pictures.album import Album
from desktop_app.triage.routing import Suggestion
from desktop_app.triage.triage import DraftContent
from ui.vocabulary.names import Names


def _find_nothing(_code: str) -> None:
    """Find no report: for panels that name no other."""


@dataclass(frozen=True, slots=True)
class PanelContext:
    """Read when the panel opens; ``find`` (a report's id by its code) is the one link left to the store.

    ``files`` are ids and names of the report's files, ``contributions`` what co-processors have written,
    ``suggestion`` which unit similar reports went to, ``album`` the report's photos.
    """

    report: Report
    actor: Actor
    names: Names
    now: datetime
    calendar: Calendar
    draft: DraftContent | None = None
    files: tuple[tuple[str, str], ...] = ()
    contributions: tuple[Entry, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    suggestion: Suggestion | None = None
    find: Callable[[str], str | None] = _find_nothing
    album: Album = field(default_factory=Album)

    @property
    def receives_misconduct(self) -> bool:
        """Whether private fields are among the person's own: a dispatcher sends such a report there, too."""
        return bool(self.actor.roles & {Role.MISCONDUCT_RECIPIENT, Role.DISPATCHER})

    @property
    def publisher_unit(self) -> str:
        """The unit in whose name an answer is given: the lead unit, else the author's own."""
        job = self.report.assignment
        return job.lead_unit if job else self.actor.unit_id
