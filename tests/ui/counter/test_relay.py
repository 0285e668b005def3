"""Views cross to the main thread; of those that wait the last one is shown."""

from __future__ import annotations

import threading

import shiboken6
from pytestqt.qtbot import QtBot

from desktop_app.reception.view import View
from ui.counter.relay import ViewRelay


def test_from_any_thread_to_the_main_one(qtbot: QtBot) -> None:
    relay, heard = ViewRelay(), []
    relay.changed.connect(lambda view: heard.append((view.reader, threading.current_thread().name)))

    def work() -> None:
        for name in "abc":
            relay.show(View(name))

    worker = threading.Thread(target=work, name="elsewhere")
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("c", threading.main_thread().name)]
    relay.show(View("d"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1][0] == "d"


def test_a_chip_that_answers_after_the_page_went_is_heard_by_nobody(qtbot: QtBot) -> None:
    relay = ViewRelay()
    shiboken6.delete(relay)
    relay.show(View("late"))
