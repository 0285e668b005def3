"""Virtual travel documents for tests: one authority, one person, a document of each profile per process."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, date, datetime
from functools import cache
from typing import Final

from cardio.errors import CardRemoved
from cardio.simulator.emrtd import (
    CountryAuthority,
    DocumentFile,
    Hostility,
    Person,
    Profile,
    VirtualDocument,
    issue,
)
from cardio.simulator.emrtd.card import corrupted
from cardio.simulator.emrtd.document import SMALLEST_JPEG
from cardio.trust.csca import AnchorStore, DocumentKind

NOW: Final = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PERSON: Final = Person(
    number="046199012345",
    name="Trần Thị Bích",
    surname="TRAN",
    given_names="THI BICH",
    birth=date(1999, 5, 17),
    expiry=date(2039, 5, 17),
    issued=date(2024, 6, 1),
    residence="Phường Thuận Hóa, Thành phố Huế",
)
OTHER: Final = Person(
    number="046085054321",
    name="Lê Văn An",
    surname="LE",
    given_names="VAN AN",
    birth=date(1985, 1, 2),
    expiry=date(2035, 1, 2),
    issued=date(2024, 6, 1),
)


OF_CHIP_MAPPING: Final = frozenset({Hostility.OTHER_CARD_SECURITY, Hostility.HIDDEN_CARD_SECURITY})


@cache
def authority() -> CountryAuthority:
    """The country authority of the tests."""
    return CountryAuthority.create("CSCA thử nghiệm", NOW)


@cache
def document(profile: Profile | None = None, person: Person = PERSON) -> DocumentFile:
    """The document of a profile; the citizen card unless said otherwise."""
    return issue(person, authority(), NOW, profile, SMALLEST_JPEG + person.number.encode())


def anchors(*kinds: DocumentKind) -> AnchorStore:
    """A store that trusts the authority, for identity cards unless said otherwise."""
    store = AnchorStore()
    store.install(authority().anchor, *(kinds or (DocumentKind.IDENTITY_CARD,)))
    return store


def hostile(hostility: Hostility) -> VirtualDocument:
    """The citizen card with something wrong; where PACE was to prove the chip, one of that kind."""
    profile = Profile.proved_by_pace() if hostility in OF_CHIP_MAPPING else None
    file = corrupted(document(profile), document(profile, OTHER), authority(), hostility, NOW)
    return VirtualDocument(file, hostility)


class InHand:
    """A document in a reader of its own: `Card` for tests. Torn off after `torn_after` commands."""

    reader = "R"

    def __init__(self, card: VirtualDocument, *, torn_after: int | None = None, max_apdu: int = 261) -> None:
        self.card = card
        self.atr = card.power_on()
        self.contactless = True
        self.max_apdu = max_apdu
        self.sent: list[bytes] = []
        self._torn_after = torn_after

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Pass it on, or be gone."""
        if self._torn_after is not None and len(self.sent) >= self._torn_after:
            raise CardRemoved
        self.sent.append(bytes(command))
        return self.card.transmit(command)

    def transaction(self) -> nullcontext[None]:
        """Nobody else is here."""
        return nullcontext()

    def reset(self) -> None:
        """Warm reset."""
        self.card.reset()
