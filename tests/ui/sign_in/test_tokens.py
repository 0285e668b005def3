"""The way in with a token of a maker's module, in place of a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator import KeyKind
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, Workbench
from tests.support import tokens
from tests.support.small_city import PIN
from tests.support.widgets import child
from tests.ui.sign_in.screen import reaches, text, told, type_pin
from ui.sign_in.page import SignInPage
from ui.sign_in.stage import Stage


@pytest.fixture
def token(bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Has a SoftHSM token of an officer plugged in."""

    def plug(at_login: str = "", flags: int = 0, algorithm: KeyKind = KeyKind.P256) -> None:
        (tmp_path / "token").mkdir()
        file = bench.city.card("o-handler", algorithm=algorithm)
        monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(tokens.softhsm(tmp_path / "token", file)))
        module = tokens.proxy(tmp_path / "token", at_login=at_login, flags=flags)
        bench.core.change_settings(pkcs11_modules=(str(module),))

    yield plug
    bench.core.tokens.stop()


def test_a_token_stands_beside_the_readers(
    page: SignInPage, bench: Workbench, token: Callable[..., None], qtbot: QtBot
) -> None:
    choice = child(page, QComboBox, "signIn.place")
    token()
    reaches(qtbot, page, Stage.PIN)
    assert "token" in text(page, "signIn.hint")
    assert choice.isHidden()
    bench.insert(bench.city.card("o-approver"))
    qtbot.waitUntil(lambda: not choice.isHidden())
    choice.setCurrentIndex(choice.findText(DESK))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: text(page, "signIn.holder") == "o-approver")
    choice.setCurrentIndex(1 - choice.currentIndex())
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: text(page, "signIn.holder") == "o-handler")
    type_pin(qtbot, page, "000000")
    qtbot.waitUntil(lambda: "token refused" in told(page))
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)
    assert bench.core.session is not None
    assert bench.core.session.person.id == "o-handler"


def test_a_token_that_opens_nothing_says_so_and_why(
    page: SignInPage, token: Callable[..., None], bench: Workbench, qtbot: QtBot
) -> None:
    token(algorithm=KeyKind.RSA2048)
    reaches(qtbot, page, Stage.PIN)
    assert text(page, "signIn.offline") == "", "it lists a mechanism: the first sign-in will tell"
    type_pin(qtbot, page, PIN)
    reaches(qtbot, page, Stage.DONE)
    bench.core.lock(LockReason.PERSON)
    page.hide()
    page.show()
    reaches(qtbot, page, Stage.PIN)
    assert "cannot open data with its key. So you work online only" in text(page, "signIn.offline")


def test_the_pin_of_a_token_with_keys_is_not_typed_here(
    page: SignInPage, token: Callable[..., None], qtbot: QtBot
) -> None:
    token(flags=tokens.PROTECTED_AUTHENTICATION_PATH)
    reaches(qtbot, page, Stage.PIN)
    assert child(page, QLineEdit, "signIn.pin").isHidden()
    assert "on the keys of the token" in text(page, "signIn.hint")
    child(page, QPushButton, "signIn.submit").click()
    reaches(qtbot, page, Stage.DONE)


def test_the_last_try_of_a_token_is_said(page: SignInPage, token: Callable[..., None], qtbot: QtBot) -> None:
    token(flags=tokens.USER_PIN_FINAL_TRY)
    reaches(qtbot, page, Stage.PIN)
    assert "Last try" in text(page, "signIn.tries")


@pytest.mark.parametrize("fault", ["*(volatile int *)0 = 1;", tokens.MISBEHAVIOURS["heap"]])
def test_a_module_that_dies_leaves_the_page_alive_and_is_named(
    page: SignInPage, token: Callable[..., None], qtbot: QtBot, fault: str
) -> None:
    token(at_login=fault)
    reaches(qtbot, page, Stage.PIN)
    type_pin(qtbot, page, PIN)
    qtbot.waitUntil(lambda: "software of the token's maker" in told(page))
    assert page.stage() is Stage.PIN


def test_a_module_that_never_works_is_named_where_its_token_would_be(
    page: SignInPage, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    module = tokens.compiled(tmp_path, tokens.MISBEHAVIOURS["segfault"])
    bench.core.change_settings(pkcs11_modules=(str(module),))
    qtbot.waitUntil(lambda: bench.core.tokens.modules()[0].fault is not None)
    page.refresh()
    assert "software of the token's maker" in told(page)
    assert page.stage() is Stage.NO_CARD
    bench.core.tokens.stop()
