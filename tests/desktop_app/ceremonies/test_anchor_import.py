"""Files of anchors: what is in them, and that a site admin's card alone installs them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.errors import BadSignature, CrlRefused, PinWrong, Revoked, WrongPurpose
from cardio.trust.csca import AnchorStore, DocumentKind
from cardio.trust.document_certificate import DocumentCertificate
from desktop_app import jose
from desktop_app.cards.officer_card import NotEntitled
from desktop_app.ceremonies.anchor_import import (
    AnchorFile,
    AnchorFileUnreadable,
    FileKind,
    install,
    read_file,
    remove,
)
from tests.desktop_app.cards.test_officer_card import admin_card, take_bundle
from tests.journeys.workbench import DESK, Workbench
from tests.support.small_city import PIN
from tests.support.virtual_documents import NOW, anchors, authority

CARD, PASSPORT = DocumentKind.IDENTITY_CARD, DocumentKind.PASSPORT
REAL = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"
SIGNER = DocumentCertificate.load(authority().signer.public_bytes(Encoding.DER))


def pem(der: bytes, name: str) -> bytes:
    body = base64.encodebytes(der).decode()
    return f"-----BEGIN {name}-----\n{body}-----END {name}-----\n".encode()


def admins_pin() -> bytearray:
    return bytearray(PIN.encode())


@pytest.mark.parametrize("form", [lambda der: der, lambda der: pem(der, "CERTIFICATE")])
def test_a_certificate_in_either_form(form: object) -> None:
    assert callable(form)
    file = read_file(form(authority().anchor), AnchorStore())
    assert (file.kind, [one.der for one in file.usable]) == (FileKind.CERTIFICATE, [authority().anchor])
    assert file.usable[0].title == "CSCA thử nghiệm"


def test_a_link_serves_what_its_issuer_served() -> None:
    _, link = authority().successor(NOW)
    assert read_file(link, anchors(PASSPORT)).kinds == {PASSPORT}
    assert read_file(link, anchors(PASSPORT)).kind is FileKind.LINK
    assert read_file(link, AnchorStore()).kind is FileKind.CERTIFICATE, "then an admin vouches for it alone"
    with pytest.raises(BadSignature):
        read_file(link[:-1] + bytes((link[-1] ^ 1,)), anchors())


def test_the_real_master_list_whole_with_its_progress() -> None:
    heard: list[tuple[int, int]] = []
    file = read_file(REAL.read_bytes(), AnchorStore(), lambda read, of: heard.append((read, of)))
    assert (file.kind, len(file.usable), len(file.refused)) == (FileKind.MASTER_LIST, 531, 10)
    assert heard[-1] == (541, 541)


def test_a_revocation_list_is_an_installed_anchors() -> None:
    der = authority().revocation_list((SIGNER.serial_number,), 1, NOW)
    assert read_file(pem(der, "X509 CRL"), anchors()) == AnchorFile(FileKind.REVOCATION_LIST, der)
    with pytest.raises(CrlRefused, match="issuer"):
        read_file(der, AnchorStore())


@pytest.mark.parametrize(
    "data", [b"", b"text", b"\x30\x00", pem(b"x", "CERTIFICATE").replace(b"eA", b"!!"), bytes(17 * 2**20)]
)
def test_what_is_no_such_file(data: bytes) -> None:
    with pytest.raises(AnchorFileUnreadable):
        read_file(data, AnchorStore())


def test_certificates_that_cannot_be_anchors() -> None:
    with pytest.raises(WrongPurpose):
        read_file(SIGNER.der, AnchorStore())
    forged = authority().anchor[:-1] + bytes((authority().anchor[-1] ^ 1,))
    with pytest.raises(BadSignature):
        read_file(forged, AnchorStore())


def test_an_admin_installs_and_it_is_recorded(enrolled: Workbench) -> None:
    core, file = enrolled.core, admin_card(enrolled)
    found = read_file(authority().anchor, core.document_anchors)
    enrolled.insert(file)
    with pytest.raises(PinWrong):
        install(core, DESK, bytearray(b"000000"), found, [CARD])
    assert core.document_anchors.judge(SIGNER, CARD, NOW) is None
    install(core, DESK, admins_pin(), found, [CARD])
    assert core.document_anchors.judge(SIGNER, CARD, NOW)
    revoking = read_file(authority().revocation_list((SIGNER.serial_number,), 1, NOW), core.document_anchors)
    install(core, DESK, admins_pin(), revoking, [])
    with pytest.raises(Revoked):
        core.document_anchors.judge(SIGNER, CARD, NOW)
    remove(core, DESK, admins_pin(), found.usable)
    assert not core.document_anchors.anchors
    assert core.terminal is not None
    first, *_ = changes = core.terminal.anchors.changes()
    assert len(changes) == 3
    header = jose.unverified(first.statement).header
    signer = jose.read_x5c(header["x5c"])[0]
    said = jose.verify(first.statement, jose.Kind.ANCHOR_CHANGE, jose.certificate_key(signer)).claims
    assert (said["sha256"], said["kinds"]) == (found.sha256, ["identity_card"])
    assert said["titles"] == ["VN CSCA thử nghiệm"]


def test_nobody_else_does(enrolled: Workbench) -> None:
    enrolled.insert(enrolled.city.card("o-supervisor"))
    take_bundle(enrolled)
    found = read_file(authority().anchor, AnchorStore())
    with pytest.raises(NotEntitled):
        install(enrolled.core, DESK, admins_pin(), found, [CARD])
    assert not enrolled.core.document_anchors.anchors


def test_before_enrolment_there_is_nowhere_to_keep_any(bench: Workbench) -> None:
    pin = admins_pin()
    install(bench.core, DESK, pin, read_file(authority().anchor, AnchorStore()), [CARD])
    remove(bench.core, DESK, pin, [])
    assert not any(pin)
    assert not bench.core.document_anchors.anchors
