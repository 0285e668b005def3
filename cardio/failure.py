"""What went wrong as a command tells it: a name for programs, six characters for the telephone.

The six characters are the same on every workstation and in every version, like those of the card doctor, who
makes its codes by the same `short_code`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from cardio import document_errors, errors
from cardio.errors import CardError

CODE_LENGTH: Final = 6
FILE: Final = "file_unreadable"
INPUT: Final = "input_invalid"
_NAMESPACE: Final = ("command", "failed")


def short_code(*parts: str) -> str:
    """Six characters of base32 (RFC 4648, no 0, 1, 8, 9) that stand for these words."""
    digest = hashlib.sha256("/".join(parts).encode()).digest()
    return base64.b32encode(digest).decode("ascii")[:CODE_LENGTH]


@dataclass(frozen=True, slots=True)
class Failure:
    """`name` is the error's own code; `detail` holds its data, never a secret."""

    name: str
    detail: str = ""

    @property
    def code(self) -> str:
        """What is said on the telephone."""
        return short_code(*_NAMESPACE, self.name)

    def text(self) -> str:
        """One line."""
        return f"[{self.code}] {self.detail or self.name}"

    def document(self) -> dict[str, Any]:
        """The same under stable names, for JSON."""
        return {"code": self.code, "error": self.name, "detail": self.detail}


def of(problem: Exception) -> Failure:
    """The failure that an error of a card, a file or an argument is."""
    if isinstance(problem, CardError):
        return Failure(problem.code, str(problem))
    if isinstance(problem, OSError):
        return Failure(FILE, str(problem))
    return Failure(INPUT, str(problem))


def every_failure() -> Iterator[Failure]:
    """Each failure there can be, by name, for the table that the hotline keeps."""
    kinds = (value for module in (errors, document_errors) for value in vars(module).values())
    codes = {kind.code for kind in kinds if isinstance(kind, type) and issubclass(kind, CardError)}
    yield from (Failure(name) for name in sorted(codes | {FILE, INPUT}))
