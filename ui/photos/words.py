"""What is said of photos: where they stand, when they were taken, how far they have travelled."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from desktop_app.domain.attachments import Moment
from desktop_app.pictures.album import Photo, Standing
from desktop_app.pictures.under_way import Stage, UnderWay, share
from ui.language import translate
from ui.widgets.tone import Tone

_MEGA, _KILO = 1_000_000, 1_000
_WHOLE = 100


def standing_word(standing: Standing) -> str:
    """Return what the public may see of a photo."""
    return {
        Standing.UNDECIDED: translate("Photos", "Internal, not decided"),
        Standing.READY: translate("Photos", "Public copy ready"),
        Standing.CHOSEN: translate("Photos", "Goes with the answer"),
        Standing.PUBLIC: translate("Photos", "Published"),
    }[standing]


def standing_tone(standing: Standing) -> Tone:
    """Return the tone that goes with ``standing_word``."""
    return {
        Standing.UNDECIDED: Tone.CAUTION, Standing.READY: Tone.INFO,
        Standing.CHOSEN: Tone.ACCENT, Standing.PUBLIC: Tone.GOOD,
    }[standing]  # fmt: skip


def moment_word(moment: Moment) -> str:
    """Return what a photo shows: before or after the work."""
    return {
        Moment.BEFORE: translate("Photos", "Before the work"),
        Moment.AFTER: translate("Photos", "After the work"),
    }[moment]


def stage_word(stage: Stage) -> str:
    """Return how far a file of one's own has travelled."""
    return {
        Stage.WAITING: translate("Photos", "Waits to be sent"),
        Stage.HALFWAY: translate("Photos", "On its way, goes on where it stopped"),
        Stage.ARRIVED: translate("Photos", "Sent, the centre is taking it"),
        Stage.REFUSED: translate("Photos", "Not taken by the centre"),
    }[stage]


def travelling_words(files: Iterable[UnderWay]) -> str:
    """Return how much of what travels has arrived, in percent and bytes, as far as that is known.

    Of a file on its way nothing is known after a start until the centre is asked: no share is made up.
    """
    travelling = [each for each in files if each.stage is not Stage.REFUSED]
    if any(each.stage is Stage.HALFWAY and not each.sent for each in travelling):
        return stage_word(Stage.HALFWAY)
    words = translate("Photos", "Sent: {percent} % ({sent} of {size})")
    return words.format(
        percent=floor(share(travelling) * _WHOLE),
        sent=size_word(sum(each.sent for each in travelling)),
        size=size_word(sum(each.size for each in travelling)),
    )


def photo_name(photo: Photo, place: int, count: int) -> str:
    """Return a photo's whole name for a screen reader."""
    numbered = translate("Photos", "Photo {place} of {count}").format(place=place + 1, count=count)
    parts = (numbered, photo.file.name, moment_word(photo.moment), standing_word(photo.standing))
    return ", ".join(parts)


def size_word(size: int) -> str:
    """Return a size in bytes as people read it."""
    if size >= _MEGA:
        return translate("Photos", "{size} MB").format(size=f"{size / _MEGA:.1f}")
    return translate("Photos", "{size} KB").format(size=max(1, round(size / _KILO)))
