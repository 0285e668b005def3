"""The counter's page over a real core, timed from a scan to the verified identity on the screen.

``python -m tests.benchmarks.counter_desk TIMES`` prints, as JSON, the milliseconds outside the card of each
scan, and how many APDUs led there. Once the verdict is known the card waits until it is painted, as a card
in a reader would: the chip's own arithmetic, which runs in this process, must not count as ours.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from cardio.cccd.provenance import Source
from cardio.simulator import VirtualReaders
from cardio.simulator.emrtd import CountryAuthority, VirtualDocument, issue
from cardio.trust.csca import AnchorStore, DocumentKind
from desktop_app.core import Core
from desktop_app.reception.view import Presence, View
from desktop_app.settings import Home
from tests.support.virtual_documents import PERSON
from ui.bridge import Bridge
from ui.counter.page import CounterPage
from ui.language import Language, install
from ui.tasks import Tasks
from ui.theme import Theme

READER: Final = "Citizen reader"
QR: Final = f"{PERSON.number}||{PERSON.name}|17051999|Nữ|{PERSON.residence}|01062024"
PATIENCE_SECONDS: Final = 20.0
WARM_UP: Final = 5


class TimedDocument:
    """A virtual document with a stopwatch; ``hold`` makes it wait before its next answer."""

    def __init__(self, card: VirtualDocument) -> None:
        self._card = card
        self.contactless = True
        self.apdus = 0
        self.spent_ms = 0.0
        self.goes_on = threading.Event()
        self.goes_on.set()

    def power_on(self) -> bytes:
        """Cold reset; the stopwatch starts at zero with it."""
        self.apdus, self.spent_ms = 0, 0.0
        return self._card.power_on()

    def reset(self) -> None:
        """Warm reset."""
        self._card.reset()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The document's answer, timed."""
        self.goes_on.wait(PATIENCE_SECONDS)
        begun = time.perf_counter_ns()
        answer = self._card.transmit(command)
        self.spent_ms += (time.perf_counter_ns() - begun) / 1e6
        self.apdus += 1
        return answer


class CounterDesk:
    """One page, one reader, one document."""

    def __init__(self, folder: Path) -> None:
        now = datetime.now(UTC)
        authority = CountryAuthority.create("P10", now)
        self.card = TimedDocument(VirtualDocument(issue(PERSON, authority, now)))
        self._hand = VirtualReaders()
        self._core = Core(Home(folder), [self._hand], use_keyring=False)
        self._core.start()
        self._core.change_settings(reader_roles={READER: "citizen"})
        self._hand.add_reader(READER, contactless=True)
        self._bridge, self._tasks = Bridge(self._core.bus), Tasks()
        self._page = CounterPage(self._core, self._bridge, self._tasks)
        anchors = AnchorStore()
        anchors.install(authority.anchor, DocumentKind.IDENTITY_CARD)
        self._waiting, self._in_card, self._apdus = False, 0.0, 0
        self._watch(anchors)
        self._page.resize(1366, 688)
        self._page.show()
        self._until(lambda: self._page.view().presence is Presence.NO_CARD)

    def _watch(self, anchors: AnchorStore) -> None:
        """Hear each view where the use case hands it over, before the main thread does."""
        counter = self._page.counter
        show = counter._show

        def shown(view: View) -> None:
            if (
                view.verdict is not None
                and not view.concluded
                and self.card.goes_on.is_set()
                and self._waiting
            ):
                self.card.goes_on.clear()
                self._in_card, self._apdus, self._waiting = self.card.spent_ms, self.card.apdus, False
            show(view)

        counter._show, counter._anchors = shown, lambda: anchors

    def scan(self) -> tuple[float, int]:
        """Scan the code of a card that lies there; return the milliseconds outside the card and the APDUs."""
        self._hand.insert(READER, self.card)
        self._until(lambda: self._page.view().presence is Presence.CARD)
        self._waiting = True
        begun = time.perf_counter_ns()
        self._page.scan(QR, Source.SERIAL_SCANNER)
        self._until(lambda: self._page.view().verdict is not None)
        self._page.repaint()
        took = (time.perf_counter_ns() - begun) / 1e6
        self.card.goes_on.set()
        self._until(lambda: self._page.view().concluded)
        self._page.next_citizen()
        self._hand.remove(READER)
        self._until(lambda: self._page.view().presence is Presence.NO_CARD)
        return took - self._in_card, self._apdus

    def close(self) -> None:
        """End every thread."""
        self._page.leave()
        self._bridge.close()
        self._tasks.stop()
        self._core.stop()

    def _until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(self._page.view())
            QApplication.processEvents()


def main(times: int) -> None:
    """Measure, and print one line."""
    application = QApplication(sys.argv[:1])
    Theme(application)
    install(Language.VIETNAMESE)
    with tempfile.TemporaryDirectory() as folder:
        desk = CounterDesk(Path(folder))
        try:
            for _ in range(WARM_UP):
                desk.scan()
            gc.collect()
            found = [desk.scan() for _ in range(times)]
        finally:
            desk.close()
    apdus = {count for _, count in found}
    print(json.dumps({"milliseconds": [spent for spent, _ in found], "apdus": sorted(apdus)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
