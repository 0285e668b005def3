"""Secrets in a keyring or a file, and no silent change from one to the other."""

from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import credentials, host
from desktop_app.cards.presented_card import ACCOUNT_ID_LENGTH
from desktop_app.credentials import Secrets, SecretsUnreadable, terminal_store_key, workstation_key
from desktop_app.vault.vault import Vault

MOST_BYTES = 2560
"""CRED_MAX_CREDENTIAL_BLOB_SIZE of Windows' Credential Manager, which keeps UTF-16."""


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A real backend of the keyring library that keeps entries for one test."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False
        self.hang: threading.Event | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.hang is not None:
            self.hang.wait(30)
        if self.locked:
            raise keyring.errors.KeyringLocked
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > MOST_BYTES:
            raise keyring.errors.PasswordSetError
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def memory() -> Iterator[MemoryKeyring]:
    before, backend = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_no_keyring_is_a_normal_state(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path / "home" / "workstation.key")
    assert secrets.key_class == "file"
    assert secrets.get("a") is None
    secrets.put("a", b"\x00secret")
    assert Secrets(tmp_path / "home" / "workstation.key").get("a") == b"\x00secret"
    secrets.delete("a")
    secrets.delete("never there")
    assert secrets.get("a") is None


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    """On Windows by the rights of the profile's folder, which modes do not show."""
    file = tmp_path / "workstation.key"
    Secrets(file).put("a", b"x")
    assert stat.S_IMODE(file.stat().st_mode) == (0o666 if host.WINDOWS else 0o600)


def test_a_keyring_is_used_where_there_is_one(tmp_path: Path, memory: MemoryKeyring) -> None:
    file = tmp_path / "workstation.key"
    secrets = Secrets(file)
    assert secrets.key_class == "keyring"
    secrets.put("a", b"secret")
    assert secrets.get("a") == b"secret"
    assert b"secret" not in file.read_bytes()
    assert len(memory.entries) == 1
    secrets.delete("a")
    secrets.delete("a")
    assert not memory.entries


def test_each_installation_has_its_own_entries(tmp_path: Path, memory: MemoryKeyring) -> None:
    Secrets(tmp_path / "one" / "k").put("a", b"1")
    Secrets(tmp_path / "two" / "k").put("a", b"2")
    assert Secrets(tmp_path / "one" / "k").get("a") == b"1"


def test_what_began_with_a_keyring_never_falls_back_to_a_file(tmp_path: Path, memory: MemoryKeyring) -> None:
    file = tmp_path / "workstation.key"
    Secrets(file).put("a", b"secret")
    memory.locked = True
    later = Secrets(file)
    assert later.key_class == "keyring"
    with pytest.raises(SecretsUnreadable) as unreadable:
        later.get("a")
    assert unreadable.value.key_class == "keyring"


def test_what_began_with_a_file_stays_with_it(tmp_path: Path, memory: MemoryKeyring) -> None:
    file = tmp_path / "workstation.key"
    Secrets(file, use_keyring=False).put("a", b"secret")
    assert Secrets(file).key_class == "file"
    assert Secrets(file).get("a") == b"secret"
    assert not memory.entries


def test_a_locked_keyring_is_none_for_a_new_installation(tmp_path: Path, memory: MemoryKeyring) -> None:
    memory.locked = True
    assert Secrets(tmp_path / "k").key_class == "file"


def test_a_keyring_that_hangs_is_left_alone(
    tmp_path: Path, memory: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(credentials, "KEYRING_SECONDS", 0.05)
    memory.hang = threading.Event()
    assert Secrets(tmp_path / "k").key_class == "file"
    memory.hang.set()


@pytest.mark.parametrize("content", [b"{", b'{"a": 1}', b"\xff", b'{"a": "not base64!"}'])
def test_a_damaged_file_is_never_answered_with_new_secrets(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "workstation.key"
    file.write_bytes(content)
    with pytest.raises(SecretsUnreadable):
        Secrets(file).ensure("a", lambda: b"new")
    assert file.read_bytes() == content


def test_keys_are_made_once(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path / "k")
    first = workstation_key(secrets)
    assert isinstance(first.curve, ec.SECP256R1)
    assert workstation_key(Secrets(tmp_path / "k")).private_numbers() == first.private_numbers()
    assert terminal_store_key(secrets) == terminal_store_key(Secrets(tmp_path / "k"))
    assert len(terminal_store_key(secrets)) == 32


def test_every_secret_of_the_program_fits_windows_credential_manager(
    tmp_path: Path, memory: MemoryKeyring
) -> None:
    secrets = Secrets(tmp_path / "k")
    workstation_key(secrets)
    terminal_store_key(secrets)
    vault = Vault(tmp_path / "account-a.vault", "a" * ACCOUNT_ID_LENGTH, "workstation", secrets)
    vault.add_device_slot(vault.create())
    assert len(memory.entries) == 3
    with pytest.raises(SecretsUnreadable):
        secrets.put("too long", bytes(MOST_BYTES))


def test_a_secret_that_is_no_p256_key_is_refused(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path / "k")
    secrets.put(credentials.WORKSTATION_KEY, b"nonsense")
    with pytest.raises(SecretsUnreadable):
        workstation_key(secrets)


def test_nothing_secret_in_a_repr(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path / "k")
    secrets.put("a", b"hush")
    assert repr(secrets) == "Secrets(file)"
