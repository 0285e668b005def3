"""The one way the server says no: a status, a code, and data; no sentences."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A request that is not carried out; becomes problem details (RFC 9457) on the wire."""

    def __init__(self, status: int, code: str, **data: Any) -> None:  # noqa: ANN401 - JSON
        super().__init__(code)
        self.status = status
        self.code = code
        self.data = data


def not_found() -> Refused:
    """Return the one answer to unknown, forbidden and recused alike."""
    return Refused(404, "not_found")
