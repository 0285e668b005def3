"""The pipe from the child that holds a maker's PKCS#11 module: it may have been overrun by the module."""

from __future__ import annotations

import io
import queue
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from cardio.errors import CardError
from cardio.piv import Slot
from cardio.pkcs11 import TokenModule, frames
from cardio.pkcs11.module import _listen
from tests.fuzz.target import Target
from tests.support import virtual_cards
from tests.support.virtual_cards import pin, public_key

_SLOT: Final = Slot.AUTHENTICATION
_FRAMES: Final = 8
"""More than any of the conversations here reads."""


class _Overrun(TokenModule):
    """A module whose child has said all that it will ever say."""

    def __init__(self, said: bytes) -> None:
        super().__init__(Path("module"), patience=0.001)
        self._answers = queue.SimpleQueue()
        _listen(io.BytesIO(said), self._answers)

    def _started(self) -> IO[bytes]:
        return io.BytesIO()


def _pipe(data: bytes) -> None:
    """The first byte chooses what is asked, and whether each line is a frame or the pipe is as it is."""
    lead = data[0] if data else 0
    module = _Overrun(data[1:] if lead & 0x80 else b"".join(map(_framed, data[1:].split(b"\n")[:_FRAMES])))
    with suppress(CardError):
        module.tokens()
    chosen = lead % 4
    if chosen == 0:
        module.certificates(1)
        return
    with module.unlocked(1, pin()) as token:
        if chosen == 1:
            token.sign(b"\x9a", public_key(_SLOT), b"message")
        elif chosen == 2:
            peer = public_key(Slot.KEY_MANAGEMENT)
            token.agree(b"\x9d", peer)  # type: ignore[arg-type]  # a P-256 card
        else:
            token.decipher_oaep(b"\x9d", bytes(256))


def _framed(content: bytes) -> bytes:
    pipe = io.BytesIO()
    frames.send(pipe, content)
    return pipe.getvalue()


def _line(content: object) -> bytes:
    return frames.encoded({"answer": content}) + b"\n"


def _said() -> list[bytes]:
    token = {
        "slot": 1, "label": "T", "serial": "1", "initialised": True, "blocked": False, "last_try": False,
        "pin_pad": False, "signs": True, "agrees": True, "deciphers": True,
    }  # fmt: skip
    held = virtual_cards.card_file().certificates[_SLOT].hex()
    tokens = _line([token])
    return [
        b"\x00" + tokens + _line([{"id": "9a", "der": held}]),
        b"\x01" + tokens + _line(None) + _line("00" * 64),
        b"\x02" + tokens + _line(None) + _line("11" * 32),
        b"\x03" + tokens + frames.encoded({"error": "token_pin_wrong"}),
        b"\x80" + _framed(tokens[:-1]) + _framed(b"[]"),
    ]


TARGETS: Final[dict[str, Target]] = {
    "token_pipe": Target(
        _pipe,
        (CardError,),
        _said,
        ("cardio.pkcs11.module", "cardio.pkcs11.frames", "cardio.certificates"),
        2048,
    ),
}
