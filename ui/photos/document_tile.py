"""A document in the strip: its kind and name in place of a picture; pressed, it opens page by page."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.pictures.under_way import UnderWay
from desktop_app.triage.report_files import ReportFile
from ui import icons
from ui.language import translate
from ui.photos.tile import Tile
from ui.photos.words import size_word, stage_word
from ui.theme import beside_text, current

_ICON, _EDGE, _LONGEST_KIND = 22, 6, 5


class DocumentTile(Tile):
    """A button that stands for a file which is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: ReportFile | None = None

    def show_file(self, file: ReportFile, way: UnderWay | None) -> None:
        """Stand for ``file``."""
        self.file = file
        self.show_way(way)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say what it is and how far it has travelled."""
        file = self.file
        if file is None:
            return
        said = stage_word(self._way.stage) if self._way else ""
        name = translate("Photos", "Document {name}").format(name=file.name)
        self.setAccessibleName(", ".join(filter(None, (name, size_word(file.size), said))))
        self.setToolTip("\n".join(filter(None, (file.name, size_word(file.size), said))))

    def paint_inside(self, painter: QPainter) -> None:
        """Paint the sheet, what kind it is, and as much of its name as there is room for."""
        if self.file is None:
            return
        inner = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawPixmap(inner.topLeft(), icons.pixmap("document", "accent", _ICON))
        painter.setPen(QColor(current().colours.muted))
        side = beside_text(_ICON)
        kind = QRect(inner.left() + side + _EDGE, inner.top(), inner.width() - side - _EDGE, side)
        painter.drawText(kind, Qt.AlignmentFlag.AlignVCenter, kind_word(self.file))
        painter.setPen(QColor(current().colours.text))
        line = QRect(inner.left(), inner.top() + side, inner.width(), inner.height() - side)
        fits = painter.fontMetrics().elidedText(self.file.name, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fits)


def kind_word(file: ReportFile) -> str:
    """Return what kind of file it is in a few capitals: PDF, else as its name ends."""
    if file.media_type == "application/pdf":
        return "PDF"
    return PurePath(file.name).suffix[1:].upper()[:_LONGEST_KIND]
