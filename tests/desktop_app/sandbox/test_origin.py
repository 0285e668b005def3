"""Which URLs are this server's."""

from __future__ import annotations

import pytest

from desktop_app.sandbox.origin import TOKEN_PATH, Origin

LOCAL, CITY = Origin("http://127.0.0.1:8000/"), Origin("https://api.hue.example")


def test_the_token_url_is_the_public_one() -> None:
    assert LOCAL.token_url == "http://127.0.0.1:8000/v1/auth/token"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "127.0.0.1:9", "localhost:9", "[::1]:9"])
def test_loopback_covers_loopback(host: str) -> None:
    assert LOCAL.covers(f"http://{host}{TOKEN_PATH}", TOKEN_PATH)


@pytest.mark.parametrize(
    "url",
    [
        f"https://elsewhere{TOKEN_PATH}",
        f"http://10.0.0.1:8000{TOKEN_PATH}",
        f"https://127.0.0.1:8000{TOKEN_PATH}",
        "http://127.0.0.1:8000/v1/health",
        f"http://127.0.0.1:8000{TOKEN_PATH}?a=1",
        f"http://127.0.0.1:8000{TOKEN_PATH}#a",
        "http://[",
        "",
        None,
        7,
    ],
)
def test_nothing_else_is_covered(url: object) -> None:
    assert not LOCAL.covers(url, TOKEN_PATH)


def test_a_public_server_is_itself_only() -> None:
    assert CITY.covers(f"https://api.hue.example{TOKEN_PATH}", TOKEN_PATH)
    assert not CITY.covers(f"http://127.0.0.1:8000{TOKEN_PATH}", TOKEN_PATH)
