"""The files of a report as people think of them: photos, each with its public copy, and documents.

A photo nobody has decided about is internal. Deciding makes a public copy (a file of its own that *redacts*
the photo); only public copies can stand in an answer, and the server holds everybody to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.attachments import Moment, is_picture, moment_of
from desktop_app.domain.report import Report
from desktop_app.triage.report_files import ReportFile


class Standing(StrEnum):
    """What the public may see of a photo."""

    UNDECIDED = "undecided"
    READY = "ready"
    """There is a public copy; no answer names it."""
    CHOSEN = "chosen"
    """Its public copy goes with the answer that is being decided about."""
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo: the internal file, and its newest public copy where one was made."""

    file: ReportFile
    moment: Moment
    standing: Standing
    public: ReportFile | None = None


@dataclass(frozen=True, slots=True)
class Album:
    """All files of a report, in the order in which they came."""

    photos: tuple[Photo, ...] = ()
    documents: tuple[ReportFile, ...] = ()

    @property
    def public_copies(self) -> tuple[tuple[ReportFile, Moment], ...]:
        """The pictures that an answer may carry and what each shows, those from before the work first."""
        ordered = sorted(self.photos, key=lambda photo: photo.moment is Moment.AFTER)
        return tuple((photo.public, photo.moment) for photo in ordered if photo.public is not None)

    def in_answer(self, attachments: Sequence[str]) -> tuple[tuple[ReportFile, Moment], ...]:
        """Return the pictures that the public sees of these files of an answer, in its order."""
        known = {file.sha256: (file, moment) for file, moment in self.public_copies}
        return tuple(known[sha256] for sha256 in attachments if sha256 in known)

    @property
    def undecided(self) -> int:
        """How many photos nobody has decided about."""
        return sum(photo.standing is Standing.UNDECIDED for photo in self.photos)

    def pair(self) -> tuple[int, int] | None:
        """Return the places of the first photo from before and the last from after; None without both."""
        moments = [photo.moment for photo in self.photos]
        if Moment.BEFORE not in moments or Moment.AFTER not in moments:
            return None
        return moments.index(Moment.BEFORE), len(moments) - 1 - moments[::-1].index(Moment.AFTER)


def album_of(report: Report, files: Sequence[ReportFile]) -> Album:
    """Sort the files of ``report``."""
    copies = {one.redacts: one for one in files if one.redacts}
    pictures = (one for one in files if not one.redacts and is_picture(one.media_type))
    return Album(
        tuple(_photo(one, copies.get(one.sha256), report) for one in pictures),
        tuple(one for one in files if not one.redacts and not is_picture(one.media_type)),
    )


def _photo(file: ReportFile, public: ReportFile | None, report: Report) -> Photo:
    moment, answer = moment_of(file.at, report.distributed_at), report.answer
    if public is None:
        return Photo(file, moment, Standing.UNDECIDED)
    if answer is None or public.sha256 not in answer.attachments:
        return Photo(file, moment, Standing.READY, public)
    return Photo(file, moment, Standing.PUBLIC if answer.published_at else Standing.CHOSEN, public)
