"""The hand-written texts: enough, different, in every category, and every slot gets filled."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from desktop_app.sandbox.seed.gazetteer import draw_spot, load_gazetteer
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.texts import Text, load_texts, write

TEXTS = load_texts()


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s|$)", text))


def test_there_are_at_least_120_different_ones() -> None:
    assert len({text.text for text in TEXTS}) == len(TEXTS) >= 120
    assert len({text.title for text in TEXTS}) == len(TEXTS)


def test_they_have_one_to_six_sentences_and_every_length_occurs() -> None:
    assert set(Counter(sentences(text.text) for text in TEXTS)) == {1, 2, 3, 4, 5, 6}


def test_every_category_below_the_first_level_is_written_about(organisation: Organisation) -> None:
    children = {c.id for c in organisation.categories if c.parent}
    assert {text.category for text in TEXTS} == children


def test_tourists_write_too_and_services_speak_for_themselves() -> None:
    assert Counter(text.language for text in TEXTS)["en"] >= 5
    services = {text.source for text in TEXTS if text.source}
    assert services == {
        "camera", "warning", "press", "environment", "advertising", "staff_card", "infosec", "fishing_vessel",
        "public_service",
    }  # fmt: skip
    assert all(text.evidence for text in TEXTS if text.source)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.title)
def test_every_slot_is_filled_with_words_of_the_place(text: Text, rng: Random) -> None:
    ward = next(code for code, ward in load_gazetteer().items() if text.fits(ward))
    spot = draw_spot(rng, ward, text.where, text.near)
    written = write(rng, text, spot)
    said = " ".join((written.title, written.text, *written.evidence.values()))
    assert "{" not in said
    assert "đường đường" not in said
    assert written.title[0].isupper()
    assert written.text[0].isupper()


def test_a_text_fits_only_wards_of_its_area() -> None:
    coast = next(text for text in TEXTS if text.area == "coast")
    assert coast.fits(load_gazetteer()["19900"])
    assert not coast.fits(load_gazetteer()["19789"])


def test_a_text_about_a_market_fits_only_wards_with_one() -> None:
    text = Text("order.vendors", "t", "x", near="market")
    assert text.fits(load_gazetteer()["19789"])
    assert not text.fits(load_gazetteer()["19831"])


def test_about_knows_parents_but_no_namesakes() -> None:
    text = Text("traffic.road", "t", "x")
    assert text.about("traffic")
    assert text.about("traffic.road")
    assert not text.about("traf")
    assert not text.about("traffic.signal")


@pytest.mark.parametrize(
    ("title", "where"), [("ở {landmark}", "landmark"), ("{kiet} tối", "kiet"), ("{spot} hỏng", "street")]
)
def test_the_title_says_what_kind_of_place_it_is(title: str, where: str) -> None:
    assert Text("urban.lighting", title, "x").where == where
