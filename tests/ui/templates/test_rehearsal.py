"""A template read on a report: slots filled, blanks marked, markup of people harmless."""

from __future__ import annotations

from desktop_app.domain.workflow import Command, State
from tests.ui import city
from tests.ui.seated import Hire
from ui.templates.rehearsal import heading, rehearsed, sample


def test_a_report_in_a_fitting_state_is_tried_on(hire: Hire) -> None:
    place = hire(city.LEADER)
    found = sample(place.store, (State.IN_PROGRESS,))
    assert found is not None
    assert found.state is State.IN_PROGRESS
    assert heading(found, Command.SUBMIT) == f"How the answer to {found.code} begins"
    assert heading(found, Command.REJECT) == f"How it reads on {found.code}"


def test_slots_are_filled_and_blanks_marked(hire: Hire) -> None:
    place = hire(city.LEADER)
    said = rehearsed("{unit} <b>: …\n{code}", place.reports[0], "Tổ", place.names)
    assert said.startswith("Tổ &lt;b&gt;: <span")
    assert said.endswith(f"<br>{place.reports[0].code}")


def test_without_a_report_or_with_an_unknown_slot_slots_stand_as_words(hire: Hire) -> None:
    place = hire(city.LEADER)
    assert "[Place]" in rehearsed("Tại {place}.", None, "Tổ", place.names)
    assert "[quy_danh]" in rehearsed("{quy_danh}", place.reports[0], "Tổ", place.names)
    assert "no report" in heading(None, Command.SUBMIT)
