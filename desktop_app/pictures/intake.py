"""A file that somebody drops, pastes or chooses: looked into, made ready to attach, or refused with a reason.

By content, never by name. A picture is decoded whole before it is taken, so that a torn one is refused at
the desk where it can be chosen again. Slow: not for the main thread.
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.attachments import is_picture
from desktop_app.pictures.public_copy import small_picture
from desktop_app.triage.report_files import FileToAttach


def taken(name: str, content: bytes) -> FileToAttach:
    """Return the file with its small picture; raise ``FileRefused`` or ``PictureError``."""
    bare = FileToAttach(name, content)
    kind = bare.checked().media_type
    return FileToAttach(name, content, small_picture(content)) if is_picture(kind) else bare


def taken_from(path: Path) -> FileToAttach:
    """Read a file and take it; raise ``FileRefused`` (a huge one is not read), ``PictureError``, OSError."""
    return taken(path.name, FileToAttach.read(path).content)
