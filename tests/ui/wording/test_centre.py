"""Every error of ``desktop_app.api.errors`` has a sentence that wants only data the error carries."""

import inspect

import pytest

import desktop_app.api.errors
from desktop_app.trust.bundle import BundleRefused
from tests.support.errors import data_of, error_classes, places
from ui.wording.centre import CENTRE

CLASSES = error_classes(desktop_app.api.errors)


def test_every_error_has_a_sentence() -> None:
    assert len(CLASSES) > 10 - 3
    assert set(CLASSES) <= set(CENTRE)


def test_every_refusal_of_a_bundle_has_a_sentence() -> None:
    documented = inspect.getdoc(BundleRefused)
    assert documented
    codes = set(documented.split("``")[3::2])
    assert len(codes) == 5
    assert codes <= set(CENTRE)


@pytest.mark.parametrize("code", sorted(CENTRE))
def test_places_are_data_of_the_error(code: str) -> None:
    carried = data_of(CLASSES[code]) if code in CLASSES else set()
    assert places(CENTRE[code]) <= carried
