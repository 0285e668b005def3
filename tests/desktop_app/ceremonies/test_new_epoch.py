"""The order for a new epoch: over exactly what the server has. The whole way is a journey's."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api.terminals import TerminalHead
from desktop_app.ceremonies import new_epoch
from desktop_app.ceremonies.recovery import NotEnrolled
from tests.journeys.workbench import Workbench
from tests.support.clock import NOON
from tests.support.orders import officer_card


def test_a_supervisor_signs_the_servers_own_words() -> None:
    card = officer_card(ec.generate_private_key(ec.SECP256R1()))
    signed = new_epoch.order(card, "t-1", TerminalHead(3, 18, "f" * 64), "Ổ đĩa hỏng", NOON)
    read = jose.verify(signed, jose.Kind.EPOCH, jose.certificate_key(card.certificate))
    assert read.claims == {
        "terminal_id": "t-1", "old_epoch": 3, "last_seq": 17, "head_hash": "f" * 64, "reason": "Ổ đĩa hỏng",
        "iat": int(NOON.timestamp()),
    }  # fmt: skip
    assert jose.read_x5c(read.header["x5c"])[0] == card.certificate


def test_a_computer_without_a_centre_asks_no_card(bench: Workbench) -> None:
    pin = bytearray(b"123456")
    with pytest.raises(NotEnrolled):
        new_epoch.carry_out(bench.core, "Desk reader", pin, "Ổ đĩa hỏng")
    assert pin == bytes(6)
