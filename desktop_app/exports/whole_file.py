"""A file that appears under its name only when it is complete and on the disk; else nothing has changed."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app import host

_PREFIX: Final = ".export-"
LEFT_BEHIND_SECONDS: Final = 3600.0
"""No file takes so long: its folder is that of a program that was killed."""


class FileNotWritten(Exception):
    """The place takes no file (full, read-only, gone); what stood there before stands."""

    code = "file_not_written"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; at the end of the block it takes the place of ``path``.

    Everything written beside it goes with it: its folder is the writer's own. When the block raises, or the
    power fails, ``path`` is as it was. Raises ``FileNotWritten`` for what the system refuses.
    """
    _clear_up(path.parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=path.parent))
    except OSError:
        raise FileNotWritten from None
    try:
        draft = folder / path.name
        yield draft
        host.put_in_place(draft, path)
    except OSError:
        raise FileNotWritten from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_up(folder: Path) -> None:
    """Delete what programs that were killed have left here: it is a list for others, half written."""
    with suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*"):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
