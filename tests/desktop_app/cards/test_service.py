"""The service is away, and back, as its watchers tell."""

from cardio import events
from desktop_app.bus import Bus
from desktop_app.cards.service import ServiceWatch


def test_what_was_last_heard_counts() -> None:
    bus = Bus()
    watch = ServiceWatch(bus)
    heard = [watch.lost]
    for event in (events.ServiceLost(-2146435043), events.ServiceBack()):
        bus.publish(event)
        heard.append(watch.lost)
    assert heard == [None, -2146435043, None]
