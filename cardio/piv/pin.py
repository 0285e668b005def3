"""PIN and PUK of the PIV application (SP 800-73-5 part 2, 3.2.1 to 3.2.3): each entry is sent once, or never.

Formats are checked before anything is sent, so that only what a person typed can spend a try.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from cardio import apdu, tlv
from cardio.apdu import Command, Ins, Response
from cardio.errors import (
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ContactlessRefused,
    EntryWrong,
    IssuerOnly,
    ObjectMissing,
    PinBlocked,
    PinFormat,
    PinRefused,
    PinWrong,
    ProtocolViolation,
    PukBlocked,
    PukWrong,
)
from cardio.piv import discovery, objects
from cardio.piv.application import Application, Resettable, expect_ok
from cardio.piv.objects import PinReference

_METADATA_TRIES: Final = 0x06
WRONG_DATA: Final = 0x6A80  # SP 800-73-5 part 2, 3.2.1: format of the PIN, and no try is spent
_NOT_TOLD: Final = frozenset(
    {apdu.VERIFICATION_FAILED, apdu.WRONG_LENGTH, WRONG_DATA, 0x6A86, apdu.FUNCTION_NOT_SUPPORTED}
)

_NO_DISCOVERY: Final = (
    ApduError,
    ConditionsNotSatisfied,
    ContactlessRefused,
    ObjectMissing,
    ProtocolViolation,
)
_NO_SUCH_PIN: Final = frozenset({apdu.REFERENCE_NOT_FOUND, 0x6A86, apdu.FUNCTION_NOT_SUPPORTED})


class PinCommands(Application):
    """What is done with PIN and PUK.

    `pin` says which PIN is meant. Whoever asks a person for it calls `find_pin` before, in this transaction
    or (the sign-in, at insertion) in one before: otherwise a card whose people know its global PIN would
    count a wrong entry of the other.
    """

    pin = PinReference.APPLICATION

    def find_pin(self) -> PinReference:
        """Ask the card which PIN its holder knows (SP 800-73-5 part 1, 3.3.2), and mean that one from now on.

        A card without the discovery object, with one that cannot be read, or with one that names a global PIN
        which the card itself does not know, has the application's PIN only. Spends no try.
        Raises what the transport raises.
        """
        try:
            self.pin = discovery.read(self.object(objects.DISCOVERY)).primary_pin
        except _NO_DISCOVERY:
            self.pin = PinReference.APPLICATION
        if self.pin is PinReference.GLOBAL and self._ask_about_pin().sw in _NO_SUCH_PIN:
            self.pin = PinReference.APPLICATION
        return self.pin

    def tries_left(self) -> int | None:
        """Tries before the PIN blocks, 0 when blocked. Spends none.

        `None` when it is verified already, or on cards that do not know the question.
        """
        answer = self._ask_about_pin()
        if answer.sw == apdu.BLOCKED:
            return 0
        tries = self._tries(answer.sw)
        if tries is None and answer.sw != apdu.OK and answer.sw not in _NOT_TOLD:
            self._refusals(answer)
            raise ApduError(answer.sw, Ins.VERIFY)
        return tries

    def puk_tries_left(self) -> int | None:
        """Tries before the PUK blocks; `None` on cards that do not tell. Spends none.

        The standard has no question for it; GET METADATA is the one that some cards answer.
        """
        answer = self._exchange.send(
            Command(Ins.GET_METADATA, 0x00, objects.PUK_REFERENCE, le=apdu.SHORT_ANSWER)
        )
        if answer.sw != apdu.OK:
            return None
        try:
            tries = tlv.find(answer.data, _METADATA_TRIES)
        except ProtocolViolation:
            return None
        return tries[1] if tries is not None and len(tries) == 2 else None  # the limit, and what is left

    def verify(self, pin: bytearray) -> None:
        """Present the PIN, once. The caller wipes `pin`.

        Raises PinFormat without asking the card, PinWrong with the tries left, EntryWrong where the card does
        not tell them, PinBlocked, ContactlessRefused.
        """
        self._present(Ins.VERIFY, pin)

    def change_pin(self, old: bytearray, new: bytearray) -> None:
        """Replace the PIN. Raises as `verify`; the format of both is checked before the card is asked.

        Raises IssuerOnly for a global PIN that the card does not let PIV change (optional: part 2, 3.2.2).
        """
        self._present(Ins.CHANGE_REFERENCE_DATA, old, new)

    def unblock(self, puk: bytearray, new: bytearray) -> None:
        """Set a new PIN by the PUK and refill the PIN's tries.

        Raises PinFormat without asking the card, PukWrong with the PUK's tries left, EntryWrong, PukBlocked,
        ContactlessRefused; IssuerOnly for a global PIN, which is not the PUK's to reset (part 2, 3.2.3).
        """
        self.must_be_unblockable()
        self._present(Ins.RESET_RETRY_COUNTER, puk, new)

    def must_be_unblockable(self) -> None:
        """Raise IssuerOnly where the PUK does not reset the PIN that people know."""
        if self.pin is not PinReference.APPLICATION:
            raise IssuerOnly

    def logout(self) -> None:
        """Forget the verified PIN: by the command, else by resetting the card.

        Some cards refuse the command, some answer 9000 and forget nothing: the first logout of each kind of
        card is proved. Raises ConditionsNotSatisfied when no reset is possible (a bare transport).
        """
        traits = self._exchange.traits
        if traits.logout is not False:
            answer = self._exchange.send(Command(Ins.VERIFY, 0xFF, self.pin))
            if traits.logout is None:
                traits.logout = answer.sw == apdu.OK and not self._is_verified()
            if answer.sw == apdu.OK and traits.logout:
                return
        if not isinstance(self._card, Resettable):
            raise ConditionsNotSatisfied
        self._card.reset()

    def _is_verified(self) -> bool:
        return self._ask_about_pin().sw == apdu.OK

    def _ask_about_pin(self) -> Response:
        """VERIFY without data: verified, or how many tries are left (part 2, 3.2.1)."""
        return self._exchange.send(Command(Ins.VERIFY, 0x00, self.pin))

    @contextmanager
    def unlocked(self, pin: bytearray) -> Iterator[None]:
        """Verify, and log out whatever happens: the state is the card's, any program could use it."""
        self.verify(pin)
        try:
            yield
        finally:
            self.logout()

    def _present(self, ins: int, *secrets: bytearray) -> None:
        """Send the secrets, each padded to its 8 bytes, in one command, and tell what the card says.

        What is sent is what was checked: whoever gave up waiting may be wiping a secret at this moment.
        """
        field = bytearray((objects.PIN_FILLER,)) * (objects.PIN_LENGTH * len(secrets))
        try:
            for at, secret in enumerate(secrets):
                check_pin_format(secret)
                block = memoryview(field)[at * objects.PIN_LENGTH :][: len(secret)]
                block[:] = secret
                check_pin_format(block)
            answer = self._exchange.send(Command(ins, 0x00, self.pin, field))
        finally:
            field[:] = bytes(len(field))
        self._conclude(answer, ins)

    def _conclude(self, answer: Response, ins: int) -> None:
        """Raise what the card's answer to an entry means, unless it took it."""
        refusal = self._wrong(answer, by_puk=ins == Ins.RESET_RETRY_COUNTER)
        if refusal is not None:
            raise refusal
        self._refusals(answer)
        if ins == Ins.CHANGE_REFERENCE_DATA and self.pin is PinReference.GLOBAL and answer.sw in _NO_SUCH_PIN:
            raise IssuerOnly
        expect_ok(answer, ins)

    def _wrong(self, answer: Response, *, by_puk: bool) -> CardError | None:
        """What a refused entry means; `None` for an answer of another kind."""
        if answer.sw == WRONG_DATA:
            return PinRefused()
        tries = 0 if answer.sw == apdu.BLOCKED else self._tries(answer.sw)
        if answer.sw == apdu.VERIFICATION_FAILED and tries is None:
            tries = self.puk_tries_left() if by_puk else self.tries_left()
        if tries is None:
            return EntryWrong() if answer.sw == apdu.VERIFICATION_FAILED else None
        if by_puk:
            return PukWrong(tries) if tries else PukBlocked()
        return PinWrong(tries) if tries else PinBlocked()

    def _tries(self, sw: int) -> int | None:
        """Tries in 63Cx, or in 630x; a bare 6300 is a count only of cards that count so."""
        if sw & 0xFFF0 == 0x63C0:
            return sw & 0x0F
        if sw & 0xFFF0 != apdu.VERIFICATION_FAILED:
            return None
        traits = self._exchange.traits
        traits.tries_in_630x = traits.tries_in_630x or bool(sw & 0x0F)
        return sw & 0x0F if traits.tries_in_630x else None


def check_pin_format(pin: bytearray | memoryview) -> None:
    """Raise PinFormat unless the PIN (or PUK) is 6 to 8 printable ASCII characters.

    The standard asks for digits; some issuers allow letters, which the card itself then judges.
    """
    if any(not 0x21 <= character <= 0x7E for character in pin):
        raise PinFormat("characters")
    if not objects.PIN_SHORTEST <= len(pin) <= objects.PIN_LENGTH:
        raise PinFormat("length")
