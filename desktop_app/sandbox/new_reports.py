"""New reports, and the reports that a split makes: each with a public code of its own.

Codes of ordinary reports count up; misconduct codes come from another, non-sequential series.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.database import read_setting, write_setting
from desktop_app.sandbox.entities import Entities

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_NEXT = "next_code"
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


def next_code(connection: Connection, entities: Entities, received_at: datetime, *, private: bool) -> str:
    """Return a code nobody has: ``PA-2026-000417``, or ``TD-`` and eight random characters."""
    while True:
        code = _random_code() if private else _counted_code(connection, received_at)
        if entities.report_by_code(connection, code) is None:
            return code


def reserve_codes(connection: Connection, count: int) -> int:
    """Set ``count`` numbers of the ordinary series aside; return the first."""
    first = int(read_setting(connection, _NEXT) or "1")
    write_setting(connection, _NEXT, str(first + count))
    return first


def split(
    connection: Connection, entities: Entities, parent: Report, titles: tuple[str, ...]
) -> list[Report]:
    """Write one child per title, in the parent's place and words; return them."""
    state = State.RECEIVED if parent.category is None else State.VERIFIED
    children = []
    for title in titles:
        code = next_code(connection, entities, parent.received_at, private=parent.private)
        child = replace(
            parent, id=new_id(), code=code, version=1, title=title, state=state, assignment=None,
            distributed_at=None, answer=None, returns=(), extension=None, question=None, question_due=None,
            question_wanted=None,
            review_date=None, state_before=None, field_versions={}, parts=(), followers=(),
            evidence={**parent.evidence, "parent": parent.id},
        )  # fmt: skip
        entities.put_report(connection, child)
        children.append(child)
    return children


def _counted_code(connection: Connection, received_at: datetime) -> str:
    return public_code(received_at, reserve_codes(connection, 1))


def public_code(received_at: datetime, number: int) -> str:
    """Return the code of an ordinary report."""
    return f"PA-{received_at.astimezone(ZONE).year}-{number:06d}"


def _random_code() -> str:
    return "TD-" + "".join(secrets.choice(ALPHABET) for _ in range(8))
