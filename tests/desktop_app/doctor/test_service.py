"""The service is away, and back, as its watchers tell."""

from cardio import events
from desktop_app.bus import Bus
from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.service import ServiceWatch, examine_service


def test_what_was_last_heard_counts() -> None:
    bus = Bus()
    watch = ServiceWatch(bus)
    heard = [watch.lost]
    for event in (events.ServiceLost(-2146435043), events.ServiceBack()):
        bus.publish(event)
        heard.append(watch.lost)
    assert heard == [None, -2146435043, None]


def test_a_service_away_is_bad_unless_readers_are_there_all_the_same() -> None:
    away = examine_service(-2146435043, readers=False)
    assert (away.cause, away.verdict, away.data["reason"]) == ("no_service", Verdict.BAD, "8010001D")
    assert examine_service(0x8010001D, readers=True).cause == "service_away"
    assert examine_service(None, readers=False).verdict is Verdict.GOOD
