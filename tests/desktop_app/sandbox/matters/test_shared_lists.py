"""Lists of a unit: shared by anybody there, seen there only, taken back by who shared or leads."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.sandbox.matters import shared_lists
from desktop_app.sandbox.tables import presence
from tests.support.arranging import APPLIED, arrange, outcome
from tests.support.small_city import LEAD, SmallCity

SHARED = {"name": "Chợ, rác", "query": {"search": "rác cho", "filter": "unit"}}


def shared(city: SmallCity, **changes: Any) -> str:  # noqa: ANN401 - any entry
    made, result = arrange(city, "o-handler", "share_list", "list", {**SHARED, **changes})
    assert outcome(result) == APPLIED
    return made


def test_it_lies_in_the_unit_as_it_was_sent(city: SmallCity) -> None:
    made = shared(city, name="  Chợ,   rác ")
    with city.service.engine.connect() as connection:
        data = city.service.entities.data(connection, "list", made)
        scopes = connection.execute(sa.select(presence.c.scope).where(presence.c.id == made)).scalars().all()
    assert data is not None
    assert (data["name"], data["query"], data["unit_id"]) == ("Chợ, rác", SHARED["query"], LEAD)
    assert scopes == [f"staff:{LEAD}"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "CHỢ, RÁC"}, ("name_taken", "name")),
        ({"name": ""}, ("payload", "name")),
        ({"name": "x" * 61}, ("payload", "name")),
        ({"name": "Khác", "query": {"search": "x" * 5_000}}, ("payload", "query")),
    ],
)
def test_what_is_not_shared(city: SmallCity, changes: dict[str, Any], expected: tuple[str, str]) -> None:
    shared(city)
    refused = arrange(city, "o-colleague", "share_list", "list", {**SHARED, **changes})[1]
    assert outcome(refused) == ("rejected", *expected)


def test_a_unit_has_room_for_so_many(city: SmallCity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_lists, "MOST", 1)
    shared(city)
    refused = arrange(city, "o-handler", "share_list", "list", {**SHARED, "name": "Hai"})[1]
    assert outcome(refused) == ("rejected", "too_many", "name")


@pytest.mark.parametrize(("who", "may"), [("o-handler", True), ("o-approver", True), ("o-colleague", False)])
def test_who_takes_it_back(city: SmallCity, who: str, may: bool) -> None:
    made = shared(city)
    result = arrange(city, who, "unshare_list", "list", {}, made)[1]
    assert outcome(result) == (APPLIED if may else ("not_found", None, None))
    with city.service.engine.connect() as connection:
        assert (city.service.entities.data(connection, "list", made) is None) is may
