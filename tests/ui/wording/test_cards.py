"""Every error of ``cardio.errors`` has a sentence, and the data it wants is data the error carries."""

import pytest

import cardio.errors
from tests.support.errors import data_of, error_classes, places
from ui.wording.cards import CARDS

CLASSES = error_classes(cardio.errors)


def test_every_error_has_a_sentence() -> None:
    assert len(CLASSES) > 30 - 3
    assert set(CLASSES) <= set(CARDS)


@pytest.mark.parametrize("code", sorted(CARDS))
def test_places_are_data_of_the_error(code: str) -> None:
    carried = data_of(CLASSES[code]) if code in CLASSES else set()
    assert places(CARDS[code]) <= carried
