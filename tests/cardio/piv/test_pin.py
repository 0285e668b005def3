"""PIN and PUK: changed, unblocked, counted; nothing sent that could not be right."""

from __future__ import annotations

import pytest

from cardio.errors import (
    CardError,
    ContactlessRefused,
    PinBlocked,
    PinFormat,
    PinRefused,
    PinWrong,
    PukBlocked,
    PukWrong,
)
from cardio.piv import Piv
from cardio.piv.pin import check_pin_format
from tests.support import virtual_cards
from tests.support.apdu_script import AnsweringCard, ApduScript
from tests.support.virtual_cards import PIN, PUK, WRONG_PIN, pin

SELECT = ("00A4040009A0000003080000100000", "9000")
NEW = "271828"


def test_a_changed_pin_replaces_the_old_one() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    piv.change_pin(pin(PIN), pin(NEW))
    with pytest.raises(PinWrong):
        piv.verify(pin(PIN))
    piv.verify(pin(NEW))
    assert card.pin_tries_left == 3


def test_a_wrong_old_pin_spends_one_try() -> None:
    card = virtual_cards.card()
    with pytest.raises(PinWrong) as refusal:
        Piv.select(card).change_pin(pin(WRONG_PIN), pin(NEW))
    assert refusal.value.tries_left == card.pin_tries_left == 2


def test_the_puk_unblocks() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    for _ in range(3):
        with pytest.raises((PinWrong, PinBlocked)):
            piv.verify(pin(WRONG_PIN))
    piv.unblock(pin(PUK), pin(NEW))
    assert piv.tries_left() == 3
    piv.verify(pin(NEW))


def test_the_puk_blocks_too() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    for left in (2, 1):
        with pytest.raises(PukWrong) as refusal:
            piv.unblock(pin("00000000"), pin(NEW))
        assert refusal.value.tries_left == piv.puk_tries_left() == card.puk_tries_left == left
    for _ in range(2):
        with pytest.raises(PukBlocked):
            piv.unblock(pin("00000000"), pin(NEW))
    assert (piv.puk_tries_left(), piv.tries_left()) == (0, 3)


@pytest.mark.parametrize(
    ("answer", "left"), [("6D00", None), ("06020303" + "9000", 3), ("0601039000", None), ("06FF9000", None)]
)
def test_what_a_card_tells_about_its_puk(answer: str, left: int | None) -> None:
    piv = Piv.select(ApduScript([SELECT, ("00F7008100", answer)]))
    assert piv.puk_tries_left() == left


@pytest.mark.parametrize(("first", "second"), [("12345", NEW), (PIN, "12345"), (PIN, "12345đ")])
def test_what_cannot_be_right_is_not_sent(first: str, second: str) -> None:
    piv = Piv.select(ApduScript([SELECT]))
    for work in (piv.change_pin, piv.unblock):
        with pytest.raises(PinFormat):
            work(pin(first), pin(second))


@pytest.mark.parametrize("sw", ["6C08", "6F00", "6700", "6982", "6A80"])
def test_both_are_sent_once_whatever_the_answer(sw: str) -> None:
    old, new = "313233343536FFFF", "323731383238FFFF"
    script = ApduScript([SELECT, (f"0024008010{old}{new}", sw), (f"002C008010{old}{new}", sw)])
    piv = Piv.select(script)
    for work in (piv.change_pin, piv.unblock):
        with pytest.raises(CardError):
            work(pin(PIN), pin(NEW))
    assert script.left == []


def test_contactless_wants_the_slot() -> None:
    piv = Piv(AnsweringCard("6A81", contactless=True))
    with pytest.raises(ContactlessRefused):
        piv.change_pin(pin(PIN), pin(NEW))


def test_the_format_names_its_fault() -> None:
    with pytest.raises(PinFormat) as refusal:
        check_pin_format(pin("1234567₫"))
    assert refusal.value.reason == "characters"


def test_a_card_with_rules_of_its_own_spends_no_try() -> None:
    script = ApduScript([SELECT, ("0020008008616263646566FFFF", "6A80")])
    with pytest.raises(PinRefused):
        Piv.select(script).verify(pin("abcdef"))
