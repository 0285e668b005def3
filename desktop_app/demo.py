"""``ioc-desk demo``: the whole program on the embedded sandbox, enrolled by itself, cards in a tray."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cardio.simulator import VirtualReaders
from desktop_app.core import Core
from desktop_app.sandbox_process import SandboxProcess
from desktop_app.workstation.enrol import server_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardio.source import ReaderSource
    from desktop_app.settings import Home

CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Demo:
    """A core beside its sandbox; ``core`` is not started yet, ``sandbox`` runs."""

    core: Core
    sandbox: SandboxProcess
    readers: VirtualReaders
    cards: Path


def prepare(home: Home, real_readers: Sequence[ReaderSource], *, alive: bool = False) -> Demo:
    """Start the sandbox in ``home`` and build a core that is enrolled with it.

    Raises ``SandboxNotStarted`` and what ``Core.enrol`` raises; the sandbox is then stopped.
    """
    readers = VirtualReaders("training")
    core = Core(home, [readers, *real_readers], use_keyring=False)
    sandbox = SandboxProcess(home.sandbox, _known_address(home), alive=alive)
    ready = sandbox.start()
    try:
        if not home.enrolment_file.exists():
            core.enrol(ready.url, ready.enrolment_code)
    except BaseException:
        core.stop()
        sandbox.stop()
        raise
    return Demo(core, sandbox, readers, ready.data / CARDS)


def _known_address(home: Home) -> str | None:
    """The address an earlier start of this home's sandbox had."""
    return server_url(home.enrolment_file) if home.enrolment_file.exists() else None
