"""P2, the PIN: from its last digit to the verified signature, against a bare script of the same APDUs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from cardio.piv import Piv, Slot
from cardio.piv.algorithms import PublicKey
from cardio.simulator import CardFile, KeyKind, StaffCa, VirtualPivCard
from cardio.tap import supported_key
from tests.benchmarks.bare_tap import ask
from tests.benchmarks.figures import Line, Samples, measure, milliseconds
from tests.benchmarks.watched_card import WatchedCard

TIMES: Final = 300
WARM_UP: Final = 10
MEDIAN_MS, WORST_MS = 4.0, 12.0
TARGET: Final = f"same APDUs; median ≤ {MEDIAN_MS:.0f} ms, p99 ≤ {WORST_MS:.0f} ms"
PIN: Final = "123456"
_MESSAGE: Final = bytes(700)
_SELECT: Final = bytes.fromhex("00A404000BA00000030800001000010000")
_VERIFY: Final = bytes.fromhex("0020008008313233343536FFFF")
_SHA256_INFO: Final = bytes.fromhex("3031300d060960864801650304020105000420")
_ALGORITHMS: Final = {KeyKind.RSA2048: 0x07, KeyKind.P256: 0x11, KeyKind.P384: 0x14}


class CardAtDesk(WatchedCard):
    """A watched card in a reader that carries extended length."""

    reader, max_apdu = "R", 65544

    def __init__(self, file: CardFile, *, extended: bool) -> None:
        card = VirtualPivCard(file, extended=extended)
        super().__init__(card)
        self.atr = card.power_on()

    def transaction(self) -> AbstractContextManager[None]:
        """Nobody else is there."""
        return nullcontext()


def lines() -> Iterator[Line]:
    """Measure every kind of key, with extended length and without."""
    now = datetime.now(UTC)
    authority = StaffCa.create("P2", now)
    for kind in KeyKind:
        file = authority.issue_piv(
            holder="P2", staff_code="P2", pin=PIN, puk="12345678", algorithm=kind, now=now
        )
        for extended in (True, False):
            yield _line(kind, CardAtDesk(file, extended=extended), file, extended=extended)


def _line(kind: KeyKind, card: CardAtDesk, file: CardFile, *, extended: bool) -> Line:
    key = supported_key(file.certificate(Slot.AUTHENTICATION))
    bare, bare_apdus = _outside_the_card(card, lambda: bare_sign(card, kind, key, extended=extended))
    ours, apdus = _outside_the_card(card, lambda: _ours(card, key))
    if apdus != bare_apdus:
        raise AssertionError(f"{kind.value}: {apdus} APDUs, the bare script needs {bare_apdus}")
    worst = ours.percentile(99)
    return Line(
        "P2",
        f"PIN → signature of 9A, {kind.value}{'' if extended else ', short APDUs'}: "
        f"our time outside the card, {apdus} APDUs",
        f"{milliseconds(ours.median)} median, {milliseconds(worst)} p99",
        f"bare script {milliseconds(bare.median)}",
        TARGET,
        met=ours.median <= MEDIAN_MS and worst <= WORST_MS,
    )


def _outside_the_card(card: CardAtDesk, sign: Callable[[], object]) -> tuple[Samples, int]:
    """The times of ``sign`` less those inside the card, and its APDUs."""
    in_card: list[float] = []

    def whole() -> None:
        card.power_on()
        sign()
        in_card.append(card.spent_ms)

    times = measure(whole, TIMES, warm_up=WARM_UP).values
    parts = zip(times, in_card[WARM_UP:], strict=True)
    return Samples(tuple(total - card_part for total, card_part in parts)), card.apdus


def _ours(card: CardAtDesk, key: PublicKey) -> bytes:
    """What a sign-in does between the PIN's last digit and the signature."""
    piv = Piv.select(card)
    piv.verify(bytearray(PIN, "ascii"))
    return piv.sign(Slot.AUTHENTICATION, key, _MESSAGE)


def bare_sign(card: CardAtDesk, kind: KeyKind, key: PublicKey, *, extended: bool) -> None:
    """The same by the standards' letter, with nothing of ours (SP 800-73-5 part 2)."""
    for command in (_SELECT, _VERIFY):
        ask(card, command)
    hash_ = hashes.SHA384() if kind is KeyKind.P384 else hashes.SHA256()
    digest = hashes.Hash(hash_)
    digest.update(_MESSAGE)
    operand = digest.finalize()
    if isinstance(key, rsa.RSAPublicKey):
        operand = b"\x00\x01" + b"\xff" * (256 - 54) + b"\x00" + _SHA256_INFO + operand
        template = bytes.fromhex("7C82010682008182" + "0100") + operand
    else:
        size = len(operand)
        template = bytes((0x7C, size + 4, 0x82, 0, 0x81, size)) + operand
    answer = _authenticate(card, _ALGORITHMS[kind], template, extended=extended)
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(answer[8:], _MESSAGE, padding.PKCS1v15(), hash_)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(answer[4:], _MESSAGE, ec.ECDSA(hash_))


def _authenticate(card: CardAtDesk, algorithm: int, template: bytes, *, extended: bool) -> bytes:
    head = bytes((0x87, algorithm, Slot.AUTHENTICATION))
    if extended and len(template) > 255:
        return ask(card, b"\0" + head + b"\0" + len(template).to_bytes(2, "big") + template + b"\0\0")
    while len(template) > 255:
        ask(card, b"\x10" + head + b"\xff" + template[:255])
        template = template[255:]
    return ask(card, b"\0" + head + bytes((len(template),)) + template + b"\0")
