"""Streets and landmarks of each ward, and a place drawn from them.

Only well-known landmarks have coordinates (WGS 84 degrees); a place without them stays without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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


def draw_spot(rng: Random, code: str, language: str = "vi") -> Spot:
    """Draw a street, a landmark, a house number and an alley in the ward with ``code``."""
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
    address = f"{number} {street}" if numbered and language == "vi" else f"{street}, {landmark}"
    near = rng.random() < 0.7 and latitude is not None and longitude is not None
    place = Place(
        unit_code=code,
        address=f"{address}, {ward.name}",
        latitude=round(latitude + rng.uniform(-STRAY, STRAY), 6) if near and latitude else None,
        longitude=round(longitude + rng.uniform(-STRAY, STRAY), 6) if near and longitude else None,
    )
    return Spot(code, place, words)


def _spot(rng: Random, street: str, landmark: str, number: str, numbered: bool) -> str:
    if not numbered:
        return f"đoạn qua {landmark}"
    return rng.choice((f"trước số {number} {street}", f"đối diện số {number} {street}", f"đầu {street}"))
