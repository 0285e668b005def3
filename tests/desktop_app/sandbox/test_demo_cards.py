"""The tray's cards belong to officers who hold the role printed on them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.sandbox.demo_cards import DEMO_CARDS, NUMBER_CARDS, CardState, DemoCard
from desktop_app.sandbox.seed.organisation import load_organisation

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("card", DEMO_CARDS, ids=lambda card: card.file_name)
def test_the_holder_has_the_role(card: DemoCard) -> None:
    holder = next(o for o in load_organisation().officers if o.id == card.officer_id)
    assert card.role in holder.roles


def test_a_number_card_belongs_to_an_officer_and_has_no_pin() -> None:
    officers = {o.id: o for o in load_organisation().officers}
    for card in NUMBER_CARDS:
        row = card.index_row(officers[card.officer_id], "unit")
        assert (row["pin"], row["kind"], row["file"]) == ("", "UID", card.file_name)
    assert not {card.officer_id for card in NUMBER_CARDS} & {card.officer_id for card in DEMO_CARDS}


def test_no_two_cards_share_a_file_or_a_holder() -> None:
    assert len({card.file_name for card in DEMO_CARDS}) == len(DEMO_CARDS)
    assert len({card.officer_id for card in DEMO_CARDS}) == len(DEMO_CARDS)


@pytest.mark.parametrize("card", DEMO_CARDS, ids=lambda card: card.file_name)
def test_validity_is_over_only_for_the_expired_card(card: DemoCard) -> None:
    begins, days = card.validity(NOW)
    assert begins < NOW
    assert (begins + timedelta(days=days) < NOW) is (card.state is CardState.EXPIRED)


def test_the_colleague_works_in_the_handlers_unit() -> None:
    units = {o.id: o.unit_id for o in load_organisation().officers}
    handlers = [card.officer_id for card in DEMO_CARDS if card.role == "handler"]
    assert units[handlers[0]] == units[handlers[1]]
