"""A service that is away is told by its return code."""

from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.service import examine_service


def test_a_service_away_is_bad_unless_readers_are_there_all_the_same() -> None:
    away = examine_service(-2146435043, readers=False)
    assert (away.cause, away.verdict, away.data["reason"]) == ("no_service", Verdict.BAD, "8010001D")
    assert examine_service(0x8010001D, readers=True).cause == "service_away"
    assert examine_service(None, readers=False).verdict is Verdict.GOOD
