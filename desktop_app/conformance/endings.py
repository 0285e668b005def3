"""The two ways in which a check ends early, and the way to the first: what is required and not so."""

from __future__ import annotations


class Broken(Exception):
    """The server does not keep the clause; ``detail`` says what it did instead."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class Untested(Exception):
    """The clause cannot be tried with what is at hand; ``why`` says what is missing."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def require(condition: object, detail: str) -> None:
    """Raise ``Broken`` unless ``condition`` is true."""
    if not condition:
        raise Broken(detail)
