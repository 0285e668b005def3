"""A wipe is ordered for one workstation, and open until it is confirmed."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.wipes import pending
from tests.support.small_city import SmallCity


def test_an_order_is_open_until_its_own_workstation_confirms_it(city: SmallCity) -> None:
    wipes = city.service.wipes
    ordered = wipes.order("w-1", "o-supervisor")

    def still_open(workstation: str) -> str | None:
        with city.service.engine.connect() as connection:
            return pending(connection, workstation)

    assert (still_open("w-1"), still_open("w-2")) == (ordered, None)
    with pytest.raises(Refused, match="not_found"):
        wipes.confirm("w-2", ordered, 1, 0)
    wipes.confirm("w-1", ordered, 1, 0)
    wipes.confirm("w-1", ordered, 9, 9)
    assert still_open("w-1") is None
    assert wipes.order("w-1", "o-supervisor") != ordered
