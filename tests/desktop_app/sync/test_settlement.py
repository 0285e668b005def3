"""The server's word as the outbox keeps it."""

from __future__ import annotations

from desktop_app.api.errors import Refused
from desktop_app.api.events import EventResult, Status
from desktop_app.sync.settlement import reason, refused_alone, settlement


def test_the_report_itself_is_not_kept_beside_the_event() -> None:
    result = EventResult("e", Status.CONFLICT, version=4, entity={"id": "r"}, changed=({"kind": "accept"},))
    assert settlement(result) == {"status": "conflict", "version": 4, "changed": [{"kind": "accept"}]}


def test_a_rule_and_its_field_are_kept() -> None:
    result = EventResult("e", Status.REJECTED, rule="payload", field="text")
    assert settlement(result) == {"status": "rejected", "rule": "payload", "field": "text"}


def test_a_request_refused_as_a_whole_is_a_rejection_not_a_success() -> None:
    assert refused_alone(Refused("too_large", 413)) == {"status": "rejected", "rule": "too_large"}


def test_why_is_codes_alone() -> None:
    changed = ({"by_name": "Trần"},)
    assert reason(EventResult("e", Status.CONFLICT, version=4, changed=changed)) == {"status": "conflict"}
    refused = EventResult("e", Status.REJECTED, rule="payload", field="text")
    assert reason(refused) == {"status": "rejected", "rule": "payload", "field": "text"}
