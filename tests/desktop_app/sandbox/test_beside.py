"""A thread that lives from the way in to the way out."""

from __future__ import annotations

import threading

from desktop_app.sandbox.beside import Beside
from tests.support.deadline import until


def test_it_works_while_it_is_entered_and_has_ended_behind() -> None:
    seen: list[str] = []

    def work(end: threading.Event) -> None:
        seen.append(threading.current_thread().name)
        end.wait()
        seen.append("ended")

    with Beside("sandbox-test", work):
        until(lambda: seen == ["sandbox-test"])
    assert seen == ["sandbox-test", "ended"]
