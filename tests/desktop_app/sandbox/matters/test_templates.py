"""Templates: written by a unit's leaders, the city's by who publishes; versions, and who hears of them."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.domain.matters import TEMPLATE
from desktop_app.domain.templates import KEPT_VERSIONS, Template
from desktop_app.sandbox import wire
from tests.support.arranging import APPLIED, Result, arrange, outcome
from tests.support.small_city import CATEGORY, CO, LEAD, TEAM, SmallCity

LEADER, PUBLISHER = "o-approver", "o-publisher"


def words(unit: str | None = LEAD, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    told = {
        "unit": unit, "command": "submit", "state": "in_progress", "language": "vi", "title": "Đã xong",
        "text": "{unit} đã xử lý tại {place}: ….", "category": CATEGORY, "seen": 0,
    }  # fmt: skip
    return {**told, **changes}


def write(city: SmallCity, who: str, payload: dict[str, Any], made: str | None = None) -> tuple[str, Result]:
    return arrange(city, who, "write_template", TEMPLATE, payload, made)


def written(city: SmallCity, who: str = LEADER, **changes: Any) -> str:  # noqa: ANN401 - any field
    made, result = write(city, who, words(**changes))
    assert outcome(result) == APPLIED
    return made


def stored(city: SmallCity, template_id: str) -> Template | None:
    with city.service.engine.connect() as connection:
        data = city.service.entities.data(connection, TEMPLATE, template_id)
    return None if data is None else wire.decode(data, Template)


def hears(city: SmallCity, who: str, template_id: str) -> bool:
    with city.service.engine.connect() as connection:
        held = city.service.people.scopes(connection, who)
        lies = city.service.entities._scopes_of(connection, TEMPLATE, template_id)
    return bool(held & lies)


@pytest.mark.parametrize(
    ("who", "unit", "may"),
    [
        (LEADER, LEAD, True),
        (LEADER, TEAM, True),
        (LEADER, CO, False),
        (LEADER, None, False),
        ("o-handler", LEAD, False),
        (PUBLISHER, None, True),
        (PUBLISHER, LEAD, False),
        ("o-supervisor", None, False),
    ],
)
def test_who_writes_whose(city: SmallCity, who: str, unit: str | None, may: bool) -> None:
    result = write(city, who, words(unit))[1]
    assert outcome(result) == (APPLIED if may else ("rejected", "not_yours", None))


def test_a_unit_s_are_told_to_its_people_and_those_below_and_the_city_s_to_all(city: SmallCity) -> None:
    ours, everybody = written(city), written(city, PUBLISHER, unit=None)
    who = ("o-handler", "o-team", LEADER, "o-co", "o-dispatcher")
    assert [hears(city, each, ours) for each in who] == [True, True, True, False, False]
    assert all(hears(city, each, everybody) for each in who)


def test_a_change_is_a_version_and_the_last_ones_stay(city: SmallCity) -> None:
    made = written(city)
    for version in range(1, KEPT_VERSIONS + 3):
        changed = words(seen=version, text=f"Lần {version + 1}.")
        assert outcome(write(city, LEADER, changed, made)[1]) == APPLIED
    now = stored(city, made)
    assert now is not None
    assert (now.version, now.text, now.written_by) == (KEPT_VERSIONS + 3, f"Lần {KEPT_VERSIONS + 3}.", LEADER)
    assert [each.version for each in now.earlier] == [7, 6, 5, 4, 3]
    assert now.earlier[0].text == "Lần 7."


def test_who_changes_an_older_version_is_told(city: SmallCity) -> None:
    made = written(city)
    write(city, LEADER, words(seen=1, text="Của người khác."), made)
    refused = write(city, LEADER, words(seen=1, text="Của tôi."), made)[1]
    assert outcome(refused) == ("rejected", "changed_meanwhile", None)
    now = stored(city, made)
    assert now is not None
    assert now.text == "Của người khác."


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": "nothing"}, "category"),
        ({"text": "Kính gửi {quy_danh}"}, "text"),
        ({"state": "closed"}, "state"),
        ({"command": "verify"}, "command"),
        ({"title": " "}, "title"),
    ],
)
def test_what_makes_no_template(city: SmallCity, changes: dict[str, str], field: str) -> None:
    assert outcome(write(city, LEADER, words(**changes))[1]) == ("rejected", "payload", field)


def test_a_template_does_not_change_hands(city: SmallCity) -> None:
    city_s = written(city, PUBLISHER, unit=None)
    assert outcome(write(city, LEADER, words(seen=1), city_s)[1])[0] == "not_found"


def test_it_is_withdrawn_by_those_who_may_write_it(city: SmallCity) -> None:
    made = written(city)
    for who in ("o-handler", "o-co", PUBLISHER):
        assert outcome(arrange(city, who, "withdraw_template", TEMPLATE, {}, made)[1])[0] == "not_found"
    assert outcome(arrange(city, LEADER, "withdraw_template", TEMPLATE, {}, made)[1]) == APPLIED
    assert stored(city, made) is None
    assert outcome(write(city, LEADER, words(seen=1), made)[1])[0] == "not_found"


def test_a_unit_has_room_for_so_many(city: SmallCity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.sandbox.matters.templates.MOST_OF_A_UNIT", 1)
    written(city)
    assert outcome(write(city, LEADER, words())[1]) == ("rejected", "too_many", "title")
    written(city, unit=TEAM)
