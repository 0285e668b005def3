"""An answer is given in the lead unit's name, else in the author's own."""

from __future__ import annotations

from tests.ui import city
from tests.ui.commands.conftest import Frame
from tests.ui.seated import Workplace


def test_the_publisher_is_the_lead_unit(workplace: Workplace, context: Frame) -> None:
    assert context(workplace.first("in_progress")).publisher_unit == city.WARD


def test_without_an_assignment_it_is_the_author_s_unit(workplace: Workplace, context: Frame) -> None:
    assert context(workplace.first("verified", mine=False)).publisher_unit == city.WARD
