"""The demo for real: a sandbox in a process of its own, a core enrolled with it, a demo card let in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardio.simulator import CardFile, VirtualPivCard
from desktop_app import demo
from desktop_app.sandbox_process import Ready, SandboxNotStarted, SandboxProcess
from desktop_app.settings import Home
from tests.journeys.workbench import DESK
from tests.support.deadline import until


@pytest.mark.timeout(180)
def test_a_newcomer_sees_a_working_city(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    made = demo.prepare(home, [])
    try:
        made.readers.add_reader(DESK)
        made.core.start()
        until(made.core.readers.readers)
        index = json.loads((made.cards / "index.json").read_text(encoding="utf-8"))
        row = next(row for row in index if row["role"] == "handler" and row["state"] == "valid")
        made.readers.insert(DESK, VirtualPivCard(CardFile.load(made.cards / row["file"])))
        until(lambda: made.core.readers.readers()[0].atr)
        session = made.core.sign_in.begin(DESK, bytearray(row["pin"].encode())).result(20)
        until(lambda: session.store.sync_state.cursor and not session.store.sync_state.staging, 60)
        counts = session.store.inbox.counts()
        assert max(counts.values()) >= 15
        address = made.core.enrolment
        assert address is not None
        made.sandbox.cut()
        made.sandbox.restore()
        until(lambda: session.online, 60)
    finally:
        made.core.stop()
        made.sandbox.stop()
    again = demo.prepare(home, [])  # a second start finds its server where it was
    again.core.start()
    assert again.core.enrolment is not None
    assert again.core.enrolment.server_url == address.server_url
    again.core.stop()
    again.sandbox.stop()


def test_a_sandbox_that_does_not_start_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: SandboxProcess) -> Ready:
        raise SandboxNotStarted("no")

    monkeypatch.setattr(SandboxProcess, "start", fails)
    with pytest.raises(SandboxNotStarted):
        demo.prepare(Home(tmp_path / "home"), [])


def test_an_enrolment_that_fails_stops_the_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.api.errors import Unreachable

    stopped: list[SandboxProcess] = []

    def stop(process: SandboxProcess) -> None:
        stopped.append(process)

    nowhere = Ready("http://127.0.0.1:1", "ABCDEFGHIJ23", tmp_path)
    monkeypatch.setattr(SandboxProcess, "start", lambda _: nowhere)
    monkeypatch.setattr(SandboxProcess, "stop", stop)
    with pytest.raises(Unreachable):
        demo.prepare(Home(tmp_path / "home"), [])
    assert len(stopped) == 1
