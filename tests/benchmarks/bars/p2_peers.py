"""P1 and P2 over the real card service: APDUs and time to a verified signature, beside other programs.

Everybody signs with the same virtual card behind the same pcscd in turn; APDUs are counted at the card. A
tool's time is its whole process, as who calls it waits for it; ours is the task on the reader's thread.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from cardio.events import CardInserted, CardRemoved
from cardio.piv import Piv, Slot
from cardio.piv.algorithms import PublicKey
from cardio.simulator import CardFile, KeyKind, StaffCa, VirtualPivCard
from cardio.tap import read_tap, supported_key
from cardio.transport import Card
from tests.benchmarks import bare_tap, peer_tools
from tests.benchmarks.bars.p2_pin import PIN, CardAtDesk, bare_sign
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.benchmarks.peer_tools import TOOLS, Tool
from tests.benchmarks.real_stack import READER, RealStack, real_stack
from tests.benchmarks.watched_card import WatchedCard

OURS, THEIRS = 40, 3
PATIENCE: Final = 20.0
TARGET: Final = "as many APDUs as the bare script, no more than any tool"
_MESSAGE: Final = bytes(700)
_BARS: Final = {Slot.CARD_AUTHENTICATION: ("P1", "9E"), Slot.AUTHENTICATION: ("P2", "9A with PIN")}
_Sign = Callable[[Card], bytes]


def lines() -> Iterator[Line]:
    """Measure each slot with each kind of key, with extended length and without."""
    now = datetime.now(UTC)
    authority = StaffCa.create("P2", now)
    with tempfile.TemporaryDirectory() as folder, real_stack() as stack:
        peer_tools.prepare(Path(folder), _MESSAGE)
        for kind in KeyKind:
            file = authority.issue_piv(
                holder="P2", staff_code="P2", pin=PIN, puk="12345678", algorithm=kind, now=now
            )
            for extended in (True, False):
                for slot in _BARS:
                    yield _line(stack, Path(folder), kind, file, slot, extended=extended)


def _line(
    stack: RealStack, folder: Path, kind: KeyKind, file: CardFile, slot: Slot, *, extended: bool
) -> Line:
    bare = _bare_apdus(file, kind, slot, extended=extended)
    card = WatchedCard(VirtualPivCard(file, extended=extended))
    stack.link.insert(card)
    stack.told.moment(CardInserted)
    apdus, times = _ours(stack, card, _flow(slot, supported_key(file.certificate(slot))))
    peers = [_theirs(stack, card, tool, folder, kind, slot, file) for tool in TOOLS if tool.is_installed]
    stack.link.remove()
    stack.told.moment(CardRemoved)
    bar, name = _BARS[slot]
    told = [f"{tool} {count}, {milliseconds(spent)}" for tool, count, spent in peers]
    return Line(
        bar,
        f"{name}, {kind.value}{'' if extended else ', short APDUs'}, over pcscd: APDUs to a signature",
        f"{apdus}, {milliseconds(times.median)}",
        "; ".join((f"bare script {bare}", *told)),
        TARGET,
        met=apdus == bare and all(apdus <= count for _, count, _ in peers),
    )


def _flow(slot: Slot, key: PublicKey) -> _Sign:
    """What a tap does, or a sign-in between the PIN's last digit and the signature."""
    if slot is Slot.CARD_AUTHENTICATION:
        return lambda card: read_tap(card).sign(_MESSAGE)

    def sign_in(card: Card) -> bytes:
        piv = Piv.select(card)
        piv.verify(bytearray(PIN, "ascii"))
        return piv.sign(slot, key, _MESSAGE)

    return sign_in


def _ours(stack: RealStack, card: WatchedCard, flow: _Sign) -> tuple[int, Samples]:
    """APDUs of the flow (always the same), and its times on the reader's thread."""
    counts, times = set[int](), list[float]()

    def timed_flow(held: Card) -> None:
        with held.transaction():
            before, begun = card.all_apdus, time.perf_counter_ns()
            flow(held)
            times.append((time.perf_counter_ns() - begun) / 1e6)
            counts.add(card.all_apdus - before)
            Piv(held).logout()

    stack.pool.submit(READER, timed_flow).result(PATIENCE)  # the first one learns what the card can do
    counts.clear()
    times.clear()
    for _ in range(OURS):
        stack.pool.submit(READER, timed_flow).result(PATIENCE)
    (apdus,) = counts
    return apdus, Samples(tuple(times))


def _theirs(
    stack: RealStack, card: WatchedCard, tool: Tool, folder: Path, kind: KeyKind, slot: Slot, file: CardFile
) -> tuple[str, int, float]:
    """A tool's name, its APDUs, and the time of its process; its signature must be one."""
    counts, times = set[int](), list[float]()
    for _ in range(THEIRS):
        before, begun = card.all_apdus, time.perf_counter_ns()
        stack.run(tool.command(folder, kind, slot, PIN))
        times.append((time.perf_counter_ns() - begun) / 1e6)
        counts.add(card.all_apdus - before)
    signature = next(folder.glob("*.sig"))
    _verify(supported_key(file.certificate(slot)), signature.read_bytes())
    signature.unlink()
    return tool.name, min(counts), Samples(tuple(times)).median


def _verify(key: PublicKey, signature: bytes) -> None:
    """Raise ``InvalidSignature`` for anything but a signature of the message (ECDSA as r ‖ s or as DER)."""
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, _MESSAGE, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(key, ec.EllipticCurvePublicKey):
        size = (key.key_size + 7) // 8
        if len(signature) == 2 * size:
            r, s = int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big")
            signature = encode_dss_signature(r, s)
        key.verify(signature, _MESSAGE, ec.ECDSA(hashes.SHA384() if size > 32 else hashes.SHA256()))


def _bare_apdus(file: CardFile, kind: KeyKind, slot: Slot, *, extended: bool) -> int:
    """What the bare script needs."""
    card = CardAtDesk(file, extended=extended)
    card.power_on()
    if slot is Slot.CARD_AUTHENTICATION:
        bare_tap.tap(card, _MESSAGE, extended=extended)
    else:
        bare_sign(card, kind, supported_key(file.certificate(slot)), extended=extended)
    return card.apdus
