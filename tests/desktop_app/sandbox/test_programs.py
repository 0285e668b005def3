"""Old programs are told apart from new ones, and from those that are none of ours."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.programs import Programs
from desktop_app.sandbox.refusal import Refused


@pytest.mark.parametrize("agent", ["ioc-desk/1.2.3", "ioc-desk/1.10.0", "ioc-desk/2.0.0 (x)"])
def test_what_is_new_enough_is_fed(agent: str) -> None:
    Programs("1.2.3").check(agent)


@pytest.mark.parametrize("agent", ["", "curl/8.0", "ioc-desk/unreleased", "x ioc-desk/0.0.1"])
def test_what_says_no_version_is_let_be(agent: str) -> None:
    Programs("1.2.3").check(agent)


@pytest.mark.parametrize("agent", ["ioc-desk/1.2.2", "ioc-desk/0.9.9", "ioc-desk/1.1.10"])
def test_what_is_older_hears_which_version_it_takes(agent: str) -> None:
    with pytest.raises(Refused) as caught:
        Programs("1.2.3").check(agent)
    told = (caught.value.status, caught.value.code, caught.value.data)
    assert told == (426, "client_too_old", {"min_client": "1.2.3"})
