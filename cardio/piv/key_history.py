"""The key history (SP 800-73-5 part 1, 3.3.3): how many retired key management keys a card keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects
from cardio.piv.objects import RetiredSlot

WITH_CERTIFICATE: Final = 0xC1
WITHOUT_CERTIFICATE: Final = 0xC2
CERTIFICATE_URL: Final = 0xF3


@dataclass(frozen=True, slots=True)
class KeyHistory:
    """Keys with their certificates on the card, from the first slot up; and those whose are elsewhere."""

    with_certificate: int
    without_certificate: int
    url: str = ""  # never followed

    def on_card(self) -> Iterator[RetiredSlot]:
        """The slots whose certificates can be read."""
        return (RetiredSlot(objects.FIRST_RETIRED_KEY + number) for number in range(self.with_certificate))


def read(content: bytes) -> KeyHistory:
    """The history in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    counts = [fields.get(tag, b"\0") for tag in (WITH_CERTIFICATE, WITHOUT_CERTIFICATE)]
    if any(len(count) != 1 for count in counts):
        raise ProtocolViolation("key_history")
    here, elsewhere = counts[0][0], counts[1][0]
    if here + elsewhere > objects.MOST_RETIRED_KEYS:
        raise ProtocolViolation("key_history")
    return KeyHistory(here, elsewhere, fields.get(CERTIFICATE_URL, b"").decode("ascii", "replace"))


def write(with_certificate: int) -> bytes:
    """The value of the data object (without tag 53) of a card with so many keys, all with certificates."""
    counts = tlv.encode(WITH_CERTIFICATE, bytes((with_certificate,))) + tlv.encode(WITHOUT_CERTIFICATE, b"\0")
    return counts + tlv.encode(CERTIFICATE_URL, b"") + tlv.encode(objects.ERROR_DETECTION, b"")
