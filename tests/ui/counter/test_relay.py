"""Views cross to the main thread, in order."""

from __future__ import annotations

import threading

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
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [(name, threading.main_thread().name) for name in "abc"]
