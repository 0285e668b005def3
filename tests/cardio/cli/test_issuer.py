"""What the issuer signed on a card, as `info` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from cardio.cli.issuer import IssuerReport, judge_issuer
from cardio.cli.report import read_report
from cardio.piv import Piv, chuid, issued, objects
from cardio.simulator import StaffCa, VirtualPivCard
from tests.cardio.cli.test_report import InReader
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW, authority


def judged(changes: Mapping[int, bytes], *anchors: StaffCa) -> IssuerReport | None:
    """A card whose objects were changed by somebody, judged with these authorities known."""
    file = virtual_cards.card_file()
    card = VirtualPivCard(replace(file, objects={**file.objects, **changes}))
    known = [certificate for one in anchors for certificate in (one.root, one.issuing)]
    return judge_issuer(issued.read(Piv.select(card)), known, NOW)


def written(**changes: bytes) -> bytes:
    """The card's CHUID with other parts, its signature as it was."""
    own = Piv.select(virtual_cards.card()).chuid()
    return chuid.write(replace(own, **changes))  # type: ignore[arg-type]  # bytes, all of those changed


def test_a_whole_card() -> None:
    found = judged({}, authority())
    assert found is not None
    assert (found.failed, found.trusted) == (None, True)
    assert "CHUID" in found.signed
    assert "known CA" in found.text()


def test_without_an_anchor_nobody_is_believed() -> None:
    found = judged({})
    assert found is not None
    assert found.trusted is None
    assert "known CA" not in found.text()


def test_the_signer_of_another_authority() -> None:
    found = judged({}, StaffCa.create("CA khác", NOW))
    assert found is not None
    assert (found.failed, found.trusted) == (None, False)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({objects.CHUID: written(guid=bytes(16))}, "object_altered"),
        ({objects.CHUID: written(signature=b"\x30\x00")}, "protocol_violation"),
        ({objects.SECURITY_OBJECT: b"\xba\x01\x01\xbb\x00"}, "protocol_violation"),
    ],
)
def test_what_is_not_as_it_was_signed(changes: Mapping[int, bytes], error: str) -> None:
    found = judged(changes, authority())
    assert found is not None
    assert found.failed is not None
    assert (found.signer, found.signed, found.failed.name) == ("", (), error)
    assert found.failed.text() in found.text()
    assert found.document()["detail"] == found.failed.detail


def test_a_card_whose_issuer_signs_nothing() -> None:
    assert judged({objects.CHUID: written(signature=b"")}) is None
    assert judged({objects.CHUID: b"\x34\x00"}) is None, "no identifier at all"


def test_it_stands_in_the_report() -> None:
    report = read_report(InReader(virtual_cards.card_file()), [authority().root, authority().issuing])
    assert report.issuer is not None
    assert report.issuer.text() in report.text()
    assert report.document()["issuer"]["error"] is None
