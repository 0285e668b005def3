"""What each command must carry: payload value objects and the check of a raw payload.

A payload travels as a JSON object. ``decode`` turns it into the command's own class or raises
``PayloadInvalid`` that names the field; the client shows it beside that field, the server answers
422 with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from desktop_app.domain.attachments import MAX_FILES, is_sha256
from desktop_app.domain.masking import Decision
from desktop_app.domain.report import Outcome, Place, Priority, Procedure
from desktop_app.domain.workflow import Command

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Shape = TypeVar("Shape", bound="DataclassInstance")


class PayloadInvalid(Exception):
    """A command lacks something it must carry; ``field`` names it, ``problem`` is a code."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Nothing:
    """For commands that carry nothing (accept, resume, reply, expire, close)."""


@dataclass(frozen=True, slots=True)
class Verify:
    """Category, place, and the word that the text was checked for identity.

    ``decisions``: what becomes of each place that looks like an identity. ``procedure``: None leaves it as
    it is. ``named``: officers and units that a misconduct report is about; they never come to see it.
    """

    category: str
    place: Place
    identity_checked: bool
    decisions: tuple[Decision, ...] = ()
    procedure: Procedure | None = None
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded reason with text (reject, return)."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkDuplicate:
    """The original, which must itself be no duplicate."""

    original_id: str


@dataclass(frozen=True, slots=True)
class Distribute:
    """Who, what, when; lead unit and co-processors.

    ``weighed``: what a dispatcher concludes from the reasons, once a report was returned twice.
    """

    lead_unit: str
    owner: str
    deliverable: str
    due_at: datetime
    co_processors: tuple[str, ...] = ()
    weighed: str = ""


@dataclass(frozen=True, slots=True)
class HandDown:
    """A unit in the lead unit's subtree; who, what, when."""

    unit: str
    owner: str
    deliverable: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class AskCitizen:
    """The question as the citizen will read it."""

    question: str


@dataclass(frozen=True, slots=True)
class Monitor:
    """When to look again (a date in the city's zone)."""

    review_date: date


@dataclass(frozen=True, slots=True)
class Submit:
    """The whole answer, with the hash of exactly this content (see ``content``)."""

    text: str
    outcome: Outcome
    publisher_unit: str
    content_sha256: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Free text that must not be empty (send_back, note, contribute, urge, request_reopen)."""

    text: str


@dataclass(frozen=True, slots=True)
class Approve:
    """Approval of exactly this content, in this capacity (``""``, ``KT.``, ``TL.``, ``TUQ.``).

    ``signature`` is the same signed by the leader's card (JWS, ``triage.approval``), empty without.
    """

    content_sha256: str
    capacity: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Publish:
    """Publication of exactly this content, after its preview was seen."""

    content_sha256: str
    preview_seen: bool


@dataclass(frozen=True, slots=True)
class DecideReopen:
    """Open again or leave closed, with the reason."""

    decision: Literal["reopened", "closed"]
    reason: str


@dataclass(frozen=True, slots=True)
class RequestExtension:
    """Coded reason, the new due time, the text the citizen will read."""

    code: str
    new_due_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class DecideExtension:
    """Grant or refuse the extension asked for."""

    granted: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attach:
    """Files added, by the SHA-256 of their content (hex).

    ``names`` and ``thumbnails`` (hashes of small pictures, ``""`` for none) stand in the order of the
    files or are empty; ``redacts`` is the file that these replace in public.
    """

    sha256: tuple[str, ...]
    names: tuple[str, ...] = ()
    thumbnails: tuple[str, ...] = ()
    redacts: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """Tags added and removed."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prioritise:
    """The new priority."""

    priority: Priority


@dataclass(frozen=True, slots=True)
class Split:
    """Titles of the children, at most ten."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """The report that goes on; this one follows it."""

    into_id: str


Payload = (
    Nothing | Verify | Coded | MarkDuplicate | Distribute | HandDown | AskCitizen | Monitor | Submit | Text
    | Approve | Publish | DecideReopen | RequestExtension | DecideExtension | Attach | Tag | Prioritise
    | Split | Merge
)  # fmt: skip

C = Command
SHAPES: dict[Command, type[Payload]] = {
    C.VERIFY: Verify, C.REJECT: Coded, C.MARK_DUPLICATE: MarkDuplicate, C.DISTRIBUTE: Distribute,
    C.ACCEPT: Nothing, C.HAND_DOWN: HandDown, C.RETURN: Coded, C.ASK_CITIZEN: AskCitizen,
    C.REPLY: Text, C.EXPIRE: Nothing, C.MONITOR: Monitor, C.RESUME: Nothing, C.SUBMIT: Submit,
    C.SEND_BACK: Text, C.APPROVE: Approve, C.PUBLISH: Publish, C.CLOSE: Nothing, C.REQUEST_REOPEN: Text,
    C.DECIDE_REOPEN: DecideReopen, C.REQUEST_EXTENSION: RequestExtension, C.DECIDE_EXTENSION: DecideExtension,
    C.NOTE: Text, C.CONTRIBUTE: Text, C.ATTACH: Attach, C.TAG: Tag, C.PRIORITISE: Prioritise, C.URGE: Text,
    C.SPLIT: Split, C.MERGE: Merge,
}  # fmt: skip
_MAY_BE_EMPTY = frozenset(
    {
        (C.DECIDE_EXTENSION, "text"),
        (C.APPROVE, "capacity"),
        (C.APPROVE, "signature"),
        (C.DISTRIBUTE, "weighed"),
    }
)
MAX_TEXT = 20_000
MAX_DECISIONS = 500
MAX_CHILDREN = 10


def decode(command: Command, raw: Mapping[str, Any]) -> Payload:
    """Return the payload of ``command``; raise ``PayloadInvalid`` naming the first bad field."""
    payload: Payload = shaped(SHAPES[command], raw)
    _check_values(command, payload)
    return payload


def shaped(shape: type[Shape], raw: Mapping[str, Any]) -> Shape:
    """Return ``raw`` as a value object of ``shape``; raise ``PayloadInvalid`` naming the first bad field."""
    for spec in fields(shape):
        if spec.name not in raw and spec.default is MISSING and spec.default_factory is MISSING:
            raise PayloadInvalid(spec.name, "missing")
    try:
        return msgspec.convert(dict(raw), shape, strict=True)
    except msgspec.ValidationError as error:
        raise PayloadInvalid(_field_of(error), "malformed") from None
    except (UnicodeEncodeError, RecursionError):  # halves of characters, or nesting without end
        raise PayloadInvalid("payload", "malformed") from None


def encode(payload: DataclassInstance) -> dict[str, Any]:
    """Return the payload as the JSON object that travels."""
    built: dict[str, Any] = msgspec.to_builtins(payload)
    return built


def _field_of(error: msgspec.ValidationError) -> str:
    text = str(error)
    return text.split("`$.", 1)[1].rstrip("`") if "`$." in text else "payload"


def _check_values(command: Command, payload: Payload) -> None:
    for spec in fields(payload):
        value = getattr(payload, spec.name)
        if isinstance(value, str):
            _check_text(command, spec.name, value)
        if isinstance(value, datetime) and value.tzinfo is None:
            raise PayloadInvalid(spec.name, "no_zone")
    if isinstance(payload, Verify):
        _check_verified(payload)
    if isinstance(payload, Publish) and not payload.preview_seen:
        raise PayloadInvalid("preview_seen", "unseen")
    if isinstance(payload, Attach):
        _check_files(payload)
    if isinstance(payload, Tag) and not (payload.add or payload.remove):
        raise PayloadInvalid("add", "empty")
    if isinstance(payload, Split) and not 2 <= len(payload.titles) <= MAX_CHILDREN:
        raise PayloadInvalid("titles", "count")


def _check_verified(payload: Verify) -> None:
    if len(payload.decisions) > MAX_DECISIONS:
        raise PayloadInvalid("decisions", "count")
    if not payload.identity_checked:
        raise PayloadInvalid("identity_checked", "unchecked")
    if payload.place.unit_code is None and payload.place.address is None:
        raise PayloadInvalid("place", "missing")


def _check_text(command: Command, field: str, value: str) -> None:
    check_text(field, value, may_be_empty=(command, field) in _MAY_BE_EMPTY)


def check_text(field: str, value: str, *, may_be_empty: bool = False) -> None:
    """Raise ``PayloadInvalid`` where a text is missing or longer than any."""
    if not value.strip() and not may_be_empty:
        raise PayloadInvalid(field, "empty")
    if len(value) > MAX_TEXT:
        raise PayloadInvalid(field, "too_long")


def _check_files(payload: Attach) -> None:
    count = len(payload.sha256)
    if not 1 <= count <= MAX_FILES:
        raise PayloadInvalid("sha256", "count")
    for field, told in (("names", payload.names), ("thumbnails", payload.thumbnails)):
        if len(told) not in {0, count}:
            raise PayloadInvalid(field, "count")
    if not all(map(is_sha256, payload.sha256)):
        raise PayloadInvalid("sha256", "malformed")
    if not all(small == "" or is_sha256(small) for small in payload.thumbnails):
        raise PayloadInvalid("thumbnails", "malformed")
    if payload.redacts is not None and not is_sha256(payload.redacts):
        raise PayloadInvalid("redacts", "malformed")
