"""Files: block sizes, far offsets, headers that lie."""

from __future__ import annotations

import pytest

from cardio.apdu import Command, Response
from cardio.document_errors import FileCutShort, LengthRefused
from cardio.emrtd.files import COM, SOD, Files, data_group
from cardio.errors import ApduError, ConditionsNotSatisfied, ObjectMissing, ProtocolViolation


class Chip:
    """One file; `most`: the longest piece that it gives, `refuse`: sizes above it are an error.

    `beyond`: what is answered to who asks for more than the file still holds; 6C00 names the length.
    """

    def __init__(
        self,
        data: bytes,
        *,
        most: int = 65536,
        refuse: int = 65536,
        select: int = 0x9000,
        beyond: int = 0,
    ) -> None:
        self.data, self.most, self.refuse, self.selected = data, most, refuse, select
        self.beyond = beyond
        self.commands: list[Command] = []

    def send(self, command: Command) -> Response:
        self.commands.append(command)
        if command.ins == 0xA4:
            return Response(b"", self.selected)
        le = command.le or 0
        if le > self.refuse:
            return Response(b"", 0x6700)
        if command.ins == 0xB1:
            offset = int.from_bytes(bytes(command.data)[2:], "big")
            piece = self.data[offset : offset + min(le - 4, self.most)]
            return Response(b"\x53\x82" + len(piece).to_bytes(2, "big") + piece, 0x9000)
        offset = command.p1 << 8 | command.p2
        left = len(self.data) - offset
        if self.beyond and le > left:
            return Response(b"", self.beyond | left & 0xFF if self.beyond == 0x6C00 else self.beyond)
        return Response(self.data[offset : offset + min(le, self.most)], 0x9000)


def file(length: int) -> bytes:
    """A file whose header is right."""
    return b"\x75\x83" + length.to_bytes(3, "big") + bytes(at % 251 for at in range(length))


@pytest.mark.parametrize("length", [0, 1, 250, 251, 252, 600, 40_000, 70_000])
@pytest.mark.parametrize("extended", [False, True])
def test_whole_files_of_any_length(length: int, extended: bool) -> None:
    chip = Chip(file(length) + b"\x00" * 9)
    assert Files(chip.send, extended=extended).read(data_group(2)) == file(length)


@pytest.mark.parametrize(("refuse", "pieces"), [(256, 4), (200, 5), (128, 7), (32_767, 4)])
def test_the_first_block_finds_the_size(refuse: int, pieces: int) -> None:
    chip = Chip(file(800), refuse=refuse)
    files = Files(chip.send, extended=refuse > 256)
    assert files.read(0x0102) == file(800)
    refused = [command for command in chip.commands if (command.le or 0) > refuse]
    assert len(chip.commands) - len(refused) == 1 + pieces
    chip.commands.clear()
    files.read(0x0102)
    assert all((command.le or 0) <= refuse for command in chip.commands), "not tried again"


def test_shorter_pieces_than_asked_for() -> None:
    assert Files(Chip(file(1000), most=100).send).read(0x0102) == file(1000)


def test_far_offsets_go_by_the_odd_instruction() -> None:
    chip = Chip(file(40_000))
    Files(chip.send).read(0x0102)
    assert {command.ins for command in chip.commands} == {0xA4, 0xB0, 0xB1}
    assert max(command.p1 for command in chip.commands if command.ins == 0xB0) < 0x80


@pytest.mark.parametrize(
    ("sw", "error"), [(0x6A82, ObjectMissing), (0x6982, ConditionsNotSatisfied), (0x6F00, ApduError)]
)
def test_files_that_cannot_be_selected(sw: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        Files(Chip(b"", select=sw).send).read(0x0102)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (bytes.fromhex("75847fffffff") + bytes(300), LengthRefused),
        (bytes.fromhex("7583100000") + bytes(300), LengthRefused),
        (b"\x75\x80" + bytes(300), ProtocolViolation),
        (b"\x75", ProtocolViolation),
        (b"\x75\x82\x01", ProtocolViolation),
        (b"\x75\x82\x40\x00" + bytes(300), FileCutShort),
        (b"", ApduError),
    ],
)
def test_headers_that_lie(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        Files(Chip(data).send).read(0x0102)


def test_every_size_refused() -> None:
    with pytest.raises(ApduError):
        Files(Chip(file(5), refuse=1).send).read(0x0102)


@pytest.mark.parametrize("beyond", [0x6700, 0x6B00, 0x6C00])
@pytest.mark.parametrize("extended", [False, True])
def test_a_chip_that_will_not_be_asked_for_more_than_it_holds(beyond: int, extended: bool) -> None:
    chip = Chip(file(20), beyond=beyond)
    files = Files(chip.send, extended=extended)
    assert files.read(0x0102) == file(20)
    chip.data = file(900)
    assert files.read(0x0102) == file(900)
    chip.data = file(20)
    chip.commands.clear()
    assert files.read(0x0102) == file(20)
    assert len(chip.commands) == 3, "SELECT, the header or the refusal that names the length, the rest"


def test_a_named_length_is_the_block_from_then_on() -> None:
    class Naming(Chip):
        def send(self, command: Command) -> Response:
            refused = command.ins == 0xB0 and (command.le or 0) > 200
            return Response(b"", 0x6CC8) if refused else super().send(command)

    chip = Naming(file(900))
    assert Files(chip.send).read(0x0102) == file(900)
    assert len(chip.commands) == 1 + 5, "four of 200, and the rest"


def test_a_refusal_of_something_else_ends_the_file() -> None:
    class Failing(Chip):
        def send(self, command: Command) -> Response:
            return Response(b"", 0x6581) if command.p2 else super().send(command)

    with pytest.raises(ApduError) as refusal:
        Files(Failing(file(900), most=250).send, room=223).read(0x0102)
    assert refusal.value.sw == 0x6581


def test_no_more_is_asked_for_than_a_protected_answer_carries() -> None:
    chip = Chip(file(900))
    Files(chip.send, room=223).read(0x0102)
    assert max(command.le or 0 for command in chip.commands) == 223


@pytest.mark.parametrize(("beyond", "held"), [(0, 304), (0x6B00, 256)])
def test_an_end_before_the_announced_one_is_told_with_both_lengths(beyond: int, held: int) -> None:
    with pytest.raises(FileCutShort) as refusal:
        Files(Chip(b"\x75\x82\x40\x00" + bytes(300), beyond=beyond).send).read(0x0102)
    assert (refusal.value.announced, refusal.value.held) == (0x4004, held)


class Shelf:
    """Files by number; `knows`: whether a short identifier is one, or only an offset."""

    def __init__(self, files: dict[int, bytes], *, knows: bool = True, middle: bytes = b"") -> None:
        self.files, self.knows, self.middle = files, knows, middle
        self.current = b""
        self.sent: list[int] = []

    def send(self, command: Command) -> Response:
        self.sent.append(command.ins)
        if command.ins == 0xA4:
            self.current = self.files.get(int.from_bytes(command.data, "big"), b"")
            return Response(b"", 0x9000 if self.current else 0x6A82)
        if command.p1 & 0x80:
            if not self.knows:
                return Response(self.middle, 0x9000 if self.middle else 0x6B00)
            self.current = self.files.get(0x0100 | command.p1 & 0x1F, b"")
            return Response(self.current[: command.le], 0x6282 if self.current else 0x6A82)
        offset = command.p1 << 8 | command.p2
        return Response(self.current[offset : offset + (command.le or 0)], 0x9000)


COM_AND_SOD = {COM: b"\x60\x03abc", SOD: b"\x77\x03def", 0x0101: b"\x61\x02gh"}


def test_a_short_identifier_saves_the_select() -> None:
    shelf = Shelf(COM_AND_SOD)
    files = Files(shelf.send, short_identifiers=True)
    assert [files.read(one) for one in COM_AND_SOD] == list(COM_AND_SOD.values())
    assert shelf.sent == [0xB0] * 3


def test_a_file_that_is_not_there_says_nothing_about_short_identifiers() -> None:
    shelf = Shelf(COM_AND_SOD)
    files = Files(shelf.send, short_identifiers=True)
    with pytest.raises(ObjectMissing):
        files.read(0x0102)
    assert files.short_identifiers


@pytest.mark.parametrize("middle", [b"", b"the middle of a file"])
def test_a_chip_without_short_identifiers_is_asked_once(middle: bytes) -> None:
    shelf = Shelf(COM_AND_SOD, knows=False, middle=middle)
    files = Files(shelf.send, short_identifiers=True)
    assert [files.read(one) for one in COM_AND_SOD] == list(COM_AND_SOD.values())
    assert not files.short_identifiers
    assert len(shelf.sent) == 1 + 2 * 3
