"""Streets and landmarks: every ward has some, and a place drawn from them fits its words."""

from __future__ import annotations

from random import Random

import pytest

from desktop_app.domain.report import Place
from desktop_app.sandbox.seed.gazetteer import STRAY, draw_spot, load_gazetteer, place_words
from desktop_app.sandbox.seed.organisation import Organisation

WARDS = sorted(load_gazetteer())


def test_it_covers_exactly_the_wards_and_communes(organisation: Organisation) -> None:
    assert set(WARDS) == {u.code for u in organisation.units if u.kind in {"ward", "commune"}}


@pytest.mark.parametrize("code", WARDS)
def test_every_ward_has_streets_landmarks_and_its_own_name(code: str, organisation: Organisation) -> None:
    ward = load_gazetteer()[code]
    official = next(u.name for u in organisation.units if u.code == code)
    assert ward.name == official[0].lower() + official[1:]
    assert ward.weight > 0
    assert ward.streets
    assert ward.landmarks
    assert len(set(ward.streets)) == len(ward.streets)


def test_known_coordinates_lie_in_the_city() -> None:
    marks = [mark for ward in load_gazetteer().values() for mark in ward.landmarks]
    known = [(m.latitude, m.longitude) for m in marks if m.latitude is not None and m.longitude is not None]
    assert len(known) > 20
    for latitude, longitude in known:
        assert 15.9 < latitude < 16.8
        assert 107.0 < longitude < 108.3


def test_a_landmark_of_the_wanted_kind_is_drawn(rng: Random) -> None:
    markets = {mark.name for mark in load_gazetteer()["19789"].near("market")}
    assert markets == {"chợ Bến Ngự", "chợ An Cựu"}
    assert {draw_spot(rng, "19789", "landmark", "market").words["landmark"] for _ in range(20)} == markets
    assert {mark.kind for ward in load_gazetteer().values() for mark in ward.landmarks} == {
        "market", "bridge", "sight", "public",
    }  # fmt: skip


@pytest.mark.parametrize("code", WARDS)
@pytest.mark.parametrize("where", ["street", "landmark", "kiet"])
def test_a_spot_names_its_ward_and_what_the_text_is_about(code: str, where: str, rng: Random) -> None:
    spot = draw_spot(rng, code, where)
    address = spot.place.address or ""
    assert spot.place.unit_code == code
    assert place_words(spot.place) == f"{address}, {load_gazetteer()[code].name}"
    assert spot.words[where][1:] in address


def test_only_a_landmark_with_known_coordinates_gives_some(rng: Random) -> None:
    on_street = draw_spot(rng, "19789", "street").place
    assert on_street.latitude is None
    assert on_street.longitude is None
    at_landmark = draw_spot(rng, "19789", "landmark")
    marks = load_gazetteer()["19789"].landmarks
    known = next(mark for mark in marks if mark.name == at_landmark.words["landmark"])
    assert at_landmark.place.latitude == pytest.approx(known.latitude, abs=STRAY * 1.01)
    assert at_landmark.place.longitude == pytest.approx(known.longitude, abs=STRAY * 1.01)


def test_roads_without_house_numbers_get_none(rng: Random) -> None:
    spots = [draw_spot(rng, "20050") for _ in range(10)]
    assert {spot.words["street"] for spot in spots} == {"Quốc lộ 49"}
    assert all("kiệt" not in spot.words["kiet"] and "số" not in spot.words["spot"] for spot in spots)


def test_a_place_without_address_or_ward_is_written_as_far_as_known() -> None:
    assert place_words(Place("19789")) == "phường Thuận Hóa"
    assert place_words(Place(None, "Km 12")) == "Km 12"
    assert place_words(Place("07 MANHATTAN")) == ""
