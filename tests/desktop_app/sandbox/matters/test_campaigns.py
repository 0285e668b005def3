"""Campaigns: opened by those who coordinate; their tags are given by nobody else, and only while they run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop_app.domain.deadlines import ZONE
from tests.support.arranging import APPLIED, arrange, command, outcome
from tests.support.small_city import SmallCity

NAME = "Ngày Chủ nhật xanh"


def dates(city: SmallCity, begins: int = 0, ends: int = 30) -> dict[str, Any]:
    today = city.service.now().astimezone(ZONE).date()
    days = {"starts": today + timedelta(days=begins), "ends": today + timedelta(days=ends)}
    return {"name": NAME, **{name: day.isoformat() for name, day in days.items()}}


def opened(city: SmallCity, **when: int) -> str:
    made, result = arrange(city, "o-dispatcher", "open_campaign", "campaign", dates(city, **when))
    assert outcome(result) == APPLIED
    return made


def tagged(city: SmallCity, who: str, *, tag: str = NAME) -> tuple[str, str | None, str | None]:
    return outcome(command(city, who, "tag", city.put().id, {"add": [tag]}))


@pytest.mark.parametrize(
    ("who", "may"), [("o-supervisor", True), ("o-handler", False), ("o-approver", False)]
)
def test_who_opens_one(city: SmallCity, who: str, may: bool) -> None:
    result = arrange(city, who, "open_campaign", "campaign", dates(city))[1]
    assert outcome(result) == (APPLIED if may else ("rejected", "not_yours", None))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "ngay chu nhat XANH"}, ("name_taken", "name")),
        ({"name": "Khác", "ends": "2020-01-01", "starts": "2019-01-01"}, ("payload", "ends")),
        ({"name": "Khác", "ends": "2020-01-01"}, ("payload", "ends")),
    ],
)
def test_what_is_no_campaign(city: SmallCity, changes: dict[str, str], expected: tuple[str, str]) -> None:
    opened(city)
    refused = arrange(city, "o-dispatcher", "open_campaign", "campaign", {**dates(city), **changes})[1]
    assert outcome(refused) == ("rejected", *expected)


def test_its_tag_is_the_coordinators(city: SmallCity) -> None:
    assert tagged(city, "o-handler") == APPLIED
    opened(city)
    assert tagged(city, "o-dispatcher") == APPLIED
    assert tagged(city, "o-handler") == ("rejected", "campaign_reserved", "add")
    assert tagged(city, "o-handler", tag="ngày chủ nhật XANH") == ("rejected", "campaign_reserved", "add")
    assert tagged(city, "o-handler", tag="ngập") == APPLIED


def test_before_it_begins_and_once_it_ended_nobody_gives_it(city: SmallCity) -> None:
    made = opened(city, begins=2)
    assert tagged(city, "o-dispatcher") == ("rejected", "campaign_over", "add")
    assert outcome(arrange(city, "o-dispatcher", "end_campaign", "campaign", {}, made)[1]) == APPLIED
    assert tagged(city, "o-dispatcher") == ("rejected", "campaign_over", "add")


@pytest.mark.parametrize("who", ["o-handler", "o-hotline"])
def test_who_does_not_end_one(city: SmallCity, who: str) -> None:
    refused = arrange(city, who, "end_campaign", "campaign", {}, opened(city))[1]
    assert outcome(refused) == ("rejected", "not_yours", None)
