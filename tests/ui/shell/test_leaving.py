"""Unsent work at a sign-out: sent, kept or discarded, each said with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from desktop_app.session import Assurance, Session
from desktop_app.store.errors import DiskFull
from tests.journeys.workbench import Workbench
from tests.support import file_dialogs
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.language import Language, install
from ui.shell.leaving import LeavingPage
from ui.widgets.notice import Notice

PLACE = "signOut.place"


@pytest.fixture
def session(bench: Workbench) -> Session:
    """Somebody signed in whose two notes cannot go out: the cable is out."""
    report = bench.city.put()
    bench.insert(bench.city.card("o-handler"))
    session = bench.synced(bench.sign_in())
    bench.gate.refuse()
    for text in ("Đã gọi", "Đã hẹn"):
        session.triage.do(session.store.reports.get(report.id), Command.NOTE, payloads.Text(text))
    return session


@pytest.fixture
def page(bench: Workbench, session: Session, bench_bridge: Bridge, qtbot: QtBot) -> Iterator[LeavingPage]:
    made = LeavingPage(bench.core, session, bench_bridge)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def press(qtbot: QtBot, page: LeavingPage, name: str) -> None:
    qtbot.mouseClick(child(page, QPushButton, f"signOut.{name}"), Qt.MouseButton.LeftButton)


def texts(page: LeavingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def left_in_store(bench: Workbench) -> int:
    """What waits when the person comes back."""
    session = bench.sign_in()
    return len(session.store.outbox.waiting())


def test_what_is_unsent_is_named_and_the_loss_is_said(
    page: LeavingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert any("two site admins can have it opened again (2)" in text for text in texts(page))
    monkeypatch.setattr(Core, "can_recover", False)  # a policy without a recovery key
    page.retranslate()
    assert page.heading.text() == "Sign out: 2 not sent yet"
    lines = child(page, QListWidget, "signOut.list")
    assert lines.count() == 2
    assert lines.item(0).text().startswith("Note · ")
    assert any("Losing the card loses the unsent work (2)" in text for text in texts(page))
    install(Language.VIETNAMESE)
    page.retranslate()
    assert page.heading.text() == "Đăng xuất: còn 2 mục chưa gửi"
    assert any("Mất thẻ là mất việc chưa gửi (2 mục)" in text for text in texts(page))


def test_the_best_way_has_the_keyboard(page: LeavingPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.take_focus()
    qtbot.waitUntil(lambda: child(page, QPushButton, "signOut.send").hasFocus())


def test_kept_work_waits_for_the_next_sign_in(page: LeavingPage, bench: Workbench, qtbot: QtBot) -> None:
    press(qtbot, page, "keep")
    assert bench.core.session is None
    assert bench.core.departures.accounts == ()
    assert left_in_store(bench) == 2


def test_sending_shows_how_far_it_is_and_ends_signed_out(
    page: LeavingPage, bench: Workbench, qtbot: QtBot
) -> None:
    press(qtbot, page, "send")
    progress = child(page, QProgressBar, "signOut.progress")
    assert (progress.value(), progress.maximum()) == (0, 2)
    qtbot.waitUntil(lambda: any("does not answer" in text for text in texts(page)))
    bench.gate.open()
    bench.core.reconnect()
    qtbot.waitUntil(lambda: bench.core.session is None, timeout=20_000)
    assert left_in_store(bench) == 0


def test_waiting_can_be_stopped_and_the_person_stays(
    page: LeavingPage, bench: Workbench, qtbot: QtBot
) -> None:
    press(qtbot, page, "send")
    assert child(page, QPushButton, "signOut.keep").isHidden() is False
    assert not child(page, QPushButton, "signOut.keep").isVisible()
    press(qtbot, page, "stop")
    assert child(page, QPushButton, "signOut.keep").isVisible()
    bench.gate.open()
    bench.core.reconnect()
    qtbot.waitUntil(lambda: child(page, QListWidget, "signOut.list").count() == 0, timeout=20_000)
    assert bench.core.session is not None


def test_sending_may_go_on_without_the_person(page: LeavingPage, bench: Workbench, qtbot: QtBot) -> None:
    press(qtbot, page, "send")
    press(qtbot, page, "leaveSending")
    assert bench.core.session is None
    assert bench.core.departures.accounts
    bench.gate.open()
    qtbot.waitUntil(lambda: bench.core.departures.accounts == (), timeout=20_000)
    assert left_in_store(bench) == 0


@pytest.mark.parametrize(("button", "left"), [("goOn", 0), ("stay", 2)])
def test_discarding_asks_once_more(
    page: LeavingPage, bench: Workbench, session: Session, qtbot: QtBot, button: str, left: int
) -> None:
    qtbot.waitUntil(lambda: session.store.outbox.next_release() is None)
    press(qtbot, page, "discard")
    box = file_dialogs.question("signOut.confirm")
    assert {each.text() for each in box.buttons()} == {"Discard 2 and sign out", "Cancel"}
    assert "2" in box.text()
    file_dialogs.press(box, button)
    assert (bench.core.session is None) is (left == 0)
    if bench.core.session is None:
        assert left_in_store(bench) == left
    else:
        assert len(session.store.outbox.waiting()) == left


def test_a_disk_that_refuses_is_told_and_the_person_stays(
    page: LeavingPage, bench: Workbench, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise DiskFull

    monkeypatch.setattr(session.store.outbox, "give_up", full)
    press(qtbot, page, "discard")
    file_dialogs.press(file_dialogs.question("signOut.confirm"), "goOn")
    assert bench.core.session is session
    assert child(page, Notice, "signOut.notice").title()


def test_a_token_that_keeps_nothing_offers_no_keeping(
    bench: Workbench, session: Session, bench_bridge: Bridge
) -> None:
    session.assurance = Assurance.ONLINE
    page = LeavingPage(bench.core, session, bench_bridge)
    assert not child(page, QPushButton, "signOut.keep").isEnabled()
    assert any("cannot keep anything" in text for text in texts(page))
    shiboken6.delete(page)


def test_a_sealed_copy_is_saved_before_anything_else_happens(
    page: LeavingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "bản niêm phong.sealed"
    press(qtbot, page, "seal")
    file_dialogs.refuse(PLACE)
    assert bench.core.session is not None  # nothing was chosen: nothing happened
    press(qtbot, page, "seal")
    file_dialogs.answer(PLACE, place)
    assert place.read_text(encoding="ascii").count(".") == 4
    notice = child(page, Notice, "signOut.notice")
    assert str(place) in notice.title()
    assert bench.core.departures.accounts == ()
    qtbot.mouseClick(child(page, QPushButton, "signOut.notice.action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.core.session is None)
    assert left_in_store(bench) == 2


def test_a_place_that_cannot_be_written_keeps_the_person_there(
    page: LeavingPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    press(qtbot, page, "seal")
    file_dialogs.answer(PLACE, tmp_path / "no such folder" / "a.sealed")
    assert child(page, Notice, "signOut.notice").title() == "That folder or disk is not there any more."
    assert bench.core.session is not None


def test_without_a_recovery_key_nothing_can_be_sealed(
    bench: Workbench, session: Session, bench_bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Core, "can_recover", False)
    page = LeavingPage(bench.core, session, bench_bridge)
    qtbot.addWidget(page)
    page.show()
    assert not child(page, QPushButton, "signOut.seal").isVisible()
    assert child(page, QPushButton, "signOut.keep").isVisible()
    page.hide()
