"""The cards in the readers: whether each answers, and what it can be used for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography import x509

from cardio.errors import CardError, CardHeldElsewhere, CardRemoved, ReaderNotAnswering, UnknownCard
from cardio.readers import Condition
from cardio.tap import read_tap, supported_key
from cardio.trust import Purpose
from desktop_app.cards.presented_card import read_card
from desktop_app.doctor.causes import CAUSES, find
from desktop_app.doctor.finding import Finding, Part

if TYPE_CHECKING:
    from cardio.emrtd.recognition import ClosedChip
    from cardio.readers import ReaderPool
    from cardio.transport import Card

CARD_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says of itself without a PIN, and for which purpose its certificate was read."""

    certificate: x509.Certificate = field(repr=False)
    purpose: Purpose
    vault_key: bool
    tries_left: int | None


@dataclass(frozen=True, slots=True)
class Look:
    """One reader with a card, and what came of reading it; `chip` where it is a citizen's document."""

    reader: str
    facts: CardFacts | None
    error: CardError | None = None
    chip: ClosedChip | None = None


def look_at_cards(readers: ReaderPool) -> list[Look]:
    """Read each card that lies in a reader; blocks for up to ``CARD_SECONDS`` per card."""
    states = readers.readers()
    held = [state.name for state in states if state.condition is Condition.HELD]
    present = [state.name for state in states if state.condition is Condition.CARD]
    return [Look(name, None, CardHeldElsewhere()) for name in held] + [
        _look(readers, name) for name in present
    ]


def silent_readers(readers: ReaderPool) -> list[str]:
    """Return the readers that do not answer: whether a card lies there cannot be told."""
    return [state.name for state in readers.readers() if state.condition is Condition.NOT_ANSWERING]


def _look(readers: ReaderPool, name: str) -> Look:
    reading = readers.submit(name, _read)
    try:
        found = reading.result(CARD_SECONDS)
    except TimeoutError:
        reading.cancel()
        return Look(name, None, ReaderNotAnswering(name))
    except CardError as error:
        return Look(name, None, error)
    return Look(name, found) if isinstance(found, CardFacts) else Look(name, None, chip=found)


def _read(card: Card) -> CardFacts | ClosedChip:
    """Read a staff card; what is none may be a citizen's document, which is looked at without opening it."""
    try:
        return _read_staff_card(card)
    except UnknownCard:
        from cardio.emrtd.recognition import recognise  # with the ASN.1 library

        chip = recognise(card)
        if chip is None:
            raise
        return chip


def _read_staff_card(card: Card) -> CardFacts:
    """Read what sign-in needs, or through the air what check-in needs: there the PIN is out of reach."""
    if card.contactless:
        with card.transaction():
            certificate = read_tap(card).certificate
        facts = CardFacts(certificate, Purpose.CARD_AUTHENTICATION, vault_key=False, tries_left=None)
    else:
        seen = read_card(card)
        vault = seen.key_management is not None
        facts = CardFacts(seen.authentication, Purpose.STAFF_SIGN_IN, vault, seen.tries_left)
    supported_key(facts.certificate)
    return facts


def examine_cards(
    looks: Sequence[Look], citizens: Collection[str] = (), silent: Sequence[str] = ()
) -> list[Finding]:
    """Return per card whether it answers and what it is for; a fault of its reader is the driver's.

    `citizens`: the readers in which a citizen's document belongs; `silent`: those that do not answer.
    """
    if not looks and silent:
        return [find(Part.CARD, "reader_not_answering", name) for name in silent]
    if not looks:
        return [find(Part.CARD, "no_card"), find(Part.PROFILE, "no_card")]
    return [finding for look in looks for finding in _examine(look, look.reader in citizens)]


def _examine(look: Look, in_place: bool) -> list[Finding]:
    if look.chip is not None:
        cause = _document_cause(look.chip, in_place)
        data = {"ways": "; ".join(look.chip.ways)}
        return [find(Part.CARD, "card_answers", look.reader), find(Part.PROFILE, cause, look.reader, data)]
    if look.facts is not None:
        return [_answering(look.reader, look.facts), _profile(look.reader, look.facts)]
    error = look.error or CardRemoved()
    part = next((p for p in (Part.DRIVER, Part.PROFILE) if error.code in CAUSES[p]), Part.CARD)
    return [find(part, error.code, look.reader, asdict(error))]


def _document_cause(chip: ClosedChip, in_place: bool) -> str:
    if not chip.speakable:
        return "document_access_unknown"
    if not chip.ways:
        return "document_needs_zone"
    return "document_readable" if in_place else "document_at_staff_reader"


def _answering(reader: str, facts: CardFacts) -> Finding:
    cause = "card_answers"
    if facts.tries_left is not None:
        cause = {0: "pin_blocked", 1: "pin_last_try"}.get(facts.tries_left, cause)
    return find(Part.CARD, cause, reader)


def _profile(reader: str, facts: CardFacts) -> Finding:
    if facts.purpose is Purpose.CARD_AUTHENTICATION:
        return find(Part.PROFILE, "profile_tap", reader)
    return find(Part.PROFILE, "profile_sign_in" if facts.vault_key else "card_without_vault_key", reader)
