"""Installed anchors survive a restart, with their kinds, links and revocation lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.errors import CrlRefused, Revoked
from cardio.trust import master_list
from cardio.trust.csca import Anchor, AnchorStore, DocumentKind
from cardio.trust.document_certificate import DocumentCertificate
from desktop_app.store.errors import NewerSchema
from desktop_app.store.terminal import TerminalStore
from desktop_app.trust.document_anchors import DocumentAnchors
from tests.support.virtual_documents import NOW, authority

KEY = bytes(range(32))
CARD, PASSPORT = DocumentKind.IDENTITY_CARD, DocumentKind.PASSPORT
REAL = Path(__file__).parents[2] / "data" / "csca-master-list-de-2024-08.ml"
SIGNER = DocumentCertificate.load(authority().signer.public_bytes(Encoding.DER))


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[TerminalStore]:
    """A workstation's store."""
    opened = TerminalStore.open(tmp_path / "terminal.db", KEY)
    yield opened
    opened.close()


def anchor(*kinds: DocumentKind) -> Anchor:
    """The tests' authority as an anchor."""
    return Anchor(DocumentCertificate.load(authority().anchor), frozenset(kinds))


def test_an_anchor_is_there_again_after_a_restart(terminal: TerminalStore) -> None:
    anchors = DocumentAnchors(terminal.anchors)
    assert not anchors.store.anchors
    anchors.install([anchor(PASSPORT)], "signed-1")
    anchors.install([anchor(CARD)], "signed-2")
    again = DocumentAnchors(terminal.anchors).store
    assert again.anchors == anchors.store.anchors == (anchor(CARD, PASSPORT),)
    assert again.judge(SIGNER, CARD, NOW) == anchor(CARD, PASSPORT)


def test_a_link_and_a_revocation_list_are_too(terminal: TerminalStore) -> None:
    anchors = DocumentAnchors(terminal.anchors)
    anchors.install([anchor(CARD)], "signed-1")
    renewed, link = authority().successor(NOW)
    anchors.install([anchors.store.linked(link)], "signed-2")
    revoking = authority().revocation_list((SIGNER.serial_number,), 1, NOW)
    assert anchors.install_list(revoking, "signed-3") == anchor(CARD)
    again = DocumentAnchors(terminal.anchors).store
    new_signer = DocumentCertificate.load(renewed.signer.public_bytes(Encoding.DER))
    assert again.judge(new_signer, CARD, NOW)
    with pytest.raises(Revoked):
        again.judge(SIGNER, CARD, NOW)


def test_a_list_that_is_refused_leaves_nothing(terminal: TerminalStore) -> None:
    anchors = DocumentAnchors(terminal.anchors)
    with pytest.raises(CrlRefused) as refusal:
        anchors.install_list(authority().revocation_list((), 1, NOW), "signed")
    assert refusal.value.reason == "issuer"
    assert terminal.anchors.changes() == []


def test_a_removed_anchor_vouches_for_nobody(terminal: TerminalStore) -> None:
    anchors = DocumentAnchors(terminal.anchors)
    anchors.install([anchor(CARD)], "signed-1")
    anchors.remove([anchor().certificate.fingerprint], "signed-2")
    assert anchors.store.judge(SIGNER, CARD, NOW) is None
    assert DocumentAnchors(terminal.anchors).store.anchors == ()


def test_the_real_master_list_is_kept_whole(terminal: TerminalStore) -> None:
    read = master_list.read(REAL.read_bytes())
    kinds = frozenset({PASSPORT})
    DocumentAnchors(terminal.anchors).install([Anchor(one, kinds) for one in read.usable], "signed")
    again = DocumentAnchors(terminal.anchors).store
    assert {one.certificate for one in again.anchors} == set(read.usable)
    assert {one.kinds for one in again.anchors} == {kinds}


def test_a_store_that_cannot_be_written_changes_nothing(
    terminal: TerminalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    anchors = DocumentAnchors(terminal.anchors)
    monkeypatch.setattr(terminal._database, "newer", "9999_later.sql")
    with pytest.raises(NewerSchema):
        anchors.install([anchor(CARD)], "signed")
    assert anchors.store.anchors == AnchorStore().anchors


@pytest.mark.expects_log("no longer taken: issuer", level="WARNING")
def test_a_list_without_its_issuer_is_told_and_left_out(
    terminal: TerminalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = authority().revocation_list((SIGNER.serial_number,), 1, NOW)
    monkeypatch.setattr(terminal.anchors, "lists", lambda: [kept])
    assert DocumentAnchors(terminal.anchors).store.anchors == ()
