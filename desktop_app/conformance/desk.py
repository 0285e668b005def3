"""A signed-in person: the card's assertion (RFC 7523), the change feed, events."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode

from cardio.piv.objects import Slot
from desktop_app import jose
from desktop_app.api import wire
from desktop_app.conformance.card_folder import StaffCard
from desktop_app.conformance.endings import Broken
from desktop_app.conformance.exchange import PATIENCE, Answer
from desktop_app.conformance.workstation import LIFETIME, Workstation
from desktop_app.domain.ids import new_id

JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
MAX_PAGES: Final = 10_000
Document = dict[str, Any]


def assertion(
    card: StaffCard,
    workstation: Workstation,
    changes: Mapping[str, object] | None = None,
    *,
    slot: Slot = Slot.AUTHENTICATION,
    kind: str = str(jose.Kind.SIGN_IN),
) -> str:
    """Return what the card signs at sign-in; ``changes`` replace claims."""
    now = int(time.time())
    subject = card.sha256(slot)
    claims = {
        "iss": subject, "sub": subject, "aud": workstation.token_url, "iat": now, "exp": now + LIFETIME,
        "jti": new_id(), "nonce": workstation.nonce(), "cnf": {"jkt": workstation.thumbprint},
        **(changes or {}),
    }  # fmt: skip
    return card.sign(slot, {"typ": kind, "x5c": jose.x5c([card.certificate(slot)])}, claims)


def offer(workstation: Workstation, signed: str) -> Answer:
    """Offer an assertion to the token endpoint."""
    return workstation.grant({"grant_type": JWT_BEARER, "assertion": signed})


@dataclass
class Desk:
    """A person at a workstation; ``held`` is their copy of the world, kept by the feed alone."""

    workstation: Workstation
    tokens: Document
    cursor: str = ""
    held: dict[tuple[str, str], Document] = field(default_factory=dict)

    @property
    def token(self) -> str:
        """The access token."""
        return str(self.tokens["access_token"])

    @property
    def person(self) -> Document:
        """Who the server says this is."""
        return dict(self.tokens["person"])

    def page(self, cursor: str, limit: int = 500, wait: int = 0, patience: float = PATIENCE) -> Answer:
        """Ask for one page of the feed."""
        query = urlencode({"cursor": cursor, "limit": limit, "wait": wait})
        return self.workstation.call("GET", f"/v1/sync/changes?{query}", token=self.token, patience=patience)

    def drain(self) -> list[Document]:
        """Take over all that is new; return the changes; raise ``Broken``."""
        found: list[Document] = []
        for _ in range(MAX_PAGES):
            told = self.page(self.cursor).expect(200)
            self.cursor = told["next"]
            for change in told["changes"]:
                self._take(change)
            found += told["changes"]
            if not told["has_more"]:
                return found
        raise Broken(f"has_more after {MAX_PAGES} pages")

    def _take(self, change: Document) -> None:
        key = (change["entity"], change["id"])
        if change["op"] == "put":
            self.held[key] = change["data"]
        else:
            self.held.pop(key, None)

    def reports(self) -> list[Document]:
        """Return the reports that the feed has sent."""
        return self.kinds("report")

    def kinds(self, kind: str) -> list[Document]:
        """Return the entities of one kind that the feed has sent."""
        return [data for (each, _), data in self.held.items() if each == kind]

    def concerns(self, report: Mapping[str, Any]) -> bool:
        """Tell whether a report lies with the person or a unit of theirs."""
        mine = {*self.person["units"], self.person["id"], *self.person["deputy_for"]}
        job = report["assignment"] or {}
        return bool(mine & {job.get("lead_unit"), job.get("owner"), *job.get("co_processors", ())})

    def post(self, *events: Document) -> Answer:
        """Send events."""
        return self.workstation.call("POST", "/v1/sync/events", token=self.token, document={"events": events})

    def send(self, *events: Document) -> list[Document]:
        """Send events; return their results; raise ``Broken``."""
        results: list[Document] = self.post(*events).expect(200)["results"]
        if [result["id"] for result in results] != [event["id"] for event in events]:
            raise Broken("not one result per event, in order")
        return results


def event(
    kind: str, report: Mapping[str, Any], payload: Mapping[str, object] | None = None, **more: object
) -> Document:
    """Return an event on ``report`` (its ``id`` and ``version``) as it travels."""
    return {
        "id": new_id(), "type": kind, "entity": "report", "entity_id": report["id"],
        "base_version": report.get("version", 1), "after": None, "touches": [],
        "occurred_at": wire.instant(datetime.now(UTC)), "payload": dict(payload or {}), **more,
    }  # fmt: skip


def note(report: Mapping[str, Any], **more: object) -> Document:
    """Return a note: append-only, legal on every open report for all concerned."""
    return event("note", report, {"text": "Kiểm tra hợp đồng / conformance"}, **more)
