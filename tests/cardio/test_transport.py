"""Chaining, GET RESPONSE, 6Cxx and extended length; nothing a card answers makes it run without end."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Protocol

import pytest

from cardio.apdu import Command, Response
from cardio.errors import AnswerTooLong, CardRemoved, CardWasReset, ProtocolViolation, ReaderFault
from cardio.registry import CardTraits
from cardio.transport import MOST_PIECES, Card, Exchange, in_reader
from tests.support.apdu_script import AnsweringCard, ApduScript

READ = Command(0xCB, 0x3F, 0xFF, b"\x5c\x01\x7e", 65536)
SHORT_READ = "00CB3FFF035C017E00"
LONG_READ = "00CB3FFF0000035C017E0000"


@pytest.fixture(autouse=True)
def nothing_learned() -> Iterator[None]:
    """Traits are shared by all cards of the process."""
    CardTraits.forget()
    yield
    CardTraits.forget()


def converse(command: Command, *exchanges: tuple[str, str]) -> Response:
    """What the command yields in exactly this conversation."""
    script = ApduScript(exchanges)
    answer = Exchange(script).send(command)
    assert script.left == []
    return answer


def test_get_response_asks_for_what_was_announced() -> None:
    answer = converse(READ, (SHORT_READ, "AA6102"), ("00C0000002", "BBCC6101"), ("00C0000001", "DD9000"))
    assert answer == Response(bytes.fromhex("AABBCCDD"), 0x9000)


def test_61_00_announces_a_full_piece() -> None:
    assert converse(READ, (SHORT_READ, "6100"), ("00C0000000", "AA6282")) == Response(b"\xaa", 0x6282)


def test_6c_is_repeated_once_with_the_length_named() -> None:
    assert converse(READ, (SHORT_READ, "6C05"), (SHORT_READ[:-2] + "05", "AA9000")).sw == 0x9000
    assert converse(READ, (SHORT_READ, "6C05"), (SHORT_READ[:-2] + "05", "6C05")).sw == 0x6C05


def test_6c_of_a_protected_answer_is_the_sessions_own_affair() -> None:
    protected = Command(0xB0, 0, 0, b"\x97\x01\x00", 256, 0x0C)
    answer = converse(protected, ("0CB000000397010000", "99026CDF6CDF"))
    assert answer == Response(bytes.fromhex("99026CDF"), 0x6CDF)


def test_6c_within_get_response() -> None:
    answer = converse(READ, (SHORT_READ, "6110"), ("00C0000010", "6C02"), ("00C0000002", "AABB9000"))
    assert answer == Response(b"\xaa\xbb", 0x9000)


def test_a_pin_is_never_sent_twice() -> None:
    verify = Command(0x20, 0x00, 0x80, b"123456\xff\xff")
    assert converse(verify, ("0020008008313233343536FFFF", "6C08")).sw == 0x6C08


def test_a_chain_ends_where_it_is_refused() -> None:
    command = Command(0x87, 0x07, 0x9A, bytes(300), 65536)
    assert converse(command, ("1087079AFF" + "00" * 255, "6883")).sw == 0x6883


def test_endless_answers_end() -> None:
    card = AnsweringCard("610A")
    with pytest.raises(AnswerTooLong):
        Exchange(card).send(READ)
    assert len(card.commands) <= MOST_PIECES + 1
    assert card.commands[-1].hex() == "00c000000a", "always Le = SW2"


def test_huge_answers_end() -> None:
    with pytest.raises(AnswerTooLong):
        Exchange(AnsweringCard("AA" * 65000 + "6100")).send(READ)


@pytest.mark.parametrize("answer", ["", "90"])
def test_an_answer_without_status_word(answer: str) -> None:
    with pytest.raises(ProtocolViolation):
        converse(Command(0xA4, 4, 0, b"\xa0", 256), ("00A4040001A000", answer))


def test_a_frame_is_wiped_after_use() -> None:
    frames: list[bytearray] = []

    class Keeping(ApduScript):
        def transmit(self, command: bytes | bytearray) -> bytes:
            assert isinstance(command, bytearray)
            frames.append(command)
            return super().transmit(command)

    Exchange(Keeping([("0020008003313233", "9000")])).send(Command(0x20, 0, 0x80, b"123"))
    assert [bytes(frame) for frame in frames] == [bytes(8)]


class UnknownCard(ApduScript):
    """A scripted card in a reader, whose ATR says nothing about extended length."""

    reader, atr, contactless, max_apdu = "R", b"\x3b\x00", False, 65544
    transaction = AnsweringCard.transaction
    reset = AnsweringCard.reset


def test_extended_length_is_found_out_and_remembered() -> None:
    first = UnknownCard([(LONG_READ, "AA9000"), (LONG_READ, "BB6101"), ("00C0000001", "CC9000")])
    assert Exchange(first).send(READ).data == b"\xaa"
    assert Exchange(first).send(READ).data == b"\xbb\xcc", "61xx after an extended command is followed too"
    second = UnknownCard([("0087079A00012C" + "00" * 300 + "0000", "DD9000")])
    assert Exchange(second).send(Command(0x87, 0x07, 0x9A, bytes(300), 65536)).data == b"\xdd"


@pytest.mark.parametrize("refusal", ["6700", "6D00", "6F00"])
def test_short_only_cards_are_asked_once(refusal: str) -> None:
    card = UnknownCard([(LONG_READ, refusal), (SHORT_READ, "AA9000"), (SHORT_READ, "BB9000")])
    assert [Exchange(card).send(READ).data for _ in range(2)] == [b"\xaa", b"\xbb"]


@pytest.mark.parametrize("refusal", ["6700", "6884"])
def test_a_protected_command_is_neither_cut_up_nor_sent_twice(refusal: str) -> None:
    card = AnsweringCard(refusal)
    command = Command(0x86, data=bytes(300), le=256, cla=0x0C)
    assert Exchange(card).send(command).sw == int(refusal, 16)
    assert card.commands == [bytes(command.extended())]


@pytest.mark.parametrize("refusal", ["6A80", "6A86", "6B00"])
def test_a_card_that_takes_the_length_for_something_else(refusal: str) -> None:
    card = UnknownCard([(LONG_READ, refusal), (SHORT_READ, "AA9000"), (SHORT_READ, "BB9000")])
    assert [Exchange(card).send(READ).data for _ in range(2)] == [b"\xaa", b"\xbb"]


def test_an_object_that_is_not_there_teaches_nothing_of_lengths() -> None:
    card = UnknownCard([(LONG_READ, "6A82"), (SHORT_READ, "6A82"), (LONG_READ, "AA9000")])
    assert [Exchange(card).send(READ).sw for _ in range(2)] == [0x6A82, 0x9000]
    assert CardTraits.of(card.atr).extended_proved


class Boasting(UnknownCard):
    """A scripted card whose ATR claims extended length."""

    atr = bytes.fromhex("3B8580018073C021C056")


@pytest.mark.parametrize("refusal", ["6700", "6F00"])
def test_what_the_atr_claims_is_not_believed_against_the_card(refusal: str) -> None:
    card = Boasting([(LONG_READ, refusal), (SHORT_READ, "AA9000"), (SHORT_READ, "BB9000")])
    assert [Exchange(card).send(READ).data for _ in range(2)] == [b"\xaa", b"\xbb"]


def test_a_reader_that_cannot_carry_what_the_card_claims() -> None:
    class Narrow(Boasting):
        def transmit(self, command: bytes | bytearray) -> bytes:
            if len(command) > 5 and command[4] == 0:
                raise ReaderFault("R", 31)
            return super().transmit(command)

    card = Narrow([(SHORT_READ, "AA9000"), (SHORT_READ, "BB9000")])
    assert [Exchange(card).send(READ).data for _ in range(2)] == [b"\xaa", b"\xbb"]
    assert card.left == []


def test_a_card_of_a_known_kind_that_takes_less_than_the_others() -> None:
    sign = Command(0x87, 0x07, 0x9A, bytes(300), 65536)
    long, first, last = (
        "0087079A00012C" + "00" * 300 + "0000", "1087079AFF" + "00" * 255, "0087079A2D" + "00" * 45 + "00",
    )  # fmt: skip
    traits = CardTraits.of(UnknownCard.atr)
    traits.extended = traits.extended_proved = traits.long_commands = True
    card = UnknownCard([(long, "6700"), (first, "9000"), (last, "AA9000"), (first, "9000"), (last, "BB9000")])
    assert [Exchange(card).send(sign).data for _ in range(2)] == [b"\xaa", b"\xbb"]


def test_a_card_that_wants_no_le_beside_data() -> None:
    card = UnknownCard(
        [
            ("00A4040002A00100", "6700"),
            ("00A4040002A001", "6F009000"),
            (LONG_READ, "6700"),
            (SHORT_READ[:-2], "AA9000"),
            ("00A4040002A001", "9000"),
        ]
    )
    exchange = Exchange(card)
    assert exchange.send(SELECT).sw == 0x9000
    exchange.recognise(b"\x6f\x00")
    assert exchange.send(READ).data == b"\xaa"
    assert Exchange(card).send(SELECT).sw == 0x9000, "remembered"
    assert card.left == []


def test_a_length_refused_either_way_is_refused() -> None:
    card = UnknownCard([("00A4040002A00100", "6700"), ("00A4040002A001", "6700")])
    assert Exchange(card).send(SELECT).sw == 0x6700


def test_a_torn_card_teaches_nothing() -> None:
    class Torn(UnknownCard):
        def transmit(self, command: bytes | bytearray) -> bytes:
            raise CardRemoved

    with pytest.raises(CardRemoved):
        Exchange(Torn([])).send(READ)
    assert CardTraits.of(UnknownCard.atr).extended is None


def test_a_command_that_changes_something_is_not_used_to_find_out() -> None:
    command = Command(0x87, 0x07, 0x9A, bytes(256), 256)
    card = UnknownCard([("1087079AFF" + "00" * 255, "9000"), ("0087079A010000", "AA9000")])
    assert Exchange(card).send(command).data == b"\xaa"


def test_a_short_reader_is_not_asked_for_more() -> None:
    card = UnknownCard([(SHORT_READ, "AA9000")])
    card.max_apdu = 261
    assert Exchange(card).send(READ).data == b"\xaa"
    assert CardTraits.of(card.atr).extended is None


def test_the_readers_limit_is_kept() -> None:
    card = UnknownCard([("1087079AFF" + "00" * 255, "9000"), ("0087079A010000", "AA9000")])
    card.max_apdu = 264
    CardTraits.of(card.atr).extended = True
    assert Exchange(card).send(Command(0x87, 0x07, 0x9A, bytes(256), 256)).data == b"\xaa"


class ResetCard(UnknownCard):
    """A card that somebody else resets at the APDUs named, counted from zero."""

    def __init__(self, exchanges: list[tuple[str, str]], *resets: int) -> None:
        super().__init__(exchanges)
        self.asked, self._resets, self.renewals = 0, resets, 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer, or be found reset."""
        self.asked += 1
        if self.asked - 1 in self._resets:
            raise CardWasReset
        return super().transmit(command)

    def renew(self) -> None:
        """Count."""
        self.renewals += 1


SELECT = Command(0xA4, 0x04, 0x00, b"\xa0\x01", 256)
SELECT_FILE = Command(0xA4, 0x02, 0x0C, b"\x01\x1e")
SELECTED, SELECTED_FILE = ("00A4040002A00100", "9000"), ("00A4020C02011E", "9000")


def test_after_a_reset_what_was_only_read_is_selected_and_read_again() -> None:
    card = ResetCard([SELECTED, SELECTED_FILE, SELECTED, SELECTED_FILE, ("00B0000000", "AA9000")], 2)
    exchange = Exchange(card)
    for command in (SELECT, SELECT_FILE):
        exchange.send(command)
    assert exchange.send(Command(0xB0, le=256)).data == b"\xaa"
    assert (card.renewals, card.left) == (1, [])


def test_another_application_makes_the_earlier_selections_void() -> None:
    card = ResetCard([SELECTED, SELECTED_FILE, SELECTED, SELECTED, ("00B0000000", "AA9000")], 3)
    exchange = Exchange(card)
    for command in (SELECT, SELECT_FILE, SELECT):
        exchange.send(command)
    assert exchange.send(Command(0xB0, le=256)).data == b"\xaa"


def test_a_card_reset_twice_is_given_up() -> None:
    card = ResetCard([SELECTED, SELECTED], 1, 3)
    exchange = Exchange(card)
    exchange.send(SELECT)
    with pytest.raises(CardWasReset):
        exchange.send(Command(0xB0, le=256))
    assert card.renewals == 1


@pytest.mark.parametrize(
    "unsafe",
    [
        Command(0x20, 0x00, 0x80, b"123456\xff\xff"),
        Command(0x87, 0x11, 0x9A, b"\x7c\x00", 256),
        Command(0xB0, cla=0x0C, data=b"\x8e\x08" + bytes(8), le=256),
    ],
    ids=["pin", "key", "secured"],
)
def test_after_a_reset_nothing_but_reading_is_repeated(unsafe: Command) -> None:
    card = ResetCard([SELECTED], 1)
    exchange = Exchange(card)
    exchange.send(SELECT)
    with pytest.raises(CardWasReset):
        exchange.send(unsafe)
    assert (card.renewals, card.asked) == (0, 2)


def test_after_a_pin_not_even_reading_is_repeated() -> None:
    card = ResetCard([SELECTED, ("0020008008313233343536FFFF", "9000")], 2)
    exchange = Exchange(card)
    exchange.send(SELECT)
    exchange.send(Command(0x20, 0x00, 0x80, b"123456\xff\xff"))
    with pytest.raises(CardWasReset):
        exchange.send(READ)
    assert card.renewals == 0


def test_what_lies_in_a_reader_has_every_member_of_the_protocol() -> None:
    members = set(dir(Card)) - set(dir(Protocol)) | set(Card.__annotations__)
    named = {name for name in members if not name.startswith("_")}
    assert named == {"transmit", "reader", "atr", "contactless", "max_apdu", "transaction", "reset"}
    for absent in ("", *named):
        made: Any = SimpleNamespace(**dict.fromkeys(named - {absent}, len))
        assert in_reader(made) == (None if absent else made)
        assert isinstance(made, Card) is (not absent)
