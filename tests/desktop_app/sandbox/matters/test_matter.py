"""What every command beside the reports shares: new ids, officers that work here, one *not found*."""

from __future__ import annotations

from desktop_app.domain.ids import new_id
from tests.support.arranging import APPLIED, absence, arrange, outcome
from tests.support.small_city import SmallCity


def test_an_id_is_taken_once(city: SmallCity) -> None:
    asked = absence(city, "o-handler", "o-colleague", "handle")
    made, first = arrange(city, "o-handler", "delegate", "delegation", asked)
    assert outcome(first) == APPLIED
    again = arrange(city, "o-handler", "delegate", "delegation", asked, made)[1]
    assert outcome(again) == ("rejected", "id_reused", "entity_id")


def test_an_id_is_one_of_ours(city: SmallCity) -> None:
    asked = absence(city, "o-handler", "o-colleague", "handle")
    refused = arrange(city, "o-handler", "delegate", "delegation", asked, "../etc")[1]
    assert outcome(refused) == ("rejected", "payload", "entity_id")


def test_who_does_not_work_here_is_named(city: SmallCity) -> None:
    asked = absence(city, "o-handler", "o-nobody", "handle")
    refused = arrange(city, "o-handler", "delegate", "delegation", asked)[1]
    assert outcome(refused) == ("rejected", "payload", "to_person")


def test_unknown_and_forbidden_answer_alike(city: SmallCity) -> None:
    asked = absence(city, "o-handler", "o-colleague", "handle")
    made, _ = arrange(city, "o-handler", "delegate", "delegation", asked)
    forbidden = arrange(city, "o-other", "end_delegation", "delegation", {}, made)[1]
    unknown = arrange(city, "o-other", "end_delegation", "delegation", {}, new_id())[1]
    assert {**forbidden, "id": ""} == {**unknown, "id": ""} == {"id": "", "status": "not_found"}
