"""A check ends early in one of two ways."""

from __future__ import annotations

import pytest

from desktop_app.conformance.endings import Broken, Untested, require


def test_what_is_required_and_not_so_is_broken() -> None:
    require([1], "nothing wrong")
    with pytest.raises(Broken, match="it is empty"):
        require([], "it is empty")


def test_each_ending_says_what_it_came_to() -> None:
    assert Broken("it is 500").detail == str(Broken("it is 500")) == "it is 500"
    assert Untested("no cards").why == str(Untested("no cards")) == "no cards"
