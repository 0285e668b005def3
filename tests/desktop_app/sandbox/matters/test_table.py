"""Every command beside the reports has its rule; another kind of entity is not found."""

from __future__ import annotations

import pytest

from desktop_app.domain.matters import ENTITY, MatterCommand
from desktop_app.sandbox.matters.table import TYPES
from tests.support.arranging import arrange, outcome
from tests.support.small_city import SmallCity


def test_the_types_are_the_commands() -> None:
    assert set(map(str, MatterCommand)) == TYPES


@pytest.mark.parametrize("command", MatterCommand)
def test_every_command_is_carried_to_its_rule(city: SmallCity, command: MatterCommand) -> None:
    result = arrange(city, "o-hotline", str(command), ENTITY[command], {})[1]
    assert result["status"] in {"rejected", "not_found"}
    assert result.get("rule") != "unknown_command"


@pytest.mark.parametrize("command", MatterCommand)
def test_on_another_entity_nothing_is_found(city: SmallCity, command: MatterCommand) -> None:
    assert outcome(arrange(city, "o-handler", str(command), "report", {})[1]) == ("not_found", None, None)
