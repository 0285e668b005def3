"""Files on a report: what may be one, how each is named, and the line of the feed that tells of it.

A file is known by its report and the SHA-256 of its content together: nobody learns from a hash alone
that the same file lies elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_THUMBNAIL_BYTES: Final = 64 * 1024
MAX_FILES: Final = 10
MAX_NAME: Final = 120
_ID_LENGTH: Final = 32
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_SIGNS: Final = (
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"WEBP", 8, "image/webp"),
    (b"%PDF-", 0, "application/pdf"),
)


class Variant(StrEnum):
    """Which form of a file: ``copy`` carries no camera data; ``original`` is as it was taken."""

    THUMBNAIL = "thumbnail"
    COPY = "copy"
    ORIGINAL = "original"


class Moment(StrEnum):
    """When a photo was brought: before the work began (by the citizen, as a rule) or after."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a report as the feed tells it; hashes are SHA-256 in hex, ``size`` is the original's bytes.

    ``copy_sha256`` is the hash of the form without camera data; ``thumbnail`` the small picture's hash
    where there is one; ``redacts`` the hash of the file that this one replaces in public; ``number`` its
    place among those attached with it.
    """

    id: str
    report_id: str
    sha256: str
    copy_sha256: str
    size: int
    media_type: str
    name: str
    by: str
    by_name: str
    at: datetime
    version: int = 1
    number: int = 0
    thumbnail: str | None = None
    redacts: str | None = None


def attachment_id(report_id: str, sha256: str) -> str:
    """Return the id of a file on a report: the same file twice on one report is one file."""
    return hashlib.sha256(f"{report_id}:{sha256}".encode()).hexdigest()[:_ID_LENGTH]


def moment_of(at: datetime, distributed_at: datetime | None) -> Moment:
    """Return what a photo brought ``at`` shows: once a unit is at it, the work, as far as one can tell."""
    return Moment.AFTER if distributed_at is not None and at >= distributed_at else Moment.BEFORE


class EvidenceFault(StrEnum):
    """What an answer lacks where the category wants to see what was fixed; the rule's code on the wire."""

    AFTER_MISSING = "evidence_after_missing"
    BEFORE_MISSING = "evidence_before_missing"


def evidence_fault(shown: Collection[Moment], known: Collection[Moment]) -> EvidenceFault | None:
    """Return what pictures ``shown`` to the public lack as evidence; None where they will do.

    One from after the work always; one from before it where the report has any (``known``).
    """
    if Moment.AFTER not in shown:
        return EvidenceFault.AFTER_MISSING
    lacks = Moment.BEFORE in known and Moment.BEFORE not in shown
    return EvidenceFault.BEFORE_MISSING if lacks else None


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of a content, in lower-case hex."""
    return hashlib.sha256(content).hexdigest()


def is_sha256(text: str) -> bool:
    """Tell whether ``text`` is a SHA-256 in lower-case hex."""
    return _SHA256.fullmatch(text) is not None


def media_type_of(content: bytes) -> str | None:
    """Return the media type that the first bytes of ``content`` show, None for one that is not taken."""
    for sign, at, media_type in _SIGNS:
        if content[at : at + len(sign)] == sign and (at == 0 or content[:4] == b"RIFF"):
            return media_type
    return None


def is_picture(media_type: str) -> bool:
    """Tell whether files of this type are pictures."""
    return media_type.startswith("image/")


def plain_name(name: str) -> str:
    """Return a file's name without path, control characters and excess."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(c for c in last if c.isprintable()).strip()[:MAX_NAME] or "file"
