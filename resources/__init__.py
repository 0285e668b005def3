"""What ships beside the code, reached by name: no Qt, no imports from the other packages.

Map:
    icons/ sounds/ guide/     what the screens show, play and explain
    translations/             texts; the ``.ts`` files are the source
    migrations/               the SQL that makes each encrypted store, by name
    central_api/              the contract of the central API, and the citizen's page
    working_days.json         the fallback calendar, as the library of holidays knows it
    city/                     what a sandbox is seeded with: the demo city, real requests of New York
"""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


class ResourceMissing(LookupError):
    """No such resource; ``name`` is what was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def locate(name: str) -> Path:
    """Return the path of the file or folder ``name`` (``icons/lock.svg``); raise ``ResourceMissing``."""
    path = (_ROOT / name).resolve()
    if not path.is_relative_to(_ROOT) or not path.exists():
        raise ResourceMissing(name)
    return path


def read_bytes(name: str) -> bytes:
    """Return the content of ``name``; raise ``ResourceMissing``."""
    return locate(name).read_bytes()


def read_text(name: str) -> str:
    """Return the UTF-8 text of ``name``; raise ``ResourceMissing``."""
    return locate(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str = "") -> tuple[str, ...]:
    """Return the file names in ``folder`` that end in ``suffix``, sorted; raise ``ResourceMissing``."""
    return tuple(sorted(p.name for p in locate(folder).iterdir() if p.is_file() and p.name.endswith(suffix)))
