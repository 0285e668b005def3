"""Enrolment against a real centre, and what is believed of its answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app import jose
from desktop_app.api.errors import InsecureAddress, Refused, Unreachable
from desktop_app.domain.attendance import Direction
from desktop_app.trust.bundle import BundleRefused
from desktop_app.workstation import enrol
from desktop_app.workstation.enrol import EnrolmentRefused, normalised_code
from tests.journeys.workbench import Workbench
from tests.support.hostile_certificates import hostile_item


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCDEFGHIJ23", "ABCDEFGHIJ23"),
        (" abcd-efgh-ij23 ", "ABCDEFGHIJ23"),
        ("0BCD 1FGH 8J23", "OBCDIFGHBJ23"),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, code: str) -> None:
    assert normalised_code(typed) == code


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEFGHIJ234", "ABCDEFGHIJ2!", "ĐBCDEFGHIJ23"])
def test_what_cannot_be_a_code_is_not_sent(typed: str) -> None:
    with pytest.raises(EnrolmentRefused, match="code_malformed"):
        normalised_code(typed)


def test_a_workstation_is_enrolled_once(bench: Workbench) -> None:
    code = bench.city.service.codes.mint()
    enrolment = bench.core.enrol(bench.gate.url, code)
    assert enrolment.server_url == bench.gate.url
    assert enrolment.key_class == "file"
    assert enrolment.chain[0].public_key() is not None
    assert enrol.server_url(bench.core.home.enrolment_file) == bench.gate.url
    assert enrol.load(bench.core.home.enrolment_file, enrolment.bundle) == enrolment
    with pytest.raises(EnrolmentRefused, match="already_enrolled"):
        bench.core.enrol(bench.gate.url, code)


def test_each_refusal_leaves_the_workstation_as_it_was(bench: Workbench) -> None:
    with pytest.raises(Refused, match="code_unknown"):
        bench.core.enrol(bench.gate.url, "ABCDEFGHIJ23")
    with pytest.raises(InsecureAddress):
        bench.core.enrol("http://central.example", "ABCDEFGHIJ23")
    bench.gate.refuse()
    with pytest.raises(Unreachable):
        bench.core.enrol(bench.gate.url, "ABCDEFGHIJ23")
    assert bench.core.enrolment is None
    assert not bench.core.home.enrolment_file.exists()


def test_the_bundles_key_may_be_pinned(bench: Workbench) -> None:
    with pytest.raises(BundleRefused, match="bundle_key_unexpected"):
        bench.core.enrol(bench.gate.url, bench.city.service.codes.mint(), "0" * 64)
    pin = jose.thumbprint(jose.public_jwk(bench.city.pki.bundle_key))
    assert bench.core.enrol(bench.gate.url, bench.city.service.codes.mint(), pin)


def test_a_file_that_is_no_enrolment_is_told(bench: Workbench, tmp_path: Path) -> None:
    bench.enrol()
    assert bench.core.enrolment is not None
    broken = tmp_path / "enrolment.json"
    for text in ("[]", "{}", '{"server_url": "x"}', "x", "[" * 5000):
        broken.write_text(text, encoding="ascii")
        with pytest.raises(ValueError, match=r".+"):
            enrol.load(broken, bench.core.enrolment.bundle)
    document = json.loads(bench.core.home.enrolment_file.read_text(encoding="ascii"))
    document["certificate_chain"] = [hostile_item()]
    broken.write_text(json.dumps(document), encoding="ascii")
    with pytest.raises(ValueError, match="not an enrolment"):
        enrol.load(broken, bench.core.enrolment.bundle)
    broken.write_text("{}", encoding="ascii")
    with pytest.raises(ValueError, match="not an enrolment"):
        enrol.server_url(broken)


@pytest.mark.parametrize("lane", [None, Direction.IN, Direction.OUT])
def test_the_lane_is_fixed_at_enrolment(bench: Workbench, lane: Direction | None) -> None:
    enrolment = bench.core.enrol(bench.gate.url, bench.city.service.codes.mint(), lane=lane)
    assert enrolment.lane is lane
    assert enrol.load(bench.core.home.enrolment_file, enrolment.bundle).lane is lane


def test_an_enrolment_of_before_has_no_lane(bench: Workbench) -> None:
    enrolment = bench.core.enrol(bench.gate.url, bench.city.service.codes.mint(), lane=Direction.IN)
    file = bench.core.home.enrolment_file
    document = json.loads(file.read_text(encoding="utf-8"))
    del document["lane"]
    file.write_text(json.dumps(document), encoding="utf-8")
    assert enrol.load(file, enrolment.bundle).lane is None
    file.write_text(json.dumps({**document, "lane": "sideways"}), encoding="utf-8")
    with pytest.raises(ValueError, match="sideways"):
        enrol.load(file, enrolment.bundle)
