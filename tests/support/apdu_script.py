"""A card that follows a script: each command it may receive, and its answer, in hexadecimal."""

from __future__ import annotations

from collections.abc import Iterable


class ApduScript:
    """A transport that knows one conversation; anything else fails the test. `left` is what nobody asked."""

    def __init__(self, exchanges: Iterable[tuple[str, str]]) -> None:
        self.left = [(bytes.fromhex(command), bytes.fromhex(answer)) for command, answer in exchanges]

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The scripted answer."""
        assert self.left, f"nothing more was expected, got {command.hex()}"
        expected, answer = self.left.pop(0)
        assert bytes(command).hex() == expected.hex()
        return answer


class AnsweringCard:
    """A transport with the traits of a card in a reader, that gives the same answer for ever and counts."""

    def __init__(self, answer: str, *, atr: bytes = b"\x3b\x00", contactless: bool = False) -> None:
        self.answer = bytes.fromhex(answer)
        self.commands: list[bytes] = []
        self.resets = 0
        self.reader, self.atr, self.contactless, self.max_apdu = "R", atr, contactless, 65544

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The answer."""
        self.commands.append(bytes(command))
        return self.answer

    def transaction(self) -> AnsweringCard:
        """Nothing keeps others away here."""
        return self

    def __enter__(self) -> None:
        return None

    def __exit__(self, *exc: object) -> None:
        return None

    def reset(self) -> None:
        """Count the reset."""
        self.resets += 1
