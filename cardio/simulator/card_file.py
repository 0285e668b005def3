"""`CardFile`: a virtual PIV card on disk, as JSON. Only ever test material of our own staff CA."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from cryptography import x509

from cardio.piv.objects import RetiredSlot, Slot

DEFAULT_TRIES: Final = 3


@dataclass(frozen=True)
class CardFile:
    """What a card is born with. `keys` are PKCS#8, `certificates` X.509 (DER), `tries` the PIN's limit.

    `global_pin` is the PIN of the whole card, then the one that its holder knows (empty: there is none).
    `objects` are the values of the data objects that an issuer writes, by tag; `retired_keys` and
    `retired_certificates` are the key history.
    """

    label: str
    pin: str = field(repr=False)
    puk: str = field(repr=False)
    keys: Mapping[Slot, bytes] = field(repr=False)
    certificates: Mapping[Slot, bytes] = field(repr=False)
    guid: bytes
    role: str = ""
    tries: int = DEFAULT_TRIES
    blocked: bool = False
    global_pin: str = field(default="", repr=False)
    objects: Mapping[int, bytes] = field(default_factory=dict, repr=False)
    retired_keys: Mapping[RetiredSlot, bytes] = field(default_factory=dict, repr=False)
    retired_certificates: Mapping[RetiredSlot, bytes] = field(default_factory=dict, repr=False)

    def certificate(self, slot: Slot) -> x509.Certificate:
        """The certificate of `slot`; KeyError when the card has none."""
        return x509.load_der_x509_certificate(self.certificates[slot])

    def save(self, path: Path) -> None:
        """Write the card to `path`, whole or not at all; raises OSError."""
        text = json.dumps(self._document(), ensure_ascii=False, indent=1)
        draft = path.with_name(path.name + ".part")
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a card; raises OSError, or ValueError when the file is not one."""
        text = path.read_text(encoding="utf-8")
        try:
            document = json.loads(text)
            return cls(
                label=document["label"],
                role=document["role"],
                pin=document["pin"],
                puk=document["puk"],
                keys=_slots(document["keys"]),
                certificates=_slots(document["certificates"]),
                guid=bytes.fromhex(document["guid"]),
                tries=int(document["tries"]),
                blocked=bool(document["blocked"]),
                global_pin=str(document.get("global_pin", "")),
                objects=_decode(document.get("objects", {})),
                retired_keys=_retired(document.get("retired_keys", {})),
                retired_certificates=_retired(document.get("retired_certificates", {})),
            )
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as defect:
            raise ValueError("not a card file") from defect

    def _document(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "role": self.role,
            "pin": self.pin,
            "puk": self.puk,
            "keys": _encode(self.keys),
            "certificates": _encode(self.certificates),
            "guid": self.guid.hex(),
            "tries": self.tries,
            "blocked": self.blocked,
            "global_pin": self.global_pin,
            "objects": _encode(self.objects),
            "retired_keys": _encode(self.retired_keys),
            "retired_certificates": _encode(self.retired_certificates),
        }


def _encode(parts: Mapping[Any, bytes]) -> dict[str, str]:
    return {f"{number:02X}": b64encode(value).decode("ascii") for number, value in parts.items()}


def _decode(parts: Mapping[str, str]) -> dict[int, bytes]:
    return {int(number, 16): b64decode(value, validate=True) for number, value in parts.items()}


def _slots(parts: Mapping[str, str]) -> dict[Slot, bytes]:
    return {Slot(number): value for number, value in _decode(parts).items()}


def _retired(parts: Mapping[str, str]) -> dict[RetiredSlot, bytes]:
    return {RetiredSlot(number): value for number, value in _decode(parts).items()}
