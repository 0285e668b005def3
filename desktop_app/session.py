"""Who is signed in, and what they work with until the desk is locked.

A session is made by ``sign_in``, owned by ``core`` and handed to the screens; it ends when the desk
is locked, and nothing of it may be used afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.news import Contact, SyncStatus

if TYPE_CHECKING:
    from desktop_app.attendance.completeness import Completeness
    from desktop_app.domain.person import Person
    from desktop_app.store.account import AccountStore
    from desktop_app.sync.presence import Presence
    from desktop_app.triage.arranging import Arranging
    from desktop_app.triage.callers import Callers
    from desktop_app.triage.report_files import ReportFiles
    from desktop_app.triage.triage import Triage


class Assurance(StrEnum):
    """What opened the store, beside a fresh signature of the card.

    ``CARD``: the card's own key. ``DEVICE``: this workstation's secret, which is less: whoever holds
    the disk and the secrets can open the store without the card. ``ONLINE``: nothing; the store is new
    with each sign-in and goes with the session.
    """

    CARD = "card"
    DEVICE = "device"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a session was opened.

    ``reader`` names the reader whose card opened it, ``online`` whether the centre said yes;
    ``offline_until`` is when offline work ends without another sign-in online; ``contactless`` whether
    the card's removal must not lock; ``assurance`` what opened the store, ``account_id`` under which name
    it lies on this computer.
    """

    reader: str
    online: bool
    offline_until: datetime | None = None
    contactless: bool = False
    assurance: Assurance = Assurance.CARD
    account_id: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """What the person works with.

    ``arranging`` asks the centre for what is arranged beside reports, ``callers`` about who called,
    ``completeness`` how far the check-in terminals have come in; None where there is no such centre.
    """

    store: AccountStore
    triage: Triage
    files: ReportFiles
    presence: Presence
    arranging: Arranging | None = None
    callers: Callers | None = None
    completeness: Completeness | None = None


class Session:
    """One signed-in person at one reader; ``status`` is the last that was heard of the exchanges."""

    def __init__(self, person: Person, opening: Opening, means: Means) -> None:
        self.person = person
        self.reader = opening.reader
        self.offline_until = opening.offline_until
        self.contactless = opening.contactless
        self.assurance = opening.assurance
        self.account_id = opening.account_id
        self.store = means.store
        self.triage = means.triage
        self.files = means.files
        self.presence = means.presence
        self.arranging = means.arranging
        self.callers = means.callers
        self.completeness = means.completeness
        self.status = SyncStatus(contact=Contact.ONLINE if opening.online else Contact.OFFLINE)

    @property
    def online(self) -> bool:
        """Whether the last exchange with the centre succeeded."""
        return self.status.contact is Contact.ONLINE
