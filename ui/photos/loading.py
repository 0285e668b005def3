"""Pictures fetched, decrypted, decoded and shrunk off the main thread; bounded, and gone with the desk.

Nothing is written to the disk here: the store keeps what it fetched, encrypted, and this keeps pixels.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.domain.attachments import Variant
from desktop_app.session import Session
from desktop_app.triage.report_files import ReportFile
from ui.tasks import Tasks

LARGEST = 4096
"""The longer side of a picture as the viewer holds it, in pixels."""
SMALL = 320
_CHANNELS = 3
_MOST_SMALL, _MOST_LARGE = 200, 4

Shown = Callable[[QImage], None]
Failed = Callable[[Exception], None]


class Loader(QObject):
    """Asks the files of one session; answers on the main thread. An answer may be too late: compare."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.files, self.tasks = session.files, tasks
        self._small: OrderedDict[str, QImage] = OrderedDict()
        self._large: OrderedDict[str, QImage] = OrderedDict()

    def small(self, file: ReportFile, report_id: str, shown: Shown, failed: Failed) -> None:
        """Answer with the picture for lists: the small one that came with it, else made of the whole."""
        variant = Variant.THUMBNAIL if file.has_thumbnail and not file.waiting else Variant.COPY
        read = partial(self._read, file, report_id, variant, SMALL)
        self._answer(self._small, _MOST_SMALL, file.id, read, (shown, failed))

    def large(self, file: ReportFile, report_id: str, shown: Shown, failed: Failed) -> None:
        """Answer with the whole picture, at most ``LARGEST`` pixels long."""
        read = partial(self._read, file, report_id, Variant.COPY, LARGEST)
        self._answer(self._large, _MOST_LARGE, file.id, read, (shown, failed))

    def _answer(
        self,
        kept: OrderedDict[str, QImage],
        most: int,
        key: str,
        read: Callable[[], QImage],
        answer: tuple[Shown, Failed],
    ) -> None:
        shown, failed = answer
        if key in kept:
            kept.move_to_end(key)
            shown(kept[key])
            return

        def done(image: QImage) -> None:
            kept[key] = image
            while len(kept) > most:
                kept.popitem(last=False)
            shown(image)

        self.tasks.run(read, done, failed)

    def _read(self, file: ReportFile, report_id: str, variant: Variant, room: int) -> QImage:
        return decoded(self.files.open(file, report_id, variant), room)


def decoded(content: bytes, room: int) -> QImage:
    """Return a picture, its longer side at most ``room``; raise ``PictureError``. Not on the main thread."""
    from desktop_app.pictures.decoding import decode  # loads the picture library; the start does without

    pixels = decode(content, room)
    line = pixels.width * _CHANNELS
    made = QImage(pixels.rgb, pixels.width, pixels.height, line, QImage.Format.Format_RGB888)
    return made.copy()  # of its own memory: the bytes above go
