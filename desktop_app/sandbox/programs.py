"""Which programs are still fed: one that is too old reads nothing new, and may bring what it holds unsent."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.sandbox.refusal import Refused

OLDEST: Final = "0.1.0"
_AGENT: Final = re.compile(r"ioc-desk/(\d{1,6})\.(\d{1,6})\.(\d{1,6})", re.ASCII)


class Programs:
    """Knows the oldest version that is fed; ``minimum`` may be raised while the server runs."""

    def __init__(self, minimum: str = OLDEST) -> None:
        self.minimum = minimum

    def check(self, agent: str) -> None:
        """Raise ``Refused`` (426, ``client_too_old``) for this program in an older version.

        ``agent`` is the header User-Agent; other programs, and builds without a version, are let be.
        """
        said, least = _version(agent), _version(f"ioc-desk/{self.minimum}")
        if said is not None and least is not None and said < least:
            raise Refused(426, "client_too_old", min_client=self.minimum)


def _version(agent: str) -> tuple[int, ...] | None:
    found = _AGENT.match(agent)
    return None if found is None else tuple(int(part) for part in found.groups())
