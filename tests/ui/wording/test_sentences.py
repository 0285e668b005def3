"""An error becomes its sentence in the language in force, with its data in place."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from types import ModuleType

import pytest

import cardio
import desktop_app
from cardio.errors import CrlRefused, Expired, PinFormat, PinWrong, ProtocolViolation
from desktop_app.api.errors import Garbage, Refused, Unauthorised
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.transition import ContentChanged
from desktop_app.settings import SettingFixed
from desktop_app.sign_in.outcome import SignInRefused
from tests.support.errors import error_classes
from ui.language import Language, install
from ui.wording import TABLE, saying, sentence

UNEXPECTED = TABLE["unexpected"]


NOT_ON_SCREEN = {"evidence_unreadable"}
"""Codes of the command line alone, which has sentences of its own."""


def modules_below(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of the client in ``package``; the sandbox answers in codes and speaks to nobody."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".sandbox" not in found.name and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def test_every_error_of_the_program_has_a_sentence() -> None:
    codes = {
        code
        for package in (cardio, desktop_app)
        for module in modules_below(package)
        for code in error_classes(module)
    }
    assert len(codes) > 60
    assert codes - NOT_ON_SCREEN - set(TABLE) == set()


@pytest.mark.parametrize("code", sorted(TABLE))
def test_vietnamese_differs_and_keeps_the_places(code: str) -> None:
    english = sentence(code)
    install(Language.VIETNAMESE)
    vietnamese = sentence(code)
    assert vietnamese.title != english.title
    assert vietnamese.what_to_do != english.what_to_do
    if "{" in TABLE[code].title + TABLE[code].what_to_do:
        assert "…" in str(vietnamese), "a missing place reads as an ellipsis"


def test_data_is_told() -> None:
    assert "2" in sentence(PinWrong(2)).what_to_do
    assert "09/03/2026" in sentence(Expired(datetime(2026, 3, 8, 20, tzinfo=UTC))).title, "in the city's zone"
    install(Language.VIETNAMESE)
    assert sentence(PinWrong(2)).what_to_do == "Còn 2 lần thử. Hết lượt, thẻ sẽ tự khóa."


def test_a_wrapper_tells_the_reason_when_it_has_words() -> None:
    assert sentence(Unauthorised("certificate_revoked")) == sentence("certificate_revoked")
    assert sentence(Refused("something_new", 422)) == sentence("refused")


def test_a_reason_is_not_mistaken_for_a_code() -> None:
    assert sentence(CrlRefused("issuer")) == sentence("crl_refused")
    assert sentence(PinFormat("length")) == sentence("pin_format")
    assert sentence(Garbage("empty")) == sentence("garbage")


def test_problems_and_codes_with_data() -> None:
    assert sentence(PayloadInvalid("text", "too_long")) == sentence("too_long")
    assert sentence(SignInRefused("grace_expired")) == sentence("grace_expired")
    assert "3" in sentence("pin_wrong", {"tries_left": 3}).what_to_do


def test_a_code_with_its_data_tells_the_reason_as_the_error_does() -> None:
    lying = ProtocolViolation("length_beyond_data")
    assert sentence(lying.code, asdict(lying)) == sentence(lying) != sentence(lying.code)
    assert sentence(lying.code, {"what": "nothing known"}) == sentence(lying.code)


def test_an_error_without_a_code_is_looked_up_by_its_class() -> None:
    assert sentence(SettingFixed("language")) == sentence("setting_fixed")
    assert sentence(ContentChanged()) == sentence("content_changed")


@pytest.mark.expects_log("no sentence for ZeroDivisionError", level="ERROR")
def test_what_nobody_foresaw_is_said_plainly() -> None:
    assert sentence(ZeroDivisionError()).title == UNEXPECTED.title
    assert sentence("no_such_code").title == UNEXPECTED.title


@pytest.mark.expects_log("no sentence for ZeroDivisionError, raised at .*test_sentences.py", level="ERROR")
def test_what_has_no_sentence_is_logged_with_its_place_but_not_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        raise ZeroDivisionError("a secret")
    assert sentence(caught.value) == sentence("unexpected")
    assert "a secret" not in caplog.text


def test_what_was_said_can_be_said_again_in_another_language_without_the_error() -> None:
    told = saying(PinWrong(2))
    english = told.now()
    assert english == sentence(PinWrong(2))
    install(Language.VIETNAMESE)
    assert told.now() == sentence(PinWrong(2)) != english
    assert told.title() == told.now().title
    assert saying("name_taken").title() == sentence("name_taken").title
    assert "2" not in repr(told)  # data may be somebody's own words
