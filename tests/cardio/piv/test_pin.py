"""PIN and PUK: changed, unblocked, counted; nothing sent that could not be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from cardio.errors import (
    CardError,
    ContactlessRefused,
    EntryWrong,
    IssuerOnly,
    PinBlocked,
    PinFormat,
    PinRefused,
    PinWrong,
    PukBlocked,
    PukWrong,
)
from cardio.piv import PinReference, Piv, discovery, objects
from cardio.piv.pin import check_pin_format
from cardio.simulator import VirtualPivCard
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


@pytest.mark.parametrize("entry", [Piv.change_pin, Piv.unblock])
def test_a_refusal_without_any_count_is_told_as_such(entry: Callable[..., None]) -> None:
    card = AnsweringCard("6300")
    with pytest.raises(EntryWrong):
        entry(Piv(card), pin(PIN), pin(NEW))
    assert sum(raw[1] in (0x24, 0x2C) for raw in card.commands) == 1


class Wiped(bytearray):
    """A PIN that is wiped, by whoever gave up waiting, between being looked at and being taken."""

    def __iter__(self) -> Iterator[int]:
        digits = bytes(memoryview(self))
        self[:] = bytes(len(self))
        return iter(digits)


def test_a_pin_that_is_being_wiped_is_not_sent() -> None:
    card = virtual_cards.card()
    piv = Piv.select(card)
    with pytest.raises(PinFormat):
        piv.verify(Wiped(pin()))
    assert card.pin_tries_left == 3


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


# --- the PIN of the whole card (SP 800-73-5 part 1, 3.3.2) ---

GLOBAL = "161803"
DISCOVERY = "00CB3FFF035C017E00"
PRIMARY_GLOBAL = "7E124F0BA000000308000010000100" + "5F2F026020" + "9000"


def with_global_pin() -> VirtualPivCard:
    """A card whose holder knows the PIN of the whole card."""
    return VirtualPivCard(replace(virtual_cards.card_file(), global_pin=GLOBAL))


def test_the_primary_pin_is_presented_and_its_tries_are_told() -> None:
    card = with_global_pin()
    piv = Piv.select(card)
    assert piv.find_pin() is PinReference.GLOBAL
    with pytest.raises(PinWrong) as refusal:
        piv.verify(pin(PIN))  # the application's, which nobody is asked for
    assert refusal.value.tries_left == piv.tries_left() == card.global_pin_tries_left == 2
    with piv.unlocked(pin(GLOBAL)):
        piv.printed()
    assert piv.tries_left() == 3, "logged out of the one that was verified"
    assert card.pin_tries_left == 3, "never touched"


def test_by_reference_on_the_wire() -> None:
    script = ApduScript(
        [
            SELECT,
            (DISCOVERY, PRIMARY_GLOBAL),
            ("00200000", "63C3"),  # the card knows that PIN
            ("00200000", "63C3"),
            ("0020000008313631383033FFFF", "9000"),
            ("0020FF00", "9000"),
            ("00200000", "63C3"),  # the first logout is proved
        ]
    )
    piv = Piv.select(script)
    piv.find_pin()
    assert piv.tries_left() == 3
    with piv.unlocked(pin(GLOBAL)):
        pass
    assert script.left == []


@pytest.mark.parametrize(
    "answer",
    [
        "6A82",
        "6D00",
        "6A80",
        "6982",
        "7E009000",
        "530100" + "9000",
        "7E034F01AA9000",
        PRIMARY_GLOBAL[:20] + "9000",
    ],
)
def test_without_a_legible_discovery_object_the_application_pin_is_meant(answer: str) -> None:
    piv = Piv.select(ApduScript([SELECT, (DISCOVERY, answer), ("00200080", "63C3")]))
    assert piv.find_pin() is PinReference.APPLICATION
    assert piv.tries_left() == 3


def test_the_global_pin_can_be_changed_where_the_card_allows_it() -> None:
    card = with_global_pin()
    piv = Piv.select(card)
    piv.find_pin()
    piv.change_pin(pin(GLOBAL), pin(NEW))
    piv.verify(pin(NEW))
    assert card.global_pin_tries_left == 3


@pytest.mark.parametrize("sw", ["6A88", "6A86", "6A81"])
def test_a_card_that_does_not_let_it_be_changed(sw: str) -> None:
    old, new = "313631383033FFFF", "323731383238FFFF"
    script = ApduScript(
        [SELECT, (DISCOVERY, PRIMARY_GLOBAL), ("00200000", "63C3"), (f"0024000010{old}{new}", sw)]
    )
    piv = Piv.select(script)
    piv.find_pin()
    with pytest.raises(IssuerOnly):
        piv.change_pin(pin(GLOBAL), pin(NEW))


def test_the_puk_does_not_reset_it_and_is_not_sent() -> None:
    script = ApduScript([SELECT, (DISCOVERY, PRIMARY_GLOBAL), ("00200000", "63C3")])
    piv = Piv.select(script)
    piv.find_pin()
    with pytest.raises(IssuerOnly):
        piv.unblock(pin(PUK), pin(NEW))


def test_a_chosen_discovery_object_says_the_same() -> None:
    """The virtual card tells by its discovery object what it does."""
    found = Piv.select(with_global_pin()).discovery()
    assert (found.global_pin, found.primary_pin) == (True, PinReference.GLOBAL)
    assert discovery.write(objects.FULL_AID, global_primary=True).endswith(bytes.fromhex("5F2F026020"))


@pytest.mark.parametrize("sw", ["6A88", "6A86", "6A81"])
def test_a_discovery_object_that_names_a_pin_which_the_card_does_not_know(sw: str) -> None:
    """Found out without an entry: the person's PIN is never tried at two references."""
    piv = Piv.select(
        ApduScript([SELECT, (DISCOVERY, PRIMARY_GLOBAL), ("00200000", sw), ("00200080", "63C3")])
    )
    assert piv.find_pin() is PinReference.APPLICATION
    assert piv.tries_left() == 3
