"""One PDF, opened in a child process: its pages as pixels, within bounds of time and size.

Calls block: never on the main thread. A child that does not answer in time is ended; the document is closed
then, and opening it again is a matter of another process.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, Final, cast

from PySide6.QtGui import QImage

from desktop_app.pictures.errors import DocumentCorrupt, DocumentLocked, DocumentTooSlow

CHILD: Final = (sys.executable, "-m", "ui.photos.page_child")
PATIENCE: Final = 20.0
"""Seconds for one answer: a scanned page on a slow PC takes two."""
LONGEST: Final = 2200
"""The longer side of a page in pixels: small print of an A4 sheet can be read."""
MOST_PAGES: Final = 500
_LONGEST_LINE: Final = 200
_LENGTH: Final = 8
_ENDS_WITHIN: Final = 2.0
_CHANNELS: Final = 3


class PageProcess:
    """An open document. Calls may come from any thread; they are answered one after the other."""

    def __init__(self, content: bytes, *, patience: float = PATIENCE, child: Sequence[str] = CHILD) -> None:
        """Open ``content``; raise ``DocumentCorrupt``, ``DocumentLocked``, ``DocumentTooSlow``."""
        self._patience = patience
        self._one_call = threading.Lock()
        self._late = False
        self._process = subprocess.Popen(
            list(child), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._to = cast("IO[bytes]", self._process.stdin)
        self._from = cast("IO[bytes]", self._process.stdout)
        try:
            with self._answer_in_time():
                told = self._asked(len(content).to_bytes(_LENGTH, "big") + content)
            if told.get("error") == DocumentLocked.code:
                raise DocumentLocked
            self.pages = _whole(told, "pages", sys.maxsize)
        except Exception:
            self.close()
            raise

    @property
    def shown_pages(self) -> int:
        """How many of its pages are shown: at most ``MOST_PAGES``."""
        return min(self.pages, MOST_PAGES)

    def page(self, number: int, room: int = LONGEST) -> QImage:
        """Return page ``number`` (from 0), its longer side ``room`` pixels; raise as opening does."""
        with self._one_call, self._answer_in_time():
            told = self._asked(json.dumps({"page": number, "room": min(room, LONGEST)}).encode() + b"\n")
            width, height = _whole(told, "width", LONGEST), _whole(told, "height", LONGEST)
            line = _whole(told, "line", LONGEST * _CHANNELS + _CHANNELS)
            content = self._from.read(line * height)
            if line < width * _CHANNELS or len(content) != line * height:
                raise DocumentCorrupt
        return QImage(content, width, height, line, QImage.Format.Format_RGB888).copy()

    def close(self) -> None:
        """End the child, also in the middle of an answer. Idempotent."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDS_WITHIN)
        for pipe in (self._to, self._from):
            with suppress(OSError, ValueError):  # what was not written yet finds no reader
                pipe.close()

    @contextmanager
    def _answer_in_time(self) -> Iterator[None]:
        """End the child once the time is up, which ends the call that waits for it."""
        clock = threading.Timer(self._patience, self._give_up)
        clock.name, clock.daemon = "page-clock", True
        clock.start()
        try:
            yield
        except (OSError, ValueError, TypeError):  # no reader, no document, a pipe that was closed
            raise DocumentCorrupt from None
        except DocumentCorrupt:
            if self._late:
                raise DocumentTooSlow from None
            raise
        finally:
            clock.cancel()

    def _give_up(self) -> None:
        self._late = True
        self._process.kill()

    def _asked(self, request: bytes) -> dict[str, Any]:
        with suppress(BrokenPipeError):  # it ended while it read: what it said before still counts
            self._to.write(request)
            self._to.flush()
        line = self._from.readline(_LONGEST_LINE)
        found = json.loads(line) if line.endswith(b"\n") else None
        if not isinstance(found, dict):
            raise DocumentCorrupt
        return found


def _whole(told: dict[str, Any], name: str, most: int) -> int:
    """Return a count that the child told; raise ``DocumentCorrupt`` for anything else."""
    value = told.get(name)
    if not isinstance(value, int) or not 1 <= value <= most:
        raise DocumentCorrupt
    return value
