"""Anti-entropy: the server's sums over a person's sight, and the rows of what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.api import wire
from desktop_app.api.changes import ChangeLine, line_of
from desktop_app.api.session import ApiSession, Request, TokenSource
from desktop_app.domain.digest import Member, Sum

MOST_ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class DigestSource:
    """The sums at one cursor. Raises ``Refused("cursor_behind")`` when the feed has moved on."""

    session: ApiSession
    token: TokenSource
    cursor: str

    def sums(self) -> list[Sum]:
        """Return the sum of every slice of every kind."""
        request = Request("GET", "/v1/sync/digest", params={"cursor": self.cursor})
        return [wire.decode(Sum, raw) for raw in wire.members(self.session.call(request, self.token), "sums")]

    def members(self, entity: str, part: int) -> list[Member]:
        """Return the rows of one slice by id and version."""
        path = f"/v1/sync/digest/{entity}/{part}"
        answer = self.session.call(Request("GET", path, params={"cursor": self.cursor}), self.token)
        return [
            (wire.text(raw, "id"), wire.number(raw, "version")) for raw in wire.members(answer, "members")
        ]

    def rows(self, entity: str, ids: Sequence[str]) -> list[ChangeLine]:
        """Return these rows (at most ``MOST_ROWS``) as the feed tells them."""
        body = {"entity": entity, "ids": list(ids[:MOST_ROWS])}
        answer = self.session.call(Request("POST", "/v1/sync/rows", json=body), self.token)
        return [line_of(raw) for raw in wire.members(answer, "rows")]
