"""Read the texts of ``ui`` into the catalogues and compile them (``make translations``).

Runs Qt's own ``lupdate`` and ``lrelease`` from the same environment. Exits with 1 and lists what is left
when a text has no translation yet.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from resources.translations import FOLDER, LANGUAGES, compiled, source

PROJECT = FOLDER.parent.parent
_UPDATE = ("-silent", "-no-obsolete", "-locations", "none")
_QT_LANGUAGE = {"vi": "vi_VN", "en": "en_US"}


def tool(name: str) -> str:
    """Return the path of a Qt command that was installed beside this interpreter."""
    found = sorted(Path(sys.executable).parent.glob(f"pyside6-{name}*"))
    return str(found[0]) if found else f"pyside6-{name}"


def sources() -> list[str]:
    """Return the Python files that hold texts, relative to the project."""
    return sorted(str(path.relative_to(PROJECT)) for path in (PROJECT / "ui").rglob("*.py"))


def update(language: str, target: Path) -> None:
    """Merge the literals of the sources into ``target``; English keeps plural forms only."""
    plural = ["-pluralonly"] if language == "en" else []
    languages = ["-source-language", "en_US", "-target-language", _QT_LANGUAGE[language]]
    subprocess.run(
        [tool("lupdate"), *_UPDATE, *plural, *languages, *sources(), "-ts", str(target)],
        cwd=PROJECT,
        check=True,
        timeout=120,
    )


def release(text: Path, target: Path) -> None:
    """Compile the catalogue ``text`` to ``target``, put in place whole.

    Qt maps a compiled catalogue into memory: written in place it would tear a running program down.
    """
    fresh = target.with_suffix(".new")
    subprocess.run([tool("lrelease"), "-silent", str(text), "-qm", str(fresh)], check=True, timeout=120)
    fresh.replace(target)


def unfinished(catalogue: Path) -> list[str]:
    """Return ``context: source`` of every message without a finished translation."""
    missing = []
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return missing


def main() -> int:
    """Update and compile every catalogue; return the exit code."""
    missing: list[str] = []
    for language in LANGUAGES:
        update(language, source(language))
        release(source(language), compiled(language))
        missing += [f"[{language}] {line}" for line in unfinished(source(language))]
    sys.stdout.write("".join(f"no translation: {line}\n" for line in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
