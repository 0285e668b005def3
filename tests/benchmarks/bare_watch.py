"""The bare peer of the watcher: ``python -m tests.benchmarks.bare_watch READER`` asks the service, no more.

One blocking SCardGetStatusChange after another; for each change a line: ``perf_counter_ns`` (which all
processes of a Linux machine share) and whether a card is there.
"""

from __future__ import annotations

import sys
import time

from smartcard import scard


def main(reader: str) -> None:
    """Tell changes until the service or the pipe ends."""
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _, (state,) = scard.SCardGetStatusChange(context, 0, [(reader, scard.SCARD_STATE_UNAWARE)])
    print("ready", flush=True)
    while True:
        code, (state,) = scard.SCardGetStatusChange(context, scard.INFINITE, [(reader, state[1])])
        at = time.perf_counter_ns()
        if code != scard.SCARD_S_SUCCESS:
            return
        print(at, int(bool(state[1] & scard.SCARD_STATE_PRESENT)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
