"""Every error of ``cardio.document_errors`` has a sentence that wants only data the error carries."""

import pytest

import cardio.document_errors
from cardio.document_errors import DataGroupAltered
from tests.support.errors import data_of, error_classes, places
from ui.wording import sentence
from ui.wording.documents import DOCUMENTS

CLASSES = {
    code: kind
    for code, kind in error_classes(cardio.document_errors).items()
    if kind.__module__ == "cardio.document_errors"
}


def test_every_error_has_a_sentence() -> None:
    assert len(CLASSES) == len(DOCUMENTS) == 21
    assert set(CLASSES) == set(DOCUMENTS)


@pytest.mark.parametrize("code", sorted(DOCUMENTS))
def test_places_are_data_of_the_error(code: str) -> None:
    assert places(DOCUMENTS[code]) <= data_of(CLASSES[code])


def test_the_table_is_in_use() -> None:
    assert "13" in sentence(DataGroupAltered(13)).what_to_do
