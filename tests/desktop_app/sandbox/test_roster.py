"""The roster: whom a terminal greets."""

from __future__ import annotations

import base64
import json

from tests.support.desk_client import CardKey
from tests.support.journal_maker import JournalMaker
from tests.support.sandbox_server import SandboxServer


def test_the_roster_says_no_more_than_a_greeting_needs(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    desk = journal.desk
    answer = desk.call("GET", f"/v1/terminals/{desk.terminal_id}/roster", token=desk.token).json()
    (person,) = answer["persons"]
    assert person["card_cert_sha256"] == tap_key.sha256
    assert (person["given_name"], person["initials"]) == ("Lý", "L. T. X.")
    assert "o-handler" not in json.dumps(answer["persons"])
    assert answer["crls"] == [base64.b64encode(sandbox.service.revocations.newest()).decode()]


def test_cards_of_a_number_stand_in_a_list_of_their_own(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.people.give_cards(connection, "o-co", {"ab" * 32: "ID"})
    desk = journal.desk
    answer = desk.call("GET", f"/v1/terminals/{desk.terminal_id}/roster", token=desk.token).json()
    (holder,) = answer["uid_cards"]
    assert (holder["uid_sha256"], holder["given_name"]) == ("ab" * 32, "Hợp")
    assert "ab" * 32 not in json.dumps(answer["persons"])
    assert answer["site_stale"] is False
