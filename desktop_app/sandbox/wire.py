"""Domain objects as the contract's JSON, and back: UTC with microseconds and Z, names as they are."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")


def encode(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return ``value`` (dataclass, collection or scalar) as JSON's own types."""
    if is_dataclass(value) and not isinstance(value, type):
        return {spec.name: encode(getattr(value, spec.name)) for spec in fields(value)}
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(encode(item) for item in value)
    return value


def decode(data: object, kind: type[Kind]) -> Kind:
    """Return ``data`` as ``kind``; unknown fields are passed over. Raises ``msgspec.ValidationError``."""
    return msgspec.convert(data, kind)


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def is_in_calendar(at: datetime) -> bool:
    """Tell whether a time has its zone and is one in UTC, too (0001-01-01T00:00+14:00 is none)."""
    try:
        return at.tzinfo is not None and at.astimezone(UTC) is not None
    except OverflowError:
        return False


def instant(at: datetime) -> str:
    """Return an aware time in the contract's one form."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
