"""The virtual cards of the tray: one object each as long as the program runs, so tries stay spent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from cardio.simulator import CardFile, VirtualCard, VirtualPivCard, VirtualUidCard
from ui.language import Language, current
from ui.training.environment import DESK_READER, KIOSK_READER, CardSlots

NUMBER_ONLY = "UID"
"""The kind of a card that has a number and no key."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed on a card. ``key`` is the file's name without its ending."""

    key: str
    label_vi: str
    label_en: str
    name: str
    unit: str
    pin: str
    state: str
    kind: str

    @property
    def label(self) -> str:
        """The role in the language in force."""
        return self.label_vi if current() is Language.VIETNAMESE else self.label_en


class Deck:
    """Puts cards into the two virtual readers. Raises OSError or ValueError for a broken folder."""

    def __init__(
        self, folder: Path, readers: CardSlots, desk: str = DESK_READER, kiosk: str = KIOSK_READER
    ) -> None:
        self._folder, self._readers, self._desk = folder, readers, desk
        rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        self.labels = tuple(
            Label(
                key=Path(row["file"]).stem,
                label_vi=row["label_vi"],
                label_en=row["label_en"],
                name=row["name"],
                unit=row["unit"],
                pin=row["pin"],
                state=row["state"],
                kind=row["kind"],
            )
            for row in rows
        )
        self._cards: dict[str, VirtualCard] = {}
        self._in: dict[str, str] = {}
        readers.plug_in(desk, contactless=False)
        readers.plug_in(kiosk, contactless=True)

    def insert(self, key: str, reader: str | None = None) -> None:
        """Put the card ``key`` into ``reader`` (the desk's), taking it (and any other there) out first."""
        reader = reader or self._desk
        for where, what in list(self._in.items()):
            if what == key or where == reader:
                self.remove(where)
        if key not in self._cards:
            self._cards[key] = self._load(key)
        self._readers.insert(reader, self._cards[key])
        self._in[reader] = key

    def _load(self, key: str) -> VirtualCard:
        path = self._folder / f"{key}.json"
        kind = next(label.kind for label in self.labels if label.key == key)
        if kind == NUMBER_ONLY:
            return VirtualUidCard(bytes.fromhex(json.loads(path.read_text(encoding="utf-8"))["uid"]))
        return VirtualPivCard(CardFile.load(path))

    def remove(self, reader: str | None = None) -> None:
        """Take the card out of ``reader`` (the desk's); nothing happens when there is none."""
        reader = reader or self._desk
        if self._in.pop(reader, None) is not None:
            self._readers.remove(reader)

    def inserted(self, reader: str | None = None) -> str | None:
        """Return the key of the card in ``reader`` (the desk's)."""
        return self._in.get(reader or self._desk)
