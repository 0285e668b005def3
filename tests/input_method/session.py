"""A display, a bus, a window manager and ibus-unikey of one's own, gone with the block."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.support.deadline import until
from tests.support.private_services import private_bus, private_display, private_process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.input_method.keystrokes import Method

_ENGINE = "Unikey"
_PATIENCE = 30.0


@contextmanager
def input_session(folder: Path, method: Method) -> Iterator[dict[str, str]]:
    """Start everything below ``folder``; yields the environment in which a program is typed into."""
    settings = folder / "config" / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"[org/freedesktop/ibus/engine/unikey]\ninput-method='{method.value}'\n", encoding="ascii"
    )
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    with private_display(folder) as display, private_bus(folder) as bus:
        environment = {
            **display,
            **bus,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "GSETTINGS_BACKEND": "keyfile",
        }
        daemon = ["ibus-daemon", "--replace", "--panel", "disable", "--emoji-extension", "disable"]
        with private_process(daemon, environment):
            until(lambda: _engine(environment) == _ENGINE, _PATIENCE, "the input method")
            yield {**environment, "QT_IM_MODULE": "ibus", "IBUS_ENABLE_SYNC_MODE": "1"}


def _engine(environment: Mapping[str, str]) -> str:
    """Ask for the engine that is wanted and return the one that answers."""
    _ibus(environment, _ENGINE)
    return _ibus(environment)


def _ibus(environment: Mapping[str, str], *words: str) -> str:
    answer = subprocess.run(
        ["ibus", "engine", *words],
        env={"PATH": os.defpath, "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    return answer.stdout.strip()
