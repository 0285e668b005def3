"""What a tap looks and sounds like: word, arrow, colour, line, sound. Pure.

Never colour alone: every face has its own word and its own shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_app.domain.attendance import WELCOME, Direction, LocalVerdict, TapKind
from desktop_app.domain.deadlines import ZONE
from desktop_app.news import TapFailed, TapResult
from ui.language import translate
from ui.theme import KIOSK
from ui.wording import sentence


class Sound(StrEnum):
    """The five sounds; the value is the file's name."""

    IN = "in"
    OUT = "out"
    REPEATED = "repeated"
    REFUSED = "refused"
    ATTENTION = "attention"


class Shape(StrEnum):
    """What is drawn beside the word."""

    DOWN = "down"
    UP = "up"
    TICK = "tick"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Face:
    """One answer on the screen. ``line`` says what to do where there is anything to do."""

    word: str
    shape: Shape
    colour: str
    name: str
    time: str
    line: str
    sound: Sound


def name_of(tap: TapResult) -> str:
    """Return whose tap it is, as far as a public screen may say: given name and initials, or nothing."""
    return " ".join(part for part in (tap.given_name, tap.initials) if part)


def face_of(tap: TapResult) -> Face:
    """Return the face of a durable tap."""
    name = name_of(tap)
    if tap.verdict not in WELCOME:
        return _refused(name, tap.at, refusal_line(tap.verdict))
    if tap.kind is TapKind.TAP_REPEATED:
        return _repeated(name, tap)
    return _accepted(name, tap)


def face_of_failure(failure: TapFailed, at: datetime) -> Face:
    """Return the face of a tap that was not recorded."""
    told = sentence(failure.error)
    word = translate("Kiosk", "NOT RECORDED")
    line = translate("Kiosk", "{problem} Present the card again.").format(problem=told.title)
    return Face(word, Shape.CROSS, KIOSK.refused, "", _time(at), line, Sound.REFUSED)


def _accepted(name: str, tap: TapResult) -> Face:
    line = ""
    if tap.confirm:
        line = translate("Kiosk", "Two minutes have not passed. Wrong? Press F2.")
    elif tap.number_only:
        line = translate("Kiosk", "By the card's number only: it has no key.")
    elif tap.kind is TapKind.SUPERVISED_ENTRY:
        line = translate("Kiosk", "Entered by a supervisor.")
    word, shape, colour, sound = _of_direction(tap.direction)
    return Face(word, shape, colour, name, _time(tap.at), line, Sound.ATTENTION if tap.confirm else sound)


def _of_direction(direction: Direction | None) -> tuple[str, Shape, str, Sound]:
    if direction is Direction.IN:
        return translate("Kiosk", "IN"), Shape.DOWN, KIOSK.coming, Sound.IN
    if direction is Direction.OUT:
        return translate("Kiosk", "OUT"), Shape.UP, KIOSK.going, Sound.OUT
    return recorded_word(), Shape.TICK, KIOSK.repeated, Sound.IN


def _repeated(name: str, tap: TapResult) -> Face:
    before = {
        Direction.IN: translate("Kiosk", "Your tap IN is recorded already."),
        Direction.OUT: translate("Kiosk", "Your tap OUT is recorded already."),
        None: translate("Kiosk", "Your tap is recorded already."),
    }
    word = recorded_word()
    return Face(word, Shape.TICK, KIOSK.repeated, name, _time(tap.at), before[tap.direction], Sound.REPEATED)


def _refused(name: str, at: datetime, line: str) -> Face:
    word = translate("Kiosk", "REFUSED")
    return Face(word, Shape.CROSS, KIOSK.refused, name, _time(at), line, Sound.REFUSED)


def recorded_word() -> str:
    """Return the word for a tap without a direction of its own."""
    return translate("Kiosk", "RECORDED")


def refusal_line(verdict: LocalVerdict) -> str:
    """Return why a card is refused and what its holder can do; the tap itself is recorded."""
    match verdict:
        case LocalVerdict.EXPIRED:
            return translate("Kiosk", "The card has expired. The tap is noted; ask for a new card.")
        case LocalVerdict.NOT_YET_VALID:
            return translate("Kiosk", "The card is not valid yet. The tap is noted; tell the site admin.")
        case LocalVerdict.REVOKED:
            return translate("Kiosk", "The card was revoked. The tap is noted; see the site admin.")
        case LocalVerdict.FOREIGN | LocalVerdict.WRONG_PURPOSE:
            return translate("Kiosk", "Not a card of this city. Use your civil-servant card.")
        case LocalVerdict.UID_REFUSED:
            return translate(
                "Kiosk", "This card has only a number. The tap is noted; use your civil-servant card."
            )
        case LocalVerdict.UNKNOWN_PERSON:
            return translate(
                "Kiosk", "The card is not on this site's list. The tap is noted; see the site admin."
            )
        case _:
            return translate("Kiosk", "The card cannot be read. The tap is noted; try once more.")


def _time(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%H:%M:%S}"
