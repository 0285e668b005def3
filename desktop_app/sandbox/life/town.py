"""The city as it is in the database now, and the one way anybody acts in it: an event, as clients send it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.hotline import HotlineCommand, HotlinePayload
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.sandbox import wire
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.demo_cards import DEMO_CARDS, CardState
from desktop_app.sandbox.seed.circumstances import City
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.sandbox.seed.staff import Staff
from desktop_app.sandbox.tables import entity

if TYPE_CHECKING:
    from desktop_app.sandbox.service import Service

_log = logging.getLogger(__name__)
ORGANISATION: Final = "hue"
PRESENT: Final = 400
"""How many reports people have in mind: those that were last touched."""

LEARNERS: Final = frozenset(card.officer_id for card in DEMO_CARDS if card.state is CardState.VALID)
"""Officers whose cards lie in the training tray: what is theirs to do, a learner does."""


@dataclass(frozen=True)
class Town:
    """The city's officers, units and reports; ``rng`` decides everything that is left to chance."""

    service: Service
    rng: Random

    @cached_property
    def city(self) -> City:
        """What the seeds know of the city: units, staff, templates, calendar."""
        organisation = load_organisation()
        return City(organisation, Staff(organisation), default_calendar())

    @cached_property
    def working(self) -> tuple[str, ...]:
        """Officers who work by themselves: all that no learner plays."""
        return tuple(one.id for one in self.city.organisation.officers if one.id not in LEARNERS)

    def reports(self) -> list[Report]:
        """Return the reports people have in mind, without private ones, last touched first."""
        columns = entity.c
        living = sa.and_(columns.entity == "report", ~columns.removed)
        query = sa.select(columns.data).where(living).order_by(columns.seq.desc()).limit(PRESENT)
        with self.service.engine.connect() as connection:
            listed = list(connection.execute(query).scalars())
        found = (wire.decode(data, Report) for data in listed)
        return [one for one in found if not one.private and one.organisation == ORGANISATION]

    def author(self, officer_id: str) -> Author | None:
        """Return an officer with the rights they have today; None where they have none any more."""
        with self.service.engine.connect() as connection:
            actor = self.service.people.actor(connection, officer_id, self.service.now())
            known = self.service.entities.data(connection, "officer", officer_id)
        return None if actor is None or known is None else Author(actor, str(known["name"]))

    def send(
        self,
        report: Report,
        command: Command | HotlineCommand,
        payload: p.Payload | HotlinePayload,
        by: Author,
    ) -> bool:
        """Have ``by`` send an event about ``report``; tell whether the centre took it."""
        event = SentEvent(
            id=new_id(), type=str(command), entity="report", entity_id=report.id, base_version=report.version,
            occurred_at=self.service.now(), payload=p.encode(payload),
        )  # fmt: skip
        result: dict[str, Any] = self.service.commands.carry_out(event, by)
        if result["status"] != "applied":
            _log.info("%s on %s: %s %s", command, report.code, result["status"], result.get("rule"))
        return bool(result["status"] == "applied")
