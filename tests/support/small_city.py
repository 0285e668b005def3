"""A city small enough to know by heart: six units and a ward, an officer per role, one category, real cards.

``lead`` has a team below it; ``co`` and ``other`` stand beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from cardio.piv.objects import Slot
from desktop_app.domain.ids import new_id
from desktop_app.domain.organisation import Category, Officer, Unit
from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.entities import Entities, Row

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from cardio.simulator import CardFile
    from desktop_app.sandbox.people import People
    from desktop_app.sandbox.pki import SandboxPki
    from desktop_app.sandbox.service import Service

LEAD, TEAM, CO, OTHER, IOC = "u-lead", "u-team", "u-co", "u-other", "u-ioc"
CATEGORY = "ha-tang"
WARD_CODE = "19777"
PIN = "123456"
UNITS = (
    Unit("u-city", "Thành phố", "city"),
    Unit("u-ward", "Phường Một", "ward", parent="u-city", code=WARD_CODE),
    Unit(IOC, "Trung tâm IOC", "ioc", parent="u-city"),
    Unit(LEAD, "Sở Một", "agency", parent="u-city"),
    Unit(TEAM, "Đội Một", "agency", parent=LEAD),
    Unit(CO, "Sở Hai", "agency", parent="u-city"),
    Unit(OTHER, "Sở Ba", "agency", parent="u-city"),
)
OFFICERS = (
    Officer("o-dispatcher", "Trần Điều Phối", IOC, (Role.DISPATCHER,)),
    Officer("o-handler", "Lê Thị Xử Lý", LEAD, (Role.HANDLER,)),
    Officer("o-colleague", "Phan Đồng Nghiệp", LEAD, (Role.HANDLER,)),
    Officer("o-team", "Võ Đội Viên", TEAM, (Role.HANDLER,)),
    Officer("o-co", "Hồ Phối Hợp", CO, (Role.HANDLER,)),
    Officer("o-other", "Đỗ Ngoài Cuộc", OTHER, (Role.HANDLER,)),
    Officer("o-approver", "Ngô Lãnh Đạo", LEAD, (Role.APPROVER,)),
    Officer("o-publisher", "Bùi Công Bố", IOC, (Role.PUBLISHER,)),
    Officer("o-supervisor", "Đặng Giám Sát", IOC, (Role.SUPERVISOR,)),
    Officer("o-hotline", "Cao Tổng Đài", IOC, (Role.HOTLINE,)),
    Officer("o-misconduct", "Mai Tiếp Nhận", IOC, (Role.MISCONDUCT_RECIPIENT,)),
)


@dataclass(frozen=True, slots=True)
class SmallCity:
    """The city on a running service."""

    service: Service
    pki: SandboxPki

    def put(self, state: State = State.DISTRIBUTED, **changes: Any) -> Report:  # noqa: ANN401 - any field
        """Write a report in ``state``, led by ``LEAD`` with ``CO`` beside it; return it."""
        fresh = report(self.service.now(), state, **changes)
        with self.service.writer.transaction() as connection:
            self.service.entities.put_report(connection, fresh)
        self.service.ripple.spread()
        return fresh

    def read(self, report_id: str) -> Report:
        """Return a report as the server has it."""
        with self.service.engine.connect() as connection:
            found = self.service.entities.report(connection, report_id)
        assert found is not None
        return found

    def card(self, officer_id: str, **changes: Any) -> CardFile:  # noqa: ANN401 - options of issue_piv
        """Issue a card to an officer; the server knows its certificates."""
        made = self.unknown_card(officer_id, **changes)
        certificates = {
            hashlib.sha256(made.certificates[slot]).hexdigest(): f"{slot:02X}"
            for slot in (Slot.AUTHENTICATION, Slot.CARD_AUTHENTICATION)
        }
        with self.service.writer.transaction() as connection:
            self.service.people.give_cards(connection, officer_id, certificates)
        return made

    def unknown_card(self, holder: str, **changes: Any) -> CardFile:  # noqa: ANN401 - options of issue_piv
        """Issue a card that the server was not told of."""
        options = {"holder": holder, "staff_code": holder, "pin": PIN, "puk": "12345678", **changes}
        return self.pki.staff_ca.issue_piv(now=self.service.now(), **options)


def found_small_city(service: Service, pki: SandboxPki) -> SmallCity:
    """Write the city into an empty database."""
    with service.writer.transaction() as connection:
        populate(connection, service.entities, service.people, service.now())
    return SmallCity(service, pki)


def populate(connection: Connection, entities: Entities, people: People, now: datetime) -> None:
    """Write units, officers and the category, and make the officers people who may sign in."""
    _organisation(connection, entities)
    for officer in OFFICERS:
        people.register(connection, officer, now=now)


def report(now: datetime, state: State = State.DISTRIBUTED, **changes: Any) -> Report:  # noqa: ANN401
    """Return a report led by ``LEAD`` with ``CO`` beside it, in ``state``."""
    assigned = state not in {State.RECEIVED, State.VERIFIED, State.RETURNED, State.REJECTED, State.DUPLICATE}
    job = Assignment(LEAD, "o-handler", "Thông thoát cống", now + timedelta(days=9), (CO,))
    report_id = new_id()
    base = Report(
        id=report_id, code=f"PA-{report_id[-12:]}", version=5, state=state, title="Đường ngập sâu",
        text="Nước chưa rút", received_at=now - timedelta(days=1), category=CATEGORY,
        assignment=job if assigned else None, field_versions={"workflow": 5},
    )  # fmt: skip
    return replace(base, **changes)


def _organisation(connection: Connection, entities: Entities) -> None:
    rows = [Row("unit", unit.id, wire.encode(unit), audience.EVERYONE) for unit in UNITS]
    rows += [Row("officer", officer.id, wire.encode(officer), audience.EVERYONE) for officer in OFFICERS]
    category = Category(CATEGORY, "Hạ tầng đô thị")
    rows.append(Row("category", CATEGORY, wire.encode(category), audience.EVERYONE))
    entities.put_many(connection, rows)
