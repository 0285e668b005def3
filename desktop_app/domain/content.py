"""The content hash that submit, approve and publish are bound to.

SHA-256 over the canonical JSON (RFC 8785 restricted to strings and arrays: sorted keys, no white
space, UTF-8) of exactly what the citizen will see.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence


def content_sha256(text: str, outcome: str, publisher_unit: str, attachments: Sequence[str] = ()) -> str:
    """Return the hash (hex) of an answer; ``attachments`` are SHA-256 (hex) in shown order."""
    seen = {
        "attachments": list(attachments),
        "outcome": str(outcome),
        "publisher_unit": publisher_unit,
        "text": text,
    }
    canonical = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
