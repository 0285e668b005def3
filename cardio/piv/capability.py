"""The card capability container (SP 800-73-5 part 1, 3.1.1): kept for old middleware."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import objects

CARD_IDENTIFIER: Final = 0xF0
CONTAINER_VERSION: Final = 0xF1
GRAMMAR_VERSION: Final = 0xF2
DATA_MODEL: Final = 0xF5
PIV_DATA_MODEL: Final = 0x10
_EMPTY: Final = (0xF3, 0xF4, 0xF6, 0xF7, 0xFA, 0xFB, 0xFC, 0xFD)
_VERSION: Final = 0x21


@dataclass(frozen=True, slots=True)
class CapabilityContainer:
    """`card_identifier` names maker and chip (GSC-RID ‖ manufacturer ‖ card type ‖ card id); may be empty."""

    card_identifier: bytes
    data_model: int


def read(content: bytes) -> CapabilityContainer:
    """The container in the value of the data object (without tag 53); ProtocolViolation when malformed."""
    fields = dict(tlv.elements(content))
    model = fields.get(DATA_MODEL, b"")
    if len(model) != 1:
        raise ProtocolViolation("ccc")
    return CapabilityContainer(fields.get(CARD_IDENTIFIER, b""), model[0])


def write(card_identifier: bytes) -> bytes:
    """The value of the data object (without tag 53)."""
    elements = (
        (CARD_IDENTIFIER, card_identifier),
        (CONTAINER_VERSION, bytes((_VERSION,))),
        (GRAMMAR_VERSION, bytes((_VERSION,))),
        *((tag, b"") for tag in _EMPTY[:2]),
        (DATA_MODEL, bytes((PIV_DATA_MODEL,))),
        *((tag, b"") for tag in _EMPTY[2:]),
        (objects.ERROR_DETECTION, b""),
    )
    return b"".join(tlv.encode(tag, value) for tag, value in elements)
