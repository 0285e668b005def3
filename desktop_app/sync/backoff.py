"""How long to wait after failures: exponential, with jitter, capped. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """The first and the longest wait, in seconds."""

    first: float = 1.0
    most: float = 30.0

    def delay(self, failures: int, chance: float) -> float:
        """Return the seconds after ``failures`` in a row; ``chance`` in [0, 1) spreads a thousand PCs.

        The wait lies between half and the whole of first · 2^(failures − 1), at most ``most``.
        """
        if failures <= 0:
            return 0.0
        whole = min(self.most, self.first * 2.0 ** min(failures - 1, 30))
        return whole * (0.5 + 0.5 * chance)
