"""Citizens' documents of the tray: genuine ones and forgeries, made when they are first laid down.

They come from an authority of this training folder. Its root lies beside the cards as a file that a site
admin can install; before, their badge is neutral, as it is for real citizen cards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cardio import mrz
from cardio.cccd.dg13 import Field
from cardio.mrz import Format
from cardio.simulator.emrtd.hostility import Hostility
from cardio.simulator.emrtd.person import Person
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.training.environment import CITIZEN_READER, CardSlots
from ui.training.portrait import portrait

if TYPE_CHECKING:
    from cardio.simulator.emrtd import CountryAuthority, VirtualDocument

ROOT_FILE: Final = "training-csca.cer"
_AUTHORITY_FILE: Final = "documents-{name}.pem"
_TRAINING: Final = "Training CSCA"


class Kind(StrEnum):
    """What the document is."""

    CITIZEN_CARD = "citizen_card"
    PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as it lies on the desk; ``label`` is marked source text."""

    key: str
    label: str
    person: Person
    kind: Kind = Kind.CITIZEN_CARD
    hostility: Hostility = Hostility.NONE
    forged_root: bool = False

    @property
    def title(self) -> str:
        """What it is, in the language in force."""
        return translate("Training", self.label)

    @property
    def printed(self) -> str:
        """What is printed on it and opens its chip: the number, or number, birth and expiry."""
        person = self.person
        if self.kind is Kind.CITIZEN_CARD:
            return person.number
        return f"{person.passport_number} · {person.birth:%d/%m/%Y} · {person.expiry:%d/%m/%Y}"

    @property
    def code(self) -> str:
        """What a scanner reads off it: the card's code, or the passport's lines."""
        person = self.person
        if self.kind is Kind.PASSPORT:
            return mrz.write(person.zone(Format.TD3))
        sex = person.fields()[Field.SEX][0]
        parts = (person.number, "", person.name, f"{person.birth:%d%m%Y}", sex, person.residence)
        return "|".join((*parts, f"{person.issued:%d%m%Y}"))


def _citizen(number: str, name: str, zone_name: tuple[str, str], birth: date, residence: str) -> Person:
    surname, given = zone_name
    expiry = birth.replace(year=birth.year + 40)
    return Person(number, name, surname, given, birth, expiry, date(2024, 6, 3), residence)


_MAI: Final = _citizen(
    "046191000017",
    "Trần Thị Mẫu Mai",
    ("TRAN", "THI MAU MAI"),
    date(1991, 8, 14),
    "24 Lê Lợi, Phường Thuận Hóa, Thành phố Huế",
)
_NAM: Final = _citizen(
    "046088000025",
    "Nguyễn Văn Mẫu Nam",
    ("NGUYEN", "VAN MAU NAM"),
    date(1988, 2, 3),
    "7 Nguyễn Sinh Cung, Phường Vỹ Dạ, Thành phố Huế",
)
_MARIE: Final = Person(
    "001190000001",
    "SPECIMEN MARIE",
    "SPECIMEN",
    "MARIE",
    date(1990, 7, 13),
    date(2031, 7, 12),
    date(2021, 7, 13),
    passport_number="21AB12345",
    state="FRA",
)
PAPERS: Final = (
    Paper("citizen", QT_TRANSLATE_NOOP("Training", "Citizen card"), _MAI),
    Paper("passport", QT_TRANSLATE_NOOP("Training", "Foreign passport"), _MARIE, Kind.PASSPORT),
    Paper(
        "altered",
        QT_TRANSLATE_NOOP("Training", "Citizen card, chip altered"),
        _NAM,
        hostility=Hostility.ALTERED_GROUP,
    ),
    Paper(
        "copied",
        QT_TRANSLATE_NOOP("Training", "Citizen card, chip copied"),
        _NAM,
        hostility=Hostility.COPIED_CHIP,
    ),
    Paper(
        "other",
        QT_TRANSLATE_NOOP("Training", "Citizen card, signature of another"),
        _NAM,
        hostility=Hostility.OTHER_SECURITY_OBJECT,
    ),
    Paper(
        "forged_root", QT_TRANSLATE_NOOP("Training", "Citizen card, forged issuer"), _NAM, forged_root=True
    ),
)


class Papers:
    """Lays documents on the citizens' reader. ``lay`` is slow the first time: it makes keys."""

    def __init__(
        self,
        folder: Path,
        slots: CardSlots,
        reader: str = CITIZEN_READER,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder, self._slots, self._reader, self._now = folder, slots, reader, now
        self._made: dict[str, VirtualDocument] = {}
        self._lying: str | None = None
        slots.plug_in(reader, contactless=True)

    def lay(self, key: str) -> None:
        """Lay the document ``key`` down, in place of any that lies there; raise OSError, ValueError."""
        if key not in self._made:
            self._made[key] = self._make(next(paper for paper in PAPERS if paper.key == key))
        self.take_away()
        self._slots.insert(self._reader, self._made[key])
        self._lying = key

    def take_away(self) -> None:
        """Take the document away; nothing happens when there is none."""
        if self._lying is not None:
            self._lying = None
            self._slots.remove(self._reader)

    @property
    def lying(self) -> str | None:
        """The key of the document that lies there."""
        return self._lying

    def _make(self, paper: Paper) -> VirtualDocument:
        from cardio.simulator.emrtd import Profile, VirtualDocument, issue  # RSA keys: nobody waits for them
        from cardio.simulator.emrtd.card import corrupted

        now = self._now()
        authority = self._authority("forged" if paper.forged_root else paper.person.state)
        profile = Profile.passport() if paper.kind is Kind.PASSPORT else Profile.citizen_card()
        file = issue(paper.person, authority, now, profile, portrait(paper.person))
        if paper.hostility is not Hostility.NONE:
            other = issue(_MAI, authority, now, profile)
            file = corrupted(file, other, authority, paper.hostility, now)
        return VirtualDocument(file, paper.hostility)

    def _authority(self, name: str) -> CountryAuthority:
        """The authority kept in the folder under this name, made the first time."""
        from cardio.simulator.emrtd import CountryAuthority

        kept = self._folder / _AUTHORITY_FILE.format(name=name)
        if kept.exists():
            return CountryAuthority.from_pem(kept.read_bytes())
        country = "FR" if name == _MARIE.state else "VN"
        made = CountryAuthority.create(_TRAINING, self._now(), country)
        kept.write_bytes(made.to_pem())
        if name == _MAI.state:
            (self._folder / ROOT_FILE).write_bytes(made.anchor)
        return made
