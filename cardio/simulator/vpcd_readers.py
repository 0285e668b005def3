"""`VpcdReaders`: the hands of `VirtualReaders` for readers of the real PC/SC service, by their names."""

from __future__ import annotations

from collections.abc import Mapping

from cardio.simulator.readers import VirtualCard
from cardio.simulator.vpcd import VpcdLink


class VpcdReaders:
    """Puts virtual cards into readers of the service; `ports`: where the driver of each reader listens."""

    def __init__(self, ports: Mapping[str, int]) -> None:
        self._links = {name: VpcdLink(port) for name, port in ports.items()}
        for link in self._links.values():
            link.start()

    def plug_in(self, name: str, *, contactless: bool) -> None:  # noqa: ARG002 - the driver's readers are as they are
        """Nothing to do for a reader of the driver; KeyError for another."""
        self._links[name]

    def insert(self, reader: str, card: VirtualCard) -> None:
        """Put a card in, in place of any that is there; KeyError when there is no such reader."""
        self._links[reader].insert(card)

    def remove(self, reader: str) -> None:
        """Take the card out; KeyError when there is no such reader."""
        self._links[reader].remove()

    def stop(self) -> None:
        """Take every card out and end the threads."""
        for link in self._links.values():
            link.stop()
