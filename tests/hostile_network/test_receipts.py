"""A centre that lies about check-ins: no receipt but a genuine one, about these very rows, settles them.

The program itself talks to a served city, whose answers are changed on their way.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.domain.attendance import TapKind
from desktop_app.news import TerminalStatus
from desktop_app.workstation.workplace import Workplace
from tests.journeys.conftest import bench, enrolled
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, wrong_server
from ui.kiosk.strip import contact_text
from ui.wording import sentence

__all__ = ["bench", "enrolled"]

ROWS, HEAD, CHECKPOINTS = (f"/v1/terminals/[^/]+{end}" for end in ("/events", "", "/checkpoints"))
Forgery = Callable[[str, SmallCity], str]


def signed_anew(
    receipt: str,
    city: SmallCity,
    key: ec.EllipticCurvePrivateKey | None = None,
    kind: jose.Kind = jose.Kind.RECEIPT,
    **changes: object,
) -> str:
    """Return a receipt with ``changes``, by the centre's own key or by ``key`` under the centre's name."""
    real = city.pki.receipt_key
    claims = {**jose.unverified(receipt).claims, **changes}
    named = {"kid": jose.thumbprint(jose.public_jwk(real))}
    return jose.sign(kind, claims, key or real, named)


def by_another_key(receipt: str, city: SmallCity) -> str:
    return signed_anew(receipt, city, ec.generate_private_key(ec.SECP256R1()))


def of_another_row(receipt: str, city: SmallCity) -> str:
    (row,) = jose.unverified(receipt).claims["events"]
    return signed_anew(receipt, city, events=[{**row, "hash": "0" * 64}])


def of_another_terminal(receipt: str, city: SmallCity) -> str:
    return signed_anew(receipt, city, terminal_id="another")


def at_another_time(receipt: str, _city: SmallCity) -> str:
    """The claims altered, the centre's signature left as it was."""
    head, _, signature = receipt.split(".")
    claims = {**jose.unverified(receipt).claims, "server_time": "2020-01-01T00:00:00.000000Z"}
    body = urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"{head}.{body}.{signature}"


def receipts(forgery: Forgery) -> Fault:
    def change(document: Document, asked: Asked) -> None:
        document["receipt"] = forgery(document["receipt"], asked.city)

    return altered(ROWS, change)


@pytest.fixture
def workplace(enrolled: Workbench) -> Workplace:
    """A terminal in step with its centre: one row, and its receipt."""
    placed = enrolled.core.workplace
    assert placed is not None
    placed.desk.note(TapKind.BOOT)
    until(lambda: settled(placed), what="the first receipt")
    return placed


def settled(workplace: Workplace) -> bool:
    outbox = workplace.store.outbox
    return bool(outbox.receipt_of(1, 1)) and outbox.waiting() == 0 and outbox.unsent_checkpoint() is None


@contextmanager
def lied_to(bench: Workbench, fault: Fault) -> Iterator[None]:
    """Let the terminal's line lead to a centre with ``fault``, and afterwards to the right one again."""
    right = int(bench.direct_url.rpartition(":")[2])
    with wrong_server(bench.city, fault) as url:
        lead(bench, int(url.rpartition(":")[2]))
        yield
        lead(bench, right)


def lead(bench: Workbench, port: int) -> None:
    bench.gate.refuse()
    bench.gate.lead_to(port)
    bench.gate.open()


def alarmed(workplace: Workplace, code: str) -> TerminalStatus:
    """Wait for the alarm, which a person can read at the kiosk and in the sync window."""
    until(lambda: workplace.sync.status.error == code, what=code)
    told = workplace.sync.status
    assert sentence(code).title
    assert contact_text(told).startswith("⚠")
    return told


@pytest.mark.parametrize(
    ("forgery", "code"),
    [
        (by_another_key, "receipt_forged"),
        (at_another_time, "receipt_forged"),
        (of_another_terminal, "receipt_forged"),
        (of_another_row, "receipt_mismatch"),
    ],
)
def test_a_forged_receipt_alarms_and_its_row_is_offered_again(
    enrolled: Workbench, workplace: Workplace, forgery: Forgery, code: str
) -> None:
    with lied_to(enrolled, receipts(forgery)):
        workplace.desk.note(TapKind.MODE_EXIT)
        assert alarmed(workplace, code).waiting == 1
        assert workplace.store.outbox.receipt_of(1, 2) is None
    workplace.sync.wake()
    until(lambda: workplace.store.outbox.receipt_of(1, 2), what="a genuine receipt")
    until(lambda: workplace.sync.status.error is None, what="the end of the alarm")


def test_the_receipt_of_an_earlier_row_settles_no_later_one(
    enrolled: Workbench, workplace: Workplace
) -> None:
    earlier = workplace.store.outbox.receipt_of(1, 1)
    assert earlier is not None
    with lied_to(enrolled, receipts(lambda _receipt, _city: earlier)):
        workplace.desk.note(TapKind.MODE_EXIT)
        assert alarmed(workplace, "receipt_forged").waiting == 1
    workplace.sync.wake()
    until(lambda: workplace.store.outbox.receipt_of(1, 2), what="a genuine receipt")


def test_a_centre_that_lost_a_row_does_not_get_away_with_the_receipt_it_gave_before(
    enrolled: Workbench, workplace: Workplace
) -> None:
    given = workplace.store.outbox.receipt_of(1, 1)
    assert given is not None
    lost = altered(HEAD, lambda document, _asked: document.update(next_expected_seq=1))
    again = receipts(lambda _receipt, _city: given)

    async def forgetful(asked: Asked, carry: Carry) -> Told:
        return await lost(asked, lambda one: again(one, carry))

    with lied_to(enrolled, forgetful):
        workplace.sync.wake()
        assert alarmed(workplace, "receipt_forged").waiting == 1
    workplace.sync.wake()
    until(lambda: workplace.store.outbox.receipt_of(1, 1) not in {None, given}, what="another receipt")


def test_a_countersignature_by_another_key_leaves_the_checkpoint_open(enrolled: Workbench) -> None:
    def change(document: Document, asked: Asked) -> None:
        stranger = ec.generate_private_key(ec.SECP256R1())
        document["countersigned"] = signed_anew(
            document["countersigned"], asked.city, stranger, jose.Kind.CHECKPOINT
        )

    workplace = enrolled.core.workplace
    assert workplace is not None
    with lied_to(enrolled, altered(CHECKPOINTS, change)):
        workplace.desk.note(TapKind.BOOT)
        assert alarmed(workplace, "receipt_forged").waiting == 0
        assert workplace.store.outbox.unsent_checkpoint() is not None
    workplace.sync.wake()
    until(lambda: workplace.store.outbox.unsent_checkpoint() is None, what="a genuine counter-signature")
