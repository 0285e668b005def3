"""Another program at the reader, with nothing of ours: `python -m tests.support.raw_pcsc READER HOW APDU…`.

HOW is `shared`, `exclusive`, `reset` (shared, the card reset at the end) or `transaction`. It prints each
answer in hexadecimal, then `ready`, and lets go when its input ends.
"""

from __future__ import annotations

import sys

from smartcard import scard


def check(code: int) -> None:
    """Any failure ends the program."""
    if code != scard.SCARD_S_SUCCESS:
        sys.exit(f"{code & 0xFFFFFFFF:08X}")


def main(reader: str, how: str, *apdus: str) -> None:
    """Connect, send, wait, let go."""
    code, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    check(code)
    share = scard.SCARD_SHARE_EXCLUSIVE if how == "exclusive" else scard.SCARD_SHARE_SHARED
    code, card, protocol = scard.SCardConnect(context, reader, share, scard.SCARD_PROTOCOL_T1)
    check(code)
    if how == "transaction":
        check(scard.SCardBeginTransaction(card))
    for apdu in apdus:
        code, answer = scard.SCardTransmit(card, protocol, list(bytes.fromhex(apdu)))
        check(code)
        print(bytes(answer).hex(), flush=True)
    print("ready", flush=True)
    sys.stdin.read()
    check(scard.SCardDisconnect(card, scard.SCARD_RESET_CARD if how == "reset" else scard.SCARD_LEAVE_CARD))
    check(scard.SCardReleaseContext(context))


if __name__ == "__main__":
    main(*sys.argv[1:])
