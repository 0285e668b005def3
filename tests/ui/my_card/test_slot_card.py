"""One slot: facts of its certificate, or why there are none."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cardio.errors import ProtocolViolation
from cardio.piv import Slot
from cardio.simulator import StaffCa
from cardio.trust import Purpose
from desktop_app.ceremonies.my_card import SlotCertificate
from desktop_app.trust.certificate_health import certificate_health
from ui.my_card.slot_card import SlotCard

NOW = datetime(2026, 3, 8, 5, tzinfo=UTC)


def words(card: SlotCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_the_facts_of_a_certificate(qtbot: QtBot) -> None:
    file = StaffCa.create("City CA", NOW).issue_piv(
        holder="An", staff_code="1", pin="123456", puk="12345678", now=NOW
    )
    certificate = file.certificate(Slot.CARD_AUTHENTICATION)
    health = certificate_health(certificate, Purpose.CARD_AUTHENTICATION, None, NOW)
    card = SlotCard(Slot.CARD_AUTHENTICATION)
    qtbot.addWidget(card)
    card.show_certificate(
        SlotCertificate(
            Slot.CARD_AUTHENTICATION,
            Purpose.CARD_AUTHENTICATION,
            "An",
            "City CA",
            "secp256r1",
            certificate,
            health,
        )
    )
    shown = words(card)
    assert all(word in shown for word in ("9E", "An", "City CA", "ECC P-256", "Valid until", "not examined"))
    assert "Valid until" in card.accessibleName()


def test_an_empty_and_an_unreadable_slot(qtbot: QtBot) -> None:
    empty, broken = SlotCard(Slot.SIGNATURE), SlotCard(Slot.SIGNATURE)
    for card in (empty, broken):
        qtbot.addWidget(card)
    empty.show_problem(None)
    broken.show_problem(ProtocolViolation("certificate"))
    assert "no key of this kind" in words(empty)
    assert words(broken) != words(empty)
