"""Secrets of this workstation: in the operating system's keyring, else in a file of its owner's.

Having no keyring is a normal state (a kiosk's service account, a server, a container). Which of the
two it is (``key_class``) is declared at enrolment and in every checkpoint, and never changes in
silence: a workstation that began with one stays with it.

The file beside the stores either holds the secrets or says that the keyring does.
"""

from __future__ import annotations

import logging
import os
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

import keyring
import keyring.errors
import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from desktop_app import host

KeyClass = Literal["keyring", "file"]
KEYRING_SECONDS = 3.0
WORKSTATION_KEY = "workstation-key"
TERMINAL_STORE_KEY = "terminal-store-key"
IN_KEYRING = b"keyring\n"
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


def vault_secret(account_id: str) -> str:
    """Return the name of the secret that joins an account's vault here: without it no such slot opens."""
    return f"vault-{account_id}"


class SecretsUnreadable(Exception):
    """The secrets exist but cannot be read: the keyring is locked or silent, the file damaged.

    ``key_class`` tells which. It is never answered by making new ones, which would lose the old.
    """

    def __init__(self, key_class: KeyClass) -> None:
        super().__init__(key_class)
        self.key_class = key_class


class _Shelf(Protocol):
    """Where named texts are kept."""

    key_class: KeyClass

    def get(self, name: str) -> str | None: ...
    def put(self, name: str, text: str) -> None: ...
    def delete(self, name: str) -> None: ...


class FileShelf:
    """A file that only its owner may read, holding every secret as one JSON object."""

    key_class: KeyClass = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """Return the text kept under ``name``, None where there is none."""
        return self._load().get(name)

    def put(self, name: str, text: str) -> None:
        """Keep ``text``, on the disk when this returns."""
        self._save({**self._load(), name: text})

    def delete(self, name: str) -> None:
        """Forget what is kept under ``name``."""
        kept = self._load()
        if kept.pop(name, None) is not None:
            self._save(kept)

    def _load(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError):
            raise SecretsUnreadable(self.key_class) from None

    def _save(self, kept: dict[str, str]) -> None:
        host.make_private_folder(self._path.parent)
        host.write_private(self._path, msgspec.json.encode(kept))


class KeyringShelf:
    """Entries of the operating system's keyring, named after the installation's folder.

    One entry each: some keyrings hold no more than 1 280 characters in one.
    """

    key_class: KeyClass = "keyring"

    def __init__(self, marker: Path) -> None:
        self._marker = marker
        self._service = f"ioc-desk {marker.parent.resolve()}"

    def get(self, name: str) -> str | None:
        """Return the text kept under ``name``, None where there is none."""
        return self._ask(lambda: keyring.get_password(self._service, name))

    def put(self, name: str, text: str) -> None:
        """Keep ``text``; from the first on, this installation stays with its keyring."""
        self._ask(lambda: keyring.set_password(self._service, name, text))
        if not self._marker.exists():
            host.make_private_folder(self._marker.parent)
            host.write_private(self._marker, IN_KEYRING)

    def delete(self, name: str) -> None:
        """Forget what is kept under ``name``."""
        if self.get(name) is not None:
            self._ask(lambda: keyring.delete_password(self._service, name))

    def _ask(self, question: Callable[[], Result]) -> Result:
        try:
            return _within(KEYRING_SECONDS, question)
        except (TimeoutError, keyring.errors.KeyringError):
            raise SecretsUnreadable(self.key_class) from None


class Secrets:
    """Named secrets. Methods may wait on the keyring for up to 3 s: call them off the main thread."""

    def __init__(self, file: Path, *, use_keyring: bool = True) -> None:
        """Stay with what ``file`` says; the first time, use the keyring where there is one."""
        self._shelf: _Shelf = KeyringShelf(file) if _in_keyring(file, use_keyring) else FileShelf(file)
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"Secrets({self.key_class})"

    @property
    def key_class(self) -> KeyClass:
        """Where the secrets are kept; declared at enrolment."""
        return self._shelf.key_class

    def get(self, name: str) -> bytes | None:
        """Return a secret, None where there is none; raise ``SecretsUnreadable``."""
        with self._lock:
            found = self._shelf.get(name)
        try:
            return None if found is None else b64decode(found, validate=True)
        except ValueError:
            raise SecretsUnreadable(self.key_class) from None

    def put(self, name: str, value: bytes) -> None:
        """Keep a secret; raise ``SecretsUnreadable``."""
        with self._lock:
            self._shelf.put(name, b64encode(value).decode())

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens where there is none."""
        with self._lock:
            self._shelf.delete(name)

    def ensure(self, name: str, create: Callable[[], bytes]) -> bytes:
        """Return the secret ``name``, created and kept first where there is none."""
        found = self.get(name)
        if found is None:
            found = create()
            self.put(name, found)
        return found


def _in_keyring(file: Path, use_keyring: bool) -> bool:
    try:
        return file.read_bytes() == IN_KEYRING
    except OSError:
        return use_keyring and keyring_available()


def keyring_available() -> bool:
    """Tell whether a keyring that really keeps something answers within 3 s."""
    try:
        return _within(KEYRING_SECONDS, _usable_backend)
    except Exception as error:  # noqa: BLE001 - a backend's start may raise anything; then there is none
        _log.info("no keyring: %s", type(error).__name__)
        return False


def _usable_backend() -> bool:
    backend: Any = keyring.get_keyring()
    if float(backend.priority) <= 0 or type(backend).__module__.endswith((".fail", ".null")):
        return False
    keyring.get_password("ioc-desk", "probe")  # a locked or dead service shows only when asked
    return True


def workstation_key(secrets: Secrets) -> ec.EllipticCurvePrivateKey:
    """Return the workstation's P-256 key, made and kept at first use; raise ``SecretsUnreadable``."""
    der = secrets.ensure(WORKSTATION_KEY, _new_key)
    try:
        key = load_der_private_key(der, password=None)
    except (ValueError, TypeError):
        raise SecretsUnreadable(secrets.key_class) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SecretsUnreadable(secrets.key_class)
    return key


def terminal_store_key(secrets: Secrets) -> bytes:
    """Return the key of ``terminal.db``, made and kept at first use; raise ``SecretsUnreadable``."""
    return secrets.ensure(TERMINAL_STORE_KEY, lambda: os.urandom(32))


def _new_key() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def _within(seconds: float, work: Callable[[], Result]) -> Result:
    """Return what ``work`` returns or raise what it raises; ``TimeoutError`` when it takes too long.

    The thread is a daemon: a keyring that hangs must hang neither the program nor its end.
    """
    done = threading.Event()
    outcome: list[Result] = []
    fault: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 - handed to the waiting thread
            fault.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True).start()
    if not done.wait(seconds):
        raise TimeoutError
    if fault:
        raise fault[0]
    return outcome[0]
