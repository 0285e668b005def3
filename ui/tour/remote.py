"""The harness's end of the line to the program, and the program's process.

Everything asked for is waited for with a deadline; a deadline that passes raises ``NeverHappened`` with what
the screen said last, so that a failed step explains itself.
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 30.0
ANSWER_PATIENCE = 120.0
"""For one answer: every window in six appearances takes its time on a busy machine."""
LOOK_EVERY = 0.05
START_PATIENCE = 60.0


class ProgramGone(RuntimeError):
    """The program's process ended or its line went silent."""


class NeverHappened(AssertionError):
    """What the step waited for did not come; carries the screen's last words."""

    def __init__(self, what: str, screen: str) -> None:
        super().__init__(what)
        self.what = what
        self.screen = screen


class Program:
    """The running program, driven by its accessible names."""

    def __init__(self, command: list[str], environment: Mapping[str, str], log: Path) -> None:
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=dict(environment),
                text=True,
                encoding="utf-8",
            )
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="tour-line", daemon=True).start()
        self._next_answer(START_PATIENCE)

    def press(self, name: str) -> None:
        """Click the widget of this name as soon as it is there and enabled."""
        self._insist("press", name=name)

    def type(self, name: str, text: str, *, instead: bool = False) -> None:
        """Type into the field of this name."""
        self._insist("type", name=name, text=text, instead=instead)

    def key(self, keys: str) -> None:
        """Press a key combination."""
        self._ask("key", keys=keys)

    def answer(self, text: str) -> None:
        """Type into the field of the dialog that is open, in place of what it proposes, and confirm."""
        self._insist("answer", text=text)

    def choose(self, name: str, text: str) -> None:
        """Choose the row or entry that says ``text``."""
        self._insist("choose", name=name, text=text)

    def choose_from_menu(self, button: str, text: str) -> None:
        """Open the menu of a button and choose the entry that begins with ``text``."""
        self.press(button)
        self._insist("menu", text=text)

    def shows(self, name: str) -> bool:
        """Tell whether a widget of this name is on screen now."""
        return name in self.names()

    def rows(self, name: str) -> list[str]:
        """Return the rows of the list of this name."""
        rows: list[str] = self._insist("rows", name=name)
        return rows

    def rows_now(self, name: str) -> list[str] | None:
        """Return the rows of the list of this name; None where none is on screen at this moment."""
        try:
            rows: list[str] = self._ask("rows", name=name)
        except LookupError:
            return None
        return rows

    def read(self, name: str) -> str:
        """Return what the widget of this name says."""
        return str(self._insist("read", name=name))

    def focused(self) -> str:
        """Return the name of what has the focus; empty for nothing."""
        return str(self._ask("focused"))

    def read_focused(self) -> str:
        """Return what the widget that has the focus says."""
        return str(self._ask("read_focused"))

    def screen(self) -> str:
        """Return everything the windows say."""
        return str(self._ask("screen"))

    def title(self) -> str:
        """Return the title of the window that lies over all others."""
        return str(self._ask("title"))

    def names(self) -> list[str]:
        """Return every accessible name on screen."""
        found: list[str] = self._ask("names")
        return found

    def photograph(self, folder: Path, stem: str) -> list[str]:
        """Photograph every window in both languages into ``folder``."""
        saved: list[str] = self._ask("photograph", folder=str(folder), stem=stem)
        return saved

    def wear(
        self, folder: Path, stem: str, schemes: Sequence[str], text_scale: int, spoken: Sequence[str]
    ) -> list[str]:
        """Photograph every window but the tray in these colours and languages."""
        look = {"schemes": list(schemes), "text_scale": text_scale, "spoken": list(spoken)}
        saved: list[str] = self._ask("wear", folder=str(folder), stem=stem, **look)
        return saved

    def disturb(self, how: str, reader: str, **more: object) -> None:
        """Have something befall a reader; ``how`` is one of ``disturbance.deeds``."""
        self._ask(how, reader=reader, **more)

    def resize(self, width: int, height: int) -> None:
        """Give the main window so many logical pixels."""
        self._ask("resize", width=width, height=height)

    def examine(self, spoken: Sequence[str]) -> dict[str, list[str]]:
        """Return, by language, what a screen reader, a keyboard and an eye find wrong on screen."""
        found: dict[str, list[str]] = self._ask("examine", spoken=list(spoken))
        return found

    def until_gone(self, name: str, patience: float = PATIENCE) -> None:
        """Wait until nothing of this name is on screen."""
        self.until(lambda: name not in self.names() or None, f"{name} is gone", patience)

    def until(self, look: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:  # noqa: ANN401 - what look returns
        """Look until ``look`` returns something true; raises ``NeverHappened``."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            seen = look()
            if seen:
                return seen
            time.sleep(LOOK_EVERY)
        raise NeverHappened(what, self.screen())

    @property
    def runs(self) -> bool:
        """Tell whether the process is there."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        self._process.kill()
        self._process.wait()

    def close(self) -> int:
        """Let the program end by itself; returns its exit code."""
        if self._process.stdin is not None and self._process.poll() is None:
            self._process.stdin.close()
        try:
            return self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ProgramGone("the program did not end when asked") from None

    def _insist(self, do: str, **words: object) -> Any:  # noqa: ANN401 - whatever the deed answers
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self._ask(do, **words)
            except LookupError as missing:
                if time.monotonic() > deadline:
                    raise NeverHappened(str(missing), self.screen()) from None
                time.sleep(LOOK_EVERY)

    def _ask(self, do: str, **words: object) -> Any:  # noqa: ANN401 - whatever the deed answers
        if self._process.stdin is None or self._process.poll() is not None:
            raise ProgramGone(f"the program ended with {self._process.returncode}")
        self._process.stdin.write(json.dumps({"do": do, **words}, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        answer = self._next_answer(ANSWER_PATIENCE)
        if answer.get("ok"):
            return answer.get("result")
        if "there" in answer:
            raise LookupError(f"{answer['error']}; there: {', '.join(answer['there'])}")
        raise ProgramGone(str(answer.get("error")))

    def _next_answer(self, patience: float) -> dict[str, Any]:
        while True:
            try:
                line = self._lines.get(timeout=patience)
            except queue.Empty:
                raise ProgramGone("the program does not answer") from None
            if line is None:
                raise ProgramGone(f"the program ended with {self._process.wait()}")
            if line.startswith("{"):
                answer: dict[str, Any] = json.loads(line)
                return answer

    def _listen(self) -> None:
        if self._process.stdout is not None:
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(None)
