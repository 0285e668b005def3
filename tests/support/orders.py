"""Orders that an officer's card signs outside a session, as a test makes them."""

from __future__ import annotations

import base64
import time
from typing import Any

from cardio.simulator import CardFile
from desktop_app.domain.organisation import Officer
from desktop_app.domain.roles import Role
from desktop_app.sandbox import audience, wire
from tests.support.desk_client import CardKey
from tests.support.small_city import IOC, SmallCity


def order(card: CardFile, kind: str, **claims: Any) -> str:  # noqa: ANN401 - JSON
    """Return a signed order, fresh unless ``iat`` says otherwise."""
    key = CardKey(card)
    header = {"typ": kind, "x5c": [base64.b64encode(key.der).decode()]}
    return key.sign(header, {"iat": int(time.time()), **claims})


def site_admins(city: SmallCity, *ids: str) -> list[CardFile]:
    """Register site admins and return their cards."""
    for officer_id in ids:
        officer = Officer(officer_id, f"Quản trị {officer_id}", IOC, (Role.SITE_ADMIN,))
        with city.service.writer.transaction() as connection:
            data = wire.encode(officer)
            city.service.entities.put(connection, "officer", officer_id, data, audience.EVERYONE)
            city.service.people.register(connection, officer, now=city.service.now())
    return [city.card(officer_id) for officer_id in ids]
