"""A bus, a keyring and a display of one's own: private processes on private data, gone with the test.

Nothing here listens on a network, is a system unit or touches what the person at this machine has running.
Linux only, like the services themselves.
"""

from __future__ import annotations

import os
import secrets
import struct
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.deadline import until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BUS_CONFIGURATION = """\
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""No service folder: nothing is started behind the test's back."""

FIRST_DISPLAY, DISPLAYS = 1_000, 50_000
"""Beyond the numbers that others count up from nought; X11 has room up to 59 535."""
DISPLAY_FILES = ("/tmp/.X{}-lock", "/tmp/.X11-unix/X{}")
"""What every X server leaves behind its number, whoever runs it."""
ANY_HOST = 0xFFFF
COOKIE_NAME = b"MIT-MAGIC-COOKIE-1"


@contextmanager
def private_process(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    *,
    stdin: bytes = b"",
    keep: Sequence[int] = (),
    grace: float = 5.0,
) -> Iterator[subprocess.Popen[bytes]]:
    """A child with this environment only, ended with the block: asked, then killed after ``grace`` s."""
    process = subprocess.Popen(
        command,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=keep,
    )
    with process:
        try:
            assert process.stdin
            process.stdin.write(stdin)
            process.stdin.close()
            yield process
        finally:
            process.terminate()
            try:
                process.wait(grace)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def private_bus(folder: Path) -> Iterator[dict[str, str]]:
    """A D-Bus session bus on a socket in ``folder``; yields the environment that leads to it."""
    socket, configuration = folder / "bus", folder / "bus.conf"
    configuration.write_text(BUS_CONFIGURATION.format(socket=socket), encoding="utf-8")
    with private_process(["dbus-daemon", f"--config-file={configuration}", "--nofork"], {}):
        until(socket.exists, what="the private bus")
        yield {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={socket}"}


@contextmanager
def private_keyring(folder: Path) -> Iterator[dict[str, str]]:
    """An unlocked Secret Service on a private bus; yields the environment that leads to it.

    Its data lie in ``folder``: entering again with the same folder finds what was stored before.
    """
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with private_bus(folder) as bus:
        environment = {
            **bus,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_DATA_HOME": str(folder),
        }
        control = f"--control-directory={folder / 'control'}"
        with private_process([*command, control], environment, stdin=b"the private keyring"):
            until(lambda: owns_secrets(bus), what="the private keyring")
            yield bus


def owns_secrets(bus: Mapping[str, str]) -> bool:
    """Whether somebody answers for ``org.freedesktop.secrets`` on this bus."""
    question = subprocess.run(
        [
            "dbus-send", f"--bus={bus['DBUS_SESSION_BUS_ADDRESS']}", "--print-reply",
            "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets",
        ],
        capture_output=True,
        timeout=30,
        check=False,
    )  # fmt: skip
    return b"boolean true" in question.stdout


@contextmanager
def private_display(folder: Path, size: str = "1366x768") -> Iterator[dict[str, str]]:
    """An X display behind a cookie, with a window manager; yields the environment that leads to it."""
    authority = folder / "Xauthority"
    authority.write_bytes(authority_entry(secrets.token_bytes(16)))
    authority.chmod(0o600)
    with _own_server(folder, authority, size) as number:
        display = {"DISPLAY": f":{number}", "XAUTHORITY": str(authority)}
        with private_process(["openbox", "--sm-disable"], {**display, "HOME": str(folder)}):
            until(lambda: is_managed(display), 30, "the window manager")
            yield display


@contextmanager
def _own_server(folder: Path, authority: Path, size: str) -> Iterator[int]:
    """An X server under a number of its own; yields the number once it listens.

    Left to choose, a server takes the first number whose abstract socket is free: those are counted by
    network namespace, the socket files in ``/tmp`` are not, and it would take another's file away. Nor may it
    reset when its last client goes: that may be the question whether it is managed, and a window manager
    that connects just then is thrown out.
    """
    number = free_display()
    read_end, write_end = os.pipe()
    command = ["Xvfb", f":{number}", "-displayfd", str(write_end), "-auth", str(authority)]
    command += ["-noreset", "-nolisten", "tcp", "-screen", "0", f"{size}x24"]
    with (
        os.fdopen(read_end, "rb") as told,
        private_process(command, {"HOME": str(folder)}, keep=[write_end]),
    ):
        os.close(write_end)
        if told.readline().strip() != str(number).encode():
            raise AssertionError(f"no X server at :{number}")
        yield number


def free_display() -> int:
    """Return a number that no X server of this machine has, in whatever network namespace it runs."""
    while True:
        number = FIRST_DISPLAY + secrets.randbelow(DISPLAYS)
        if not any(Path(name.format(number)).exists() for name in DISPLAY_FILES):
            return number


def authority_entry(cookie: bytes) -> bytes:
    """One entry of an Xauthority file, for any display: Xau(3), counted strings."""
    address, number = b"", b""
    counted = b"".join(struct.pack(">H", len(part)) + part for part in (address, number, COOKIE_NAME, cookie))
    return struct.pack(">H", ANY_HOST) + counted


def is_managed(display: Mapping[str, str]) -> bool:
    """Whether a window manager has taken this display over; on a busy machine the answer may take long."""
    try:
        question = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
            env={"PATH": os.defpath, **display},
            capture_output=True,
            timeout=30,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return b"window id" in question.stdout
