"""The record of anchors: who did what by card, and what nobody's card signed."""

from __future__ import annotations

from datetime import timedelta

from cardio.trust.csca import AnchorStore, DocumentKind
from desktop_app.ceremonies.anchor_import import install, read_file, remove
from desktop_app.store.anchor_table import AnchorChange
from desktop_app.trust.anchor_record import AnchorDeed, deed
from tests.desktop_app.cards.test_officer_card import admin_card
from tests.journeys.workbench import DESK, Workbench
from tests.support.small_city import PIN
from tests.support.virtual_documents import NOW, authority


def test_who_installed_and_who_removed(enrolled: Workbench) -> None:
    enrolled.insert(admin_card(enrolled))
    found = read_file(authority().anchor, AnchorStore())
    install(enrolled.core, DESK, bytearray(PIN.encode()), found, [DocumentKind.IDENTITY_CARD])
    remove(enrolled.core, DESK, bytearray(PIN.encode()), found.usable)
    assert enrolled.core.workplace is not None
    last, first = enrolled.core.workplace.document_anchors.deeds()
    assert (first.action, last.action) == ("install_certificate", "remove")
    assert first.titles == last.titles == ("VN CSCA thử nghiệm",)
    assert first.who == last.who == "o-admin"
    assert timedelta(0) <= last.at - first.at


def test_what_nobodys_card_signed_is_nobodys(enrolled: Workbench) -> None:
    enrolled.insert(admin_card(enrolled))
    found = read_file(authority().anchor, AnchorStore())
    install(enrolled.core, DESK, bytearray(PIN.encode()), found, [DocumentKind.PASSPORT])
    assert enrolled.core.terminal is not None
    [change] = enrolled.core.terminal.anchors.changes()
    head, claims, signature = change.statement.split(".")
    forged = f"{head}.{claims[:-4]}AAAA.{signature}"
    for statement in ("", "signed-1", "a.b.c", forged, f"{head}.{claims}.", "e30.e30.e30"):
        assert deed(AnchorChange(NOW, statement)) == AnchorDeed(NOW)
