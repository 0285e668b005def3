"""What must not lie on the disk in the clear: texts of reports, what people wrote, their PIN."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def in_the_clear(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Return ``file: secret`` for each secret that a file below ``folder`` shows to anybody."""
    wanted = [(secret, form) for secret in secrets for form in (secret.encode(), secret.encode("utf-16-le"))]
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {secret}" for secret, form in wanted if form in content]
    return sorted(set(found))
