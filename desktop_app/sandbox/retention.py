"""How far back the feed remembers: ninety days; an older cursor is told to begin anew (410).

Numbers carry no time, so each start of the server notes the head of that day; what lies before the
newest note older than the limit is dropped. The log of events is kept for ever. Uploads that nobody
finished and files that nothing attached go after a day.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox import uploads
from desktop_app.sandbox.database import head, write_setting
from desktop_app.sandbox.tables import announcement, entity, feed_head, presence, scope_grant, setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

REMEMBERED = timedelta(days=90)
_NOTE = "head_on_"


def prune(connection: Connection, now: datetime) -> int:
    """Note today's head and forget what is older than ninety days; return the horizon."""
    write_setting(connection, f"{_NOTE}{now.date().isoformat()}", str(head(connection)))
    horizon = _head_before(connection, now - REMEMBERED)
    connection.execute(sa.update(feed_head).where(feed_head.c.horizon < horizon).values(horizon=horizon))
    for interval in (presence, scope_grant):
        connection.execute(sa.delete(interval).where(interval.c.left <= horizon))
    connection.execute(sa.delete(announcement).where(announcement.c.seq <= horizon))
    connection.execute(sa.delete(entity).where(entity.c.removed, entity.c.seq <= horizon))
    uploads.sweep(connection, now)
    return horizon


def _head_before(connection: Connection, moment: datetime) -> int:
    """Return the newest noted head of a day before ``moment``, or 0."""
    last = f"{_NOTE}{moment.date().isoformat()}"
    notes = sa.and_(setting.c.name.startswith(_NOTE, autoescape=True), setting.c.name < last)
    found = connection.execute(
        sa.select(setting.c.value).where(notes).order_by(setting.c.name.desc())
    ).scalar()
    return int(found or 0)
