"""Runs a scene on a disk of its own: a small tmpfs in a mount namespace, which ends with the process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_MOUNT = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && exec "$3" -m "$4" "$5" "$2"'
_WAYS = (
    ("unshare", "--mount", "--propagation", "private"),
    ("unshare", "--map-root-user", "--mount", "--propagation", "private"),
)
_SCENE = "tests.disk_faults.small_disk"
ROOT = Path(__file__).resolve().parents[2]


def on_small_disk(folder: Path, scene: str, size: str = "4m") -> dict[str, Any]:
    """Return what the scene said at its end; raise AssertionError with its words where it broke."""
    words = []
    for way in _WAYS:
        command = [*way, "sh", "-c", _MOUNT, "sh", size, str(folder), sys.executable, _SCENE, scene]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=50, check=False)
        if done.returncode == 0:
            said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
            return said
        words.append(done.stderr)
    raise AssertionError("\n".join(words))
