"""What the centre answers beside the rules of the work: each with its sentences, places for its data."""

from tests.support.errors import places
from ui.wording import sentence
from ui.wording.refusals import REFUSALS


def test_only_what_has_data_wants_some() -> None:
    assert {code: places(entry) for code, entry in REFUSALS.items() if places(entry)} == {
        "payload": {"field"},
        "rule_unknown": {"rule"},
    }


def test_an_entry_is_named() -> None:
    assert "the new date" in sentence("payload", {"field": "the new date"}).title
