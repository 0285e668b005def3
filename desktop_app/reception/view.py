"""All that a screen shows of the visit at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cardio.emrtd.dg2 import Face
from cardio.emrtd.verdict import Verdict
from desktop_app.reception.fields import Line


class Presence(StrEnum):
    """What is known of the citizen's reader."""

    NO_READER = "no_reader"
    NO_CARD = "no_card"
    CARD = "card"
    PREPARING = "preparing"
    HELD = "held"
    NOT_ANSWERING = "not_answering"


class Activity(StrEnum):
    """What is being done with the document, in the order of a reading."""

    NONE = "none"
    IDENTITY = "identity"
    ADDRESS = "address"
    CHECKING = "checking"
    PHOTO = "photo"
    CONCLUDING = "concluding"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class View:
    """The visit and its reader. ``reader`` is empty without one; ``reached`` is how far a reading got.

    ``concluded``: the verdict is the last word; before, it says what is proved so far. ``interrupted``: the
    document left while it was read, ``lines`` are what had come. ``problem`` ended the last reading.
    ``distrusted``: it was something that no honest chip does. ``can_read``: a document lies there and
    something was entered that may open it.
    """

    reader: str = ""
    presence: Presence = Presence.NO_READER
    activity: Activity = Activity.NONE
    reached: Activity = Activity.NONE
    lines: tuple[Line, ...] = field(default=(), repr=False)
    verdict: Verdict | None = None
    concluded: bool = False
    interrupted: bool = False
    problem: Exception | None = None
    distrusted: bool = False
    unreadable: tuple[int, ...] = ()
    face: Face | None = field(default=None, repr=False)
    entered: bool = False
    can_read: bool = False
    has_private: bool = False

    @property
    def busy(self) -> bool:
        """Whether a reading is under way."""
        return self.activity not in {Activity.NONE, Activity.DONE}

    @property
    def empty(self) -> bool:
        """Whether there is nothing of a person here."""
        return not self.entered and not self.lines
