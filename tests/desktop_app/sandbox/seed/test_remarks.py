"""Phrases: there for every occasion, with codes the screens know, and results for every category."""

from __future__ import annotations

import pytest

from desktop_app.domain.report import Outcome
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.remarks import Remarks, load_remarks, load_results

REASONS = {
    "reject": {"no_basis", "not_public_matter", "insufficient", "already_handled", "offensive", "other"},
    "return_": {
        "not_our_field",
        "not_our_area",
        "place_unclear",
        "content_unclear",
        "needs_other_unit",
        "other",
    },
    "extension": {"complex", "several_units", "weather", "budget", "other"},
}


@pytest.mark.parametrize("occasion", Remarks.__struct_fields__)
def test_every_occasion_has_words(occasion: str) -> None:
    assert getattr(load_remarks(), occasion)


@pytest.mark.parametrize("occasion", sorted(REASONS))
def test_reasons_carry_codes_of_the_list_and_words(occasion: str) -> None:
    reasons = getattr(load_remarks(), occasion)
    assert {code for code, _ in reasons} <= REASONS[occasion]
    assert all(words.strip() for _, words in reasons)


def test_every_category_has_a_result_for_every_outcome(organisation: Organisation) -> None:
    results = load_results()
    assert set(results) == {c.id for c in organisation.categories if c.parent}
    for outcomes in results.values():
        assert set(outcomes) == set(Outcome)
        assert all(sentence and not sentence.endswith(".") for said in outcomes.values() for sentence in said)
