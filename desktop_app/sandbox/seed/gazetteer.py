"""Streets and landmarks of each ward, and a place drawn from them.

Only well-known landmarks have coordinates (WGS 84 degrees); a place without them stays without.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random

import msgspec

import resources
from desktop_app.domain.report import Place

STRAY = 0.0008
"""How far, in degrees (about 90 m), a phone's position lies from the landmark that is named."""

_NUMBERED_STREETS = "đường "


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place everybody knows; ``kind`` is market, bridge, sight or public."""

    name: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Ward:
    """One ward: its name in running text, how often it is reported from, what lies in it."""

    name: str
    weight: int
    areas: frozenset[str]
    streets: tuple[str, ...]
    landmarks: tuple[Landmark, ...]

    def near(self, kind: str | None) -> list[Landmark]:
        """Return the ward's landmarks of one kind, or all of them."""
        return [landmark for landmark in self.landmarks if kind in {None, landmark.kind}]


@dataclass(frozen=True, slots=True)
class Spot:
    """The words for one place (keys are the slots of the texts) and the place itself."""

    ward: str
    place: Place
    words: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_gazetteer() -> dict[str, Ward]:
    """Read the wards by their official code; raises ``resources.ResourceMissing``."""
    return msgspec.json.decode(resources.read_bytes("city/places.json"), type=dict[str, Ward])


def draw_spot(rng: Random, code: str, where: str = "street", near: str | None = None) -> Spot:
    """Draw a street, a landmark, a house number and an alley in the ward with ``code``.

    ``where`` says which of them the place itself is: ``landmark``, ``kiet`` or ``street``; ``near``
    what kind of landmark it must be (IndexError where the ward has none).
    """
    ward = load_gazetteer()[code]
    street = rng.choice(ward.streets)
    known = rng.choice(ward.near(near))
    number, alley = str(rng.randrange(3, 240)), rng.randrange(2, 190)
    numbered = street.startswith(_NUMBERED_STREETS)
    words = {
        "street": street,
        "landmark": known.name,
        "number": number,
        "kiet": f"kiệt {alley} {street}" if numbered else f"xóm gần {known.name}",
        "spot": _spot(rng, street, known.name, number, numbered),
        "spot_en": f"near number {number}" if numbered else f"close to {known.name}",
    }
    if where == "street":
        address = f"{number} {street}" if numbered else f"{street}, {known.name}"
    else:
        address = words[where]
    place = Place(code, f"{address[:1].upper()}{address[1:]}")
    if where == "landmark" and known.latitude is not None and known.longitude is not None:
        place = replace(place, latitude=_stray(rng, known.latitude), longitude=_stray(rng, known.longitude))
    return Spot(code, place, words)


def place_words(place: Place) -> str:
    """Return address and ward as an officer writes them."""
    ward = load_gazetteer().get(place.unit_code or "")
    return ", ".join(part for part in (place.address, ward.name if ward else None) if part)


def _stray(rng: Random, degrees: float) -> float:
    return round(degrees + rng.uniform(-STRAY, STRAY), 6)


def _spot(rng: Random, street: str, landmark: str, number: str, numbered: bool) -> str:
    if not numbered:
        return f"đoạn qua {landmark}"
    return rng.choice((f"trước số {number} {street}", f"đối diện số {number} {street}", f"đầu {street}"))
