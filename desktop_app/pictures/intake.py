"""A file that somebody drops, pastes or chooses: looked into, made ready to attach, or refused with a reason.

By content, never by name. A picture is decoded whole before it is taken, a document has to have its end, so
that a torn one is refused at the desk where it can be chosen again. Slow: not for the main thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.domain.attachments import is_picture
from desktop_app.pictures.errors import DocumentCorrupt
from desktop_app.pictures.public_copy import small_picture
from desktop_app.triage.report_files import FileToAttach

_END: Final = b"%%EOF"
_LAST: Final = 1024
"""A PDF ends with that line (ISO 32000-1, 7.5.5); readers look for it in its last so many bytes."""


def taken(name: str, content: bytes) -> FileToAttach:
    """Return the file with its small picture; raise ``FileRefused``, ``PictureError``, ``DocumentError``."""
    bare = FileToAttach(name, content)
    if is_picture(bare.checked().media_type):
        return FileToAttach(name, content, small_picture(content))
    if _END not in content[-_LAST:]:
        raise DocumentCorrupt
    return bare


def taken_from(path: Path) -> FileToAttach:
    """Read a file and take it, a huge one not even that; raise what ``taken`` raises, OSError."""
    return taken(path.name, FileToAttach.read(path).content)
