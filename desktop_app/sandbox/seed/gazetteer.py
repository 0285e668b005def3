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
class Ward:
    """One ward: its name in running text, how often it is reported from, what lies in it."""

    name: str
    weight: int
    areas: frozenset[str]
    streets: tuple[str, ...]
    landmarks: tuple[tuple[str, float | None, float | None], ...]


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


def draw_spot(rng: Random, code: str, where: str = "street") -> Spot:
    """Draw a street, a landmark, a house number and an alley in the ward with ``code``.

    ``where`` says which of them the place itself is: ``landmark``, ``kiet`` or ``street``.
    """
    ward = load_gazetteer()[code]
    street = rng.choice(ward.streets)
    landmark, latitude, longitude = rng.choice(ward.landmarks)
    number, alley = str(rng.randrange(3, 240)), rng.randrange(2, 190)
    numbered = street.startswith(_NUMBERED_STREETS)
    words = {
        "street": street,
        "landmark": landmark,
        "number": number,
        "kiet": f"kiệt {alley} {street}" if numbered else f"xóm sau {landmark}",
        "spot": _spot(rng, street, landmark, number, numbered),
        "spot_en": f"near number {number}" if numbered else f"close to {landmark}",
    }
    if where == "street":
        address = f"{number} {street}" if numbered else f"{street}, {landmark}"
    else:
        address = words[where]
    place = Place(code, f"{address[:1].upper()}{address[1:]}, {ward.name}")
    if where == "landmark" and latitude is not None and longitude is not None:
        place = replace(place, latitude=_stray(rng, latitude), longitude=_stray(rng, longitude))
    return Spot(code, place, words)


def _stray(rng: Random, degrees: float) -> float:
    return round(degrees + rng.uniform(-STRAY, STRAY), 6)


def _spot(rng: Random, street: str, landmark: str, number: str, numbered: bool) -> str:
    if not numbered:
        return f"đoạn qua {landmark}"
    return rng.choice((f"trước số {number} {street}", f"đối diện số {number} {street}", f"đầu {street}"))
