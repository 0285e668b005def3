"""Slots: bound to account, workstation, certificate and ephemeral key; the file whole or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.vault.slots import Binding, SlotCorrupt, VaultCorrupt, read_slots, seal, unseal, write_slots

KEY, SECRET, SALT = bytes(range(32)), b"z" * 32, b"s" * 32
DIGEST = "ab" * 32
HERE = Binding("account", "workstation")


def test_a_slot_opens_with_the_same_secret_and_salt() -> None:
    slot = seal(KEY, "card-ec", DIGEST, b"point", SECRET, SALT, HERE)
    assert unseal(slot, SECRET, SALT, HERE) == KEY
    assert slot.device_secret
    assert KEY not in slot.wrapped


def test_two_wrappings_of_one_key_differ() -> None:
    first, second = (seal(KEY, "card-ec", DIGEST, b"p", SECRET, None, HERE) for _ in range(2))
    assert first.wrapped != second.wrapped


@pytest.mark.parametrize(
    ("secret", "salt", "binding"),
    [
        (b"x" * 32, SALT, HERE),
        (SECRET, b"x" * 32, HERE),
        (SECRET, None, HERE),
        (SECRET, SALT, Binding("other", "workstation")),
        (SECRET, SALT, Binding("account", "other")),
    ],
)
def test_anything_else_opens_nothing(secret: bytes, salt: bytes | None, binding: Binding) -> None:
    slot = seal(KEY, "card-ec", DIGEST, b"point", SECRET, SALT, HERE)
    with pytest.raises(SlotCorrupt):
        unseal(slot, secret, salt, binding)


@pytest.mark.parametrize(
    "change",
    [
        {"public": b"other"},
        {"certificate_sha256": "cd" * 32},
        {"certificate_sha256": "no hex"},
        {"wrapped": bytes(48)},
        {"nonce": b""},
    ],
)
def test_a_changed_slot_opens_nothing(change: dict[str, object]) -> None:
    slot = seal(KEY, "card-ec", DIGEST, b"point", SECRET, None, HERE)
    with pytest.raises(SlotCorrupt):
        unseal(replace(slot, **change), SECRET, None, HERE)  # type: ignore[arg-type]


def test_a_key_of_another_length_is_none() -> None:
    slot = seal(b"short", "device", DIGEST, b"", SECRET, None, HERE)
    with pytest.raises(SlotCorrupt):
        unseal(slot, SECRET, None, HERE)


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "a.vault"
    assert read_slots(file, HERE) == ()
    slots = (seal(KEY, "card-rsa", DIGEST, b"c", SECRET, None, HERE),)
    write_slots(file, HERE, slots)
    assert read_slots(file, HERE) == slots
    with pytest.raises(VaultCorrupt):
        read_slots(file, Binding("someone else", "workstation"))


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\x00\xff", b'{"version": 1, "binding": 5}', b'{"binding": {"account_id": "\xd0"}}'],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.vault"
    file.write_bytes(content)
    with pytest.raises(VaultCorrupt):
        read_slots(file, HERE)


def test_no_secrets_in_a_repr() -> None:
    slot = seal(KEY, "card-ec", DIGEST, b"pointpoint", SECRET, None, HERE)
    assert "wrapped" not in repr(slot)
    assert "pointpoint" not in repr(slot)
