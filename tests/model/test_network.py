"""Each fault does to the next exchange what it says, once."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import Unreachable
from tests.model.network import Fault, Killed, Network


@pytest.mark.parametrize(
    ("fault", "raised", "arrives"),
    [
        (Fault.REQUEST_LOST, Unreachable, 0),
        (Fault.LATE, Unreachable, 0),
        (Fault.ANSWER_LOST, Unreachable, 1),
        (Fault.KILLED_BEFORE, Killed, 0),
        (Fault.KILLED_AFTER, Killed, 1),
    ],
)
def test_a_fault_meets_one_exchange(fault: Fault, raised: type[BaseException], arrives: int) -> None:
    network, heard = Network(), list[int]()
    network.fault = fault
    with pytest.raises(raised):
        network.carry(lambda: heard.append(1))
    assert len(heard) == arrives
    network.carry(lambda: heard.append(2))
    assert heard[-1] == 2
    assert network.faults == 1


def test_twice_and_late() -> None:
    network, heard = Network(), list[str]()
    network.fault = Fault.TWICE
    network.carry(lambda: heard.append("twice"))
    network.fault = Fault.LATE
    with pytest.raises(Unreachable):
        network.carry(lambda: heard.append("late"))
    network.carry(lambda: heard.append("later"))
    network.deliver_late()
    assert heard == ["twice", "twice", "later", "late"]


def test_killed_between_two_transactions() -> None:
    network = Network()
    network.heard()
    network.fault = Fault.KILLED_IN_THE_MIDDLE
    assert network.carry(lambda: "answer") == "answer"
    with pytest.raises(Killed):
        network.heard()
    network.heard()
