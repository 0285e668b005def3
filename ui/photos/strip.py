"""The small pictures under the head of a report, its documents, what waits, and the way to add more."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.pictures.album import Album
from desktop_app.pictures.under_way import Stage, UnderWay
from ui.icons import icon
from ui.language import Translated, translate
from ui.photos.document_tile import DocumentTile
from ui.photos.tile import PhotoTile, tile_size
from ui.photos.words import stage_word, travelling_words
from ui.theme import SPACING
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.form import Said

_ICON = 16


class PhotoStrip(Translated, QFrame):
    """Tells what the person wants; fetches nothing by itself."""

    chosen = Signal(int)
    """The place of the photo to look at."""
    document_chosen = Signal(object)
    """The document (a ``ReportFile``) to look at."""
    add_asked = Signal()
    take_back_asked = Signal(str)
    """The id of the event whose files shall not be sent after all."""
    try_now_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail.photos")
        self._album, self._under_way = Album(), dict[str, UnderWay]()
        self._may_add = self._told = False
        self.tiles: list[PhotoTile] = []
        self.documents: list[DocumentTile] = []
        self._row = QWidget(self)
        self._line = QHBoxLayout(self._row)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACING.small)
        self._line.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._row)
        self._row.setAutoFillBackground(False)
        self._fit()
        self._said = ElidedLabel(self)
        self._said.setMinimumWidth(1)  # the buttons beside it come first
        self._said.setProperty("role", "muted")
        self._add, self._take_back, self._try_now = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self.show_album(self._album, {}, may_add=False)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACING.small)
        for button, name, act in (
            (self._add, "add", self.add_asked.emit),
            (self._try_now, "tryNow", self.try_now_asked.emit),
            (self._take_back, "takeBack", self._ask_back),
        ):
            button.setObjectName(f"photos.{name}")
            button.setProperty("kind", "link")
            button.clicked.connect(act)
            foot.addWidget(button)
        foot.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.tight)
        column.addWidget(self._scroll)
        column.addLayout(foot)

    @property
    def album(self) -> Album:
        """What is shown."""
        return self._album

    def show_album(self, album: Album, under_way: dict[str, UnderWay], *, may_add: bool) -> None:
        """Show the files of a report; tiles that stay keep their picture, the same again change nothing."""
        if (album, under_way, may_add) == (self._album, self._under_way, self._may_add) and self._told:
            return
        self._told = True
        self._album, self._under_way, self._may_add = album, under_way, may_add
        while len(self.tiles) < len(album.photos):
            self._add_tile()
        for place, tile in enumerate(self.tiles):
            shown = place < len(album.photos)
            if shown:
                photo = album.photos[place]
                tile.show_photo(photo, place, len(album.photos), under_way.get(photo.file.sha256))
            tile.setVisible(shown)
        self._show_documents()
        self._scroll.setVisible(bool(album.photos or album.documents))
        self.setVisible(may_add or bool(album.photos or album.documents))
        self.retranslate()

    def _show_documents(self) -> None:
        while len(self.documents) < len(self._album.documents):
            self._add_document_tile()
        for place, tile in enumerate(self.documents):
            shown = place < len(self._album.documents)
            if shown:
                file = self._album.documents[place]
                tile.show_file(file, self._under_way.get(file.sha256))
            tile.setVisible(shown)

    def show_moved(self, sha256: str, sent: int) -> None:
        """Show that more of a file that travels has arrived."""
        known = self._under_way.get(sha256)
        if known is None or known.stage is Stage.REFUSED:
            return
        moved = self._under_way[sha256] = replace(known, stage=Stage.HALFWAY, sent=sent)
        for tile in self.tiles:
            if tile.photo is not None and tile.photo.file.sha256 == sha256:
                tile.show_way(moved)
        for document in self.documents:
            if document.file is not None and document.file.sha256 == sha256:
                document.show_way(moved)
        self._say_summary()

    def show_picture(self, file_id: str, image: QImage) -> None:
        """Show the small picture of a file, if it is still shown."""
        for tile in self.tiles:
            if tile.photo is not None and tile.photo.file.id == file_id:
                tile.show_picture(image)

    def show_fault(self, file_id: str, said: Said) -> None:
        """Say why there is no picture of a file."""
        for tile in self.tiles:
            if tile.photo is not None and tile.photo.file.id == file_id:
                tile.show_fault(said)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes; grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._add.setIcon(icon("attach", "accent", _ICON))
            self._fit()

    def _fit(self) -> None:
        self._scroll.setFixedHeight(tile_size().height() + SPACING.tight)

    def retranslate(self) -> None:
        """Say everything again."""
        self._add.setIcon(icon("attach", "accent", _ICON))
        self.setAccessibleName(translate("Photos", "Photos and files"))
        self._add.setText(translate("Photos", "Add files (Ctrl+O)"))
        self._add.setAccessibleName(translate("Photos", "Add photos or files"))
        self._add.setVisible(self._may_add)
        stages = {each.stage for each in self._under_way.values()}
        self._take_back.setText(translate("Photos", "Do not send"))
        self._take_back.setAccessibleName(translate("Photos", "Take back the files that wait"))
        self._take_back.setVisible(any(each.may_be_taken_back for each in self._under_way.values()))
        self._try_now.setText(translate("Photos", "Send now"))
        self._try_now.setAccessibleName(translate("Photos", "Send the files that wait now"))
        self._try_now.setVisible(bool(stages & {Stage.WAITING, Stage.HALFWAY}))
        self._say_summary()

    def _say_summary(self) -> None:
        said = self._summary({each.stage for each in self._under_way.values()})
        self._said.setText(said)
        self.setAccessibleDescription(said)

    def _summary(self, stages: set[Stage]) -> str:
        """One line: what waits, what nobody decided about, the documents, or that there is nothing."""
        if stages:
            worst = next(stage for stage in _WORST_FIRST if stage in stages)
            said = travelling_words(self._under_way.values()) if worst is Stage.HALFWAY else stage_word(worst)
            return " · ".join(filter(None, (said, self._counted())))
        return self._counted()

    def _counted(self) -> str:
        album = self._album
        told = []
        if album.undecided:
            told.append(translate("Photos", "Internal, not decided: {count}").format(count=album.undecided))
        if not album.photos and not album.documents:
            told.append(translate("Photos", "No photos yet. Drop files here, paste them, or choose them."))
        return " · ".join(told)

    def _add_tile(self) -> None:
        tile = PhotoTile(self._row)
        tile.setObjectName(f"photos.tile.{len(self.tiles)}")
        tile.clicked.connect(partial(self.chosen.emit, len(self.tiles)))
        self._line.insertWidget(len(self.tiles), tile)
        self.tiles.append(tile)

    def _add_document_tile(self) -> None:
        tile = DocumentTile(self._row)
        tile.setObjectName(f"photos.document.{len(self.documents)}")
        tile.clicked.connect(partial(self._choose_document, tile))
        self._line.insertWidget(len(self.tiles) + len(self.documents), tile)
        self.documents.append(tile)

    def _choose_document(self, tile: DocumentTile) -> None:
        if tile.file is not None:
            self.document_chosen.emit(tile.file)

    def _ask_back(self) -> None:
        for event_id in dict.fromkeys(
            each.event_id for each in self._under_way.values() if each.may_be_taken_back
        ):
            self.take_back_asked.emit(event_id)


_WORST_FIRST = (Stage.REFUSED, Stage.HALFWAY, Stage.WAITING, Stage.ARRIVED)
