"""Which reports came by which telephone number: found by a keyed hash of it, never by the number itself.

What desks sealed is opened here, at the centre, once, and only a hash under the centre's own key is kept: a
stolen table tells no number, not even to who tries them all.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop_app.domain.caller import Caller, plain_number
from desktop_app.sandbox.hotline_tables import caller, caller_number

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec
    from sqlalchemy.engine import Connection

MOST: Final = 50
"""Reports of one number that are told, the newest."""
_SCALAR_BYTES: Final = 66
_INFO: Final = b"ioc-caller-number-v1"
Opened = Callable[[str], Caller | None]


class CallerNumbers:
    """The calls by their numbers; ``opened`` opens what a desk sealed."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, opened: Opened) -> None:
        secret = key.private_numbers().private_value.to_bytes(_SCALAR_BYTES, "big")
        self._key = HKDF(hashes.SHA256(), 32, None, _INFO).derive(secret)
        self._opened = opened

    def reports(self, connection: Connection, number: str) -> list[str]:
        """Return the ids of the reports that calls from ``number`` made or joined, the newest first."""
        self._catch_up(connection)
        wanted = sa.select(caller_number.c.call_id).where(caller_number.c.tag == self._tag(number))
        rows = connection.execute(
            sa.select(caller.c.report_id).where(caller.c.id.in_(wanted)).order_by(caller.c.at.desc())
        )
        return list(dict.fromkeys(report_id for (report_id,) in rows))[:MOST]

    def _catch_up(self, connection: Connection) -> None:
        """Hash the numbers of calls that came since somebody last looked; one without gets an empty mark."""
        known = sa.select(caller_number.c.call_id)
        rows = connection.execute(sa.select(caller.c.id, caller.c.sealed).where(caller.c.id.not_in(known)))
        fresh = list(self._hashed(rows.all()))
        if fresh:
            connection.execute(sa.insert(caller_number), fresh)

    def _hashed(self, rows: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401 - rows of SQLAlchemy
        for call_id, sealed in rows:
            found = self._opened(sealed)
            number = plain_number(found.phone) if found is not None else ""
            yield {"call_id": call_id, "tag": self._tag(number) if number else ""}

    def _tag(self, number: str) -> str:
        return hmac.new(self._key, number.encode(), "sha256").hexdigest()
