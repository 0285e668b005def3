"""What a conformance run finds on the small city: cards for the roles, and a report of each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from cryptography import x509

from cardio.piv.objects import Slot
from cardio.simulator import CardFile
from desktop_app.conformance import suite
from desktop_app.conformance.card_folder import CardFolder
from desktop_app.conformance.clauses import Clause, Finding, Verdict
from desktop_app.conformance.scene import Scene
from desktop_app.domain.report import Assignment
from desktop_app.domain.workflow import State
from desktop_app.sandbox.cursor import Cursors, Position
from desktop_app.sandbox.database import read_setting
from desktop_app.sandbox.tables import feed_head
from tests.support.small_city import OTHER, PIN, SmallCity
from tests.support.wrong_server import Fault, wrong_server

TIMED = frozenset({"feed.held", "feed.woken"})
"""Clauses that wait for seconds: left out where another one is to be broken."""


def cards_of(city: SmallCity, folder: Path) -> Path:
    """Write a folder of cards as the sandbox does."""
    folder.mkdir(exist_ok=True)
    now = city.service.now()
    revoked = city.card("o-team")
    certificate = revoked.certificate(Slot.AUTHENTICATION)
    city.pki.revoke(certificate, x509.ReasonFlags.key_compromise, now - timedelta(days=1))
    made: Mapping[tuple[str, str], CardFile] = {
        ("dispatcher", "valid"): city.card("o-dispatcher"),
        ("handler", "valid"): city.card("o-handler"),
        ("misconduct_recipient", "valid"): city.card("o-misconduct"),
        ("supervisor", "valid"): city.card("o-supervisor"),
        ("approver", "valid"): city.card("o-approver"),
        ("publisher", "valid"): city.card("o-publisher"),
        ("handler", "expired"): city.card("o-colleague", not_before=now - timedelta(days=40), valid_days=30),
        ("handler", "revoked"): revoked,
    }
    rows = []
    for number, ((role, state), card) in enumerate(made.items()):
        card.save(folder / f"{number}.json")
        rows.append({"file": f"{number}.json", "role": role, "state": state, "pin": PIN})
    (folder / "index.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def reports_of(city: SmallCity) -> None:
    """Write a led, a foreign and a misconduct report, and one more."""
    now = city.service.now()
    city.put(State.DISTRIBUTED)
    city.put(State.IN_PROGRESS)
    city.put(State.DISTRIBUTED, assignment=Assignment(OTHER, "o-other", "Sửa đường", now + timedelta(days=9)))
    city.put(State.RECEIVED, private=True, code="TD-ABCDEFGH")


def forgotten_cursor(city: SmallCity) -> str:
    """Return a cursor of the dispatcher's from before the feed's horizon."""
    with city.service.writer.transaction() as connection:
        connection.execute(sa.update(feed_head).values(horizon=2))
        key = bytes.fromhex(read_setting(connection, "cursor_key") or "")
    old = Position("o-dispatcher", city.service.epoch, seq=1, began=1, caught_up=True)
    return Cursors(key).seal(old)


def practice_scene(city: SmallCity, folder: Path, url: str) -> Scene:
    """Return a scene with everything that a run can use."""
    reports_of(city)
    cards = CardFolder(cards_of(city, folder / "cards"))
    return Scene(url, city.service.codes.mint(), cards, forgotten_cursor(city))


def broken_by(city: SmallCity, folder: Path, clause: str, fault: Fault) -> dict[str, str]:
    """Run the clauses against the wrong server; return those found broken, with the detail."""
    return {
        finding.clause: finding.detail
        for finding in findings_about(city, folder, clause, fault)
        if finding.verdict is Verdict.BROKEN
    }


def findings_about(city: SmallCity, folder: Path, clause: str, fault: Fault) -> list[Finding]:
    tried: list[Clause] = [one for one in suite.CLAUSES if one.id not in TIMED or one.id == clause]
    with wrong_server(city, fault) as url:
        return list(suite.run(practice_scene(city, folder, url), tried))
