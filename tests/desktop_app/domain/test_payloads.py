"""Every command carries what it must, and says which field is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.domain import payloads as p
from desktop_app.domain.workflow import Command
from tests.desktop_app.domain.samples import raw


def test_every_command_has_a_shape() -> None:
    assert set(p.SHAPES) == set(Command)


@pytest.mark.parametrize("command", list(Command))
def test_a_valid_payload_survives_the_round_trip(command: Command) -> None:
    payload = p.decode(command, raw(command))
    assert isinstance(payload, p.SHAPES[command])
    assert p.decode(command, p.encode(payload)) == payload


@pytest.mark.parametrize(
    ("command", "left_out"),
    [(c, name) for c in Command for name in raw(c) if not (c == Command.TAG or name == "co_processors")],
)
def test_each_required_field_is_missed_by_name(command: Command, left_out: str) -> None:
    if left_out == "capacity":
        return
    body = raw(command)
    del body[left_out]
    with pytest.raises(p.PayloadInvalid) as caught:
        p.decode(command, body)
    assert (caught.value.field, caught.value.problem) == (left_out, "missing")


@pytest.mark.parametrize(
    ("command", "change", "field", "problem"),
    [
        (Command.NOTE, {"text": "   "}, "text", "empty"),
        (Command.NOTE, {"text": "x" * (p.MAX_TEXT + 1)}, "text", "too_long"),
        (Command.NOTE, {"text": 5}, "text", "malformed"),
        (Command.VERIFY, {"identity_checked": False}, "identity_checked", "unchecked"),
        (Command.VERIFY, {"place": {}}, "place", "missing"),
        (Command.PUBLISH, {"preview_seen": False}, "preview_seen", "unseen"),
        (Command.SPLIT, {"titles": ["one"]}, "titles", "count"),
        (Command.SPLIT, {"titles": ["x"] * 11}, "titles", "count"),
        (Command.DISTRIBUTE, {"deliverable": ""}, "deliverable", "empty"),
        (Command.DISTRIBUTE, {"due_at": "2026-03-11T10:00:00"}, "due_at", "no_zone"),
        (Command.DISTRIBUTE, {"due_at": "soon"}, "due_at", "malformed"),
        (Command.DISTRIBUTE, {"due_at": "\ud800"}, "payload", "malformed"),
        (Command.DECIDE_REOPEN, {"decision": "perhaps"}, "decision", "malformed"),
    ],
)
def test_bad_values_are_named(command: Command, change: dict[str, Any], field: str, problem: str) -> None:
    with pytest.raises(p.PayloadInvalid) as caught:
        p.decode(command, {**raw(command), **change})
    assert (caught.value.field, caught.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"sha256": []}, "sha256"),
        ({"sha256": ["a" * 64] * 11}, "sha256"),
        ({"sha256": ["A" * 64]}, "sha256"),
        ({"sha256": ["a" * 64], "names": ["a", "b"]}, "names"),
        ({"sha256": ["a" * 64], "thumbnails": ["short"]}, "thumbnails"),
        ({"sha256": ["a" * 64], "thumbnails": []}, None),
        ({"sha256": ["a" * 64], "thumbnails": [""]}, None),
        ({"sha256": ["a" * 64], "redacts": "short"}, "redacts"),
    ],
)
def test_files_are_named_by_whole_hashes(raw: dict[str, Any], field: str | None) -> None:
    if field is None:
        assert p.decode(Command.ATTACH, raw)
        return
    with pytest.raises(p.PayloadInvalid) as caught:
        p.decode(Command.ATTACH, raw)
    assert caught.value.field == field


def test_tags_that_neither_come_nor_go_are_no_command() -> None:
    with pytest.raises(p.PayloadInvalid) as caught:
        p.decode(Command.TAG, {"add": [], "remove": []})
    assert (caught.value.field, caught.value.problem) == ("add", "empty")
    assert p.decode(Command.TAG, {"remove": ["ngập"]})
