"""The vault: the key of a person's store, wrapped for their card and, by policy, for this device.

A slot is stored only after it was proved by unwrapping it again. Nothing is ever derived from a
signature. Whoever holds card, PIN and disk can always decrypt; with a device slot, whoever holds the
disk and the workstation's secrets can: its keyring's, or those in its owner's file on that very disk.

The card must have its PIN verified, in the transaction of the caller.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio.errors import OBJECT_FAULTS, UnsupportedKey, WrongKey
from cardio.keys import SlotKeys
from cardio.piv import Piv, Slot
from cardio.piv.algorithms import PublicKey
from cardio.piv.objects import RetiredSlot
from desktop_app.credentials import Secrets, vault_secret
from desktop_app.host import put_in_place
from desktop_app.vault.slots import (
    KEY_BYTES,
    Binding,
    KeySlot,
    SlotCorrupt,
    SlotKind,
    VaultError,
    VaultMissing,
    certificate_sha256,
    read_slots,
    seal,
    unseal,
    write_slots,
)

_UNREADABLE = (*OBJECT_FAULTS, UnsupportedKey)
_NO_CERTIFICATE = "0" * 64


class WrongCard(VaultError):
    """No slot of this vault was made for the card's key."""

    code = "vault_wrong_card"


class DeviceSecretMissing(VaultError):
    """The workstation no longer holds this device's part: it was wiped, or the profile is another's."""

    code = "vault_device_secret_missing"


class CardUnsuitable(VaultError):
    """The card's 9D key must not hold this vault; ``reason`` tells why.

    ``usage``: its certificate is for something else; ``holder`` or ``card``: it names another person
    or another card than 9A; ``key``: a kind of key that we do not use.
    """

    code = "vault_card_unsuitable"

    def __init__(self, reason: Literal["usage", "holder", "card", "key"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class CardKeys:
    """The certificates of one card, as read from it: who signs in (9A) and what may unwrap (9D)."""

    authentication: x509.Certificate = field(repr=False)
    key_management: x509.Certificate = field(repr=False)


class Vault:
    """The wrapped key of one account on this workstation."""

    def __init__(self, file: Path, account_id: str, workstation_id: str, secrets: Secrets) -> None:
        self._file = file
        self._binding = Binding(account_id, workstation_id)
        self._secrets = secrets
        self._secret_name = vault_secret(account_id)

    @property
    def exists(self) -> bool:
        """Whether there is anything to unlock; raises ``VaultCorrupt``."""
        return bool(self._slots())

    @property
    def successor(self) -> Vault:
        """The vault of the key that comes next, while a rotation is under way; else there is none."""
        return Vault(
            self._next_file,
            self._binding.account_id,
            self._binding.workstation_id,
            self._secrets,
        )

    @property
    def made_at(self) -> datetime | None:
        """When the present key was made; None where there is no vault."""
        try:
            return datetime.fromtimestamp(self._file.stat().st_mtime, UTC)
        except OSError:
            return None

    def succeed(self) -> None:
        """The store is under the next key: the successor takes this one's place, at once and whole."""
        put_in_place(self._next_file, self._file)

    @property
    def _next_file(self) -> Path:
        return self._file.with_name(f"{self._file.name}.next")

    def kinds(self) -> tuple[SlotKind, ...]:
        """Return the kinds of slots, for the settings to say what opens the store."""
        return tuple(slot.kind for slot in self._slots())

    def create(self) -> bytes:
        """Return a new random data key (32 bytes). Nothing is stored before its first slot is."""
        return os.urandom(KEY_BYTES)

    # --- card ----------------------------------------------------------------------------------------------

    def add_card_slot(
        self, key: bytes, keys: SlotKeys, card: CardKeys, check_path: Callable[[x509.Certificate], object]
    ) -> None:
        """Wrap ``key`` for the card's 9D key, prove it on the card, then store the slot.

        ``check_path`` raises where the certificate leads to no anchor. Raises ``CardUnsuitable``,
        ``SlotCorrupt`` where the card does not unwrap what was wrapped for it, and card errors.
        """
        check_suitable(card)
        check_path(card.key_management)
        slot = self._wrap(key, card.key_management, self._joining_secret(create=True))
        proved = self._open(slot, keys, card.key_management)
        if not hmac.compare_digest(proved, key):
            raise SlotCorrupt
        self._store(slot)

    def unlock_with_card(self, keys: SlotKeys, certificate_9d: x509.Certificate) -> bytes:
        """Return the data key by the card's 9D key.

        Raises ``VaultMissing``, ``WrongCard``, ``SlotCorrupt``, ``DeviceSecretMissing`` and card errors.
        """
        slots = self._slots()
        if not slots:
            raise VaultMissing
        wanted = certificate_sha256(certificate_9d)
        for slot in slots:
            if slot.kind != "device" and slot.certificate_sha256 == wanted:
                return self._open(slot, keys, certificate_9d)
        raise WrongCard

    def others(self) -> list[Vault]:
        """Return the vaults of the other accounts on this workstation."""
        files = (path for path in self._file.parent.glob("account-*.vault") if path != self._file)
        made = ((path, path.stem.removeprefix("account-")) for path in sorted(files))
        return [Vault(path, id_, self._binding.workstation_id, self._secrets) for path, id_ in made]

    def unlock_as_successor(
        self, piv: Piv, certificate_9d: x509.Certificate, retired: Mapping[RetiredSlot, x509.Certificate]
    ) -> bytes | None:
        """Return the data key by what a renewed card kept: its 9D key, or one of ``retired`` (82 … 95).

        None where it kept none of this vault's: then it is somebody else's. Raises as ``unlock_with_card``.
        """
        kept: dict[str, tuple[SlotKeys, x509.Certificate]] = {
            certificate_sha256(certificate): (_RetiredKey(piv, slot), certificate)
            for slot, certificate in retired.items()
        }
        kept[certificate_sha256(certificate_9d)] = (piv, certificate_9d)
        for slot in self._slots():
            if slot.kind != "device" and slot.certificate_sha256 in kept:
                keys, certificate = kept[slot.certificate_sha256]
                return self._open(slot, keys, certificate)
        return None

    def _wrap(self, key: bytes, certificate: x509.Certificate, salt: bytes | None) -> KeySlot:
        public_key, digest = certificate.public_key(), certificate_sha256(certificate)
        if isinstance(public_key, ec.EllipticCurvePublicKey):
            ephemeral = ec.generate_private_key(public_key.curve)
            point = ephemeral.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
            shared = ephemeral.exchange(ec.ECDH(), public_key)
            return seal(key, "card-ec", digest, point, shared, salt, self._binding)
        if isinstance(public_key, rsa.RSAPublicKey):
            seed = os.urandom(KEY_BYTES)
            oaep = padding.OAEP(padding.MGF1(SHA256()), SHA256(), None)
            return seal(key, "card-rsa", digest, public_key.encrypt(seed, oaep), seed, salt, self._binding)
        raise CardUnsuitable("key")

    def _open(self, slot: KeySlot, keys: SlotKeys, certificate: x509.Certificate) -> bytes:
        salt = self._joining_secret(create=False) if slot.device_secret else None
        if slot.device_secret and salt is None:
            raise DeviceSecretMissing
        return unseal(slot, _card_secret(slot, keys, certificate), salt, self._binding)

    # --- device --------------------------------------------------------------------------------------------

    def add_device_slot(self, key: bytes) -> None:
        """Wrap ``key`` for this device's own secret; only where policy allows."""
        secret = self._secrets.ensure(self._secret_name, _new_secret)
        slot = seal(key, "device", _NO_CERTIFICATE, b"", secret, None, self._binding)
        if not hmac.compare_digest(unseal(slot, secret, None, self._binding), key):
            raise SlotCorrupt
        self._store(slot)

    def unlock_with_device(self) -> bytes:
        """Return the data key by the device's secret; a fresh card signature is the caller's to ask for.

        Raises ``VaultMissing``, ``DeviceSecretMissing``, ``SlotCorrupt``.
        """
        slot = next((slot for slot in self._slots() if slot.kind == "device"), None)
        if slot is None:
            raise VaultMissing
        secret = self._secrets.get(self._secret_name)
        if secret is None:
            raise DeviceSecretMissing
        return unseal(slot, secret, None, self._binding)

    def _joining_secret(self, *, create: bool) -> bytes | None:
        """The keyring's secret for this account; None without a keyring, or where it holds none.

        A file's would add nothing to the card's key: it lies beside the slots.
        """
        if self._secrets.key_class != "keyring":
            return None
        if create:
            return self._secrets.ensure(self._secret_name, _new_secret)
        return self._secrets.get(self._secret_name)

    # --- file ----------------------------------------------------------------------------------------------

    def _slots(self) -> tuple[KeySlot, ...]:
        return read_slots(self._file, self._binding)

    def _store(self, slot: KeySlot) -> None:
        """Add the slot in place of the one for the same key."""
        same = (slot.kind, slot.certificate_sha256)
        others = tuple(s for s in self._slots() if (s.kind, s.certificate_sha256) != same)
        write_slots(self._file, self._binding, (*others, slot))


@dataclass(frozen=True, slots=True)
class _RetiredKey:
    """A key that a renewal retired, in the place of 9D."""

    piv: Piv
    slot: RetiredSlot

    def sign(self, slot: Slot, public_key: PublicKey, message: bytes, /) -> bytes:
        """A retired key signs nothing; any other does as before."""
        return self.piv.sign(slot, public_key, message)

    def agree(self, _slot: Slot, peer: ec.EllipticCurvePublicKey, /) -> bytes:
        """Z of the retired key and ``peer``."""
        return self.piv.agree(self.slot, peer)

    def decipher_oaep(self, _slot: Slot, public_key: rsa.RSAPublicKey, ciphertext: bytes, /) -> bytes:
        """The message encrypted to the retired key."""
        return self.piv.decipher_oaep(self.slot, public_key, ciphertext)


def retired_keys(piv: Piv) -> dict[RetiredSlot, x509.Certificate]:
    """Return what of the key history can be read; before the PIN is presented, which cards may forget at it.

    Raises what ends the conversation with the card.
    """
    found: dict[RetiredSlot, x509.Certificate] = {}
    with suppress(*_UNREADABLE):
        for slot in piv.key_history().on_card():
            with suppress(*_UNREADABLE):
                found[slot] = piv.certificate(slot)
    return found


def _new_secret() -> bytes:
    return os.urandom(KEY_BYTES)


def _card_secret(slot: KeySlot, keys: SlotKeys, certificate: x509.Certificate) -> bytes:
    """What only the card's key can find again: ECDH with the ephemeral point, or the OAEP plaintext."""
    public_key = certificate.public_key()
    try:
        if isinstance(public_key, ec.EllipticCurvePublicKey) and slot.kind == "card-ec":
            peer = ec.EllipticCurvePublicKey.from_encoded_point(public_key.curve, slot.public)
            return keys.agree(Slot.KEY_MANAGEMENT, peer)
        if isinstance(public_key, rsa.RSAPublicKey) and slot.kind == "card-rsa":
            return keys.decipher_oaep(Slot.KEY_MANAGEMENT, public_key, slot.public)
    except (ValueError, WrongKey):
        raise SlotCorrupt from None
    raise SlotCorrupt


def check_suitable(card: CardKeys) -> None:
    """Raise ``CardUnsuitable`` unless 9D is for unwrapping, and of the same holder and card as 9A."""
    own, wrapping = card.authentication, card.key_management
    usage = _key_usage(wrapping)
    public_key = wrapping.public_key()
    if not isinstance(public_key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        raise CardUnsuitable("key")
    if isinstance(public_key, ec.EllipticCurvePublicKey):
        fit = usage is not None and usage.key_agreement
    else:
        fit = usage is not None and usage.key_encipherment
    if not fit:
        raise CardUnsuitable("usage")
    if own.subject != wrapping.subject or own.issuer != wrapping.issuer:
        raise CardUnsuitable("holder")
    if _card_names(own) != _card_names(wrapping):
        raise CardUnsuitable("card")


def _key_usage(certificate: x509.Certificate) -> x509.KeyUsage | None:
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return None


def _card_names(certificate: x509.Certificate) -> frozenset[str]:
    """The URIs (the card's GUID as ``urn:uuid:``, FIPS 201-3, 4.2.2) of the subject's alternative names."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return frozenset()
    return frozenset(names.get_values_for_type(x509.UniformResourceIdentifier))
