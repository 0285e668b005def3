"""Which addresses are acceptable."""

from __future__ import annotations

import pytest

from desktop_app.api.address import is_loopback, normalised
from desktop_app.api.errors import InsecureAddress


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("https://central.example/", "https://central.example"),
        (" https://central.example:8443/ioc/?x=1#y ", "https://central.example:8443/ioc"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:9", "http://[::1]:9"),
    ],
)
def test_what_a_person_types_becomes_one_form(typed: str, used: str) -> None:
    assert normalised(typed) == used


@pytest.mark.parametrize(
    "url",
    [
        "http://central.example",
        "http://127.0.0.1.evil.example",
        "http://10.0.0.1",
        "ftp://localhost",
        "https://",
        "https://user@central.example",
        "http://[::1",
        "https://central.example:port",
        "",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(InsecureAddress):
        normalised(url)


def test_loopback_is_this_machine_alone() -> None:
    assert is_loopback("http://127.9.9.9:1")
    assert not is_loopback("https://central.example")
    assert not is_loopback("nonsense")
