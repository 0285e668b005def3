"""Where a field came from, and whether it may be believed.

A keyboard-wedge scanner types through the input method of the workstation, which damages Vietnamese letters
without a sign of it; digits survive. So letters are taken from a serial scanner or the chip only.
"""

from __future__ import annotations

from enum import Enum


class Source(Enum):
    """How something reached the program; the values are stable codes."""

    CHIP = "chip"
    SERIAL_SCANNER = "serial_scanner"
    WEDGE_SCANNER = "wedge_scanner"
    TYPED = "typed"

    @property
    def keeps_letters(self) -> bool:
        """Whether letters arrive as they were."""
        return self is not Source.WEDGE_SCANNER
