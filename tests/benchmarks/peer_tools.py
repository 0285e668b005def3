"""Other programs that sign with a PIV card, as P1 and P2 hold ours against them: OpenSC's and Yubico's.

Each is given what it needs to do nothing but sign: the key by its slot, the hash ready where it takes one.
What they do beside it (reading certificates, asking for the card's name, a login that 9E does not need) is
their own choice, and is counted.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardio.piv import Slot
from cardio.simulator import KeyKind

_SHA256_INFO: Final = bytes.fromhex("3031300d060960864801650304020105000420")
_OBJECTS: Final = {Slot.AUTHENTICATION: "01", Slot.CARD_AUTHENTICATION: "04"}
_ALGORITHMS: Final = {KeyKind.RSA2048: "RSA2048", KeyKind.P256: "ECCP256", KeyKind.P384: "ECCP384"}


@dataclass(frozen=True)
class Tool:
    """A program and how it is told to sign the file ``message`` in ``folder``."""

    name: str
    command: Callable[[Path, KeyKind, Slot, str], list[str]]

    @property
    def is_installed(self) -> bool:
        """Whether it can be run here."""
        return shutil.which(self.name) is not None


def prepare(folder: Path, message: bytes) -> None:
    """Write what the tools are given: the message, and its hash for each kind of key."""
    (folder / "message").write_bytes(message)
    (folder / KeyKind.RSA2048.value).write_bytes(_SHA256_INFO + hashlib.sha256(message).digest())
    (folder / KeyKind.P256.value).write_bytes(hashlib.sha256(message).digest())
    (folder / KeyKind.P384.value).write_bytes(hashlib.sha384(message).digest())


def _opensc(folder: Path, kind: KeyKind, slot: Slot, pin: str) -> list[str]:
    mechanism = "RSA-PKCS" if kind is KeyKind.RSA2048 else "ECDSA"
    files = ["--input-file", str(folder / kind.value), "--output-file", str(folder / "opensc.sig")]
    return [
        "pkcs11-tool",
        "--sign",
        "--id",
        _OBJECTS[slot],
        "--mechanism",
        mechanism,
        "--login",
        "--pin",
        pin,
        *files,
    ]


def _yubico(folder: Path, kind: KeyKind, slot: Slot, pin: str) -> list[str]:
    first = (
        ["verify-pin", "--pin", pin] if slot is Slot.AUTHENTICATION else ["version"]
    )  # it wants some action
    hashed = "SHA384" if kind is KeyKind.P384 else "SHA256"
    what = ["--slot", f"{slot:x}", "--algorithm", _ALGORITHMS[kind], "--hash", hashed]
    files = ["--input", str(folder / "message"), "--output", str(folder / "yubico.sig")]
    return ["yubico-piv-tool", "--reader", "Virtual PCD", "--action", *first, "--sign", *what, *files]


TOOLS: Final = (Tool("pkcs11-tool", _opensc), Tool("yubico-piv-tool", _yubico))
