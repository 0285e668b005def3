"""A file that appears under its name only when it is complete and on the disk; else nothing has changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app import host


class FileNotWritten(Exception):
    """The place takes no file (full, read-only, gone); what stood there before stands."""

    code = "file_not_written"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to; at the end of the block it takes the place of ``path``.

    Everything written beside it goes with it: its folder is the writer's own. When the block raises, or the
    power fails, ``path`` is as it was. Raises ``FileNotWritten`` for what the system refuses.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=".export-", dir=path.parent))
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
