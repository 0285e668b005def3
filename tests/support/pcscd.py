"""A private pcscd with two virtual readers: the real PC/SC stack, colliding with nothing on the machine.

The daemon has its own `/run` in a mount namespace and its own loopback in a network namespace (as an ordinary
user: in a user namespace too), its own driver configuration and no USB driver. Clients find it by the
environment variable PCSCLITE_CSOCK_NAME, which must be set before their first PC/SC call.
`python -m tests.support.pcscd COMMAND…` runs a command beside one.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.support.vpcd_door import knock

SOCKET_VARIABLE: Final = "PCSCLITE_CSOCK_NAME"
PORT_VARIABLE: Final = "VPCD_PORT"
DRIVER: Final = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
USB_DRIVER: Final = Path("/usr/lib/pcsc/drivers/ifd-ccid.bundle")
DOOR_KEEPER: Final = Path(__file__).with_name("vpcd_door.py")
READERS: Final = ("Virtual PCD 00 00", "Virtual PCD 00 01")
STARTS_WITHIN: Final = 30.0
LOOK_EVERY: Final = 0.02

_IN_NAMESPACE: Final = f"""
set -e
mount -t tmpfs tmpfs /run
mkdir /run/pcscd
mount --bind "$1" /run/pcscd
setpriv --pdeathsig KILL "$4" "$5" "$1/door" &
if [ -d {USB_DRIVER} ]; then mount -t tmpfs tmpfs {USB_DRIVER}; fi
exec setpriv --pdeathsig KILL "$2" --foreground --config "$3"
"""
# For root in a container that may have no namespaces: the machine's own place, if no daemon is there.
_IN_THE_OPEN: Final = """
set -e
test ! -e /run/pcscd/pcscd.comm
mkdir -p /run/pcscd
ln -s /run/pcscd/pcscd.comm "$1/pcscd.comm"
exec setpriv --pdeathsig KILL "$2" --foreground --config "$3"
"""
_WAYS: Final = (
    ("unshare", "--mount", "--net", "--propagation", "private", "sh", "-c", _IN_NAMESPACE),
    ("unshare", "--map-root-user", "--mount", "--net", "--propagation", "private", "sh", "-c", _IN_NAMESPACE),
    ("sh", "-c", _IN_THE_OPEN),
)


class StackMissing(RuntimeError):
    """The real PC/SC stack cannot run here; the message says why."""


def pcscd_path() -> str:
    """Where pcscd is; raises StackMissing when it or the virtual driver is not installed."""
    found = shutil.which("pcscd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None or not DRIVER.exists():
        raise StackMissing("pcscd and vsmartcard-vpcd must be installed")
    return found


def free_port_pair() -> int:
    """A port P such that P and P + 1 are free: the driver listens on one for each reader."""
    while True:
        with ExitStack() as stack:
            first = stack.enter_context(socket.socket())
            first.bind(("", 0))
            port = int(first.getsockname()[1])
            second = stack.enter_context(socket.socket())
            with suppress(OSError, OverflowError):
                second.bind(("", port + 1))
                return port


@cache
def private_folder() -> Path:
    """A folder of this process, not made yet. Short, for a socket's path has about a hundred characters.

    Not by the process's number, which comes again: one that was killed leaves its folder there.
    """
    return Path("/tmp") / f"ioc-pcscd-{secrets.token_hex(4)}"


def socket_in(folder: Path) -> Path:
    """Where the daemon of a folder listens."""
    return folder / "run" / "pcscd.comm"


class PrivatePcscd(AbstractContextManager["PrivatePcscd"]):
    """The daemon and its folder; `port` and `port + 1` belong to the two readers."""

    def __init__(self, folder: Path | None = None) -> None:
        self.port = free_port_pair()
        self._folder = folder or private_folder()
        self._daemon: subprocess.Popen[bytes] | None = None
        self._way: tuple[str, ...] = ()
        self._log = self._folder / "log"
        self._readers = self._folder / "conf" / "vpcd"
        self.socket = socket_in(self._folder)
        self._write_configuration()

    def environment(self) -> dict[str, str]:
        """What a client's environment must say."""
        return {SOCKET_VARIABLE: str(self.socket), PORT_VARIABLE: str(self.port)}

    def __enter__(self) -> Self:
        try:
            self.start()
        except StackMissing:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the daemon and wait until it answers; raises StackMissing."""
        for way in _WAYS:
            self._daemon = self._spawn(way)
            if self._answers():
                self._way = way
                return
            self.kill()
        raise StackMissing(f"no private pcscd: {self._log.read_text('utf-8', 'replace')[-500:]}")

    def connect(self, reader: int = 0) -> socket.socket:
        """A connection to the port of that reader, for `VpcdLink`; raises OSError."""
        door, port = self.socket.with_name("door"), self.port + reader
        if door.exists():
            return knock(str(door), port)
        return socket.create_connection(("127.0.0.1", port), timeout=2.0)

    def beside(self, *command: str) -> tuple[str, ...]:
        """The command, run where the readers' ports are on the loopback."""
        if "--net" not in self._way or self._daemon is None:
            return command
        user = ("--user", "--preserve-credentials") if "--map-root-user" in self._way else ()
        return ("nsenter", "--target", str(self._daemon.pid), "--net", *user, *command)

    def kill(self) -> None:
        """Kill the daemon, as a crash would."""
        daemon, self._daemon = self._daemon, None
        if daemon is not None:
            daemon.kill()
            daemon.wait()
            self.socket.resolve().unlink(missing_ok=True)  # behind a link where there was no namespace
        self.socket.unlink(missing_ok=True)

    def _spawn(self, way: tuple[str, ...]) -> subprocess.Popen[bytes]:
        for left_over in (self._folder / "run").iterdir():
            left_over.unlink()
        run, configuration = str(self._folder / "run"), str(self._folder / "conf")
        arguments = ("sh", run, pcscd_path(), configuration, sys.executable, str(DOOR_KEEPER))
        with self._log.open("ab") as log:
            return subprocess.Popen((*way, *arguments), stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def _answers(self) -> bool:
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline and self._daemon is not None and self._daemon.poll() is None:
            with suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
                probe.connect(str(self.socket))
                return True
            with suppress(subprocess.TimeoutExpired):
                self._daemon.wait(LOOK_EVERY)
        return False

    def _write_configuration(self) -> None:
        for name in ("run", "conf"):
            (self._folder / name).mkdir(parents=True)
        self.plug_in()

    def plug_in(self) -> None:
        """Connect the readers, from the next start on."""
        self._readers.write_text(
            f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{self.port:#x}\n'
            f"LIBPATH {DRIVER}\nCHANNELID {self.port:#x}\n",
            encoding="ascii",
        )

    def unplug(self) -> None:
        """Take the readers away, from the next start on (pcscd hears of its own only by USB)."""
        self._readers.unlink()


def main(command: list[str]) -> int:
    """Run a command beside a private pcscd; its exit code is ours."""
    with PrivatePcscd() as daemon:
        return subprocess.run(
            daemon.beside(*command), env={**os.environ, **daemon.environment()}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
