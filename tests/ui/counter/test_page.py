"""The counter over a real core: a card read, a wrong number, hostile chips, the visit's end, the keyboard."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cardio.cccd.provenance import Source
from cardio.emrtd.verdict import Proof
from cardio.simulator import VirtualReaders
from cardio.simulator.emrtd import Hostility, VirtualDocument, issue
from desktop_app.core import Core
from desktop_app.news import Locked, LockReason
from tests.journeys.workbench import KIOSK, new_core
from tests.support.deadline import until
from tests.support.main_thread import bridged
from tests.support.virtual_documents import NOW, PERSON, authority, document, hostile
from tests.support.widgets import child
from tests.ui.counter.views import QR
from ui.counter.face import FaceFrame
from ui.counter.field_row import FieldRow
from ui.counter.intake_field import IntakeField
from ui.counter.page import CounterPage
from ui.language import Language, install
from ui.tasks import Tasks
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.state_pane import StatePane


class Place:
    """A page, its core, and a hand for the citizen's reader."""

    def __init__(self, core: Core, hand: VirtualReaders, page: CounterPage, qtbot: QtBot) -> None:
        self.core, self.hand, self.page, self.qtbot = core, hand, page, qtbot

    def put(self, card: VirtualDocument) -> VirtualDocument:
        self.hand.insert(KIOSK, card)
        until(lambda: any(state.atr for state in self.core.readers.readers()), what="the card")
        return card

    def scan(self, text: str = QR, source: Source = Source.SERIAL_SCANNER) -> None:
        self.page._intake.take(text, source)

    def until_badge(self, *words: str) -> None:
        badge = child(self.page, Chip, "counter.badge")
        self.qtbot.waitUntil(lambda: badge.text() in words)

    def row(self, name: str) -> str:
        return child(self.page, FieldRow, f"counter.field.{name}").accessibleName()

    def problem(self) -> str:
        notice = child(self.page, Notice, "counter.reader.notice")
        self.qtbot.waitUntil(lambda: bool(notice.title()))
        return notice.title()


@pytest.fixture
def place(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> Iterator[Place]:
    with new_core(tmp_path) as (core, hand, _heard), bridged(core.bus) as bridge:
        core.change_settings(reader_roles={KIOSK: "citizen"})
        page = CounterPage(core, bridge, tasks)
        qtbot.addWidget(page)
        page.resize(1366, 688)
        page.show()
        yield Place(core, hand, page, qtbot)
        page.leave()


def test_scanned_then_read(place: Place) -> None:
    assert child(place.page, StatePane, "counter.state").heading() == "No citizen yet"
    place.scan()
    place.qtbot.waitUntil(lambda: "Trần Thị Bích (Scanned)" in place.row("name"))
    place.put(VirtualDocument(document()))
    place.until_badge("Chip – signature holds")
    assert place.row("name") == "Full name: Trần Thị Bích (Chip)"
    assert "contradicted by Phường Vỹ Dạ, Huế (Scanned)" in place.row("residence")
    assert "CSCA" in child(place.page, QLabel, "counter.anchor").text()


def test_typing_is_never_blocked(place: Place) -> None:
    place.hand.hang(KIOSK)
    place.scan()
    place.put(VirtualDocument(document()))
    field = child(place.page, IntakeField)
    assert field.isEnabled()
    place.qtbot.keyClicks(field, "046")
    assert field.text() == "046"
    place.hand.hang(KIOSK, False)
    place.until_badge("Chip – signature holds")
    assert field.text() == "046", "what comes late does not touch it"


def test_a_wrong_number(place: Place) -> None:
    card = place.put(VirtualDocument(document()))
    place.scan("046199012346", Source.TYPED)
    assert place.problem() == "The chip did not open with this number."
    assert (card.pace_tries, card.bac_tries) == (1, 0)
    place.scan()
    place.until_badge("Chip – signature holds")


SEEN = {
    Hostility.OTHER_SECURITY_OBJECT: "The chip holds the signature of another document.",
    Hostility.HIDDEN_SIGNATURE: "The chip shows no signature of its issuer.",
    Hostility.ALTERED_GROUP: "The chip's data were changed after they were signed.",
    Hostility.ADDED_GROUP: "The chip holds data that nobody signed.",
    Hostility.FIXED_ANSWER: "The chip could not sign what it was asked to.",
    Hostility.COPIED_CHIP: "The chip could not prove that it is genuine.",
    Hostility.WRONG_GENERATOR: "A key in the document has a forged starting point.",
}


@pytest.mark.parametrize(("hostility", "sentence"), SEEN.items())
def test_hostile_chips_are_told_on_the_screen_in_both_languages(
    place: Place, hostility: Hostility, sentence: str
) -> None:
    place.put(hostile(hostility))
    place.scan()
    place.until_badge("Do not rely on the chip", "Look closely")
    fault = child(place.page, Notice, "counter.fault.0")
    assert fault.title() == sentence
    install(Language.VIETNAMESE)
    place.qtbot.waitUntil(lambda: fault.title() != sentence)


def test_a_chip_that_lied_halfway_is_not_called_unread(place: Place) -> None:
    place.put(hostile(Hostility.CUT_SHORT))
    place.scan()
    place.until_badge("Do not rely on the chip")
    assert "Chip, doubted" in place.row("nationality")


REFUSED = {
    Hostility.WRONG_MAC: "An answer of the chip was changed on its way.",
    Hostility.REPEATED_COUNTER: "The chip gave an answer of before.",
    Hostility.TWO_GIGABYTES: "The chip announced more data than any document holds.",
    Hostility.CUT_SHORT: "The chip announced more data than it holds.",
    Hostility.POINT_OFF_CURVE: "The chip offered a key that is none.",
    Hostility.HIDDEN_PACE: "This chip does not open this way.",
}


@pytest.mark.parametrize(("hostility", "sentence"), REFUSED.items())
def test_hostile_conversations_end_with_their_sentence(
    place: Place, hostility: Hostility, sentence: str
) -> None:
    place.put(hostile(hostility))
    place.scan()
    assert place.problem() == sentence
    assert "Trần Thị Bích" in place.row("name"), "what was scanned stays"


def test_the_photo_comes_and_goes(place: Place) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), (9, 99, 9)).save(out, "JPEG2000")
    place.put(VirtualDocument(issue(PERSON, authority(), NOW, picture=out.getvalue())))
    place.scan()
    face = child(place.page, FaceFrame)
    place.qtbot.waitUntil(face.has_picture)
    place.qtbot.keyClick(place.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place.qtbot.waitUntil(lambda: not face.has_picture())
    assert place.row("name") == ""


def test_a_photo_that_is_none_is_told(place: Place) -> None:
    place.put(VirtualDocument(document()))
    place.scan()
    remark = child(place.page, QLabel, "counter.remark")
    place.qtbot.waitUntil(lambda: "photo" in remark.text())


def test_a_lock_drops_everything(place: Place) -> None:
    place.put(VirtualDocument(document()))
    place.scan()
    place.until_badge("Chip – signature holds")
    place.core.bus.publish(Locked(LockReason.PERSON))
    place.qtbot.waitUntil(lambda: place.row("name") == "")
    assert child(place.page, IntakeField).text() == ""
    assert not any("Bích" in label.text() for label in place.page.findChildren(QLabel))


def test_private_fields_only_when_asked_for(place: Place) -> None:
    place.put(VirtualDocument(document()))
    place.scan()
    place.until_badge("Chip – signature holds")
    assert not any("Cha, Mẹ" in label.text() for label in place.page.findChildren(QLabel))
    menu = child(place.page, QPushButton, "counter.private").menu()
    assert menu is not None
    menu.actions()[1].trigger()
    notice = child(place.page, Notice, "counter.private.notice")
    assert notice.title() == "Parents: Cha, Mẹ"
    menu.actions()[2].trigger()
    assert notice.title() == "Spouse: not in the chip"


def test_the_next_citizen_begins_with_an_empty_page(place: Place) -> None:
    place.put(VirtualDocument(document()))
    place.scan()
    place.until_badge("Chip – signature holds")
    place.qtbot.mouseClick(child(place.page, QPushButton, "counter.next"), Qt.MouseButton.LeftButton)
    place.qtbot.waitUntil(child(place.page, StatePane, "counter.state").isVisible)
    assert not child(place.page, QPushButton, "counter.next").isEnabled()


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (1000, False)])
@pytest.mark.parametrize("language", Language)
def test_nothing_scrolls_sideways(place: Place, width: int, beside: bool, language: Language) -> None:
    place.put(VirtualDocument(document()))
    place.scan()
    place.until_badge("Chip – signature holds")
    install(language)
    place.page.resize(width, 688)
    verdict, identity = place.page._verdict, place.page._identity
    place.qtbot.waitUntil(lambda: (verdict.x() > identity.geometry().right()) == beside)
    assert place.page.minimumSizeHint().width() <= 1000


@pytest.mark.parametrize("language", Language)
def test_at_125_per_cent_the_verdict_is_seen_with_the_identity(place: Place, language: Language) -> None:
    """1366 × 768 device pixels at Windows' 125 %, less the system's bars and ours."""
    install(language)
    place.page.resize(1093, 550)
    place.put(hostile(Hostility.ALTERED_GROUP))
    place.scan()
    place.until_badge("Do not rely on the chip", "Không dựa vào chip")
    fault = child(place.page, Notice, "counter.fault.0")
    name = child(place.page, QLabel, "counter.name")

    def is_seen(part: QWidget) -> bool:
        shown = part.visibleRegion().boundingRect()
        return part.isVisible() and shown.size() == part.size()

    place.qtbot.waitUntil(lambda: is_seen(fault) and is_seen(name))
    proofs = [child(place.page, QLabel, f"counter.proof.{one.value}") for one in Proof]
    place.qtbot.waitUntil(lambda: all(map(is_seen, proofs)))
    place.page.resize(1366, 688)
    verdict, identity = place.page._verdict, place.page._identity
    place.qtbot.waitUntil(lambda: verdict.x() > identity.geometry().right())
    assert is_seen(fault)
