"""Which public copies go with an answer: one tick each, and plainly said what stays inside."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.pictures.album import Album
from ui.language import translate
from ui.photos.words import moment_word
from ui.theme import SPACING
from ui.widgets.fields import OwnField
from ui.widgets.tick_box import TickBox
from ui.widgets.wrapped_text import wrap


class PublicPicturesField(OwnField):
    """``value`` is the tuple of hashes in the order in which the public sees the pictures."""

    def __init__(self, album: Album, chosen: tuple[str, ...] | None, parent: QWidget | None = None) -> None:
        """Tick ``chosen``; None ticks them all."""
        page = QWidget()
        super().__init__("attachments", translate("Photos", "Photos the public will see"), page, parent)
        self._ticks: dict[str, TickBox] = {}
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.tight // 2)
        for number, (file, moment) in enumerate(album.public_copies, start=1):
            told = translate("Photos", "Photo {number}: {moment}")
            tick = TickBox(told.format(number=number, moment=moment_word(moment)), page)
            tick.setObjectName(f"field.attachments.{number}")
            tick.setAccessibleName(tick.text())
            tick.setChecked(chosen is None or file.sha256 in chosen)
            tick.toggled.connect(self.edited)
            self._ticks[file.sha256] = tick
            column.addWidget(tick)
        if album.undecided:
            column.addWidget(_inside(album.undecided, page))
        if self._ticks:
            page.setFocusProxy(next(iter(self._ticks.values())))

    def value(self) -> tuple[str, ...]:
        """Return the hashes of what is ticked."""
        return tuple(sha256 for sha256, tick in self._ticks.items() if tick.isChecked())

    def restore(self, value: object) -> None:
        """Tick these hashes and no other."""
        chosen = value if isinstance(value, tuple) else ()
        for sha256, tick in self._ticks.items():
            tick.setChecked(sha256 in chosen)


def _inside(count: int, parent: QWidget) -> QLabel:
    """The sentence about photos that nobody has decided about."""
    told = translate("Photos", "Photos that stay internal until somebody decides about them: {count}")
    label = QLabel(told.format(count=count), parent)
    label.setObjectName("field.attachments.inside")
    label.setProperty("role", "caution")
    wrap(label)
    return label
