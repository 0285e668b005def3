"""The texts in Vietnamese and English: ``.ts`` files are the source, ``.qm`` files are compiled from them.

``python -m resources.translations`` brings both up to date; the compiled files are kept beside their
sources so that a fresh checkout and a wheel need no build step, and a test proves that they are current.
"""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
LANGUAGES: Final = ("vi", "en")


def source(language: str) -> Path:
    """Return the path of the texts of ``language``."""
    return FOLDER / f"ioc_desk_{language}.ts"


def compiled(language: str) -> Path:
    """Return the path of the compiled texts of ``language``."""
    return FOLDER / f"ioc_desk_{language}.qm"
