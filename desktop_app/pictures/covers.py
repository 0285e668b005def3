"""Rectangles over what nobody may see in a picture: painted, moved, removed, and every step taken back.

All lengths are fractions of the upright picture's sides, so that what is painted on a small view covers the
same on the full picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Self

LEAST: Final = 0.004
"""The least side of a cover; less is a slip of the hand."""
MOST_COVERS: Final = 100


@dataclass(frozen=True, slots=True)
class Cover:
    """A rectangle; 0 ≤ ``left`` < ``right`` ≤ 1 and 0 ≤ ``top`` < ``bottom`` ≤ 1."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> Self:
        """Return the rectangle between two corners, cut to the picture."""
        xs = sorted(min(1.0, max(0.0, x)) for x in (one[0], other[0]))
        ys = sorted(min(1.0, max(0.0, y)) for y in (one[1], other[1]))
        return cls(xs[0], ys[0], xs[1], ys[1])

    @property
    def is_seen(self) -> bool:
        """Tell whether it is large enough to be meant."""
        return self.right - self.left >= LEAST and self.bottom - self.top >= LEAST

    def moved(self, dx: float, dy: float) -> Self:
        """Return it pushed along, still whole inside the picture."""
        dx = min(1 - self.right, max(-self.left, dx))
        dy = min(1 - self.bottom, max(-self.top, dy))
        return replace(
            self, left=self.left + dx, top=self.top + dy, right=self.right + dx, bottom=self.bottom + dy
        )

    def grown(self, dx: float, dy: float) -> Self:
        """Return it with its lower right corner pushed; it keeps a least side."""
        right = min(1.0, max(self.left + 2 * LEAST, self.right + dx))
        bottom = min(1.0, max(self.top + 2 * LEAST, self.bottom + dy))
        return replace(self, right=right, bottom=bottom)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class Painting:
    """The covers of one picture as they are being painted; ``chosen`` is the one the keys push."""

    covers: tuple[Cover, ...] = ()
    chosen: int | None = None
    _before: list[tuple[Cover, ...]] = field(default_factory=list)

    def add(self, cover: Cover) -> bool:
        """Lay a cover and choose it; False for a slip of the hand or one too many."""
        if not cover.is_seen or len(self.covers) >= MOST_COVERS:
            return False
        self._put((*self.covers, cover), len(self.covers))
        return True

    def change(self, cover: Cover) -> None:
        """Put another rectangle in the place of the chosen one."""
        if self.chosen is not None and cover != self.covers[self.chosen]:
            changed = list(self.covers)
            changed[self.chosen] = cover
            self._put(tuple(changed), self.chosen)

    def remove(self) -> None:
        """Take the chosen cover away."""
        if self.chosen is not None:
            kept = self.covers[: self.chosen] + self.covers[self.chosen + 1 :]
            self._put(kept, min(self.chosen, len(kept) - 1) if kept else None)

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self._before:
            return False
        self.covers = self._before.pop()
        self.chosen = len(self.covers) - 1 if self.covers else None
        return True

    def choose_at(self, x: float, y: float) -> bool:
        """Choose the topmost cover over a point; tell whether there is one."""
        over = [place for place, cover in enumerate(self.covers) if cover.holds(x, y)]
        self.chosen = over[-1] if over else self.chosen
        return bool(over)

    def step(self, by: int) -> None:
        """Choose the next cover (1) or the one before (-1), round and round."""
        if self.covers:
            at = -1 if self.chosen is None and by > 0 else self.chosen or 0
            self.chosen = (at + by) % len(self.covers)

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._before)

    def _put(self, covers: tuple[Cover, ...], chosen: int | None) -> None:
        self._before.append(self.covers)
        self.covers, self.chosen = covers, chosen
