"""The centre answers, is cut off, or is not known yet."""

from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.network import examine_network
from tests.journeys.workbench import Workbench


def test_the_centre_answers_and_is_cut_off(enrolled: Workbench) -> None:
    assert enrolled.core.workplace is not None
    centre = enrolled.core.workplace.centre
    found = examine_network(centre)
    assert (found.cause, found.verdict, found.subject) == ("centre_reached", Verdict.GOOD, enrolled.gate.url)
    enrolled.gate.refuse()
    found = examine_network(centre)
    assert (found.cause, found.verdict, dict(found.data)) == ("unreachable", Verdict.BAD, {"sent": False})


def test_before_enrolment_there_is_none_to_ask() -> None:
    assert examine_network(None).verdict is Verdict.UNKNOWN
