"""Where something may lie over a view: not on what one writes in, presses, chooses from or scrolls to.

Where all of that cannot be left free it lies over what is only read, at last over whatever it covers least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QTextBrowser, QWidget

from ui.theme import SPACING

Keeps = Callable[[QWidget], bool]
"""Whether a part is left free as a whole, with all that stands in it."""
_READ: Final = (QTextBrowser, QScrollArea)
"""They take the focus, to be scrolled; nothing is entered in them themselves."""


def clear_place(view: QWidget, size: QSize, foot: int, over: QWidget) -> QPoint:
    """Return where in ``view`` something of ``size`` lies best: at its foot, ``foot`` pixels above the edge.

    ``over`` is the child of ``view`` that is to lie there.
    """
    area = view.rect().adjusted(SPACING.small, SPACING.tight, -SPACING.small, -SPACING.tight)
    corner = QPoint((view.width() - size.width()) // 2, view.height() - size.height() - foot)
    wanted = QRect(corner, size)
    taken: list[QRect] = []
    for keeps in (_card_or_page, _page, _nothing_whole):
        taken = list(_taken(view, over, keeps))
        if (free := _nearest(wanted, area, taken)) is not None:
            return free.topLeft()
    return min(_places(wanted, area, taken), key=lambda place: _covered(place, taken)).topLeft()


def pages_in(view: QWidget) -> Iterator[QWidget]:
    """Yield the pages of ``view`` that scroll: what stands in them moves without the view being laid out."""
    for area in view.findChildren(QScrollArea):
        if area.isVisible() and (page := area.widget()) is not None:
            yield page


def _card_or_page(part: QWidget) -> bool:
    return _page(part) or part.property("role") == "card"


def _page(part: QWidget) -> bool:
    return isinstance(part, QScrollArea)


def _nothing_whole(_part: QWidget) -> bool:
    return False


def _taken(view: QWidget, over: QWidget, keeps: Keeps) -> Iterator[QRect]:
    """Yield the places, in ``view``, of what must stay free."""
    yield from _within(view, QPoint(), view.rect(), over, keeps)


def _within(parent: QWidget, origin: QPoint, seen: QRect, over: QWidget, keeps: Keeps) -> Iterator[QRect]:
    for part in parent.children():
        if not isinstance(part, QWidget) or part is over or part.isHidden() or part.isWindow():
            continue
        place = part.geometry().translated(origin)
        shown = place & seen  # what is scrolled away or cut off is in nobody's way
        if shown.isEmpty():
            continue
        if keeps(part) or _is_control(part):
            yield shown
        else:
            yield from _within(part, place.topLeft(), shown, over, keeps)


def _is_control(part: QWidget) -> bool:
    if isinstance(part, QAbstractButton):
        return True
    return part.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(part, _READ)


def _nearest(wanted: QRect, area: QRect, taken: Sequence[QRect]) -> QRect | None:
    """Return the place nearest to ``wanted`` that covers nothing of ``taken``."""
    if not any(map(wanted.intersects, taken)) and wanted.top() >= 0:
        return wanted
    free = (place for place in _places(wanted, area, taken) if not any(map(place.intersects, taken)))
    return min(free, key=lambda place: (place.topLeft() - wanted.topLeft()).manhattanLength(), default=None)


def _places(wanted: QRect, area: QRect, taken: Sequence[QRect]) -> list[QRect]:
    """Return the places worth a look: at either side or in the middle, over or under something taken."""
    size, gap = wanted.size(), SPACING.tight
    lefts = {wanted.left(), area.left(), area.right() - size.width() + 1}
    tops = {wanted.top(), area.top(), area.bottom() - size.height() + 1}
    for each in taken:
        tops |= {each.top() - gap - size.height(), each.bottom() + gap + 1}
    every = [QRect(QPoint(left, top), size) for left in sorted(lefts) for top in sorted(tops)]
    return [place for place in every if area.contains(place)] or [wanted]


def _covered(place: QRect, taken: Sequence[QRect]) -> int:
    """Return how many pixels of what must stay free ``place`` would cover."""
    return sum(both.width() * both.height() for each in taken if not (both := place & each).isEmpty())
