"""The slots of a vault: one data key wrapped several ways, and the file that holds them.

A slot's secret (ECDH with the card's key, RSA-OAEP to it, or the device's own) passes HKDF-SHA256
(RFC 5869) and wraps the data key with AES-256-GCM. ``info`` binds it to account, workstation,
certificate and the ephemeral key, so that a slot moved elsewhere opens nothing.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding

from desktop_app import host

KEY_BYTES = 32
_NONCE_BYTES = 12
_LABEL = b"ioc-vault-v1"
SlotKind = Literal["card-ec", "card-rsa", "device"]


class VaultError(Exception):
    """Base of what keeps a vault closed; ``code`` is looked up by ``ui.wording``."""

    code: ClassVar[str] = "vault"


class VaultMissing(VaultError):
    """This account has no vault on this workstation."""

    code = "vault_missing"


class VaultCorrupt(VaultError):
    """The vault's file cannot be read."""

    code = "vault_corrupt"


class SlotCorrupt(VaultError):
    """The slot was found, but does not open: it was damaged, or belongs to another key."""

    code = "vault_slot_corrupt"


@dataclass(frozen=True, slots=True)
class Binding:
    """What every slot of one vault is bound to."""

    account_id: str
    workstation_id: str


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One wrapping of the data key.

    ``public`` is what the secret is found with again: the ephemeral point (``04‖X‖Y``), the OAEP
    ciphertext, or nothing for a device. ``device_secret`` tells that the keyring's secret joined.
    """

    kind: SlotKind
    certificate_sha256: str
    public: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    device_secret: bool


@dataclass(frozen=True, slots=True)
class _File:
    """What a vault's file holds, as JSON."""

    binding: Binding
    slots: tuple[KeySlot, ...]
    version: int = 1


def seal(
    key: bytes,
    kind: SlotKind,
    certificate_sha256: str,
    public: bytes,
    secret: bytes,
    salt: bytes | None,
    to: Binding,
) -> KeySlot:
    """Wrap ``key`` under ``secret``; ``salt`` is the device's secret where there is one."""
    nonce = os.urandom(_NONCE_BYTES)
    wrapping = _derive(secret, salt, _info(to, certificate_sha256, public))
    wrapped = AESGCM(wrapping).encrypt(nonce, key, None)
    return KeySlot(kind, certificate_sha256, public, nonce, wrapped, salt is not None)


def unseal(slot: KeySlot, secret: bytes, salt: bytes | None, to: Binding) -> bytes:
    """Return the data key; raise ``SlotCorrupt``."""
    try:
        wrapping = _derive(secret, salt, _info(to, slot.certificate_sha256, slot.public))
        key = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, None)
    except (InvalidTag, ValueError):
        raise SlotCorrupt from None
    if len(key) != KEY_BYTES:
        raise SlotCorrupt
    return key


def _info(to: Binding, certificate_sha256: str, public: bytes) -> bytes:
    bound = to.account_id.encode() + to.workstation_id.encode() + bytes.fromhex(certificate_sha256)
    return _LABEL + bound + public


def _derive(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, info).derive(secret)


def certificate_sha256(certificate: x509.Certificate) -> str:
    """Return the hex SHA-256 of a certificate's DER."""
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def read_slots(file: Path, binding: Binding) -> tuple[KeySlot, ...]:
    """Return the slots in ``file``, none where it does not exist; raise ``VaultCorrupt``."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=_File)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):  # the decoder's own error, or of bytes that are no UTF-8
        raise VaultCorrupt from None
    if found.binding != binding:
        raise VaultCorrupt
    return found.slots


def write_slots(file: Path, binding: Binding, slots: tuple[KeySlot, ...]) -> None:
    """Write the slots, whole or not at all, on the disk when this returns."""
    host.write_private(file, msgspec.json.encode(_File(binding, slots)))
