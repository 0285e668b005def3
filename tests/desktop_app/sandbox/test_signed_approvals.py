"""The centre takes a signature only from the approver's own card, over exactly what is approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio.piv import Slot, jose_algorithm
from cardio.simulator import CardFile
from cardio.tap import supported_key
from desktop_app import jose
from desktop_app.domain.payloads import Approve
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox import policy
from desktop_app.sandbox.rules import RuleBroken
from tests.support.sandbox_server import small_service
from tests.support.small_city import SmallCity

APPROVER = "o-approver"


@dataclass(frozen=True)
class Desk:
    """A city with an answer to approve, and the leader's card."""

    city: SmallCity
    report: Report
    card: CardFile

    def signed(self, card: CardFile | None = None, **claims: str) -> str:
        """An approval as a card signs it; ``claims`` say otherwise than what is approved."""
        card = card or self.card
        certificate = card.certificate(Slot.AUTHENTICATION)
        key = card.keys[Slot.AUTHENTICATION]
        said = {"report_id": self.report.id, "content_sha256": "ab", "capacity": "KT.", **claims}
        header = {"alg": jose_algorithm(supported_key(certificate)), "x5c": jose.x5c([certificate])}
        return jose.sign(jose.Kind.APPROVAL, said, _private(key), header)

    def take(self, payload: Approve, person: str = APPROVER) -> str | None:
        """Hand it to the centre; return what it keeps."""
        service = self.city.service
        with service.writer.transaction() as connection:
            service.commands.approvals.take(connection, self.report, person, payload)
        with service.engine.connect() as connection:
            return service.commands.approvals.signed(connection, jose.sha256_hex(payload.signature or "none"))


def _private(pkcs8: bytes) -> ec.EllipticCurvePrivateKey:
    key = load_der_private_key(pkcs8, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_service(tmp_path, "https://central.example") as (city, _clock):
        yield Desk(city, city.put(State.AWAITING_APPROVAL), city.card(APPROVER))


def test_the_approvers_own_signature_is_kept_once(desk: Desk) -> None:
    payload = Approve("ab", "KT.", desk.signed())
    assert desk.take(payload) == payload.signature
    assert desk.take(payload) == payload.signature


def test_without_a_signature_nothing_is_kept(desk: Desk) -> None:
    assert desk.take(Approve("ab", "KT.")) is None


def test_where_the_policy_wants_it_none_counts_without_a_signature(desk: Desk) -> None:
    with desk.city.service.writer.transaction() as connection:
        policy.change(connection, policy.SIGNED_APPROVALS, True)
    with pytest.raises(RuleBroken) as caught:
        desk.take(Approve("ab", "KT."))
    assert (caught.value.rule, caught.value.field) == ("signature_required", "signature")
    assert desk.take(Approve("ab", "KT.", desk.signed())) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda desk: Approve("ab", "KT.", desk.signed(content_sha256="cd")),
        lambda desk: Approve("ab", "KT.", desk.signed(report_id="another")),
        lambda desk: Approve("ab", "", desk.signed()),
        lambda desk: Approve("ab", "KT.", desk.signed(desk.city.card("o-publisher"))),
        lambda desk: Approve("ab", "KT.", desk.signed(desk.city.unknown_card("stranger"))),
        lambda desk: Approve("ab", "KT.", desk.signed()[:-8] + "AAAAAAAA"),
        lambda desk: Approve("ab", "KT.", "no jws at all"),
        lambda desk: Approve("ab", "KT.", "đ.đ.đ"),
    ],
    ids=[
        "other content", "other report", "other capacity", "a colleague's card", "an unknown card", "forged",
        "no JWS", "no ASCII",
    ],
)  # fmt: skip
def test_anything_else_is_refused(desk: Desk, wrong: Callable[[Desk], Approve]) -> None:
    payload = wrong(desk)
    with pytest.raises(RuleBroken) as broken:
        desk.take(payload)
    assert (broken.value.rule, broken.value.field) == ("payload", "signature")


def test_a_revoked_card_approves_nothing(desk: Desk) -> None:
    city = desk.city
    certificate = desk.card.certificate(Slot.AUTHENTICATION)
    city.pki.revoke(certificate, x509.ReasonFlags.key_compromise, city.service.now())
    city.service.revocations.renew()
    with pytest.raises(RuleBroken):
        desk.take(Approve("ab", "KT.", desk.signed()))
