"""A document that is open: fetched and drawn a page at a time, off the main thread; the last pages are kept.

What was fetched stays in this process and its child; nothing is written to a disk here.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtGui import QImage

from desktop_app.pictures.errors import DocumentCorrupt, DocumentError
from ui.photos.page_process import PageProcess

_KEPT = 4
"""Pages that stay drawn: ten megabytes each."""
Open = Callable[[bytes], PageProcess]


class Document:
    """``page`` blocks and may be called from any thread; ``close`` never waits."""

    def __init__(self, read: Callable[[], bytes], open_pages: Open = PageProcess) -> None:
        """``read`` returns the file's content; it is asked once, by the first page."""
        self._read, self._open = read, open_pages
        self._one_page = threading.Lock()
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._process: PageProcess | None = None
        self._closed = threading.Event()
        self.pages = 0
        """How many it has; 0 until the first was drawn."""
        self.shown_pages = 0

    def page(self, number: int) -> QImage:
        """Return page ``number`` (from 0); raise ``DocumentError``, and what reading raises."""
        with self._one_page:
            if number in self._drawn:
                self._drawn.move_to_end(number)
                return self._drawn[number]
            process = self._opened()
            try:
                image = process.page(number)
            except DocumentError:
                self._process = None
                process.close()
                raise
            self._drawn[number] = image
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
            return image

    def look_ahead(self, number: int) -> None:
        """Draw a page that is probably wanted next; whatever is wrong with it is said when it is."""
        if 0 <= number < self.shown_pages and not self._closed.is_set():
            with suppress(DocumentError):
                self.page(number)

    def close(self) -> None:
        """End its process, also in the middle of a page. Idempotent."""
        self._closed.set()
        process = self._process
        if process is not None:
            process.close()

    def _opened(self) -> PageProcess:
        if self._closed.is_set():
            raise DocumentCorrupt
        if self._process is None:
            process = self._open(self._read())
            self._process, self.pages, self.shown_pages = process, process.pages, process.shown_pages
            if self._closed.is_set():  # while it was opened
                process.close()
                raise DocumentCorrupt
        return self._process
