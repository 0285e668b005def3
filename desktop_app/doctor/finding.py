"""What the doctor says of one part, and the code that names it on the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cardio.failure import short_code


class Verdict(StrEnum):
    """How a part is doing; ``UNKNOWN`` where it could not be examined, which is nobody's fault."""

    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What is examined, in the order in which one part stands on the one before."""

    SERVICE = "service"
    READERS = "readers"
    DRIVER = "driver"
    CARD = "card"
    PROFILE = "profile"
    CERTIFICATE = "certificate"
    TOKENS = "tokens"
    REVOCATION = "revocation"
    ANCHORS = "anchors"
    CLOCK = "clock"
    NETWORK = "network"
    JOURNAL = "journal"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part examined; ``cause`` is the key of its sentences in ``ui.wording``, ``data`` fills them.

    ``subject`` is what it was found on (a reader's name), empty where there is only one.
    """

    part: Part
    verdict: Verdict
    cause: str
    subject: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The same six characters for the same finding on every workstation and in every version."""
        return code_of(self.part, self.verdict, self.cause)


def code_of(part: Part, verdict: Verdict, cause: str) -> str:
    """Return the code that stands for what was found."""
    return short_code(part, verdict, cause)
