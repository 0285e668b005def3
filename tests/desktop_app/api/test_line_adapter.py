"""The HTTP library on watched sockets: it talks, it breaks, and only the proxy comes from the environment."""

from __future__ import annotations

import ssl
import subprocess
import sys
import threading

import pytest
import requests

from desktop_app.api.line_adapter import http_session
from desktop_app.api.lines import Lines
from tests.support.scripted_server import ScriptedServer, answer, hang


def session(url: str, lines: Lines) -> requests.Session:
    return http_session(url, lines, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "ioc-desk/test")


def test_it_talks_and_says_who_it_is() -> None:
    with ScriptedServer([answer(body={"a": 1})]) as server, session(server.url, Lines()) as http:
        assert http.get(server.url, timeout=30).json() == {"a": 1}
    assert server.heard[0].headers["user-agent"] == "ioc-desk/test"


def test_what_hangs_ends_when_the_lines_are_broken() -> None:
    lines = Lines()
    with ScriptedServer([hang]) as server, session(server.url, lines) as http:

        def break_when_asked() -> None:
            server.wait_for(1)
            lines.break_all()

        breaker = threading.Thread(target=break_when_asked)
        breaker.start()
        with pytest.raises(requests.RequestException) as broken:
            http.get(server.url, timeout=20)
        breaker.join()
    assert isinstance(broken.value, OSError)  # what ``session`` relies on


def test_a_proxy_comes_from_the_environment_but_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    assert session("https://centre.example", Lines()).proxies["https"] == "http://proxy.example:3128"
    assert session("https://127.0.0.1:8443", Lines()).proxies == {}
    assert not session("https://centre.example", Lines()).trust_env


def test_no_start_loads_the_http_library() -> None:
    code = "import sys, desktop_app.core; print([m for m in ('requests', 'holidays') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
