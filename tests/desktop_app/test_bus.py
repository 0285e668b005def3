"""The bus delivers by type, in order, and survives a bad subscriber."""

from __future__ import annotations

import logging

import pytest

from desktop_app.bus import Bus
from desktop_app.news import ReportGone, ReportsChanged


def test_delivers_to_the_exact_type_in_order() -> None:
    bus, heard = Bus(), list[object]()
    bus.subscribe(ReportGone, lambda news: heard.append(("first", news.id)))
    bus.subscribe(ReportGone, lambda news: heard.append(("second", news.id)))
    bus.subscribe(ReportsChanged, lambda news: heard.append(("other", "")))
    bus.publish(ReportGone("r-1"))
    assert heard == [("first", "r-1"), ("second", "r-1")]


def test_unsubscribing_ends_it() -> None:
    bus, heard = Bus(), list[object]()
    stop = bus.subscribe(ReportGone, heard.append)
    stop()
    stop()
    bus.publish(ReportGone("r-1"))
    assert heard == []


@pytest.mark.expects_log("ReportGone", "ERROR")
def test_a_subscriber_that_raises_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    bus, heard = Bus(), list[object]()

    def broken(news: ReportGone) -> None:
        raise RuntimeError(news.id)

    bus.subscribe(ReportGone, broken)
    bus.subscribe(ReportGone, heard.append)
    with caplog.at_level(logging.ERROR):
        bus.publish(ReportGone("r-1"))
    assert heard == [ReportGone("r-1")]
    assert "ReportGone" in caplog.text
