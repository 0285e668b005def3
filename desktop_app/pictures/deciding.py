"""A person decides what the public may see of a photo: its public copy is made and put on its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.pictures.public_copy import public_copy, small_picture
from desktop_app.triage.report_files import FileToAttach, ReportFile

if TYPE_CHECKING:
    from desktop_app.domain.outbox import Pending
    from desktop_app.pictures.covers import Cover
    from desktop_app.session import Session

PUBLIC_NAME: Final = "ban-cong-khai.jpg"
"""The same for all: a file's own name may say more than its covered pixels."""


def decide(session: Session, report_id: str, file: ReportFile, covers: Sequence[Cover]) -> Pending:
    """Burn ``covers`` into a copy of ``file`` and attach it in its place; the photo itself stays internal.

    Nothing touches the disk but the encrypted store. Slow: not for the main thread. Raises ``PictureError``,
    ``ApiError`` (the photo is not here), ``StoreError``, ``CommandRefused``.
    """
    made = public_copy(session.files.open(file, report_id), covers)
    copy = FileToAttach(PUBLIC_NAME, made, small_picture(made))
    return session.triage.attach(report_id, copy, redacts=file.sha256)
