"""Every rule of the contract has its sentence, which wants no data."""

import yaml

import resources
from tests.support.errors import places
from ui.wording import TABLE
from ui.wording.arranging import ARRANGING


def test_every_rule_of_the_centre_has_a_sentence() -> None:
    contract = yaml.safe_load(resources.read_text("central_api/openapi.yaml"))
    rules = set(contract["components"]["schemas"]["EventResult"]["properties"]["rule"]["enum"])
    assert rules - set(TABLE) == set()
    assert set(ARRANGING) - rules == {"order"}


def test_no_sentence_wants_data() -> None:
    assert [code for code, entry in ARRANGING.items() if places(entry)] == []
