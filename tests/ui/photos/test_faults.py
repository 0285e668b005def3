"""A photo that is not to be seen says why: not here yet, gone, damaged."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import ApiError, Busy, Garbage, Refused, Stopped, Unreachable
from desktop_app.pictures.errors import PictureCorrupt, PictureTooLarge
from desktop_app.store.uploads import NoSuchContent
from ui.photos.faults import fault_words


@pytest.mark.parametrize("error", [Unreachable(sent=False), Busy(3), Stopped()])
def test_offline_is_no_fault_of_the_photo(error: ApiError) -> None:
    assert fault_words(error)[0] == "This photo is not on this computer yet."


@pytest.mark.parametrize("error", [Refused("not_found", 404), NoSuchContent()])
def test_gone_is_gone(error: Exception) -> None:
    assert fault_words(error)[0] == "This photo is no longer there."


def test_what_is_wrong_with_the_picture_is_told() -> None:
    assert "damaged" in fault_words(PictureCorrupt())[0]
    assert "900 million" in fault_words(PictureTooLarge(900))[0]
    assert fault_words(Garbage("content"))[0]
