"""What is arranged beside the reports: absences, work handed over, shared lists, campaigns, templates.

These commands travel as events like those of ``workflow``; each concerns an entity of its own, made by the
client's id. They need the server's judgement and are not queued: who arranges an absence is online.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from desktop_app.domain.delegation import HandedDraft, Right
from desktop_app.domain.folding import fold
from desktop_app.domain.payloads import Nothing, PayloadInvalid, check_text, shaped
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.templates import WriteTemplate
from desktop_app.domain.templates import check as check_template

LONGEST_NAME: Final = 60
MOST_DRAFTS: Final = 500


class MatterCommand(StrEnum):
    """What can be arranged."""

    DELEGATE = "delegate"
    END_DELEGATION = "end_delegation"
    OFFER_TAKEOVER = "offer_takeover"
    ANSWER_TAKEOVER = "answer_takeover"
    WITHDRAW_TAKEOVER = "withdraw_takeover"
    SHARE_LIST = "share_list"
    UNSHARE_LIST = "unshare_list"
    OPEN_CAMPAIGN = "open_campaign"
    END_CAMPAIGN = "end_campaign"
    WRITE_TEMPLATE = "write_template"
    WITHDRAW_TEMPLATE = "withdraw_template"


@dataclass(frozen=True, slots=True)
class Delegate:
    """*Ủy quyền*: who is away, who acts for them, for what, from when to when."""

    from_person: str
    to_person: str
    rights: tuple[Right, ...]
    starts: datetime
    ends: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class OfferTakeover:
    """*Bàn giao*: whose open work is offered to whom; drafts are those of the one who offers their own."""

    from_person: str
    to_person: str
    note: str
    drafts: tuple[HandedDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerTakeover:
    """Whether the other takes it."""

    accepted: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShareList:
    """A saved list for the whole unit; ``query`` is the client's own, kept as it is."""

    name: str
    query: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """A campaign is a tag with dates: both days count."""

    name: str
    starts: date
    ends: date


Payload = Nothing | Delegate | OfferTakeover | AnswerTakeover | ShareList | OpenCampaign | WriteTemplate
M = MatterCommand
SHAPES: Final[dict[MatterCommand, type[Payload]]] = {
    M.DELEGATE: Delegate, M.END_DELEGATION: Nothing, M.OFFER_TAKEOVER: OfferTakeover,
    M.ANSWER_TAKEOVER: AnswerTakeover, M.WITHDRAW_TAKEOVER: Nothing, M.SHARE_LIST: ShareList,
    M.UNSHARE_LIST: Nothing, M.OPEN_CAMPAIGN: OpenCampaign, M.END_CAMPAIGN: Nothing,
    M.WRITE_TEMPLATE: WriteTemplate, M.WITHDRAW_TEMPLATE: Nothing,
}  # fmt: skip
DELEGATION, TAKEOVER, LIST, CAMPAIGN, TEMPLATE = "delegation", "takeover", "list", "campaign", "template"
ENTITY: Final[dict[MatterCommand, str]] = {
    M.DELEGATE: DELEGATION, M.END_DELEGATION: DELEGATION, M.OFFER_TAKEOVER: TAKEOVER,
    M.ANSWER_TAKEOVER: TAKEOVER, M.WITHDRAW_TAKEOVER: TAKEOVER, M.SHARE_LIST: LIST, M.UNSHARE_LIST: LIST,
    M.OPEN_CAMPAIGN: CAMPAIGN, M.END_CAMPAIGN: CAMPAIGN,
    M.WRITE_TEMPLATE: TEMPLATE, M.WITHDRAW_TEMPLATE: TEMPLATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedList:
    """A list that a colleague shares with the unit."""

    id: str
    name: str
    unit_id: str
    shared_by: str
    query: dict[str, Any] = field(default_factory=dict)
    version: int = 1


@dataclass(frozen=True, slots=True)
class Campaign:
    """A tag with dates; ``ended`` one that was closed before its time."""

    id: str
    name: str
    starts: date
    ends: date
    opened_by: str
    ended: bool = False
    version: int = 1

    def runs(self, day: date) -> bool:
        """Tell whether its tag may be given on ``day``."""
        return not self.ended and self.starts <= day <= self.ends


def runs_campaigns(actor: Actor) -> bool:
    """Tell whether ``actor`` opens campaigns and gives their tags: those who coordinate the city's work."""
    return bool(actor.roles & {Role.DISPATCHER, Role.SUPERVISOR})


def tag_fault(
    campaigns: Iterable[Campaign], actor: Actor, add: Iterable[str], remove: Iterable[str], day: date
) -> str | None:
    """Return the rule that giving or taking these tags breaks.

    ``campaign_reserved``: the tag of a campaign is the coordinators'; ``campaign_over``: it is not running.
    """
    added = {fold(tag) for tag in add}
    touched = added | {fold(tag) for tag in remove}
    named = [one for one in campaigns if fold(one.name) in touched]
    if named and not runs_campaigns(actor):
        return "campaign_reserved"
    late = any(fold(one.name) in added and not one.runs(day) for one in named)
    return "campaign_over" if late else None


def decode(command: MatterCommand, raw: Mapping[str, Any]) -> Payload:
    """Return the payload of ``command``; raise ``PayloadInvalid`` naming the first bad field."""
    payload: Payload = shaped(SHAPES[command], raw)
    if isinstance(payload, Delegate):
        _check_delegate(payload)
    elif isinstance(payload, OfferTakeover):
        check_text("note", payload.note)
        if len(payload.drafts) > MOST_DRAFTS:
            raise PayloadInvalid("drafts", "count")
    elif isinstance(payload, ShareList | OpenCampaign):
        check_text("name", payload.name)
        if len(payload.name) > LONGEST_NAME:
            raise PayloadInvalid("name", "too_long")
    elif isinstance(payload, WriteTemplate):
        check_template(payload)
    if isinstance(payload, OpenCampaign) and payload.ends < payload.starts:
        raise PayloadInvalid("ends", "order")
    return payload


def _check_delegate(payload: Delegate) -> None:
    if not payload.rights:
        raise PayloadInvalid("rights", "empty")
    for name in ("starts", "ends"):
        if getattr(payload, name).tzinfo is None:
            raise PayloadInvalid(name, "no_zone")
    if payload.ends <= payload.starts:
        raise PayloadInvalid("ends", "order")
    check_text("note", payload.note, may_be_empty=True)
