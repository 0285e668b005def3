"""The way into the network namespace of a private pcscd: `python vpcd_door.py SOCKET`, run inside it.

The virtual driver listens on all interfaces, so it gets a namespace with nothing but a loopback. Who asks at
the UNIX socket SOCKET (two bytes: a port) is handed a TCP connection to that port, ready made, by SCM_RIGHTS.
"""

from __future__ import annotations

import fcntl
import socket
import struct
import sys
from contextlib import suppress
from typing import Final

SIOCSIFFLAGS: Final = 0x8914
IFF_UP: Final = 0x1


def raise_loopback() -> None:
    """A new namespace begins with its loopback down."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))


def knock(door: str, port: int) -> socket.socket:
    """A connection to `port` on the other side; raises OSError."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2.0)
        line.connect(door)
        line.sendall(port.to_bytes(2, "big"))
        _, handed, _, _ = socket.recv_fds(line, 1, 1)
    if not handed:
        raise ConnectionRefusedError(port)
    return socket.socket(fileno=handed[0])


def main(door: str) -> None:
    """Answer who asks, until killed."""
    raise_loopback()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(door)
        listener.listen()
        while True:
            line, _ = listener.accept()
            with line, suppress(OSError):
                port = int.from_bytes(line.recv(2), "big")
                with socket.create_connection(("127.0.0.1", port), timeout=1.0) as made:
                    socket.send_fds(line, [b"\0"], [made.fileno()])


if __name__ == "__main__":
    main(sys.argv[1])
