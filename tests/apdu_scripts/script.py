"""A script read from its file, and the card that it describes."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.support.apdu_script import ApduScript

FOLDER: Final = Path(__file__).parent


@dataclass
class Script:
    """``given``: values by name; ``exchanges``: commands and answers in hexadecimal, in their order."""

    given: dict[str, bytes] = field(default_factory=dict)
    exchanges: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def load(cls, name: str) -> Script:
        """Read ``name`` below this folder; raises ValueError for a line that is none."""
        script, pending = cls(), ""
        for line in _joined((FOLDER / f"{name}.apdu").read_text(encoding="utf-8")):
            sign, _, rest = line.partition(" ")
            if sign == "=":
                what, _, value = rest.partition(" ")
                script.given[what] = bytes.fromhex(value)
            elif sign == ">" and not pending:
                pending = rest
            elif sign == "<" and pending:
                script.exchanges.append((pending, rest))
                pending = ""
            else:
                raise ValueError(line)
        if pending:
            raise ValueError(pending)
        return script


class ScriptedCard(ApduScript):
    """The card of a script, in a reader that carries extended length where the script uses it."""

    reader = "R"
    contactless = False

    def __init__(self, script: Script, *, extended: bool) -> None:
        super().__init__(script.exchanges)
        self.max_apdu = 65544 if extended else 261
        self.atr = b"\x3b\x00"  # says nothing: what the card can do is found out by asking

    def transaction(self) -> AbstractContextManager[None]:
        """Nobody else is there."""
        return nullcontext()

    def reset(self) -> None:
        """No script resets its card."""
        raise AssertionError("reset")


def _joined(text: str) -> list[str]:
    """Lines without comments, indented ones joined to the one before."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line[0] == " ":
            lines[-1] += line.strip()
        else:
            lines.append(line.rstrip())
    return lines
