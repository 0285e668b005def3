"""What a person cannot read on screen: text that is cut, controls squeezed, parts outside their place.

Looks at the windows as they stand. Text that is painted by hand is read from a drawing of the window: where
an ellipsis ends the words of a button, or a text of the pseudo-locale, there was no room for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.tour.access import called, is_ours
from ui.tour.hands import ROOM
from ui.tour.pseudo_locale import OPENING
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tick_box import TickBox

_SLACK = 2
"""Pixels that rounding may take."""
_BUTTONS = (QPushButton, QToolButton, QRadioButton)
"""Those whose hint has room for their words; others paint themselves."""
_ELLIPSIS, _JOINT = "…", " · "
_PAINTED = re.compile(r"<text[^>]*>([^<]*)</text>")


def findings(without: str = "") -> list[str]:
    """Return what cannot be read, a line each, in every visible window but the one called ``without``."""
    found: list[str] = []
    for window in QApplication.topLevelWidgets():
        if is_ours(window) and window.objectName() != without:
            inside = (each for each in window.findChildren(QWidget) if each.window() is window)
            shown = [each for each in inside if each.isVisible()]
            for widget in shown:
                found += (f"{fault}: {called(widget)}" for fault in _faults(widget))
            found += (f"no room for: {text}" for text in _shortened(window, shown))
            room = _room_for(window)
            if window.width() > room.width() or window.height() > room.height():
                size = f"{window.width()} × {window.height()}"
                found.append(f"larger than the screen, {size}: {called(window)}")
    return found


def _room_for(window: QWidget) -> QSize:
    """Return what the system's bars leave of the screen, all of it to a window without a frame."""
    screen = window.screen().availableSize()
    left = next(
        (each.property(ROOM) for each in QApplication.topLevelWidgets() if each.property(ROOM)), screen
    )
    return screen if window.isFullScreen() else left


def _faults(widget: QWidget) -> Iterator[str]:
    if widget.width() <= 1 or widget.height() <= 1:
        return
    if (room := _room_wanted(widget)) > _SLACK:
        yield f"{room} px too narrow"
    if (height := _height_wanted(widget)) > _SLACK:
        yield f"{height} px too low"
    if _has_words(widget) and not _is_in_place(widget):
        yield "outside its place"


def _room_wanted(widget: QWidget) -> int:
    """Return by how many pixels the words are wider than the widget."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
        if widget.wordWrap():
            return _longest_word(widget) - widget.contentsRect().width()
        return widget.sizeHint().width() - widget.width()
    if isinstance(widget, _BUTTONS) and widget.text() and not isinstance(widget.parent(), QLineEdit):
        return widget.sizeHint().width() - widget.width()
    if isinstance(widget, QLineEdit) and not widget.text():
        hint = metrics.horizontalAdvance(widget.placeholderText())
        return hint - (_text_rect(widget).width() if hint else 0)
    if isinstance(widget, QComboBox) and not widget.isEditable():
        words = widget.currentText() or widget.placeholderText()
        return metrics.horizontalAdvance(words) - _entry_rect(widget).width()
    if isinstance(widget, QTabBar):
        return sum(widget.tabRect(each).width() for each in range(widget.count())) - widget.width()
    return _widest_heading(widget) if isinstance(widget, QHeaderView) else 0


def _height_wanted(widget: QWidget) -> int:
    """Return by how many pixels the words are higher than the widget."""
    if isinstance(widget, QLabel) and widget.text():
        wrapped = widget.wordWrap()
        lines = widget.heightForWidth(widget.width()) if wrapped else widget.sizeHint().height()
        return lines - widget.height()
    if isinstance(widget, TickBox):
        return widget.heightForWidth(widget.width()) - widget.height()
    if isinstance(widget.parent(), QLineEdit):
        return 0
    if isinstance(widget, QAbstractButton | QLineEdit | QComboBox) and _has_words(widget):
        return max(widget.fontMetrics().height(), widget.minimumSizeHint().height()) - widget.height()
    return 0


def _longest_word(label: QLabel) -> int:
    """Return the pixels that the longest word of a wrapped label needs; 0 for rich text, which Qt breaks."""
    if "<" in label.text():
        return 0
    metrics = label.fontMetrics()
    words = re.split(r"[ \n\t]+", label.text())  # what a space that does not break holds is one word
    return max(map(metrics.horizontalAdvance, words), default=0)


def _text_rect(line: QLineEdit) -> QRect:
    """Return where the text of a line stands, less its margins and the icons in it."""
    icons = [each.geometry() for each in line.findChildren(QToolButton) if each.isVisible()]
    beside = sum(each.width() + _SLACK for each in icons)
    margins = line.textMargins()
    return line.contentsRect().adjusted(margins.left(), 0, -margins.right() - beside - _SLACK, 0)


def _entry_rect(box: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)


def _widest_heading(header: QHeaderView) -> int:
    """Return by how much the heading that fits worst is wider than its column."""
    model, metrics = header.model(), QFontMetrics(header.font())
    shown = [each for each in range(header.count()) if not header.isSectionHidden(each)]
    wanted = {each: str(model.headerData(each, header.orientation()) or "") for each in shown}
    widest = {each: max(map(metrics.horizontalAdvance, words.split("\n"))) for each, words in wanted.items()}
    return max((width - header.sectionSize(each) for each, width in widest.items()), default=0)


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) and bool(
        widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    )


def _is_in_place(widget: QWidget) -> bool:
    """Tell whether all around the widget has room for it; what scrolls has room below, none beside."""
    around = widget.parentWidget()
    while around is not None:
        place = QRect(widget.mapTo(around, QPoint()), widget.size())
        place.adjust(_SLACK, _SLACK, -_SLACK, -_SLACK)
        if _is_viewport(around):
            return around.rect().left() <= place.left() and place.right() <= around.rect().right()
        if not around.rect().contains(place):
            return False
        if around.isWindow():
            break
        around = around.parentWidget()
    return True


def _is_viewport(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is widget


def _shortened(window: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """Yield painted texts that an ellipsis ends though they are the program's own words."""
    own = {each.text() for each in shown if isinstance(each, QAbstractButton) and each.text()}
    whole = own | {each.placeholderText() for each in shown if isinstance(each, QComboBox | QLineEdit)}
    lines = [each.text() for each in shown if isinstance(each, ElidedLabel)]
    for text in dict.fromkeys(_painted(window)):
        begun = text.removesuffix(_ELLIPSIS)
        if begun in ("", text) or _JOINT in begun:  # a line of several facts may be short
            continue
        if text in whole or any(line.startswith(begun) for line in lines):
            continue
        if begun.startswith(OPENING) or any(words.startswith(begun) for words in own):
            yield text


def _painted(window: QWidget) -> list[str]:
    """Return the texts of a drawing of the window, as they were painted."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(kept)
    drawing.setSize(window.size())
    window.render(drawing)
    return [unescape(text).strip() for text in _PAINTED.findall(bytes(kept.data().data()).decode())]
