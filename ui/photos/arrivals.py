"""Where files come from: dropped, pasted, or chosen; each becomes a name and a way to read it.

Reading is left to a thread: a file may lie on a slow share, a pasted picture has to be encoded first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from desktop_app.triage.report_files import FileToAttach
from ui.language import translate


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way in; ``read`` is slow and raises ``FileRefused``, ``PictureError``, OSError."""

    name: str
    read: Callable[[], FileToAttach]


def from_paths(paths: list[Path]) -> list[Arrival]:
    """Return the files at ``paths``."""
    return [Arrival(path.name, partial(_from_disk, path)) for path in paths]


def from_mime(data: QMimeData | None) -> list[Arrival]:
    """Return the files, else the picture, that were dropped or pasted; nothing for anything else.

    An empty clipboard has no data at all on some platforms.
    """
    if data is None:
        return []
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return from_paths(paths)
    image = data.imageData()
    if isinstance(image, QImage) and not image.isNull():
        name = translate("Photos", "pasted picture") + ".png"
        return [Arrival(name, partial(_encoded, name, image.copy()))]
    return []


def holds_files(data: QMimeData) -> bool:
    """Tell whether ``data`` has something that can be attached, without reading any of it."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def _from_disk(path: Path) -> FileToAttach:
    from desktop_app.pictures.intake import taken_from  # loads the picture library; the start does without

    return taken_from(path)


def _encoded(name: str, image: QImage) -> FileToAttach:
    from desktop_app.pictures.intake import taken

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return taken(name, bytes(buffer.data().data()))
