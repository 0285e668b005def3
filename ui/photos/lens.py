"""How a picture lies in its view: how large, which way up, which point of it in the middle. Pure geometry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Self

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QTransform

STEP: Final = 1.25
LARGEST: Final = 16.0
SMALLEST: Final = 0.02
_QUARTER, _TURNS = 90, 4


@dataclass(frozen=True, slots=True)
class Lens:
    """A picture of ``picture`` size in a view of ``view`` size, in pixels of each.

    ``scale`` is view pixels per picture pixel, None for *as large as fits*; ``turns`` are quarter turns
    clockwise; ``middle`` is the point of the picture in the middle of the view.
    """

    picture: QSizeF
    view: QSizeF
    scale: float | None = None
    turns: int = 0
    middle: QPointF | None = None

    @property
    def fit(self) -> float:
        """The scale at which the whole picture just fits."""
        turned = self.picture.transposed() if self.turns % 2 else self.picture
        if turned.isEmpty() or self.view.isEmpty():
            return 1.0
        return min(self.view.width() / turned.width(), self.view.height() / turned.height())

    @property
    def zoom(self) -> float:
        """The scale in force."""
        return self.fit if self.scale is None else self.scale

    def transform(self) -> QTransform:
        """Return the way from points of the picture to points of the view."""
        centre = self._middle()
        made = QTransform()
        made.translate(self.view.width() / 2, self.view.height() / 2)
        made.rotate(_QUARTER * self.turns)
        made.scale(self.zoom, self.zoom)
        return made.translate(-centre.x(), -centre.y())

    def point(self, at: QPointF) -> QPointF:
        """Return the point of the picture under a point of the view."""
        back, _ = self.transform().inverted()
        return back.map(at)

    def zoomed(self, factor: float, about: QPointF | None = None) -> Self:
        """Return it larger or smaller; the point under ``about`` (else the middle) stays where it is."""
        about = about or QPointF(self.view.width() / 2, self.view.height() / 2)
        return self.scaled(self.zoom * factor, about)

    def scaled(self, scale: float, about: QPointF | None = None) -> Self:
        """Return it at another scale, within bounds."""
        scale = min(max(LARGEST, self.fit), max(min(SMALLEST, self.fit), scale))
        about = about or QPointF(self.view.width() / 2, self.view.height() / 2)
        held = self.point(about)
        larger = replace(self, scale=scale, middle=self._middle())
        return larger.shifted(held - larger.point(about))

    def fitted(self) -> Self:
        """Return it as large as fits."""
        return replace(self, scale=None, middle=None)

    def turned(self, quarters: int) -> Self:
        """Return it turned clockwise, as large as fits."""
        return replace(self, turns=(self.turns + quarters) % _TURNS, scale=None, middle=None)

    def pushed(self, by: QPointF) -> Self:
        """Return it pushed along by so many pixels of the view."""
        return self.shifted(self.point(QPointF()) - self.point(by))

    def seen_by(self, view: QSizeF) -> Self:
        """Return it in a view of another size."""
        return replace(self, view=view)

    def shifted(self, by: QPointF) -> Self:
        """Return it with another point in the middle, so many pixels of the picture away."""
        return replace(self, middle=self._middle() + by)

    def _middle(self) -> QPointF:
        """The point in the middle: no further than the picture's edge is from the view's."""
        wanted = self.middle or QPointF(self.picture.width() / 2, self.picture.height() / 2)
        seen = self.view.transposed() if self.turns % 2 else self.view
        return QPointF(
            _held(wanted.x(), self.picture.width(), seen.width() / 2 / self.zoom),
            _held(wanted.y(), self.picture.height(), seen.height() / 2 / self.zoom),
        )


def _held(wanted: float, length: float, half: float) -> float:
    return length / 2 if length <= 2 * half else min(length - half, max(half, wanted))
