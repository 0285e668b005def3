"""A file that appears under its name only when it is complete and on the disk; else nothing has changed."""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Literal

from desktop_app import host

_PREFIX: Final = ".export-"
LEFT_BEHIND_SECONDS: Final = 3600.0
"""No file takes so long: its folder is that of a program that was killed."""


Reason = Literal["full", "refused", "gone", "unknown"]
_WHY: Final[dict[Reason, tuple[str, ...]]] = {
    "full": ("ENOSPC", "EDQUOT", "EFBIG"),
    "refused": ("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY"),
    "gone": (
        "ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "EIO", "ESTALE", "ENOTCONN", "ETIMEDOUT",
        "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH",
    ),
}  # fmt: skip
_WHY_ON_WINDOWS: Final[dict[Reason, tuple[int, ...]]] = {
    "full": (39, 112, 1295),
    "gone": (21, 51, 53, 55, 59, 64, 67, 121, 1117, 1167, 1231, 1232, 1236),
}
"""Codes of GetLastError that Python has no errno for, or another one (winerror.h)."""


class FileNotWritten(Exception):
    """The place takes no file; what stood there before stands.

    ``reason``: ``full``, ``refused`` (read-only, or open in another program), ``gone`` (disk, share or
    folder), or ``unknown``.
    """

    code = "file_not_written"
    reason: Reason

    def __init__(self, reason: Reason = "unknown") -> None:
        super().__init__(reason)
        self.reason = reason

    @classmethod
    def because(cls, error: OSError) -> FileNotWritten:
        """Return what the system's ``error`` comes to."""
        on_windows = getattr(error, "winerror", None)
        for reason, codes in _WHY_ON_WINDOWS.items():
            if on_windows in codes:
                return cls(reason)
        name = errno.errorcode.get(error.errno or 0, "")
        for reason, names in _WHY.items():
            if name in names:
                return cls(reason)
        return cls()


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; at the end of the block it takes the place of ``path``.

    Everything written beside it goes with it: its folder is the writer's own. When the block raises, or the
    power fails, ``path`` is as it was. Raises ``FileNotWritten`` for what the system refuses.
    """
    _clear_up(path.parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=path.parent))
    except OSError as error:
        raise FileNotWritten.because(error) from None
    try:
        draft = folder / path.name
        yield draft
        host.put_in_place(draft, path)
    except OSError as error:
        raise FileNotWritten.because(error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put(path: Path, content: bytes) -> Path:
    """Write ``content`` to ``path`` as a whole file; return the path. Raises ``FileNotWritten``."""
    with whole_file(path) as draft:
        draft.write_bytes(content)
    return path


def _clear_up(folder: Path) -> None:
    """Delete what programs that were killed have left here: it is a list for others, half written."""
    with suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*"):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
