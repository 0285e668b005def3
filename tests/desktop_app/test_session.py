"""Who is signed in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.session import Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.bus import Bus
from desktop_app.domain.person import Person
from desktop_app.domain.roles import Role
from desktop_app.news import Contact, SyncStatus
from desktop_app.session import Means, Opening, Session
from desktop_app.store.account import AccountStore
from desktop_app.sync.presence import Presence
from desktop_app.sync.upload import UploadLoop
from desktop_app.triage.report_files import ReportFiles
from desktop_app.triage.triage import Triage
from tests.desktop_app.store.builders import KEY
from tests.support.clock import ManualClock

PERSON = Person(
    "o-1", "Lê Thị An", "u-1", "", frozenset({Role.HANDLER}), frozenset({"u-1"}), frozenset({"u-2"}), "hue"
)


def test_a_session_is_online_as_long_as_the_last_exchange_was(tmp_path: Path) -> None:
    store, clock = AccountStore.open(tmp_path / "a.db", KEY, "a"), ManualClock()
    triage = Triage(PERSON.actor, store, Bus(), clock, lambda: None)
    centre = Centre("http://127.0.0.1:1", ec.generate_private_key(ec.SECP256R1()), clock, "test")
    token = PersonToken(None, None, lambda _token: None)
    outgoing = UploadLoop(centre, token, store, lambda _: None, lambda _: None, lambda: None)
    files = ReportFiles(centre, token, store, PERSON.name, outgoing)
    means = Means(store, triage, files, Presence(centre, token, Bus().publish))
    session = Session(PERSON, Opening("Reader", online=False, offline_until=clock.now()), means)
    seen = [session.online]
    session.status = replace(session.status, contact=Contact.ONLINE)
    assert [*seen, session.online] == [False, True]
    assert Session(PERSON, Opening("Reader", online=True), means).status == SyncStatus(Contact.ONLINE)
    assert (session.offline_until, session.store, session.files) == (clock.now(), store, files)
    files.stop()
    store.close()
