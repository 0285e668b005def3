"""A list of approvals: one PIN, one VERIFY, a signature for each; a card torn away keeps what it signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from cardio.errors import CardError, PinFormat, PinWrong
from cardio.simulator import CardFile, KeyKind, VirtualPivCard
from desktop_app import jose
from desktop_app.cards.presented_card import read_card
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Answer, Outcome, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.session import Session
from desktop_app.triage.approval import OtherCard, Wanted, list_sha256
from tests.journeys.workbench import DESK, Workbench, workbench
from tests.support.small_city import LEAD, PIN

COUNT = 3
VERIFY, SIGN, LOGOUT = 0x20, 0x87, 0xFF


class Listening(VirtualPivCard):
    """A card that remembers which commands it got, and may leave its reader after so many signatures."""

    def __init__(self, file: CardFile) -> None:
        super().__init__(file)
        self.heard: list[int] = []
        self.leave_after = -1
        self.leave: Callable[[], None] = lambda: None

    def transmit(self, command: bytes | bytearray) -> bytes:
        asks = command[1] == VERIFY and len(command) <= 5  # for the tries left: no PIN in it
        self.heard.append(0 if asks or command[2] == LOGOUT else command[1])
        answer = super().transmit(command)
        if command[1] == SIGN and self.heard.count(SIGN) == self.leave_after:
            self.leave()
        return answer


@dataclass
class Leader:
    """The leader of ``LEAD`` at their desk, three answers waiting."""

    bench: Workbench
    session: Session
    card: Listening
    file: CardFile
    reports: list[Report]

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(each.id, each.answer.content_sha256, "KT.") for each in self.reports if each.answer]


@pytest.fixture
def leader(bench: Workbench) -> Leader:
    return sit_down(bench, KeyKind.P256)


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    with workbench(tmp_path_factory.mktemp("approval")) as made:
        made.enrol()
        yield made


def sit_down(bench: Workbench, kind: KeyKind) -> Leader:
    now = bench.city.service.now()
    hashed = content_sha256("Đã xử lý.", Outcome.FIXED, LEAD)
    answer = Answer("Đã xử lý.", hashed, Outcome.FIXED, LEAD, "o-handler", now)
    reports = [bench.city.put(State.AWAITING_APPROVAL, answer=answer) for _ in range(COUNT)]
    file = bench.city.card("o-approver", algorithm=kind)
    card = Listening(file)
    bench.insert(card)
    session = bench.synced(bench.sign_in())
    card.heard.clear()
    return Leader(bench, session, card, file, reports)


def tries(leader: Leader) -> int | None:
    return leader.bench.core.readers.submit(DESK, read_card).result(30).tries_left


def test_one_pin_signs_the_whole_list_and_the_centre_keeps_each_signature(leader: Leader) -> None:
    core, pin = leader.bench.core, bytearray(PIN.encode())
    signed = core.sign_approvals(pin, leader.wanted)
    assert (signed.waiting, signed.trouble, set(pin)) == ((), None, {0})
    assert leader.card.heard.count(VERIFY) == 1, "one VERIFY for the list"
    assert leader.card.heard.count(SIGN) == COUNT
    assert tries(leader) == 3, "logged out, nothing spent"
    for report, (_, payload) in zip(leader.reports, signed.approvals, strict=True):
        leader.session.triage.do(report, Command.APPROVE, payload, group="g")
    leader.bench.settled(leader.session)
    whole = list_sha256(leader.wanted)
    for report in leader.reports:
        _kept(leader, report, whole)


def _kept(leader: Leader, report: Report, whole: str) -> None:
    """The centre holds the approval, its signature verifies, and it says exactly what was approved."""
    answer = leader.bench.city.read(report.id).answer
    assert answer is not None
    assert answer.approval_sha256 is not None
    service = leader.bench.city.service
    with service.engine.connect() as connection:
        compact = service.commands.approvals.signed(connection, answer.approval_sha256)
    assert compact is not None
    key = jose.certificate_key(jose.read_x5c(jose.unverified(compact).header["x5c"])[0])
    claims = jose.verify(compact, jose.Kind.APPROVAL, key).claims
    assert (claims["report_id"], claims["content_sha256"]) == (report.id, answer.content_sha256)
    assert (claims["capacity"], claims["list_sha256"], answer.capacity) == ("KT.", whole, "KT.")


def test_a_wrong_pin_costs_one_try_for_the_whole_list(leader: Leader) -> None:
    with pytest.raises(PinWrong) as wrong:
        leader.bench.core.sign_approvals(bytearray(b"654321"), leader.wanted)
    assert wrong.value.tries_left == 2
    assert (leader.card.heard.count(VERIFY), leader.card.heard.count(SIGN)) == (1, 0)


def test_a_card_torn_away_in_the_middle_keeps_what_it_signed(leader: Leader) -> None:
    first = next(n for n, each in enumerate(_rehearsal(leader)) if each == SIGN)
    leader.bench.readers.tear_after(DESK, first + 2)
    signed = leader.bench.core.sign_approvals(bytearray(PIN.encode()), leader.wanted)
    assert isinstance(signed.trouble, CardError)
    assert [each.report_id for each, _ in signed.approvals] == [each.id for each in leader.reports[:2]]
    assert [each.report_id for each in signed.waiting] == [leader.reports[2].id]


def _rehearsal(leader: Leader) -> list[int]:
    """The commands of a whole list, as the card hears them."""
    leader.card.heard.clear()
    leader.bench.core.sign_approvals(bytearray(PIN.encode()), leader.wanted)
    return list(leader.card.heard)


def test_another_card_is_told_before_its_pin_is_tried(leader: Leader) -> None:
    other = Listening(leader.bench.city.card("o-publisher"))
    leader.bench.readers.remove(DESK)
    leader.bench.insert(other)
    with pytest.raises(OtherCard):
        leader.bench.core.sign_approvals(bytearray(PIN.encode()), leader.wanted)
    assert other.heard.count(VERIFY) == 0


def test_a_pin_that_cannot_be_one_is_not_presented(leader: Leader) -> None:
    pin = bytearray("đ23456".encode())
    with pytest.raises(PinFormat):
        leader.bench.core.sign_approvals(pin, leader.wanted)
    assert (set(pin), leader.card.heard.count(VERIFY)) == ({0}, 0)


def test_nobody_signed_in_signs_nothing(bench: Workbench) -> None:
    pin = bytearray(b"123456")
    with pytest.raises(OtherCard):
        bench.core.sign_approvals(pin, [])
    assert set(pin) == {0}


def test_the_hash_of_a_list_names_order_content_and_capacity() -> None:
    one, two = Wanted("r1", "a" * 64), Wanted("r2", "b" * 64, "KT.")
    others = ([two, one], [one], [one, Wanted("r2", "b" * 64)], [one, Wanted("r2", "c" * 64, "KT.")])
    assert len({list_sha256([one, two]), *map(list_sha256, others)}) == 5
