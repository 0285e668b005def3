"""Arranges things in the small city, as a person there would: through the same call that serves HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.ids import new_id
from desktop_app.domain.organisation import Officer
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.roles import Actor
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.commands import Author
from tests.support.small_city import SmallCity

Result = dict[str, Any]


def employ(city: SmallCity, officer: Officer) -> Officer:
    """Make somebody work in the city."""
    with city.service.writer.transaction() as connection:
        city.service.entities.put(connection, "officer", officer.id, wire.encode(officer), audience.EVERYONE)
        city.service.people.register(connection, officer, now=city.service.now())
    return officer


def actor_of(city: SmallCity, who: str, at: datetime | None = None) -> Actor:
    """Return a person as the rules see them."""
    with city.service.engine.connect() as connection:
        found = city.service.people.actor(connection, who, at or city.service.now())
    assert found is not None
    return found


def carry_out(city: SmallCity, who: str, sent: SentEvent) -> Result:
    """Send one event as ``who``."""
    return city.service.commands.carry_out(sent, Author(actor_of(city, who), who))


def arrange(
    city: SmallCity,
    who: str,
    command: str,
    entity: str,
    payload: dict[str, Any],
    entity_id: str | None = None,
) -> tuple[str, Result]:
    """Send one command beside the reports; return the id of what it concerns, and its answer."""
    concerned = entity_id or new_id()
    sent = SentEvent(
        id=new_id(), type=command, entity=entity, entity_id=concerned, base_version=0,
        occurred_at=city.service.now(), payload=payload,
    )  # fmt: skip
    return concerned, carry_out(city, who, sent)


def command(city: SmallCity, who: str, kind: str, report_id: str, payload: dict[str, Any]) -> Result:
    """Send one command on a report, on its present version."""
    version = city.read(report_id).version
    sent = SentEvent(
        id=new_id(), type=kind, entity="report", entity_id=report_id, base_version=version,
        occurred_at=city.service.now(), payload=payload,
    )  # fmt: skip
    return carry_out(city, who, sent)


def absence(
    city: SmallCity, away: str, deputy: str, *rights: str, begins: float = 0, lasts: float = 7
) -> Result:
    """Return the payload of a delegation, in days from now."""
    starts = city.service.now() + timedelta(days=begins)
    return {
        "from_person": away, "to_person": deputy, "rights": list(rights), "starts": starts.isoformat(),
        "ends": (starts + timedelta(days=lasts)).isoformat(), "note": "Nghỉ phép",
    }  # fmt: skip


def outcome(result: Result) -> tuple[str, str | None, str | None]:
    """Return status, rule and field of an answer."""
    return result["status"], result.get("rule"), result.get("field")


APPLIED = ("applied", None, None)
