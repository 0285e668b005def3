"""A citizen's report and its parts, as value objects.

Times are timezone-aware UTC. Fields that a newer server adds are not here; the store keeps the
server's own JSON beside the decoded value, so nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from desktop_app.domain.workflow import State


class Procedure(StrEnum):
    """The city's two procedures: *có thời gian* and *tức thời*."""

    TIMED = "timed"
    INSTANT = "instant"


class Priority(StrEnum):
    """How urgent the unit treats a report."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Outcome(StrEnum):
    """What came of it, beside the public phase *Đã xử lý*."""

    FIXED = "fixed"
    PLANNED = "planned"
    NOT_FIXED = "not_fixed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a ward's unit code, an address as written, WGS 84 degrees; each may be absent."""

    unit_code: str | None = None
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who, what, when: *ai làm, sản phẩm là gì, khi nào xong*.

    ``lead_unit`` and ``owner`` are unit or officer ids; ``owner`` is who does it. ``first_due_at`` is
    what was due before the first extension; None while none was granted. ``given_at`` is when it came into
    these hands, ``accept_due`` until when they are to accept it (the centre works it out).
    """

    lead_unit: str
    owner: str
    deliverable: str
    due_at: datetime
    co_processors: tuple[str, ...] = ()
    first_due_at: datetime | None = None
    given_at: datetime | None = None
    accept_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The one answer the citizen sees, with who stands behind it.

    ``approval_sha256`` is the hash of the approval as the leader's card signed it; None without a card.
    """

    text: str
    content_sha256: str
    outcome: Outcome
    publisher_unit: str
    submitted_by: str
    submitted_at: datetime
    attachments: tuple[str, ...] = ()
    approved_by: str | None = None
    approved_at: datetime | None = None
    capacity: str | None = None
    published_by: str | None = None
    published_at: datetime | None = None
    approval_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class CodedReason:
    """A reason from a code list with the person's own words."""

    code: str
    text: str
    by_unit: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A requested extension; ``granted`` is None until the dispatcher decides."""

    code: str
    new_due_at: datetime
    text: str
    requested_by: str
    granted: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the server last told it, or as pending events project it.

    ``version`` counts every change. ``field_versions`` holds, for ``workflow`` and each scalar
    field, the version at which it last changed (the conflict rules compare against it).
    ``question_wanted`` is what the unit would have the citizen asked, until a dispatcher sends it.
    ``state_before`` is where *awaiting_citizen* goes back to. ``text_decided``: title and text stand as the
    public reads them, every place that might tell who somebody is having been decided on. ``reopen_due`` is
    until when a request to reopen is to be decided and, once granted, given to a unit. ``recused`` are the
    officers and units that a misconduct report is about, ``recipients`` those who may see it then (none:
    every recipient). ``parts`` are the reports it was split into: it is answered when they are done.
    ``followers`` were merged into it: they end with it.
    """

    id: str
    code: str
    version: int
    state: State
    title: str
    text: str
    received_at: datetime
    organisation: str = "hue"
    language: str = "vi"
    source: str = "app"
    source_key: str | None = None
    source_type: str | None = None
    category: str | None = None
    procedure: Procedure = Procedure.TIMED
    priority: Priority = Priority.NORMAL
    private: bool = False
    place: Place = field(default_factory=Place)
    assignment: Assignment | None = None
    distributed_at: datetime | None = None
    answer: Answer | None = None
    rejection: CodedReason | None = None
    returns: tuple[CodedReason, ...] = ()
    duplicate_of: str | None = None
    question: str | None = None
    question_due: date | None = None
    question_wanted: str | None = None
    review_date: date | None = None
    extension: Extension | None = None
    reopen_reason: str | None = None
    state_before: State | None = None
    tags: tuple[str, ...] = ()
    evidence: dict[str, str] = field(default_factory=dict)
    field_versions: dict[str, int] = field(default_factory=dict)
    text_decided: bool = False
    reopen_due: datetime | None = None
    recused: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()


QUESTION_WANTED: Final = "question_wanted"
"""The kind of the line that tells of a unit's question on its way to the dispatcher."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a report's timeline: a command carried out, or a note.

    ``on_behalf`` names the colleague in whose stead it was done. ``roles`` are those in which it was done,
    where they were two: an approver who published by policy stands there as both.
    """

    id: str
    report_id: str
    kind: str
    at: datetime
    by: str
    by_name: str
    unit: str | None = None
    capacity: str | None = None
    text: str = ""
    public: bool = True
    version: int = 1
    on_behalf: str | None = None
    roles: tuple[str, ...] = ()
