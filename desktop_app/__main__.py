"""``ioc-desk`` and ``python -m desktop_app``: the one place that looks upward, at the windows.

Everything else below ``ui`` runs without a display. The command line is handed what lies above it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.core import Core
    from desktop_app.demo import Demo
    from desktop_app.doctor.finding import Finding


class Windows:
    """What lies above, each part loaded when it is asked for; see ``desktop_app.cli.Screens``."""

    def open_program(self, core: Core, demo: Demo | None = None) -> int:
        """Open the windows over ``core`` (started and stopped by them); return the exit code."""
        from ui.application import run

        if demo is None:
            return run(core)
        from ui.training.environment import Training

        return run(core, (), Training(demo.cards, demo.readers, demo.sandbox))

    def doctor_text(self, findings: Sequence[Finding], language: str) -> str:
        """Return what the doctor found, in sentences with their remedies."""
        from ui.doctor.terminal import terminal_text

        return terminal_text(findings, language)

    def doctor_words(self, findings: Sequence[Finding], language: str) -> Sequence[tuple[str, str]]:
        """Return the sentence and the remedy of each finding."""
        from ui.doctor.terminal import terminal_words

        return terminal_words(findings, language)

    def run_tour(self, out: Path) -> int:
        """Drive the real program through a whole day; return 0 when every step held."""
        from ui.tour.day import run

        return run(out)

    def run_gallery(self, out: Path, screen: str = "") -> int:
        """Photograph every view in every appearance, on all screens or one; 0 when every view was reached."""
        from ui.gallery.walk import run

        return run(out, screen)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, without any the program itself; return its exit code."""
    from desktop_app import cli

    return cli.main(sys.argv[1:] if argv is None else argv, Windows())


if __name__ == "__main__":
    sys.exit(main())
