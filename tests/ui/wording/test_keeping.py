"""Every error of ``desktop_app.store.errors`` has a sentence that wants only data the error carries."""

import pytest

import desktop_app.store.errors
from tests.support.errors import data_of, error_classes, places
from ui.wording.keeping import KEEPING

CLASSES = error_classes(desktop_app.store.errors)


def test_every_error_has_a_sentence() -> None:
    assert len(CLASSES) > 8 - 3
    assert set(CLASSES) <= set(KEEPING)


@pytest.mark.parametrize("code", sorted(KEEPING))
def test_places_are_data_of_the_error(code: str) -> None:
    carried = data_of(CLASSES[code]) if code in CLASSES else set()
    assert places(KEEPING[code]) <= carried
