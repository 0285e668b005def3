"""What is carried is carried whole before the owner goes, and nothing afterwards."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal

from ui.crossing import Crossing


def test_it_carries_until_the_owner_is_destroyed(qapp: object) -> None:
    owner, carried = QObject(), list[str]()
    crossing = Crossing(owner)
    crossing.carry(lambda: carried.append("there"))
    shiboken6.delete(owner)
    crossing.carry(lambda: carried.append("gone"))
    assert carried == ["there"]


def test_the_end_waits_for_what_is_under_way(qapp: object) -> None:
    owner, order = QObject(), list[str]()
    crossing = Crossing(owner)
    begun, go_on = threading.Event(), threading.Event()

    def emit() -> None:
        begun.set()
        go_on.wait(20)
        order.append("carried")

    carrier = threading.Thread(target=lambda: crossing.carry(emit))
    releaser = threading.Timer(0.05, go_on.set)
    carrier.start()
    assert begun.wait(20)
    releaser.start()
    shiboken6.delete(owner)
    order.append("destroyed")
    carrier.join()
    releaser.join()
    assert order == ["carried", "destroyed"]


class Teller(QObject):
    told = Signal()


def test_what_comes_between_the_first_and_the_last_of_an_end_is_dropped(qapp: object) -> None:
    owner = Teller()
    crossing = Crossing(owner)

    def emit_in_the_middle() -> None:
        shiboken6.delete(owner)
        owner.told.emit()

    crossing.carry(emit_in_the_middle)
    with pytest.raises(RuntimeError):
        owner.told.emit()


def test_a_fault_of_an_emission_is_no_end(qapp: object) -> None:
    owner = Teller()
    crossing = Crossing(owner)

    def fail() -> None:
        raise RuntimeError("something else")

    with pytest.raises(RuntimeError, match="something else"):
        crossing.carry(fail)
