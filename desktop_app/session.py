"""Who is signed in, and what they work with until the desk is locked.

A session is made by ``sign_in``, owned by ``core`` and handed to the screens; it ends when the desk
is locked, and nothing of it may be used afterwards.
"""

from __future__ import annotations

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


class Session:
    """One signed-in person at one reader.

    ``offline_until`` is when offline work ends without another sign-in online; ``reader`` names the
    reader whose card opened the session, ``contactless`` whether its removal must not lock,
    ``assurance`` what opened the store, ``account_id`` under which name it lies on this computer;
    ``arranging`` asks the centre for what is arranged beside reports, ``callers`` about who called,
    ``completeness`` how far the check-in terminals have come in.
    """

    def __init__(
        self,
        person: Person,
        reader: str,
        store: AccountStore,
        triage: Triage,
        files: ReportFiles,
        presence: Presence,
        *,
        online: bool,
        offline_until: datetime | None,
        contactless: bool = False,
        assurance: Assurance = Assurance.CARD,
        account_id: str = "",
        arranging: Arranging | None = None,
        callers: Callers | None = None,
        completeness: Completeness | None = None,
    ) -> None:
        self.person = person
        self.reader = reader
        self.store = store
        self.triage = triage
        self.files = files
        self.presence = presence
        self.offline_until = offline_until
        self.contactless = contactless
        self.assurance = assurance
        self.account_id = account_id
        self.arranging = arranging
        self.callers = callers
        self.completeness = completeness
        self.status = SyncStatus(contact=Contact.ONLINE if online else Contact.OFFLINE)

    @property
    def online(self) -> bool:
        """Whether the last exchange with the centre succeeded."""
        return self.status.contact is Contact.ONLINE
