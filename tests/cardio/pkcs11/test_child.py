"""The child's side: requests answered one by one, errors of the binding told by our codes."""

from __future__ import annotations

import io
from typing import Any

import pkcs11
import pytest

from cardio.pkcs11 import child, frames


class FailingModule(child.Module):
    """A module of which every call meets one fault of the binding."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault
        self.secret = bytearray()

    def login(self, request: dict[str, Any], secret: bytearray) -> None:
        """Keep the secret's memory, then fail."""
        self.secret = secret
        assert secret == b"123456"
        raise self._fault

    def refused(self, request: dict[str, Any]) -> dict[str, Any]:
        """The next try is the last."""
        assert request["do"] == "login"
        return {"last_try": True}


def answers_of(module: child.Module, *requests: bytes) -> list[dict[str, Any]]:
    """What the child says to these frames."""
    asked, answered = io.BytesIO(), io.BytesIO()
    for frame in requests:
        frames.send(asked, frame)
    asked.seek(0)
    child.serve(module, asked, answered)
    answered.seek(0)
    found = []
    while (content := frames.receive(answered)) is not None:
        found.append(frames.document(content))
    return found


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (pkcs11.exceptions.PinIncorrect(), "token_pin_wrong"),
        (pkcs11.exceptions.PinLocked(), "pin_blocked"),
        (pkcs11.exceptions.DeviceRemoved(), "card_removed"),
        (pkcs11.exceptions.MechanismInvalid(), "token_cannot"),
        (pkcs11.exceptions.GeneralError(), "token_module_failed"),
    ],
)
def test_faults_are_told_by_code_and_the_secret_is_wiped(fault: Exception, code: str) -> None:
    module = FailingModule(fault)
    told = {"error": code} | ({"last_try": True} if code == "token_pin_wrong" else {})
    request = frames.encoded({"do": "login", "slot": 0, "pin_pad": False})
    assert answers_of(module, request, b"123456", request, b"123456") == [told] * 2
    assert module.secret == bytes(6)


def test_the_end_of_the_pipe_ends_the_child() -> None:
    assert answers_of(FailingModule(RuntimeError())) == []
