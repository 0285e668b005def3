"""News from any thread arrives as a signal on the main thread, also at a receiver that is no QObject."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cardio import events
from desktop_app import news
from desktop_app.bus import Bus
from desktop_app.domain.outbox import OutboxState
from tests.support.main_thread import bridged
from ui.bridge import BEHIND_MS, Bridge


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def bridge(bus: Bus, qtbot: QtBot) -> Iterator[Bridge]:
    with bridged(bus) as made:
        yield made


def publish_elsewhere(bus: Bus, item: object) -> None:
    thread = threading.Thread(target=bus.publish, args=(item,))
    thread.start()
    thread.join()


def test_receivers_run_on_the_main_thread(bus: Bus, bridge: Bridge, qtbot: QtBot) -> None:
    seen: list[tuple[object, threading.Thread]] = []
    bridge.report_gone.connect(lambda item: seen.append((item, threading.current_thread())))
    publish_elsewhere(bus, news.ReportGone("r1"))
    assert seen == [], "nothing runs before the event loop does"
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(news.ReportGone("r1"), threading.main_thread())]


def test_every_card_event_has_one_signal(bus: Bus, bridge: Bridge, qtbot: QtBot) -> None:
    seen: list[object] = []
    bridge.card_event.connect(seen.append)
    sent = [
        events.ServiceLost(1),
        events.ServiceBack(),
        events.ReaderAdded("R"),
        events.CardInserted("R", b"\x3b"),
        events.ReaderNotAnswering("R"),
        events.ReaderRevived("R"),
        events.CardRemoved("R", b"\x3b"),
        events.ReaderRemoved("R"),
    ]
    for event in sent:
        publish_elsewhere(bus, event)
    qtbot.waitUntil(lambda: len(seen) == len(sent))
    assert seen == sent


def test_all_news_of_the_core_is_carried(bridge: Bridge) -> None:
    kinds = {
        kind
        for kind in vars(news).values()
        if isinstance(kind, type)
        and kind.__module__ == news.__name__
        and hasattr(kind, "__dataclass_fields__")
    }
    parts = {news.Onlooker}  # told inside PresenceChanged, never by itself
    assert kinds
    assert kinds - parts <= set(bridge._signals)


def test_a_closed_bridge_is_silent(bus: Bus, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.close()
    bridge.close()
    with qtbot.assertNotEmitted(bridge.report_gone):
        bus.publish(news.ReportGone("r1"))


def test_news_of_reports_comes_behind_all_that_is_due_at_once(bus: Bus, bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[object] = []
    for signal in (bridge.reports_changed, bridge.outbox_changed, bridge.report_gone):
        signal.connect(heard.append)
    mine = [news.ReportsChanged(("r1",)), news.OutboxChanged("e1", "r1", OutboxState.HELD)]
    for item in (*mine, news.ReportGone("r2")):
        bus.publish(item)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [news.ReportGone("r2"), *mine]


def test_what_waits_is_dropped_at_the_end(bus: Bus, bridge: Bridge, qtbot: QtBot) -> None:
    heard, ended = list[object](), list[object]()

    def end(item: object) -> None:
        bridge.close()
        ended.append(item)

    bridge.reports_changed.connect(heard.append)
    bridge.report_gone.connect(end)
    bus.publish(news.ReportsChanged(("r1",)))
    bus.publish(news.ReportGone("r2"))
    qtbot.waitUntil(lambda: bool(ended))
    qtbot.wait(4 * BEHIND_MS)
    assert heard == []
