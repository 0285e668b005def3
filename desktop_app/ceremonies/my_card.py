"""*My card*: what a card's holder may see and do with it: certificates, tries, a test signature, PIN and PUK.

Every function blocks on the card's reader thread (``READ_SECONDS`` at most) and is called off the main
thread. PIN and PUK are sent once, only as a person typed them, and wiped whatever happens.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from cryptography import x509

from cardio.errors import CardError, ReaderNotAnswering
from cardio.piv import Piv, Slot, issued, jose_algorithm
from cardio.piv.algorithms import key_name
from cardio.piv.issued import Issued
from cardio.redaction import holder_name, issuer_name
from cardio.tap import read_tap
from cardio.trust import Purpose
from desktop_app.trust.certificate_health import CertificateHealth, certificate_health
from desktop_app.trust.issuer_signature import IssuerSignature, issuer_signature

if TYPE_CHECKING:
    from cardio.transport import Card
    from desktop_app.core import Core
    from desktop_app.trust.cards import CardTrust

READ_SECONDS: Final = 20.0
ENTRY_SECONDS: Final = 120.0
"""Longer than a reader may be busy with entries on its keys."""
TEST_LABEL: Final = b"ioc-test-signature-v1\x00"
CHALLENGE_BYTES: Final = 32
T = TypeVar("T")

PURPOSES: Final = {
    Slot.AUTHENTICATION: Purpose.STAFF_SIGN_IN,
    Slot.SIGNATURE: Purpose.DIGITAL_SIGNATURE,
    Slot.KEY_MANAGEMENT: Purpose.KEY_MANAGEMENT,
    Slot.CARD_AUTHENTICATION: Purpose.CARD_AUTHENTICATION,
}
_ENDS_READING: Final = frozenset({"card_removed", "card_was_reset", "card_held_elsewhere", "no_reader"})


@dataclass(frozen=True, slots=True)
class SlotCertificate:
    """The certificate of one slot, names redacted, and how it is doing."""

    slot: Slot
    purpose: Purpose
    holder: str
    issuer: str
    key: str
    certificate: x509.Certificate = field(repr=False)
    health: CertificateHealth


@dataclass(frozen=True, slots=True)
class MyCard:
    """A card as its holder sees it.

    ``problems`` are the slots that could not be read, with the reason; a slot in neither list is empty.
    ``pin_tries`` is None through the air or while the PIN is verified, ``puk_tries`` None where the card
    does not tell; ``pin_pad``: PIN and PUK are typed on the reader's keys.
    """

    reader: str
    contactless: bool
    slots: tuple[SlotCertificate, ...]
    problems: tuple[tuple[Slot, CardError], ...]
    pin_tries: int | None
    puk_tries: int | None
    issued: IssuerSignature
    pin_pad: bool = False


@dataclass(frozen=True, slots=True)
class TestSignature:
    """A signature by key 9E that verified under the card's own certificate.

    It proves that the chip holds the key, not that its holder is there. ``health`` says whether the
    certificate leads to an installed anchor.
    """

    __test__ = False  # no test of pytest's

    algorithm: str
    milliseconds: float
    health: CertificateHealth


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read in one transaction."""

    contactless: bool
    certificates: tuple[tuple[Slot, x509.Certificate], ...]
    problems: tuple[tuple[Slot, CardError], ...]
    pin_tries: int | None
    puk_tries: int | None
    pin_pad: bool
    issued: Issued


def read_my_card(core: Core, reader: str) -> MyCard:
    """Read the card in ``reader``; raise ``CardError``."""
    contents = _on_card(core, reader, read_contents)
    held = [certificate for _, certificate in contents.certificates]
    return MyCard(
        reader,
        contents.contactless,
        tuple(_slot(core, slot, certificate) for slot, certificate in contents.certificates),
        contents.problems,
        contents.pin_tries,
        contents.puk_tries,
        issuer_signature(contents.issued, held, _trust(core), core.clock.now()),
        contents.pin_pad,
    )


def sign_test(core: Core, reader: str) -> TestSignature:
    """Have key 9E sign a challenge of ours, without PIN; raise ``CardError`` (``WrongKey`` for a copy)."""

    def work(card: Card) -> tuple[x509.Certificate, float]:
        with card.transaction():
            tap = read_tap(card)
            begun = time.perf_counter()
            tap.sign(TEST_LABEL + secrets.token_bytes(CHALLENGE_BYTES))
            return tap.certificate, (time.perf_counter() - begun) * 1000

    certificate, milliseconds = _on_card(core, reader, work)
    health = _health(core, certificate, Purpose.CARD_AUTHENTICATION)
    return TestSignature(jose_algorithm(certificate.public_key()), milliseconds, health)


def change_pin(core: Core, reader: str, old: bytearray, new: bytearray) -> None:
    """Replace the PIN by ``new``; both are wiped. Raise ``PinWrong`` and other ``CardError``."""
    _present(core, reader, Piv.change_pin, old, new)


def unblock(core: Core, reader: str, puk: bytearray, new: bytearray) -> None:
    """Set the PIN ``new`` by the PUK; both are wiped. Raise ``PukWrong`` and other ``CardError``."""
    _present(core, reader, Piv.unblock, puk, new)


def change_pin_on_pad(core: Core, reader: str) -> None:
    """Replace the PIN, old and new typed on the reader's keys. Raise as ``change_pin``, and ``PinEntry…``."""
    _on_card(core, reader, lambda card: logged_out(card, Piv.change_pin_on_pad), ENTRY_SECONDS)


def unblock_on_pad(core: Core, reader: str) -> None:
    """Set a new PIN by the PUK, typed on the reader's keys. Raise as ``unblock``, and ``PinEntry…``."""
    _on_card(core, reader, lambda card: logged_out(card, Piv.unblock_on_pad), ENTRY_SECONDS)


def _present(
    core: Core,
    reader: str,
    command: Callable[[Piv, bytearray, bytearray], None],
    known: bytearray,
    new: bytearray,
) -> None:
    try:
        _on_card(core, reader, lambda card: logged_out(card, lambda piv: command(piv, known, new)))
    finally:
        for secret in (known, new):
            secret[:] = bytes(len(secret))


def logged_out(card: Card, command: Callable[[Piv], None]) -> None:
    """Run the command and log out: some cards count the PIN as verified after a change."""
    with card.transaction():
        piv = Piv.select(card)
        piv.find_pin()
        try:
            command(piv)
        finally:
            piv.logout()


def _on_card(core: Core, reader: str, work: Callable[[Card], T], seconds: float = READ_SECONDS) -> T:
    future = core.readers.submit(reader, work)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise ReaderNotAnswering(reader) from None


def read_contents(card: Card) -> Contents:
    """Read in one transaction what *My card* shows; run on the reader's thread."""
    with card.transaction():
        piv = Piv.select(card)
        certificates: list[tuple[Slot, x509.Certificate]] = []
        problems: list[tuple[Slot, CardError]] = []
        # Through the air key 9E and the CHUID are in reach (SP 800-73-5 part 1, table 3).
        for slot in (Slot.CARD_AUTHENTICATION,) if card.contactless else Slot:
            found = _read(partial(piv.certificate, slot))
            if isinstance(found, CardError):
                problems.append((slot, found))
            elif found is not None:
                certificates.append((slot, found))
        if not card.contactless:
            piv.find_pin()
        tries = (None, None) if card.contactless else (piv.tries_left(), piv.puk_tries_left())
        pad = None if card.contactless else piv.pad
        return Contents(
            card.contactless,
            tuple(certificates),
            tuple(problems),
            *tries,
            pin_pad=pad is not None and pad.modify is not None,
            issued=issued.read(piv),
        )


def _read(read: Callable[[], T]) -> T | CardError | None:
    """Return what is read, the fault of this one object, or None where the card has none.

    Raises what ends the whole reading.
    """
    try:
        return read()
    except CardError as problem:
        if problem.code in _ENDS_READING:
            raise
        return None if problem.code == "object_missing" else problem


def _slot(core: Core, slot: Slot, certificate: x509.Certificate) -> SlotCertificate:
    purpose = PURPOSES[slot]
    return SlotCertificate(
        slot=slot,
        purpose=purpose,
        holder=holder_name(certificate),
        issuer=issuer_name(certificate),
        key=key_name(certificate.public_key()),
        certificate=certificate,
        health=_health(core, certificate, purpose),
    )


def _health(core: Core, certificate: x509.Certificate, purpose: Purpose) -> CertificateHealth:
    return certificate_health(certificate, purpose, _trust(core), core.clock.now())


def _trust(core: Core) -> CardTrust | None:
    return core.workplace.trust.cards if core.workplace else None
